import type { CircleList } from '../../../shared/contract/circles.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { PersonName } from '../../components/PersonName.tsx';
import styles from './CirclesScreen.module.css';

export type NamedCircle = CircleList['circles'][number];

/** The circles that stand; each opens to be changed. */
export function NamedCircles({
  circles,
  lastNamed,
  onOpen,
}: {
  circles: readonly NamedCircle[];
  lastNamed: string | null;
  onOpen: (name: string) => void;
}) {
  return (
    <section className={styles.named} aria-labelledby="named-circles">
      <h2 id="named-circles">Your circles</h2>
      {circles.length === 0 ? (
        <p className={styles.soft}>The first one you name stands here, and on the map.</p>
      ) : (
        <ul>
          {circles.map((circle) => (
            <li key={circle.name} data-new={circle.name === lastNamed || undefined}>
              <button type="button" className={styles.circle} onClick={() => onOpen(circle.name)}>
                <span className={styles.circleName}>
                  <PersonName name={circle.name} isStrong />
                  <span className={styles.count} title={countOf(circle.people, 'person', 'people')}>
                    {groupDigits(circle.people)}
                  </span>
                </span>
                <span className={styles.who}>{whoIsIn(circle)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function whoIsIn({ members, people }: NamedCircle) {
  const rest = people - members.length;
  return (
    <>
      {members.map(({ person }, at) => (
        <span key={person.id}>
          {at > 0 && ', '}
          <PersonName name={person.name} />
        </span>
      ))}
      {rest > 0 && ` and ${countOf(rest, 'other')}`}
    </>
  );
}
