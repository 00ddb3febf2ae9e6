import { classNames } from '../../components/class-names.ts';
import styles from './Palette.module.css';

const GROUNDS = ['ground', 'rail', 'sunken', 'accentSoft'] as const;
const STEPS = [1, 2, 3, 4] as const;

/** The grounds with every text colour on them, the ramp of strength, and the sizes of type. */
export function Palette() {
  return (
    <div className={styles.palette}>
      <div className={styles.grounds}>
        {GROUNDS.map((ground) => (
          <p key={ground} className={classNames(styles.ground, styles[ground])}>
            <span>Ink</span>
            <span className={styles.soft}>soft</span>
            <span className={styles.faint}>faint</span>
            <span className={styles.accent}>accent</span>
            <span className={styles.danger}>danger</span>
            <span className={styles.good}>good</span>
          </p>
        ))}
      </div>
      <div className={styles.ramp} aria-hidden="true">
        {STEPS.map((step) => (
          <span key={step} className={styles[`strength${step}`]} />
        ))}
      </div>
      <p className={styles.title}>A title of 22 pixels, 1,204 people</p>
      <p className={styles.lead}>The answer: ask Petra. She wrote to you in March.</p>
      <p>Text of 14 pixels with tabular figures: 1,111 and 8,888.</p>
      <p className={styles.small}>Small text of 13 pixels for what stands beside.</p>
    </div>
  );
}
