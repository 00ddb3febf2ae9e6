import type { InputOf } from '../../../shared/contract/api.ts';
import { spokenDate } from '../../../shared/model/words.ts';
import { firstName } from '../../client/plain-line.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { todayIso } from '../../state/today.ts';
import { exactDate, followUpDate } from '../targets/dates.ts';
import { isResting } from '../targets/goodwill-words.ts';
import { useLog } from '../today/use-log.ts';
import { Who } from '../today/Who.tsx';
import styles from './AsksScreen.module.css';
import { type Ask, type boardOf, STAGES, type Stage } from './board.ts';

const WORDS: Record<Stage, { title: string; none: string }> = {
  planned: { title: 'Planned', none: 'No conversation planned.' },
  asked: { title: 'Asked', none: 'No ask without an answer.' },
  answered: { title: 'Answered', none: 'No answer that waits for you.' },
  helped: { title: 'Helped', none: 'Nobody waits for thanks.' },
  thanked: { title: 'Thanked', none: 'A thank-you brings them here.' },
};

export interface BoardProps {
  board: ReturnType<typeof boardOf>;
  /** A planned conversation took place: its note may be written. */
  onTalked: (plan: Ask['latest']) => void;
}

/** Asks by where they stand. */
export function Board({ board, onTalked }: BoardProps) {
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
              <AskItem key={ask.latest.id} ask={ask} onTalked={onTalked} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AskItem({ ask: { latest, stage }, onTalked }: { ask: Ask; onTalked: BoardProps['onTalked'] }) {
  const { log } = useLog();
  const { person, target, on, plan } = latest;
  const { takeBack } = useSaying();
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
        {stage === 'planned' ? (
          <span title={plan?.when == null ? undefined : exactDate(plan.when)}>
            {plan?.when == null ? 'no day yet' : exactDate(plan.when)}
          </span>
        ) : (
          <span title={exactDate(on)}>{spokenDate(on, todayIso())}</span>
        )}
        {stage === 'asked' && (
          <>
            ,{' '}
            {isResting({ lastAsk: { id: latest.id, on, target, outcome: 'none' } }, todayIso())
              ? `give it until ${followUpDate(on)}`
              : 'time to follow up'}
          </>
        )}
        {plan?.where != null && (
          <>
            , <bdi>{plan.where}</bdi>
          </>
        )}
      </p>
      {plan?.what != null && (
        <p>
          <bdi>{plan.what}</bdi>
        </p>
      )}
      {plan?.why != null && (
        <p className={styles.soft}>
          Why: <bdi>{plan.why}</bdi>
        </p>
      )}
      <div className={styles.buttons}>
        {stage === 'planned' && (
          <>
            <Button size="s" onClick={() => move('none', `Ask to ${first} logged.`)}>
              I asked
            </Button>
            <Button size="s" onClick={() => onTalked(latest)}>
              We talked
            </Button>
            <Button size="s" kind="quiet" onClick={() => void takeBack([latest.id], 'Plan dropped.')}>
              Drop
            </Button>
          </>
        )}
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
