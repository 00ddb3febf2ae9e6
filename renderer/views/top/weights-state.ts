import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { MODEL_WEIGHTS, type Weights } from './weighted.ts';

/** What matters now. Under a name it is kept in the map. */
export const useWeights = create<{ weights: Weights; set(weights: Weights): void }>()(
  persist((change) => ({ weights: MODEL_WEIGHTS, set: (weights) => change({ weights }) }), {
    name: 'weft.what-matters',
  }),
);
