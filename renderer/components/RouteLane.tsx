import type { ReactNode } from 'react';
import type { Band } from '../../shared/contract/common.ts';
import { classNames } from './class-names.ts';
import { PersonName } from './PersonName.tsx';
import styles from './RouteLane.module.css';
import { StrengthBars } from './StrengthBars.tsx';
import { bandOf } from './strength-in-bars.ts';
import { type Basis, TieLine } from './TieLine.tsx';
import { WorkLine } from './WorkLine.tsx';

export interface LanePerson {
  id: number;
  name: string;
  position: string | null;
  company: string | null;
  href?: string;
}

export interface LaneHop {
  basis: Basis;
  /** Strength, 0..1. */
  s: number;
  /** Left out, it follows from the strength; a tie of mine may be `unknown` all the same. */
  band?: Band;
  /** What it rests on, one sentence each. */
  why: readonly string[];
}

export interface RouteLaneProps {
  /** From me to the target; one more than hops. */
  people: readonly LanePerson[];
  hops: readonly LaneHop[];
  /** Index of the hop with the least chance. */
  weakest: number;
  /** How the first person is called: "You". */
  meWord?: string;
  /** Right of the lane or under it: chance in words, kind of ask, buttons. */
  aside?: ReactNode;
  /** For a hop that the user may correct in place. */
  hopActions?: (hop: number) => ReactNode;
}

/**
 * One route as a lane, me → … → target: a line for each tie in the style of its basis, bars for its strength, the weakest
 * link named, and why. Stands upright where the place is narrow.
 */
export function RouteLane({ people, hops, weakest, meWord = 'You', aside, hopActions }: RouteLaneProps) {
  return (
    <div className={styles.lane}>
      <ol className={styles.people}>
        {people.map((person, index) => {
          const hop = hops[index];
          return (
            <li key={person.id} className={classNames(styles.stop, hop === undefined && styles.last)}>
              <div className={styles.person}>
                <span className={classNames(styles.dot, hop === undefined && styles.target)} aria-hidden="true" />
                <span className={styles.who}>
                  {index === 0 ? (
                    <strong className={styles.me}>{meWord}</strong>
                  ) : (
                    <PersonName
                      name={person.name}
                      isStrong
                      {...(person.href === undefined ? {} : { href: person.href })}
                    />
                  )}
                  {index > 0 && (
                    <WorkLine position={person.position} company={person.company} className={styles.work} />
                  )}
                </span>
              </div>
              {hop !== undefined && (
                <div className={styles.hop}>
                  {/* One of the two shows, by the room there is. */}
                  <span className={styles.level}>
                    <TieLine basis={hop.basis} isWeakest={index === weakest} />
                  </span>
                  <span className={styles.upright}>
                    <TieLine basis={hop.basis} isWeakest={index === weakest} isUpright />
                  </span>
                  <div className={styles.tie}>
                    <StrengthBars s={hop.s} band={hop.band ?? bandOf(hop.s)} />
                    {index === weakest && hops.length > 1 && <span className={styles.weakest}>weakest link</span>}
                    {hopActions?.(index)}
                  </div>
                  {hop.why.length > 0 && (
                    <ul className={styles.why}>
                      {hop.why.map((reason) => (
                        <li key={reason} dir="ltr">
                          {reason}
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </div>
  );
}
