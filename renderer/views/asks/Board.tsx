import type { InputOf } from '../../../shared/contract/api.ts';
import { spokenDate } from '../../../shared/model/words.ts';
import { firstName } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { todayIso } from '../../state/today.ts';
import { exactDate } from '../targets/dates.ts';
import { useLog } from '../today/use-log.ts';
import { Who } from '../today/Who.tsx';
import styles from './AsksScreen.module.css';
import { type Ask, type boardOf, STAGES, type Stage } from './board.ts';

const WORDS: Record<Stage, { title: string; none: string }> = {
  asked: { title: 'Asked', none: 'No ask without an answer.' },
  answered: { title: 'Answered', none: 'No answer that waits for you.' },
  helped: { title: 'Helped', none: 'Nobody waits for thanks.' },
  thanked: { title: 'Thanked', none: 'A thank-you brings them here.' },
};

/** Asks by where they stand. */
export function Board({ board }: { board: ReturnType<typeof boardOf> }) {
  return (
    <div className={styles.board}>
      {STAGES.map((stage) => (
        <section key={stage} aria-labelledby={`asks-${stage}`}>
          <h2 id={`asks-${stage}`} className={styles.stage}>
            {WORDS[stage].title} <span className={styles.soft}>{board[stage].length}</span>
          </h2>
          {board[stage].length === 0 && <p className={styles.soft}>{WORDS[stage].none}</p>}
          <ul>
            {board[stage].map((ask) => (
              <AskItem key={ask.latest.id} ask={ask} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AskItem({ ask: { latest, stage } }: { ask: Ask }) {
  const { log } = useLog();
  const { person, target, on } = latest;
  const query = String(person.id);
  const first = firstName(person.name);
  const move = (outcome: Extract<InputOf<'log'>['logged'], { kind: 'ask' }>['outcome'], text: string) =>
    void log({ kind: 'ask', person: query, outcome, ...(target === null ? {} : { target }) }, text);
  return (
    <li className={styles.ask}>
      <Who person={person} />
      <p className={styles.soft}>
        {target !== null && (
          <>
            about <bdi>{target}</bdi>,{' '}
          </>
        )}
        <span title={exactDate(on)}>{spokenDate(on, todayIso())}</span>
      </p>
      <div className={styles.buttons}>
        {stage === 'asked' && (
          <Button size="s" onClick={() => move('reply', `Noted: ${first} replied.`)}>
            Replied
          </Button>
        )}
        {(stage === 'asked' || stage === 'answered') && (
          <Button size="s" onClick={() => move('helped', `Noted: ${first} helped.`)}>
            Helped
          </Button>
        )}
        {stage === 'helped' && (
          <Button
            size="s"
            onClick={() => void log({ kind: 'give', person: query, give: 'praise' }, `Noted: you thanked ${first}.`)}
          >
            I thanked them
          </Button>
        )}
      </div>
    </li>
  );
}
