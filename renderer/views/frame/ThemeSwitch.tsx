import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '../../components/IconButton.tsx';
import { type Theme, useTheme } from '../../state/theme-state.ts';

const CHOICES: Record<Theme, { icon: typeof Sun; label: string; next: Theme }> = {
  system: { icon: Monitor, label: 'Colours: as the system', next: 'light' },
  light: { icon: Sun, label: 'Colours: light', next: 'dark' },
  dark: { icon: Moon, label: 'Colours: dark', next: 'system' },
};

/** Goes round: as the system has it, light, dark. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const { icon, label, next } = CHOICES[theme];
  return <IconButton icon={icon} label={label} onClick={() => setTheme(next)} />;
}
