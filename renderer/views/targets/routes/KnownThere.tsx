import { useState } from 'react';
import type { RouteDetails } from '../../../../shared/contract/routes.ts';
import { countOf } from '../../../../shared/model/words.ts';
import { Button } from '../../../components/Button.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { StrengthBars } from '../../../components/StrengthBars.tsx';
import { hrefTo, personAddress, personRoutesAddress } from '../../../state/addresses.ts';
import type { Goal } from '../goal.ts';
import { EmployerSize } from './EmployerSize.tsx';
import styles from './Lists.module.css';

const FEW = 8;
const NEAR_WORDS = { direct: 'you know them', 'one-step': 'one step', 'two-steps': 'two steps', none: 'no route yet' };

/** Everybody known at a company, the nearest first, and how large it is. */
export function KnownThere({ goal, details }: { goal: Goal; details: RouteDetails }) {
  const [isAll, setAll] = useState(false);
  const { known, knownTotal, employer } = details;
  const shown = isAll ? known : known.slice(0, FEW);
  const place = goal.kind === 'company' ? goal.name : employer;
  const isListed = goal.kind === 'company' && known.length > 0;
  if (!isListed && place === null) return null;
  return (
    <section aria-label="Who and how many work there">
      {isListed && <h2 className={styles.heading}>{countOf(knownTotal, 'person', 'people')} known there</h2>}
      {isListed && (
        <ul className={styles.list}>
          {shown.map(({ person, near, s, band }) => (
            <li key={person.id} className={styles.row}>
              <span className={styles.words}>
                <PersonName
                  name={person.name}
                  href={hrefTo(near === 'direct' ? personAddress(person.id) : personRoutesAddress(person.id))}
                />
                {person.position !== null && (
                  <span className={styles.role}>
                    <PersonName name={person.position} />
                  </span>
                )}
              </span>
              {band === null ? (
                <span className={styles.near}>{NEAR_WORDS[near]}</span>
              ) : (
                <StrengthBars s={s} band={band} />
              )}
            </li>
          ))}
        </ul>
      )}
      {isListed && known.length > FEW && (
        <Button size="s" kind="quiet" className={styles.more} onClick={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : `Show ${known.length === knownTotal ? 'all' : 'the nearest'} ${known.length}`}
        </Button>
      )}
      {place !== null && <EmployerSize company={place} size={details.size} />}
    </section>
  );
}
