import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { MODEL_WEIGHTS, type Weights } from './weighted.ts';

export interface Preset {
  name: string;
  weights: Weights;
}

interface WeightsState {
  weights: Weights;
  presets: readonly Preset[];
  set(weights: Weights): void;
  /** Under a name that is taken it replaces the one before. */
  keep(name: string): void;
  drop(name: string): void;
}

/** What matters now, kept on this computer between visits. */
export const useWeights = create<WeightsState>()(
  persist(
    (change) => ({
      weights: MODEL_WEIGHTS,
      presets: [],
      set: (weights) => change({ weights }),
      keep: (name) =>
        change(({ weights, presets }) => ({
          presets: [...presets.filter((preset) => preset.name !== name), { name, weights }],
        })),
      drop: (name) => change(({ presets }) => ({ presets: presets.filter((preset) => preset.name !== name) })),
    }),
    { name: 'weft.what-matters' },
  ),
);
