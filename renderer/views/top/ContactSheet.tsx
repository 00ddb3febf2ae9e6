import type { TopContact } from '../../../shared/contract/top.ts';
import { plainLine } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { PartLines } from './PartBars.tsx';
import { shareWords } from './part-words.ts';
import styles from './TopScreen.module.css';

/** Why somebody stands where they stand. */
export function ContactSheet({ contact, onClose }: { contact: TopContact | null; onClose: () => void }) {
  if (contact === null) return null;
  const { person, rank, share, why, nextStep, multipliers, strength, robust, inVitalSet } = contact;
  const work = [person.position, person.company].filter((part) => part !== null).join(', ');
  return (
    <Sheet
      isOpen
      onClose={onClose}
      shape="side"
      title={plainLine(person.name, 80)}
      lead={<Sentence text={work} />}
      actions={
        <Button kind="primary" onClick={() => navigate(personAddress(person.id))}>
          Open their page
        </Button>
      }
    >
      <div className={styles.sheet}>
        <section className={styles.part}>
          <h3>Next step</h3>
          <p>
            <Sentence text={nextStep} />
          </p>
        </section>
        <section className={styles.part}>
          <h3>Why number {rank}</h3>
          <ul className={styles.missing}>
            {why.map((text) => (
              <li key={text}>
                <Sentence text={text} />
              </li>
            ))}
          </ul>
          {strength !== null && <StrengthBars s={strength.s} band={strength.band} />}
          <p className={styles.soft}>
            {shareWords(share)} of what your network could open
            {inVitalSet ? ', one of the vital few' : ''}.
            {robust === true && ' In the top 20 % in at least four of five runs with other assumptions.'}
            {robust === false && ' Falls out of the top 20 % under some other assumptions.'}
          </p>
        </section>
        <section className={styles.part}>
          <h3>The six parts</h3>
          <p className={styles.soft}>
            Each against the middle of all your contacts (×1). Multiplied, they make the place.
          </p>
          <PartLines multipliers={multipliers} />
        </section>
      </div>
    </Sheet>
  );
}
