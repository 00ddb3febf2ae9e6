import { memo } from 'react';
import type { Band } from '../../shared/contract/common.ts';
import { classNames } from './class-names.ts';
import styles from './StrengthBars.module.css';
import { strengthInBars } from './strength-in-bars.ts';

export interface StrengthBarsProps {
  /** 0..1; null where it is not known. */
  s: number | null;
  band: Band;
  /** Where the word stands close by already, it is only read aloud. */
  isWordHidden?: boolean;
}

/** How strong a tie is: four bars and a word. Unknown is drawn as outlines, never as weak. */
export function StrengthBars({ s, band, isWordHidden = false }: StrengthBarsProps) {
  const { bars, word } = strengthInBars(s, band);
  return <BarsAndWord bars={bars} word={word} isWordHidden={isWordHidden} />;
}

/** Most strengths look alike: what is drawn stays where another one has as many bars. */
const BarsAndWord = memo(function BarsAndWord({
  bars,
  word,
  isWordHidden,
}: {
  bars: number;
  word: string;
  isWordHidden: boolean;
}) {
  return (
    <span className={styles.strength}>
      <svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true" className={styles[`level${bars}`]}>
        {[1, 2, 3, 4].map((bar) => {
          const height = 2 + bar * 3;
          return bars === 0 ? (
            <rect
              key={bar}
              x={(bar - 1) * 6 + 0.5}
              y={14.5 - height}
              width={3}
              height={height - 1}
              rx={0.5}
              className={styles.outline}
            />
          ) : (
            <rect
              key={bar}
              x={(bar - 1) * 6}
              y={14 - height}
              width={4}
              height={height}
              rx={1}
              className={bar <= bars ? styles.full : styles.empty}
            />
          );
        })}
      </svg>
      <span className={classNames(styles.word, isWordHidden && styles.hidden)}>{word}</span>
    </span>
  );
});
