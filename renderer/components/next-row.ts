/**
 * Where a key leads from one row of a table, or null if the key leads nowhere.
 *
 * @param index from 0
 * @param pageSize rows that a page key skips
 */
export function nextRow(key: string, index: number, count: number, pageSize: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(index + pageSize, last);
    case 'PageUp':
      return Math.max(index - pageSize, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
