/**
 * Chance that can be repeated: the same seed and stream give the same numbers on every machine. Each block of work takes its
 * own stream, so that it does not matter who computes it, or when.
 *
 * @param stream number of the block
 * @returns a function whose values are uniform in [0, 1), 32 bits each (sfc32)
 */
export function seededRandom(seed: number, stream = 0): () => number {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  // Near seeds start near each other; fifteen rounds part them.
  for (let i = 0; i < 15; i++) next();
  return next;
}
