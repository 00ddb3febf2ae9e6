import { useEffect, useState } from 'react';
import type { PersonRef } from '../../../shared/contract/common.ts';
import type { TriageSummary } from '../../../shared/contract/top.ts';
import { countOf } from '../../../shared/model/words.ts';
import { useClient } from '../../client/client-context.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { companyRoutesAddress, hrefTo } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { useTargetAddress } from '../today/use-target-address.ts';
import { Who } from '../today/Who.tsx';
import { type Deck, idsOf } from './deck.ts';
import styles from './TriageScreen.module.css';

export interface SummaryProps {
  deck: Deck;
  /** Cards still open in the map. */
  open: number;
  settled: () => Promise<unknown>;
  onUndo: () => void;
  onGoOn: () => void;
}

/** What the answers of this batch changed. */
export function Summary({ deck, open, settled, onUndo, onGoOn }: SummaryProps) {
  const { api } = useClient();
  const addressOf = useTargetAddress();
  const [summary, setSummary] = useState<TriageSummary | null>(null);
  const [error, setError] = useState<unknown>(null);
  const count = deck.answered.length;
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      try {
        let ids: number[] = [];
        await settled();
        ids = idsOf(deck);
        const answer = await api.summarizeTriage({ statements: ids });
        if (isCurrent) setSummary(answer);
      } catch (failure) {
        if (isCurrent) setError(failure);
      }
    };
    if (deck.answered.every(({ ids }) => ids !== null)) void ask();
    return () => {
      isCurrent = false;
    };
  }, [deck, api, settled]);

  if (error !== null) return <ErrorNotice error={error} />;
  if (summary === null) return <Skeleton label="Seeing what changed" lines={5} />;
  const targets = [
    ...summary.targetsUp.map((name) => ({ name, text: `The way to ${name} looks better.` })),
    ...summary.targetsDown.map((name) => ({ name, text: `The way to ${name} looks harder.` })),
  ];
  return (
    <div className={styles.summary}>
      <p className={styles.sentence} role="status">
        <Sentence text={summary.sentence} />
      </p>
      <div className={styles.lists}>
        <People title="Came into your top 20 %" people={summary.entered} />
        <People title="Left it" people={summary.left} />
        {targets.length > 0 && (
          <section>
            <h2>Targets</h2>
            <ul>
              {targets.map(({ name, text }) => (
                <li key={text}>
                  <a href={hrefTo(addressOf(name) ?? companyRoutesAddress(name))}>
                    <Sentence text={text} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" onClick={onGoOn} disabled={open <= 0}>
          {open <= 0 ? 'All cards are done' : `Go on: ${countOf(open, 'card')} open`}
        </Button>
        <Button onClick={() => navigate('/top')}>See your top contacts</Button>
        <Button kind="quiet" onClick={onUndo} disabled={count === 0}>
          Take the last answer back
        </Button>
      </div>
    </div>
  );
}

function People({ title, people }: { title: string; people: readonly PersonRef[] }) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <Who person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}
