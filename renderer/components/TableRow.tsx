import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import styles from './DataTable.module.css';
import { SkeletonLine } from './Skeleton.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  /** The header is only read aloud: the cells say it to the eye. */
  isHeaderHidden?: boolean;
  /** What the column tells, on hover and focus of its header and read aloud with it. */
  hint?: string;
  cell: (row: Row) => ReactNode;
  /** A track of the grid: `minmax(10rem, 2fr)`, `8rem`. */
  width: string;
  align?: 'start' | 'end';
  /** Its cells always have room, or cut themselves what has none. */
  isUncut?: boolean;
  isSortable?: boolean;
  /** Left out where the table is narrower than this many rem. */
  fromRem?: number;
}

export interface RowHands<Row> {
  onFocus(index: number): void;
  onKeyDown(event: KeyboardEvent<HTMLDivElement>, index: number): void;
  onOpen(row: Row, index: number): void;
  onTick(index: number, isTicked: boolean): void;
}

interface TableRowProps<Row> {
  id: string;
  index: number;
  row: Row | undefined;
  columns: readonly Column<Row>[];
  place: { height: number; gridTemplateColumns: string };
  top: number;
  isCurrent: boolean;
  /** null: rows of this table have no box. */
  isTicked: boolean | null;
  isOpening: boolean;
  /** What to do; the object behind it is always that of the table's last drawing. */
  hands: RefObject<RowHands<Row>>;
}

/** Drawn anew only when something of the row itself changed: not on each key of a search, nor on each turn of the wheel. */
export const TableRow = memo(function TableRow<Row>(props: TableRowProps<Row>) {
  const { id, index, row, columns, place, top, isCurrent, isTicked, isOpening, hands } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataTable
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked ?? undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={classNames(styles.row, isOpening && styles.opens)}
      style={{ ...place, top }}
      onFocus={() => hands.current.onFocus(index)}
      onKeyDown={(event) => hands.current.onKeyDown(event, index)}
      onClick={(event) => {
        if (row !== undefined && isOpening && !isOwnControl(event)) hands.current.onOpen(row, index);
      }}
    >
      {isTicked !== null && <TickCell index={index} isTicked={isTicked} isDisabled={row === undefined} hands={hands} />}
      {columns.map((column, nth) => (
        <Cell
          key={column.id}
          className={classNames(column.align === 'end' && styles.end, column.isUncut !== true && styles.cut)}
        >
          {row === undefined ? <SkeletonLine part={nth === 0 ? 0.7 : 0.5} /> : column.cell(row)}
        </Cell>
      ))}
    </div>
  );
}) as <Row>(props: TableRowProps<Row>) => ReactNode;

/** The same box whoever stands in the row: it is left alone when a search fills the rows anew. */
const TickCell = memo(function TickCell({
  index,
  isTicked,
  isDisabled,
  hands,
}: {
  index: number;
  isTicked: boolean;
  isDisabled: boolean;
  hands: RefObject<Pick<RowHands<unknown>, 'onTick'>>;
}) {
  return (
    <Cell>
      <label className={styles.box}>
        <input
          type="checkbox"
          aria-label="Select"
          tabIndex={-1}
          checked={isTicked}
          disabled={isDisabled}
          onChange={(event) => hands.current.onTick(index, event.currentTarget.checked)}
        />
      </label>
    </Cell>
  );
});

function Cell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataTable
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
    <div role="gridcell" className={classNames(styles.cell, className)}>
      {children}
    </div>
  );
}

/** A click on a link, button or box inside a row is theirs; a click that ends a selection of text opens nothing. */
function isOwnControl(event: MouseEvent<HTMLElement>): boolean {
  const target = event.target as HTMLElement;
  return target.closest('a, button, input, label, select') !== null || getSelection()?.isCollapsed === false;
}
