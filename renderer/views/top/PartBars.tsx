import type { TopContact } from '../../../shared/contract/top.ts';
import styles from './PartBars.module.css';
import { barOf, PARTS, partWords, timesWords } from './part-words.ts';

const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
const STEP = 11;

/** Six small bars, up for more and down for less than the middle of all contacts. */
export function PartBars({ multipliers }: { multipliers: TopContact['multipliers'] }) {
  const words = PARTS.map((one) => `${one.word}: ${partWords(one, multipliers)}`).join('; ');
  return (
    <svg width={PARTS.length * STEP} height={HEIGHT} role="img" aria-label={words} className={styles.bars}>
      <title>{PARTS.map(({ part, word }) => `${word} ${timesWords(multipliers[part])}`).join(' · ')}</title>
      <line x1={0} x2={PARTS.length * STEP} y1={MIDDLE} y2={MIDDLE} className={styles.middle} />
      {PARTS.map(({ part }, place) => {
        const bar = barOf(multipliers[part]);
        const height = Math.max(1, Math.abs(bar) * MIDDLE);
        return (
          <rect
            key={part}
            x={place * STEP + 2}
            width={7}
            y={bar >= 0 ? MIDDLE - height : MIDDLE}
            height={height}
            rx={1}
            className={bar >= 0 ? styles.more : styles.less}
          />
        );
      })}
    </svg>
  );
}

/** The same six with words and numbers, a line each. */
export function PartLines({ multipliers }: { multipliers: TopContact['multipliers'] }) {
  return (
    <dl className={styles.lines}>
      {PARTS.map((one) => {
        const bar = barOf(multipliers[one.part]);
        return (
          <div key={one.part} className={styles.line}>
            <dt>{one.word}</dt>
            <dd>
              <svg viewBox="0 0 96 10" width={96} height={10} aria-hidden="true">
                <rect
                  x={bar >= 0 ? 48 : 48 + bar * 48}
                  width={Math.max(1, Math.abs(bar) * 48)}
                  y={2}
                  height={6}
                  rx={1}
                  className={bar >= 0 ? styles.more : styles.less}
                />
                <line x1={48} x2={48} y1={0} y2={10} className={styles.middle} />
              </svg>
              <span className={styles.times}>{timesWords(multipliers[one.part])}</span>
              <span>{partWords(one, multipliers)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
