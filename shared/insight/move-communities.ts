/** A graph of people, or of communities folded into nodes: each tie stands in both rows, what lies inside a node in `loops`. */
export interface WeightedRows {
  offsets: Uint32Array;
  neighbors: Uint32Array;
  weight: Float64Array;
  /** Twice the weight of the ties inside each node. */
  loops: Float64Array;
}

/** Gains closer together than this are equal, and the lower community wins: sums may differ in their last digits. */
const SAME_GAIN = 1e-10;

/**
 * Moves nodes to the neighbouring community that raises modularity most, sweep after sweep, looking only at nodes whose
 * neighbours moved since they were last looked at (Ozaki et al. 2016; Traag et al. 2019).
 *
 * @param community of each node, below the number of nodes; changed in place
 * @param leastGain a sweep that raises modularity by less is the last
 * @param random where each sweep begins
 */
export function moveToBetterCommunities(
  rows: WeightedRows,
  community: Uint32Array,
  leastGain: number,
  random: () => number,
): void {
  const { offsets, neighbors, weight, loops } = rows;
  const n = loops.length;
  const nodeTotal = new Float64Array(n);
  const communityTotal = new Float64Array(n);
  let all = 0;
  for (let v = 0; v < n; v++) {
    let total = loops[v]!;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) total += weight[at]!;
    nodeTotal[v] = total;
    communityTotal[community[v]!]! += total;
    all += total;
  }
  const toward = new Float64Array(n);
  const touched = new Uint32Array(n + 1);
  const isDue = new Uint8Array(n).fill(1);
  for (let gain = Number.POSITIVE_INFINITY; gain >= leastGain; ) {
    gain = 0;
    const begin = Math.floor(random() * n);
    for (let i = 0; i < n; i++) {
      const v = begin + i < n ? begin + i : begin + i - n;
      if (isDue[v] === 0) continue;
      isDue[v] = 0;
      const start = offsets[v]!;
      const end = offsets[v + 1]!;
      let count = 0;
      for (let at = start; at < end; at++) {
        const c = community[neighbors[at]!]!;
        const before = toward[c]!;
        if (before === 0) touched[count++] = c;
        toward[c] = before + weight[at]!;
      }
      const own = community[v]!;
      const perTotal = nodeTotal[v]! / all;
      const stay = toward[own]! - perTotal * (communityTotal[own]! - nodeTotal[v]!);
      let best = own;
      let bestValue = stay;
      for (let t = 0; t < count; t++) {
        const c = touched[t]!;
        if (c !== own) {
          const value = toward[c]! - perTotal * communityTotal[c]!;
          if (value > bestValue + SAME_GAIN || (value > bestValue - SAME_GAIN && best !== own && c < best)) {
            best = c;
            bestValue = value;
          }
        }
        toward[c] = 0;
      }
      toward[own] = 0;
      if (best === own) continue;
      communityTotal[own]! -= nodeTotal[v]!;
      communityTotal[best]! += nodeTotal[v]!;
      community[v] = best;
      gain += (2 * (bestValue - stay)) / all;
      for (let at = start; at < end; at++) {
        const other = neighbors[at]!;
        if (community[other] !== best) isDue[other] = 1;
      }
    }
    if (gain === 0) return;
  }
}
