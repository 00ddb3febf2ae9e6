import { useState } from 'react';
import type { ProposalList } from '../../../shared/contract/people.ts';
import { countOf } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import { CompareSheet } from '../people/CompareSheet.tsx';
import styles from './DataScreen.module.css';

/** Proposals shown before "show all". */
const FIRST_SHOWN = 5;

/** People and companies that might be the same. Nothing is merged without the user's word, and every merge can be undone. */
export function SameOrNot() {
  const proposals = useQuestion('listProposals', {});
  const saying = useSaying();
  const [isAll, setAll] = useState(false);
  const [compared, setCompared] = useState<readonly [number, number] | null>(null);
  if (proposals.isError) return <ErrorNotice error={proposals.error} />;
  const { people = [], companies = [] } = proposals.data ?? {};
  if (people.length + companies.length === 0) return null;
  const most = isAll ? Number.POSITIVE_INFINITY : FIRST_SHOWN;
  const hidden = Math.max(0, people.length - most) + Math.max(0, companies.length - most);
  return (
    <section className={styles.part} aria-labelledby="data-same">
      <h2 id="data-same">The same, or not?</h2>
      <p className={styles.line}>Weft never merges by itself. Say which of these are one.</p>
      <ul className={styles.list}>
        {people.slice(0, most).map((pair) => (
          <li key={`${pair.a.id} ${pair.b.id}`} className={styles.entry}>
            <div className={styles.what}>
              <p className={styles.title}>
                <Who person={pair.a} /> and <Who person={pair.b} />
              </p>
              <p className={styles.detail}>{pair.reason}</p>
            </div>
            <Button size="s" onClick={() => setCompared([pair.a.id, pair.b.id])}>
              Compare
            </Button>
          </li>
        ))}
        {companies.slice(0, most).map((pair) => (
          <li key={`${pair.a} ${pair.b}`} className={styles.entry}>
            <div className={styles.what}>
              <p className={styles.title}>
                <bdi>{pair.a}</bdi> and <bdi>{pair.b}</bdi>
              </p>
              <p className={styles.detail}>
                {countOf(pair.peopleA, 'person', 'people')} and {countOf(pair.peopleB, 'person', 'people')}:{' '}
                {pair.reason}
              </p>
            </div>
            <Button
              size="s"
              onClick={() =>
                void saying.say([{ kind: 'alias', company: pair.a, other: pair.b }], 'Taken as one company.')
              }
            >
              One company
            </Button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div className={styles.actions}>
          <Button kind="quiet" size="s" onClick={() => setAll(true)}>
            Show {countOf(hidden, 'more', 'more')}
          </Button>
        </div>
      )}
      {compared !== null && <CompareSheet pair={compared} onClose={() => setCompared(null)} />}
    </section>
  );
}

function Who({ person }: { person: ProposalList['people'][number]['a'] }) {
  return <PersonName name={person.name} isStrong href={hrefTo(personAddress(person.id))} />;
}
