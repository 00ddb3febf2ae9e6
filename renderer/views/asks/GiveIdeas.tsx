import { firstName } from '../../client/plain-line.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import { useLog } from '../today/use-log.ts';
import { Who } from '../today/Who.tsx';
import styles from './AsksScreen.module.css';

const WORDS = { introduce: 'Introduce', congratulate: 'Congratulate', offer: 'Bring help' } as const;

/** What could be given to whom, and why. */
export function GiveIdeas() {
  const found = useQuestion('listGiveIdeas', {});
  const { write } = useLog();
  if (found.data === undefined) {
    return found.error === null ? (
      <Skeleton label="Looking for gives" lines={3} />
    ) : (
      <ErrorNotice error={found.error} />
    );
  }
  const { ideas, sentence } = found.data;
  return (
    <section className={styles.part} aria-labelledby="asks-ideas">
      <h2 id="asks-ideas">Give ideas</h2>
      <p className={styles.soft}>
        <Sentence text={sentence} />
      </p>
      <ul className={styles.ideas}>
        {ideas.map(({ kind, people, reason, firstStep }) => (
          <li key={`${kind} ${people.map(({ id }) => id).join(' ')}`} className={styles.ask}>
            <p className={styles.soft}>{WORDS[kind]}</p>
            {people.map((person) => (
              <Who key={person.id} person={person} />
            ))}
            <p>
              <Sentence text={reason} />
            </p>
            <p className={styles.soft}>
              <Sentence text={firstStep} />
            </p>
            <div className={styles.buttons}>
              <Button
                size="s"
                onClick={() =>
                  void write(async (api) => {
                    const give = kind === 'congratulate' ? 'praise' : 'intro';
                    const receipts = [];
                    for (const { id } of people) {
                      receipts.push(await api.log({ logged: { kind: 'give', person: String(id), give } }));
                    }
                    const names = people.map(({ name }) => firstName(name)).join(' and ');
                    return { ids: receipts.map(({ id }) => id), text: `Noted: given to ${names}.` };
                  })
                }
              >
                {kind === 'congratulate' ? 'I congratulated them' : 'I introduced them'}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
