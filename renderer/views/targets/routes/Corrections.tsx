import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { RouteDetails } from '../../../../shared/contract/routes.ts';
import { useSaying } from '../../../client/use-saying.ts';
import { Button } from '../../../components/Button.tsx';
import { exactDate } from '../dates.ts';
import { Sentence } from '../Sentence.tsx';
import styles from './Lists.module.css';

const FEW = 6;

/** What I said that bears on this target, each to be taken back where it stands. */
export function Corrections({ details: { corrections } }: { details: RouteDetails }) {
  const { takeBack } = useSaying();
  const [isAll, setAll] = useState(false);
  if (corrections.length === 0) return null;
  const shown = isAll ? corrections : corrections.slice(0, FEW);
  return (
    <section aria-labelledby="corrections-heading">
      <h2 id="corrections-heading" className={styles.heading}>
        What you said
      </h2>
      <ul className={styles.list}>
        {shown.map(({ id, on, text }) => (
          <li key={id} className={styles.row}>
            <span className={styles.words} title={exactDate(on)}>
              <Sentence text={text} />
            </span>
            <Button size="s" kind="quiet" icon={Undo2} onClick={() => void takeBack([id])}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {corrections.length > FEW && (
        <Button size="s" kind="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : `Show all ${corrections.length}`}
        </Button>
      )}
    </section>
  );
}
