import { useState } from 'react';
import type { Band } from '../../../shared/contract/common.ts';
import { type Column, DataTable, type Sort } from '../../components/DataTable.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { showToast } from '../../state/toast-state.ts';
import styles from './ExampleTable.module.css';

interface Row {
  id: number;
  name: string;
  company: string;
  s: number;
  band: Band;
  messages: number;
}

const FIRST = ['Ana', 'Bram', 'Chidi', 'Dora', 'Emil', 'Farah', 'Goran', 'Hana'];
const LAST = ['Abara', 'Bergström', 'Castell', 'Dahl', 'Esposito'];
const COMPANIES = ['Kestrel', 'Norrvik', 'Halden & Ruiz', 'Blue Quarry'];
const BANDS: readonly Band[] = ['weak', 'moderate', 'strong', 'strong', 'unknown'];

const COUNT = 30_000;

/** The n-th of 30,000 invented people, without keeping them. */
function exampleRow(index: number): Row {
  return {
    id: index,
    name: `${FIRST[index % FIRST.length]} ${LAST[(index >> 3) % LAST.length]}`,
    company: COMPANIES[(index >> 2) % COMPANIES.length] ?? '',
    s: ((index * 37) % 100) / 100,
    band: BANDS[index % BANDS.length] ?? 'unknown',
    messages: (index * 7919) % 1500,
  };
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(9rem, 3fr)',
    isSortable: true,
    cell: (row) => <PersonName name={row.name} isStrong />,
  },
  {
    id: 'company',
    header: 'Company',
    width: 'minmax(7rem, 2fr)',
    cell: (row) => <PersonName name={row.company} />,
    fromRem: 30,
  },
  {
    id: 'strength',
    header: 'Strength',
    width: '8.5rem',
    isSortable: true,
    cell: (row) => <StrengthBars s={row.s} band={row.band} />,
  },
  { id: 'messages', header: 'Messages', width: '6rem', align: 'end', cell: (row) => row.messages.toLocaleString() },
];

/** 30,000 rows; those past the first 1,000 on every tenth place have not come yet. */
export function ExampleTable() {
  const [sort, setSort] = useState<Sort>({ column: 'name', isDescending: false });
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set([1, 2]));
  const toggle = (row: Row, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(row.id);
    else next.delete(row.id);
    setSelected(next);
  };
  return (
    <div className={styles.place}>
      <DataTable
        label="Invented people"
        columns={COLUMNS}
        count={COUNT}
        rowAt={(index) => (index === 4 || (index > 1000 && index % 10 === 0) ? undefined : exampleRow(index))}
        keyOf={(row) => row.id}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={toggle}
        onOpen={(row) => showToast(`Row ${row.id + 1} opened.`)}
      />
    </div>
  );
}
