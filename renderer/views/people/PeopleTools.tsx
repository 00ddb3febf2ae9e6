import { Search } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { Checkbox } from '../../components/Choice.tsx';
import { TextField } from '../../components/Field.tsx';
import { Facets } from './Facets.tsx';
import styles from './PeopleTablePage.module.css';
import { NO_FILTER, type PeopleFilter } from './people-filter.ts';
import { SavedFilters } from './SavedFilters.tsx';

interface PeopleToolsProps extends Omit<PeopleFilter, 'query'> {
  isNarrowed: boolean;
  /** What is chosen and typed by now. */
  filterNow: () => PeopleFilter;
  onChange: (part: Partial<PeopleFilter>) => void;
  onSearch: (query: string) => void;
  /** The search field keeps its own text. */
  field: RefObject<HTMLInputElement | null>;
  /** A field was left. */
  onLeave: () => void;
}

/** What stands above the table of people. Knows nothing of the words searched for: no letter of them draws it again. */
export const PeopleTools = memo(function PeopleTools(props: PeopleToolsProps) {
  const { isNarrowed, filterNow, onChange, onSearch, field, onLeave, ...filter } = props;
  return (
    <search className={styles.tools} onBlur={onLeave}>
      <TextField
        label="Search people"
        isLabelHidden
        icon={Search}
        type="search"
        placeholder="Name, company, title, note"
        ref={field}
        onChange={(event) => onSearch(event.currentTarget.value)}
        className={styles.search}
      />
      <Checkbox checked={filter.isAll} onChange={(event) => onChange({ isAll: event.currentTarget.checked })}>
        People of other exports too
      </Checkbox>
      <Facets {...filter} onChange={onChange} />
      <SavedFilters
        isSavable={isNarrowed}
        filterNow={filterNow}
        onChoose={(saved) => onChange({ ...NO_FILTER, ...saved })}
      />
    </search>
  );
});
