import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './PeopleTablePage.module.css';
import { filterFromSearch, isNarrowed, type PeopleFilter, searchFromFilter } from './people-filter.ts';

const STORAGE_KEY = 'weft-people-filters';

/** Filters by name, as the part of the address that gives them; kept in this window's own storage. */
type Saved = Record<string, string>;

function readSaved(): Saved {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Saved) : {};
  } catch {
    // Storage may be switched off or hold something else; filters are a convenience, so none is a fine answer.
    return {};
  }
}

export interface SavedFiltersProps {
  filter: PeopleFilter;
  onChoose: (filter: PeopleFilter) => void;
}

/** Filters the user gave a name, one click away. */
export function SavedFilters({ filter, onChoose }: SavedFiltersProps) {
  const [saved, setSaved] = useState(readSaved);
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const keep = (next: Saved) => {
    setSaved(next);
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
    } catch {
      // As above: it then lasts as long as the window.
    }
  };
  const save = () => {
    if (name.trim() !== '') keep({ ...saved, [name.trim()]: searchFromFilter(filter) });
    setNaming(false);
    setName('');
  };
  const remove = (gone: string) => keep(Object.fromEntries(Object.entries(saved).filter(([label]) => label !== gone)));
  return (
    <div className={styles.facets}>
      {Object.entries(saved).map(([label, search]) => (
        <Tag key={label} tone="accent" onRemove={() => remove(label)} removeLabel={`Remove the filter ${label}`}>
          <Button kind="quiet" size="s" onClick={() => onChoose(filterFromSearch(search))}>
            {label}
          </Button>
        </Tag>
      ))}
      {isNarrowed(filter) && (
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
            <Button kind="primary" disabled={name.trim() === ''} onClick={save}>
              Save
            </Button>
          </>
        }
      >
        <TextField label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Sheet>
    </div>
  );
}
