import styles from './MapLegend.module.css';
import type { MapModeName } from './map-modes.ts';

/** What dots, lines and colours say; colour never says it alone. */
export function MapLegend({ mode, isKnown, hasLinks }: { mode: MapModeName; isKnown: boolean; hasLinks: boolean }) {
  const isRoute = mode === 'route';
  return (
    <ul className={styles.legend} aria-label="Legend">
      {!isRoute && (
        <li>
          <Dot r={4} isFilled /> you know them
        </li>
      )}
      {!isRoute && isKnown && (
        <li>
          <Dot r={4} /> through others
        </li>
      )}
      {!isRoute && isKnown && (
        <li>
          <Dot r={7} isFilled /> larger: connects more
        </li>
      )}
      {!isRoute && (
        <li>
          <Swatches /> colour: the circle
        </li>
      )}
      {(isRoute || isKnown) && (
        <li>
          <Line /> observed
        </li>
      )}
      {(isRoute || isKnown) && (
        <li>
          <Line dashes="1 4" isRound /> stated
        </li>
      )}
      {hasLinks && (
        <li>
          <svg className={styles.icon} viewBox="0 0 22 18" aria-hidden="true">
            <line x1="1" y1="9" x2="21" y2="9" className={styles.band} />
          </svg>
          ties of folded people
        </li>
      )}
      {isRoute && (
        <li>
          <Line dashes="6 4" /> inferred
        </li>
      )}
      {isRoute && <li className={styles.ramp}>colour of a line: strength, grey to amber</li>}
      {mode === 'thin' && (
        <li>
          <svg className={styles.icon} viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" className={styles.thin} />
          </svg>
          thin: you know few there
        </li>
      )}
    </ul>
  );
}

function Dot({ r, isFilled = false }: { r: number; isFilled?: boolean }) {
  return (
    <svg className={styles.icon} viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r={r} className={isFilled ? styles.filled : styles.hollow} />
    </svg>
  );
}

/** Three of the hues; which is whose stands beside each disc. */
function Swatches() {
  return (
    <svg className={styles.icon} viewBox="0 0 18 18" aria-hidden="true">
      {[0, 1, 2].map((place) => (
        <circle key={place} cx={3 + 6 * place} cy="9" r="3" className={styles[`hue${place}`]} />
      ))}
    </svg>
  );
}

function Line({ dashes, isRound = false }: { dashes?: string; isRound?: boolean }) {
  return (
    <svg className={styles.icon} viewBox="0 0 22 18" aria-hidden="true">
      <line
        x1="1"
        y1="9"
        x2="21"
        y2="9"
        className={styles.line}
        strokeDasharray={dashes}
        strokeLinecap={isRound ? 'round' : undefined}
      />
    </svg>
  );
}
