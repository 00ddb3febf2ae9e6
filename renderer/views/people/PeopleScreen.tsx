import { useState } from 'react';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { useQuestion } from '../../client/use-question.ts';
import { type Column, DataTable, type Sort } from '../../components/DataTable.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Page } from '../frame/Page.tsx';

const COLUMNS: readonly Column<PersonRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(12rem, 3fr)',
    isSortable: true,
    cell: (row) => <PersonName name={row.name} isStrong href={hrefTo(personAddress(row.id))} />,
  },
  {
    id: 'company',
    header: 'Company',
    width: 'minmax(8rem, 2fr)',
    fromRem: 32,
    isSortable: true,
    cell: (row) => (row.company === null ? null : <PersonName name={row.company} />),
  },
  {
    id: 'strength',
    header: 'Strength',
    width: '9rem',
    isSortable: true,
    cell: (row) => <StrengthBars s={row.strength?.s ?? null} band={row.strength?.band ?? 'unknown'} />,
  },
];

export default function PeopleScreen() {
  const [sort, setSort] = useState<Sort>({ column: 'name', isDescending: false });
  const people = useQuestion('listPeople', {
    limit: 0,
    sort: sort.column as 'name' | 'company' | 'strength',
    descending: sort.isDescending,
  });
  const rows = people.data?.people;
  return (
    <Page title="People" shape="full">
      {rows === undefined ? (
        <Skeleton label="Loading people" lines={8} />
      ) : (
        <DataTable
          label="People"
          columns={COLUMNS}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(row) => row.id}
          onOpen={(row) => navigate(personAddress(row.id))}
          sort={sort}
          onSort={setSort}
        />
      )}
    </Page>
  );
}
