import { useCallback, useMemo, useState } from 'react';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { countOf, spokenDate } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { classNames } from '../../components/class-names.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { Tag } from '../../components/Tag.tsx';
import { hrefTo, importAddress, personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { todayIso } from '../../state/today.ts';
import { Page } from '../frame/Page.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FLAG_WORDS } from './flag-words.ts';
import styles from './PeopleTablePage.module.css';
import { PeopleTools } from './PeopleTools.tsx';
import { isNarrowed, NO_FILTER, type PeopleFilter } from './people-filter.ts';
import { usePeopleFilter } from './use-people-filter.ts';
import { usePeoplePages } from './use-people-pages.ts';

const today = todayIso();

const COLUMNS: readonly Column<PersonRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(11rem, 3fr)',
    isSortable: true,
    isUncut: true,
    cell: (row) => (
      <span className={classNames(styles.name, row.flags.length > 0 && styles.marked)}>
        <PersonName name={row.name} isStrong href={hrefTo(personAddress(row.id))} />
        {row.flags.map((flag) => (
          <Tag key={flag} tone={FLAG_WORDS[flag].tone}>
            {FLAG_WORDS[flag].word}
          </Tag>
        ))}
      </span>
    ),
  },
  {
    id: 'position',
    header: 'Position',
    width: 'minmax(8rem, 3fr)',
    fromRem: 44,
    cell: (row) => row.position !== null && <Cut text={row.position} />,
  },
  {
    id: 'company',
    header: 'Company',
    width: 'minmax(8rem, 2fr)',
    fromRem: 34,
    isSortable: true,
    cell: (row) => row.company !== null && <Cut text={row.company} />,
  },
  {
    id: 'strength',
    header: 'Strength',
    width: '8.5rem',
    isSortable: true,
    isUncut: true,
    cell: (row) => (row.strength === null ? null : <StrengthBars s={row.strength.s} band={row.strength.band} />),
  },
  {
    id: 'connectedOn',
    header: 'Connected',
    width: '10rem',
    isSortable: true,
    isUncut: true,
    fromRem: 56,
    cell: (row) => <span title={row.connectedOn ?? undefined}>{spokenDate(row.connectedOn, today)}</span>,
  },
];

/** A text of the file, which the cell cuts where the column is too narrow; whole on hover. */
function Cut({ text }: { text: string }) {
  return <bdi title={text}>{text}</bdi>;
}

/** The table of people with its search, facets, saved filters and what can be done with many at once. */
export function PeopleTablePage() {
  const { filter, filterNow, change: choose, search, field, settle } = usePeopleFilter();
  const [selected, setSelected] = useState<ReadonlyMap<number, PersonRow>>(new Map());
  const status = useQuestion('status', {});
  const { total, answered, rowAt, onRange, askFor, error } = usePeoplePages(filter);
  // The question is on its way while the fields are drawn.
  const change = useCallback((part: Partial<PeopleFilter>) => void askFor(choose(part)), [askFor, choose]);
  const onSearch = useCallback((query: string) => search(query, askFor), [search, askFor]);
  const { query: _, ...narrowed } = filter;
  const ticked = useMemo(() => new Set(selected.keys()), [selected]);

  if (status.data?.isEmpty === true) {
    return (
      <Page title="People">
        <EmptyState
          title="Nobody is here yet"
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Bring your network in
            </Button>
          }
        >
          Your contacts come with the Connections.csv that LinkedIn gives you.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title="People" shape="full" lead={total === null ? undefined : leadOf(total, answered)}>
      <PeopleTools
        {...narrowed}
        isNarrowed={isNarrowed(filter)}
        filterNow={filterNow}
        onChange={change}
        onSearch={onSearch}
        field={field}
        onLeave={settle}
      />
      {error !== null && <ErrorNotice error={error} />}
      {selected.size > 0 && <BulkBar people={[...selected.values()]} onDone={() => setSelected(new Map())} />}
      {total === null ? (
        <Skeleton label="Loading people" lines={8} />
      ) : total === 0 ? (
        <EmptyState
          title="Nobody fits"
          actions={<Button onClick={() => change({ ...NO_FILTER, isAll: filter.isAll })}>Show everybody</Button>}
        >
          {filter.isAll
            ? 'Try fewer words.'
            : 'Only your contacts are searched; people of other exports can be shown too.'}
        </EmptyState>
      ) : (
        <DataTable
          label="People"
          className={styles.table}
          columns={COLUMNS}
          count={total}
          rowAt={rowAt}
          keyOf={(row) => row.id}
          onOpen={(row) => navigate(personAddress(row.id))}
          onRange={onRange}
          sort={{ column: filter.sort, isDescending: filter.isDescending }}
          onSort={({ column, isDescending }) => change({ sort: column as PeopleFilter['sort'], isDescending })}
          selected={ticked}
          onSelect={(row, isSelected) => setSelected((before) => withRow(before, row, isSelected))}
        />
      )}
    </Page>
  );
}

function withRow(
  before: ReadonlyMap<number, PersonRow>,
  row: PersonRow,
  isSelected: boolean,
): ReadonlyMap<number, PersonRow> {
  const after = new Map(before);
  if (isSelected) after.set(row.id, row);
  else after.delete(row.id);
  return after;
}

function leadOf(total: number, filter: PeopleFilter): string {
  const people = countOf(total, 'person', 'people');
  if (isNarrowed(filter)) return `${people} ${total === 1 ? 'fits' : 'fit'}.`;
  return filter.isAll ? `${people}, those of other exports included.` : `${people} you are connected with.`;
}
