import { spokenDate } from '../../../shared/model/words.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { Tag } from '../../components/Tag.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import { todayIso } from '../../state/today.ts';
import type { Card } from './deck.ts';
import styles from './TriageScreen.module.css';

/** Who it is, in the few facts that bring them to mind. Read aloud when it changes. */
export function CardView({ card }: { card: Card }) {
  const { person, connectedOn, lastContactOn, strength, helpsWith, why } = card;
  const today = todayIso();
  return (
    <article className={styles.card} aria-live="polite" aria-atomic="true">
      <h2 className={styles.name}>
        <PersonName name={person.name} href={hrefTo(personAddress(person.id))} />
      </h2>
      <p className={styles.work}>
        {person.position === null && person.company === null && 'No title or employer in your export'}
        {person.position !== null && <PersonName name={person.position} />}
        {person.position !== null && person.company !== null && ', '}
        {person.company !== null && <PersonName name={person.company} />}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Connected</dt>
          <dd title={connectedOn ?? undefined}>{spokenDate(connectedOn, today) ?? 'day not known'}</dd>
        </div>
        <div>
          <dt>Last wrote</dt>
          <dd title={lastContactOn ?? undefined}>{spokenDate(lastContactOn, today) ?? 'no message seen'}</dd>
        </div>
        {strength !== null && (
          <div>
            <dt>So far</dt>
            <dd>
              <StrengthBars s={strength.s} band={strength.band} />
            </dd>
          </div>
        )}
      </dl>
      {helpsWith.length > 0 && (
        <p className={styles.said}>
          {helpsWith.map((text) => (
            <Tag key={text} tone="accent">
              {text}
            </Tag>
          ))}
        </p>
      )}
      <p className={styles.why}>{why}</p>
    </article>
  );
}
