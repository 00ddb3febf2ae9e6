import { Checkbox } from '../../components/Choice.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useSingleKeys } from '../../state/key-state.ts';
import { closeOverlay, useOverlay } from '../../state/overlay-state.ts';
import { SCREENS } from '../screens.ts';
import styles from './KeyHelp.module.css';
import { backKeys, commandKeyName, forwardKeys } from './key-names.ts';

interface KeyLine {
  keys: string;
  does: string;
}

const EVERYWHERE: readonly KeyLine[] = [
  { keys: `${commandKeyName} K`, does: 'Find a person or company, go to a screen, do something' },
  { keys: '/', does: 'Search on this screen' },
  { keys: '?', does: 'Show these keys' },
  { keys: 'Esc', does: 'Close what is open' },
  { keys: backKeys, does: 'Back' },
  { keys: forwardKeys, does: 'Forward' },
];

const ON_THE_MAP: readonly KeyLine[] = [
  { keys: '← ↑ ↓ →', does: 'Walk among neighbours' },
  { keys: 'Enter', does: 'Open the one chosen' },
  { keys: 'Esc', does: 'Choose nobody' },
  { keys: '+ - 0', does: 'Closer, farther, all of it' },
];

/** Each stands on its button, too. */
const ANSWERS: readonly KeyLine[] = [
  { keys: '1–4', does: 'Sort who you know: answer a card' },
  { keys: '5–9', does: 'Sort who you know: what they help with' },
  { keys: '1–6', does: 'Asks & gives: log a give in a line' },
  { keys: 'X L', does: 'Circles: not one, later' },
  { keys: 'Z', does: 'Undo the last answer' },
];

const IN_TABLES: readonly KeyLine[] = [
  { keys: '↑ ↓', does: 'Move by a row' },
  { keys: 'PgUp PgDn', does: 'Move by a page' },
  { keys: 'Home End', does: 'First and last row' },
  { keys: 'Enter', does: 'Open the row' },
  { keys: 'Space', does: 'Tick the row' },
];

/** The sheet of keys, opened with `?`. */
export function KeyHelp() {
  const { overlay } = useOverlay();
  const { areOn, set } = useSingleKeys();
  const screens = SCREENS.map(({ key, title }) => ({ keys: `g ${key}`, does: title }));
  return (
    <Sheet isOpen={overlay === 'key-help'} onClose={closeOverlay} title="Keys" shape="wide">
      <div className={styles.columns}>
        <Lines title="Everywhere" lines={EVERYWHERE} />
        <Lines title="Go to" lines={screens} />
        <Lines title="In tables" lines={IN_TABLES} />
        <Lines title="On the map" lines={ON_THE_MAP} />
        <Lines title="For answers" lines={ANSWERS} />
      </div>
      <Checkbox
        checked={areOn}
        onChange={(event) => set(event.currentTarget.checked)}
        hint={`Turn them off if you dictate. ${commandKeyName} K and the keys of tables stay.`}
      >
        Use keys without {commandKeyName}
      </Checkbox>
    </Sheet>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly KeyLine[] }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={keys} className={styles.line}>
            <dt>
              <Kbd keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
