import { type FormEvent, useId, useState } from 'react';
import { useQuestion } from '../../client/use-question.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './PeopleTablePage.module.css';
import { filterFromSearch, type PeopleFilter, searchFromFilter } from './people-filter.ts';

export interface SavedFiltersProps {
  /** Whether there is anything to save. */
  isSavable: boolean;
  filterNow: () => PeopleFilter;
  onChoose: (filter: PeopleFilter) => void;
}

/** Filters the user gave a name, one click away; kept in the map, as the words of the address that gives them. */
export function SavedFilters({ isSavable, filterNow, onChoose }: SavedFiltersProps) {
  const id = useId();
  const { data } = useQuestion('listKept', {});
  const { say, takeBack } = useSaying();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const words = Object.fromEntries(new URLSearchParams(searchFromFilter(filterNow())));
    if (name.trim() === '' || !(await say([{ kind: 'people-filter', name: name.trim(), words }], 'Filter saved.')))
      return;
    setNaming(false);
    setName('');
  };
  return (
    <div className={styles.saved}>
      {data?.filters.map(({ name: label, words, ids }) => (
        <Tag
          key={label}
          tone="accent"
          onRemove={() => void takeBack(ids, 'Filter removed.')}
          removeLabel={`Remove the filter ${label}`}
        >
          <Button
            kind="quiet"
            size="s"
            onClick={() => onChoose(filterFromSearch(new URLSearchParams(words).toString()))}
          >
            <bdi>{label}</bdi>
          </Button>
        </Tag>
      ))}
      {isSavable && (
        <Button kind="quiet" size="s" onClick={() => setNaming(true)}>
          Save this filter
        </Button>
      )}
      <Sheet
        isOpen={isNaming}
        onClose={() => setNaming(false)}
        title="Save this filter"
        actions={
          <>
            <Button onClick={() => setNaming(false)}>Leave it</Button>
            <Button kind="primary" type="submit" form={`${id}-form`} disabled={name.trim() === ''}>
              Save
            </Button>
          </>
        }
      >
        <form id={`${id}-form`} onSubmit={(event) => void save(event)}>
          <TextField
            label="Name"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </form>
      </Sheet>
    </div>
  );
}
