import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/api.ts';
import type { Today } from '../../../shared/contract/today.ts';
import { dueWords } from '../../../shared/model/words.ts';
import { firstName } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { exactDate, followUpDate } from '../targets/dates.ts';
import { Sentence } from '../targets/Sentence.tsx';
import styles from './TodayScreen.module.css';
import { useLog } from './use-log.ts';
import { Who } from './Who.tsx';

type FollowUp = Today['followUps'][number];
type Outcome = Extract<InputOf<'log'>['logged'], { kind: 'ask' }>['outcome'];

const FIRST_SHOWN = 4;

/** Asks without help so far, the most overdue first. */
export function FollowUps({ followUps, asOf }: { followUps: Today['followUps']; asOf: string }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? followUps : followUps.slice(0, FIRST_SHOWN);
  return (
    <section className={styles.part} aria-labelledby="today-follow-ups">
      <h2 id="today-follow-ups">Follow-ups due</h2>
      {followUps.length === 0 ? (
        <p className={styles.soft}>None. What you ask is noted here again three weeks later, four after a reply.</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((one) => (
            <FollowUpItem key={`${one.person.id} ${one.target}`} followUp={one} asOf={asOf} />
          ))}
        </ul>
      )}
      {shown.length < followUps.length && (
        <Button size="s" kind="quiet" onClick={() => setAll(true)}>
          Show all {followUps.length}
        </Button>
      )}
    </section>
  );
}

function FollowUpItem({ followUp, asOf }: { followUp: FollowUp; asOf: string }) {
  const { person, target, reason, dueOn, outcome } = followUp;
  const { log } = useLog();
  const first = firstName(person.name);
  const write = (next: Outcome, text: string) =>
    void log({ kind: 'ask', person: String(person.id), outcome: next, ...(target === null ? {} : { target }) }, text);
  return (
    <li>
      <div className={styles.line}>
        <Who person={person} />
        <span className={styles.late} title={exactDate(dueOn)}>
          {dueWords(dueOn, asOf)}
        </span>
      </div>
      <p className={styles.soft}>
        <Sentence text={reason} />
      </p>
      <div className={styles.buttons}>
        <Button
          size="s"
          onClick={() =>
            write('none', `Asked ${first} again. Next follow-up on ${followUpDate(asOf) ?? 'a later day'}.`)
          }
        >
          Asked again
        </Button>
        {outcome === 'none' && (
          <Button size="s" onClick={() => write('reply', `Noted: ${first} replied.`)}>
            They replied
          </Button>
        )}
        <Button size="s" onClick={() => write('helped', `Noted: ${first} helped.`)}>
          They helped
        </Button>
      </div>
    </li>
  );
}
