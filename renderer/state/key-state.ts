import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Keys without Ctrl or ⌘ can be turned off: dictation types them by accident (WCAG 2.1.4). */
export const useSingleKeys = create<{ areOn: boolean; set(areOn: boolean): void }>()(
  persist((set) => ({ areOn: true, set: (areOn) => set({ areOn }) }), { name: 'weft.single-keys' }),
);
