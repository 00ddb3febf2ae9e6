/** The middle of many numbers without sorting them all: parts of a score are compared with their middle after every edit. */

/**
 * Middle value, of an even number the mean of the two in the middle; 1 of none. The same value that sorting would give.
 *
 * @param values numbers, none of them NaN; left as they are
 */
export function median(values: Float64Array): number {
  const count = values.length;
  if (count === 0) return 1;
  const rest = values.slice();
  const middle = count >> 1;
  const upper = select(rest, middle);
  if (count % 2 === 1) return upper;
  // What stands before the middle is no larger now; the largest of it is its neighbour.
  let lower = rest[0]!;
  for (let at = 1; at < middle; at++) if (rest[at]! > lower) lower = rest[at]!;
  return (lower + upper) / 2;
}

/** Hoare's selection: puts the k-th smallest at k, with nothing larger before it and nothing smaller after it. */
function select(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middleOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const held = values[left]!;
      values[left++] = values[right]!;
      values[right--] = held;
    }
    if (k <= right) high = right;
    else if (k >= left) low = left;
    else break;
  }
  return values[k]!;
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
