import type { z } from 'zod';
import type { BasisName } from '../../shared/contract/common.ts';
import { classNames } from './class-names.ts';
import styles from './TieLine.module.css';

export type Basis = z.infer<typeof BasisName>;

/** How a basis is said, and what it means. */
const BASIS_WORDS = {
  observed: { word: 'observed', meaning: 'stands in an export' },
  asserted: { word: 'stated', meaning: 'said by you or a friend' },
  inferred: { word: 'inferred', meaning: 'worked out by Weft, may be wrong' },
} as const satisfies Record<Basis, { word: string; meaning: string }>;

export interface TieLineProps {
  basis: Basis;
  /** Draws it in the accent: the hop the route hangs on. */
  isWeakest?: boolean;
  /** Top to bottom; stretches to the height it is given instead of the width. */
  isUpright?: boolean;
  className?: string;
}

/** The line of a tie: solid observed, dotted stated, dashed inferred. Stretches to the width it is given. */
export function TieLine({ basis, isWeakest = false, isUpright = false, className }: TieLineProps) {
  return (
    <svg
      role="img"
      aria-label={`${BASIS_WORDS[basis].word} tie`}
      width={isUpright ? 6 : '100%'}
      height={isUpright ? '100%' : 6}
      className={classNames(styles.line, isWeakest && styles.weakest, className)}
    >
      {isUpright ? (
        <line x1="3" x2="3" y1="1" y2="100%" className={styles[basis]} />
      ) : (
        <line x1="1" x2="100%" y1="3" y2="3" className={styles[basis]} />
      )}
    </svg>
  );
}

/** What the three lines mean. Stands once on every screen that draws them. */
export function TieLegend() {
  return (
    <ul className={styles.legend} aria-label="What the lines mean">
      {(Object.keys(BASIS_WORDS) as Basis[]).map((basis) => (
        <li key={basis} className={styles.entry}>
          <span className={styles.sample} aria-hidden="true">
            <TieLine basis={basis} />
          </span>
          <span>
            <strong>{BASIS_WORDS[basis].word}</strong> {BASIS_WORDS[basis].meaning}
          </span>
        </li>
      ))}
    </ul>
  );
}
