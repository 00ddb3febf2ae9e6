import { useMemo } from 'react';
import type { Connector, ConnectorList } from '../../../shared/contract/connectors.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { cutLabel } from '../../components/graphemes.ts';
import { Who } from '../today/Who.tsx';
import { CircleNames } from './CircleNames.tsx';
import styles from './ConnectorsScreen.module.css';
import { type ConnectorOrder, ORDERS } from './connector-orders.ts';
import { IndexBar } from './IndexParts.tsx';
import { boundOf, fullExplanation, type ListedMeasure, NOT_KNOWN, numberWords, plainName } from './measure-words.ts';

/** A name, and the work under it. */
const ROW_PX = 56;
/** More circles than a row has room for; the sheet names them. */
const MOST_CIRCLES = 6;

/** Measures that are columns, beside the index, with the room they need; the rest stands in the sheet. */
const NUMBERS: readonly { field: keyof Connector; width: string; fromRem?: number }[] = [
  { field: 'introductions', width: '7rem', fromRem: 34 },
  { field: 'expectedNewPeople', width: '7rem', fromRem: 41 },
  { field: 'effectiveSize', width: '9rem', fromRem: 50 },
  { field: 'participation', width: '9.5rem', fromRem: 66 },
  { field: 'betweenness', width: '9rem', fromRem: 75 },
  { field: 'constraint', width: '6.5rem', fromRem: 82 },
];

export interface ConnectorTableProps {
  label: string;
  list: ConnectorList;
  by: ConnectorOrder;
  onOrder: (by: ConnectorOrder) => void;
  onOpen: (connector: Connector) => void;
}

/** Connectors in one order; a heading asks for another, a row opens its reasons. */
export function ConnectorTable({ label, list, by, onOrder, onOpen }: ConnectorTableProps) {
  const columns = useMemo(() => columnsOf(list), [list]);
  const order = ORDERS.find((one) => one.by === by);
  return (
    <DataTable
      label={label}
      columns={columns}
      count={list.connectors.length}
      rowAt={(index) => list.connectors[index]}
      keyOf={({ person }) => person.id}
      {...(order !== undefined && { sort: { column: order.field, isDescending: order.isDescending } })}
      onSort={({ column }) => {
        const next = ORDERS.find(({ field }) => field === column);
        if (next !== undefined) onOrder(next.by);
      }}
      onOpen={onOpen}
      rowHeightPx={ROW_PX}
    />
  );
}

function columnsOf(list: ConnectorList): Column<Connector>[] {
  const explained = (field: keyof Connector) => {
    const measure = list.measures.find((one) => one.field === field);
    return measure && { measure, header: plainName(measure), hint: fullExplanation(measure) };
  };
  const index = explained('index');
  const circles = explained('community');
  return [
    { id: 'who', header: 'Who', width: 'minmax(10rem, 3fr)', cell: ({ person }) => <Who person={person} isOneLine /> },
    {
      id: 'circles',
      header: 'Stands between',
      width: 'minmax(9rem, 3fr)',
      fromRem: 27,
      ...(circles && { hint: circles.hint }),
      cell: ({ circles: names }) =>
        names.length === 0 ? (
          <span className={styles.unknown}>{NOT_KNOWN}</span>
        ) : (
          <span className={styles.circles}>
            {names.length > 1 ? <CircleNames circles={names.slice(0, MOST_CIRCLES)} /> : <Inside circle={names[0]!} />}
            {names.length > MOST_CIRCLES && ` · ${names.length - MOST_CIRCLES} more`}
          </span>
        ),
    },
    {
      id: 'index',
      header: 'Index',
      width: '6.5rem',
      align: 'end',
      isSortable: true,
      ...(index && { hint: index.hint }),
      cell: ({ index: value, parts }) => (
        <span className={styles.index}>
          <Amount value={value} unit="none" />
          {parts !== null && <IndexBar parts={parts} />}
        </span>
      ),
    },
    ...NUMBERS.flatMap(({ field, ...room }): Column<Connector>[] => {
      const found = explained(field);
      if (found === undefined) return [];
      const { measure, header, hint } = found;
      return [
        {
          ...room,
          id: field,
          header,
          hint,
          align: 'end',
          isSortable: ORDERS.some((one) => one.field === field),
          cell: (connector) => (
            <Amount value={connector[field] as number | null} unit={measure.unit} bound={boundOf(field, list)} />
          ),
        },
      ];
    }),
  ];
}

/** All known ties of somebody lie in one circle. */
function Inside({ circle }: { circle: string }) {
  return (
    <>
      Inside <bdi>{cutLabel(circle).label}</bdi>
    </>
  );
}

interface AmountProps {
  value: number | null;
  unit: ListedMeasure['unit'];
  bound?: number;
}

function Amount({ value, unit, bound }: AmountProps) {
  // What was not written down may have happened all the same.
  if (unit === 'introductions' && value === 0) return <span className={styles.unknown}>none logged</span>;
  return <span className={value === null ? styles.unknown : undefined}>{numberWords(value, unit, bound)}</span>;
}
