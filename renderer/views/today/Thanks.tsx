import type { Today } from '../../../shared/contract/today.ts';
import { firstName } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import styles from './TodayScreen.module.css';
import { useLog } from './use-log.ts';
import { Who } from './Who.tsx';

/** Who helped and has heard nothing since. A thank-you is logged as praise given: it is what goes back. */
export function Thanks({ thanks }: { thanks: Today['thanks'] }) {
  const { log } = useLog();
  if (thanks.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="today-thanks">
      <h2 id="today-thanks">Thanks owed</h2>
      <ul className={styles.list}>
        {thanks.map(({ person, reason, on }) => (
          <li key={person.id}>
            <Who person={person} />
            <p className={styles.soft} title={on}>
              <Sentence text={reason} />
            </p>
            <div className={styles.buttons}>
              <Button
                size="s"
                onClick={() =>
                  void log(
                    { kind: 'give', person: String(person.id), give: 'praise' },
                    `Noted: you thanked ${firstName(person.name)}.`,
                  )
                }
              >
                I thanked them
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
