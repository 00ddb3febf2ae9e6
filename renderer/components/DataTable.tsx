import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import styles from './DataTable.module.css';
import { ICON } from './icon.ts';
import { nextRow } from './next-row.ts';
import { type Column, type RowHands, TableRow } from './TableRow.tsx';
import { Tooltip } from './Tooltip.tsx';
import { useAfterFrame } from './use-after-frame.ts';

export type { Column } from './TableRow.tsx';

export interface Sort {
  column: string;
  isDescending: boolean;
}

export interface DataTableProps<Row> {
  /** What the rows are, read aloud: "People". */
  label: string;
  columns: readonly Column<Row>[];
  /** How many rows there are in all, loaded or not. */
  count: number;
  /** A row that has not come yet is undefined and shown as a skeleton. */
  rowAt: (index: number) => Row | undefined;
  keyOf: (row: Row) => string | number;
  /** Enter, or a click on the row. */
  onOpen?: (row: Row, index: number) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Rows in sight, to load what is missing; the end is included. */
  onRange?: (first: number, last: number) => void;
  /** Keys of the ticked rows; given, every row gets a box, and Space ticks. */
  selected?: ReadonlySet<string | number>;
  onSelect?: (row: Row, isSelected: boolean) => void;
  rowHeightPx?: number;
  className?: string | undefined;
}

/** Rows drawn beyond the edge, so that a quick turn of the wheel shows no blank. */
const OVERSCAN = 12;

/**
 * A table that stays smooth at any length: only rows in sight exist. The head stays; rows take arrow keys, Page Up and Down,
 * Home, End, Enter to open and Space to tick. Give it a place with a height: it scrolls inside.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, count, rowAt, keyOf, onOpen, sort, onSort, onRange, selected, onSelect, className } = props;
  const rowHeight = props.rowHeightPx ?? 40;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const widthRem = useWidthRem(scroller);
  const current = Math.min(active, Math.max(0, count - 1));
  const hasBoxes = selected !== undefined;

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    // The row with the focus stays in the page, however far it is scrolled away.
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
      if (count > 0 && current < first) rows.unshift(current);
      if (count > 0 && current > last) rows.push(current);
      return rows;
    },
  });
  const rows = virtualizer.getVirtualItems();
  // New content is drawn where it is seen first, and beyond the edge once that stands.
  const rowBeyond = useAfterFrame(rowAt);
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? -1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time rows come that are shown at once
  useLayoutEffect(() => {
    // Laid out now, while the next frame is waited for, instead of in it.
    scroller.current?.getBoundingClientRect();
  }, [rowAt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the rows in sight change, not when the listener does
  useEffect(() => {
    if (last >= first) onRange?.(Math.max(0, first - OVERSCAN), Math.min(count - 1, last + OVERSCAN));
  }, [first, last, count]);

  const focusRow = (index: number) => {
    setActive(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    // The row may be drawn by this scroll only.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => document.getElementById(`${id}-${index}`)?.focus({ preventScroll: true }));
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, index: number) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rowAt(index);
    const pageSize = Math.max(1, last - first - 1);
    const next = nextRow(event.key, index, count, pageSize);
    if (next !== null) focusRow(next);
    else if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) onOpen(row, index);
    else if (event.key === ' ' && row !== undefined && hasBoxes) onSelect?.(row, !selected.has(keyOf(row)));
    else return;
    event.preventDefault();
  };

  const shown = useMemo(
    () => columns.filter((column) => column.fromRem === undefined || widthRem >= column.fromRem),
    [columns, widthRem],
  );
  const tracks = [hasBoxes ? '2.5rem' : '', ...shown.map((column) => column.width)].filter(Boolean).join(' ');
  const places = useMemo(() => ({ height: rowHeight, gridTemplateColumns: tracks }), [rowHeight, tracks]);
  const hands: RowHands<Row> = {
    onFocus: setActive,
    onKeyDown,
    onOpen: (row, index) => onOpen?.(row, index),
    onTick: (index, isTicked) => {
      const row = rowAt(index);
      if (row !== undefined) onSelect?.(row, isTicked);
    },
  };
  const latestHands = useRef(hands);
  useLayoutEffect(() => {
    latestHands.current = hands;
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a real table cannot be placed one by one
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-multiselectable={hasBoxes || undefined}
      className={classNames(styles.table, className)}
    >
      <div ref={scroller} className={styles.scroller} role="presentation">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus */}
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: tracks }}>
          {hasBoxes && (
            <HeadCell>
              <span className={styles.readAloud}>Selected</span>
            </HeadCell>
          )}
          {shown.map((column) => (
            <HeadCell
              key={column.id}
              className={classNames(column.align === 'end' && styles.end)}
              sorted={sort?.column === column.id ? sort.isDescending : null}
            >
              <Hinted hint={column.hint}>
                {column.isSortable === true && onSort !== undefined ? (
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() =>
                      onSort({
                        column: column.id,
                        isDescending: sort?.column === column.id && !sort.isDescending,
                      })
                    }
                  >
                    {column.header}
                    {sort?.column === column.id &&
                      (sort.isDescending ? <ArrowDown {...ICON} size={13} /> : <ArrowUp {...ICON} size={13} />)}
                  </button>
                ) : (
                  <span className={classNames(column.isHeaderHidden === true && styles.readAloud)}>
                    {column.header}
                  </span>
                )}
              </Hinted>
            </HeadCell>
          ))}
        </div>
        <div role="presentation" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const isInSight = index >= first && index <= last;
            const row = (isInSight ? undefined : rowBeyond(index)) ?? rowAt(index);
            return (
              <TableRow
                key={index}
                id={`${id}-${index}`}
                index={index}
                row={row}
                columns={shown}
                place={places}
                top={start}
                isCurrent={index === current}
                isTicked={hasBoxes ? row !== undefined && selected.has(keyOf(row)) : null}
                isOpening={onOpen !== undefined}
                hands={latestHands}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Width of an element in rem, so that zoomed text counts as a narrow place. */
function useWidthRem(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    // At once: the observer speaks after the first frame, which would show every column, room or not.
    setWidth(element.current.clientWidth / remPx);
    const observer = new ResizeObserver(([entry]) => setWidth((entry?.contentRect.width ?? 0) / remPx));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function Hinted({ hint, children }: { hint: string | undefined; children: ReactElement }) {
  return hint === undefined ? children : <Tooltip text={hint}>{children}</Tooltip>;
}

function HeadCell({
  className,
  sorted = null,
  children,
}: {
  className?: string | undefined;
  sorted?: boolean | null;
  children: ReactNode;
}) {
  const order = sorted ? 'descending' : 'ascending';
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataTable
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      aria-sort={sorted === null ? undefined : order}
      className={classNames(styles.cell, styles.cut, className)}
    >
      {children}
    </div>
  );
}
