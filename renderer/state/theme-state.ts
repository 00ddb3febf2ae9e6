import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Which colours the page wears. */
export const useTheme = create<{ theme: Theme; setTheme(theme: Theme): void }>()(
  persist((set) => ({ theme: 'system', setTheme: (theme) => set({ theme }) }), { name: 'weft.theme' }),
);

/** Puts the theme on the page, now and whenever it changes. */
export function followTheme(): void {
  const apply = ({ theme }: { theme: Theme }) => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  apply(useTheme.getState());
  useTheme.subscribe(apply);
}
