/**
 * Similarity of two names after Jaro and Winkler: 1 equal, 0 nothing in common. Counts letters that stand at about the same
 * place, less those out of order, and raises the score for a common beginning of up to four letters.
 *
 * @see Winkler (1990), String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const similarity = jaro(a, b);
  return similarity + commonPrefix(a, b) * PREFIX_SCALE * (1 - similarity);
}

/**
 * The most that `jaroWinkler` can give for two strings of these lengths, if all of `matches` letters match and stand in order.
 * Lets a search leave out pairs without comparing them.
 */
export function jaroWinklerBound(lengthA: number, lengthB: number, matches: number, prefix: number): number {
  if (matches === 0) return 0;
  const similarity = (matches / lengthA + matches / lengthB + 1) / 3;
  return similarity + prefix * PREFIX_SCALE * (1 - similarity);
}

/** Letters both begin with, at most four. */
function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length, PREFIX_LIMIT);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

const PREFIX_SCALE = 0.1;
/** Letters of a common beginning that count. */
export const PREFIX_LIMIT = 4;

function jaro(a: string, b: string): number {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const isMatchedB = new Uint8Array(b.length);
  const matchedA: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i);
    const end = Math.min(b.length - 1, i + window);
    for (let j = Math.max(0, i - window); j <= end; j++) {
      if (isMatchedB[j] === 1 || b.charCodeAt(j) !== code) continue;
      isMatchedB[j] = 1;
      matchedA.push(code);
      break;
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  let outOfOrder = 0;
  let next = 0;
  for (let j = 0; j < b.length; j++) {
    if (isMatchedB[j] === 0) continue;
    if (b.charCodeAt(j) !== matchedA[next]) outOfOrder += 1;
    next += 1;
  }
  return (matches / a.length + matches / b.length + (matches - outOfOrder / 2) / matches) / 3;
}
