import { useState } from 'react';
import type { PersonRef } from '../../../shared/contract/common.ts';
import type { Tie } from '../../../shared/contract/people.ts';
import { asSentence, countOf } from '../../../shared/model/words.ts';
import type { Saying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { TieLine } from '../../components/TieLine.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import { Sentence } from '../targets/Sentence.tsx';
import styles from './PersonPage.module.css';

const FIRST_SHOWN = 8;

/** Whom they know besides you, and how that is known; a wrong one is denied on the spot. */
export function TheirTies({ ties, person, saying }: { ties: readonly Tie[]; person: PersonRef; saying: Saying }) {
  const [isAll, setAll] = useState(false);
  if (ties.length === 0) {
    return (
      <section className={styles.part} aria-labelledby="person-ties">
        <h2 id="person-ties">Whom they know</h2>
        <p className={styles.soft}>Not known. Their own export would show it, or a group thread you share.</p>
      </section>
    );
  }
  const shown = isAll ? ties : ties.slice(0, FIRST_SHOWN);
  return (
    <section className={styles.part} aria-labelledby="person-ties">
      <h2 id="person-ties">Whom they know</h2>
      <ul className={styles.evidence}>
        {shown.map((tie) => (
          <li key={tie.b.id}>
            <span className={styles.tie}>
              <TieLine basis={tie.basis} />
              <span>
                <PersonName name={tie.b.name} isStrong href={hrefTo(personAddress(tie.b.id))} />{' '}
                <span className={styles.soft}>
                  <Sentence text={asSentence(tie.evidence[0]?.text ?? '')} />
                </span>
              </span>
            </span>
            <Button
              kind="quiet"
              size="s"
              aria-label={`${tie.b.name} and ${person.name} do not know each other`}
              onClick={() => void saying.say([{ kind: 'not-knows', a: String(person.id), b: String(tie.b.id) }])}
            >
              Not so
            </Button>
          </li>
        ))}
      </ul>
      {ties.length > shown.length && (
        <Button kind="quiet" size="s" onClick={() => setAll(true)}>
          Show {countOf(ties.length - shown.length, 'more', 'more')}
        </Button>
      )}
    </section>
  );
}
