import type { InputOf } from '../../../shared/contract/api.ts';
import type { PersonPage } from '../../../shared/contract/people.ts';
import { useClient } from '../../client/client-context.ts';
import type { Saying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/Field.tsx';
import { showToast } from '../../state/toast-state.ts';
import styles from './PersonPage.module.css';

type Logged = InputOf<'log'>['logged'];

const GIVES = [
  ['intro', 'An introduction'],
  ['article', 'An article'],
  ['job', 'A job post'],
  ['event', 'An event'],
  ['advice', 'Advice'],
  ['praise', 'Praise'],
] as const;
/** Entries that are written here and read as a log; the rest of what was said stands where it belongs. */
const LOGGED = new Set(['ask', 'give', 'meeting', 'call', 'referral', 'introduced']);

export interface LogBarProps {
  person: string;
  saying: Saying;
  loop: PersonPage['loop'];
}

/** What happened between you: asks, gives, meetings and calls, a click each, newest first. */
export function LogBar({ person, saying, loop }: LogBarProps) {
  const { api } = useClient();
  const log = async (logged: Logged) => {
    const receipt = await saying.run(() => api.log({ logged }));
    if (receipt !== null) {
      showToast(receipt.text, { label: 'Undo', run: () => void saying.run(() => api.withdraw({ id: receipt.id })) });
    }
  };
  const entries = loop
    .filter(({ kind }) => LOGGED.has(kind))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.id - a.id));
  return (
    <section className={styles.part} aria-labelledby="person-log">
      <h2 id="person-log">Between you</h2>
      <div className={styles.buttons}>
        <Button size="s" onClick={() => void log({ kind: 'meeting', person })}>
          We met
        </Button>
        <Button size="s" onClick={() => void log({ kind: 'call', person })}>
          We talked
        </Button>
        <SelectField
          label="I gave"
          value=""
          onChange={(event) =>
            void log({ kind: 'give', person, give: event.currentTarget.value as (typeof GIVES)[number][0] })
          }
        >
          <option value="" disabled>
            Choose
          </option>
          {GIVES.map(([give, words]) => (
            <option key={give} value={give}>
              {words}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="I asked, and"
          value=""
          onChange={(event) =>
            void log({
              kind: 'ask',
              person,
              outcome: event.currentTarget.value as 'none' | 'reply' | 'helped' | 'opportunity',
            })
          }
        >
          <option value="" disabled>
            Choose
          </option>
          <option value="none">no answer yet</option>
          <option value="reply">they replied</option>
          <option value="helped">they helped</option>
          <option value="opportunity">it led to an opportunity</option>
        </SelectField>
      </div>
      {entries.length > 0 && (
        <ul className={styles.evidence}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <span dir="auto">
                {entry.text} <span className={styles.soft}>{entry.on}</span>
              </span>
              <Button
                kind="quiet"
                size="s"
                aria-label={`Take back: ${entry.text}`}
                onClick={() => void saying.takeBack([entry.id])}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
