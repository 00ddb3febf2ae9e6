import { useQueryClient } from '@tanstack/react-query';
import { Keyboard, Search } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useClient } from '../../client/client-context.ts';
import { question } from '../../client/use-question.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { ICON } from '../../components/icon.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { useHashLocation } from '../../state/hash-location.ts';
import { openCommandBar, openKeyHelp } from '../../state/overlay-state.ts';
import { askedOfMap, FIRST_QUESTION } from '../map/map-address.ts';
import { loadMapScreen, SCREENS } from '../screens.ts';
import { commandKeyName } from './key-names.ts';
import styles from './Rail.module.css';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { WeftMark } from './WeftMark.tsx';

/** The first screen stands by then, and its answers are there. */
const PREPARE_MAP_AFTER_MS = 2000;

/** The screens, and the few things that are always at hand. */
export function Rail() {
  const [path] = useHashLocation();
  const client = useClient();
  const questions = useQueryClient();
  // The map has most code and the longest answer; it should not begin with either when somebody opens it.
  useEffect(() => {
    const soon = setTimeout(async () => {
      try {
        await loadMapScreen();
        await questions.prefetchQuery(question(client, 'getMap', askedOfMap(FIRST_QUESTION)));
      } catch {
        // Nobody waits yet: what fails is asked for again, and said, when the map is opened.
      }
    }, PREPARE_MAP_AFTER_MS);
    return () => clearTimeout(soon);
  }, [client, questions]);
  return (
    <header className={styles.rail}>
      <p className={styles.brand}>
        <WeftMark />
        <span className={styles.wide}>Weft</span>
      </p>
      <button type="button" className={styles.search} onClick={openCommandBar} aria-label="Find or do">
        <Search {...ICON} />
        <span className={styles.wide}>Find or do</span>
        <span className={styles.keys}>
          <Kbd keys={`${commandKeyName} K`} />
        </span>
      </button>
      <nav aria-label="Screens" className={styles.screens}>
        <ul>
          {SCREENS.filter(({ isInRail }) => isInRail).map(({ path: screenPath, title, icon: IconShape }) => {
            const isHere = path === screenPath || path.startsWith(`${screenPath}/`);
            return (
              <li key={screenPath}>
                <Link
                  href={screenPath}
                  className={styles.screen}
                  aria-current={isHere ? 'page' : undefined}
                  title={title}
                >
                  <IconShape {...ICON} size={18} />
                  <span className={styles.name}>{title}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className={styles.foot}>
        <ThemeSwitch />
        <IconButton icon={Keyboard} label="Keys" keys="?" onClick={openKeyHelp} />
      </div>
    </header>
  );
}
