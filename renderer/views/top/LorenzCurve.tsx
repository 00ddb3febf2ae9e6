import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import styles from './LorenzCurve.module.css';
import { heldByTop, pathOf } from './lorenz.ts';

export interface LorenzCurveProps {
  /** Cumulative share, evenly spaced over the contacts, the least first. */
  lorenz: readonly number[];
  /** How many contacts the curve stands for. */
  total: number;
  gini: number;
  /** The Gini is of the model; with other weights it is left out. */
  isModelGini: boolean;
  /** The vital few. */
  vitalSet: number;
}

const SIZE = 200;
const STEP = 0.01;

/** How unevenly what the network could open is spread: the further the curve hangs, the fewer hold it. */
export function LorenzCurve({ lorenz, total, gini, isModelGini, vitalSet }: LorenzCurveProps) {
  const id = useId();
  // Part of the contacts, from the top, that the reader points at; the vital few until they do.
  const [part, setPart] = useState<number | null>(null);
  if (lorenz.length < 2 || total === 0) return null;
  const shown = part ?? vitalSet / total;
  const held = heldByTop(lorenz, shown);
  const people = Math.round(shown * total);
  const sentence = `The first ${countOf(people, 'person', 'people')} of ${groupDigits(total)} hold ${Math.round(held * 100)} %.`;
  const x = (1 - shown) * SIZE;
  const y = held * SIZE;

  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPart(Math.max(0, Math.min(1, 1 - (event.clientX - box.left) / box.width)));
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: STEP, ArrowDown: -STEP, ArrowRight: -STEP, ArrowUp: STEP }[event.key];
    if (by !== undefined) setPart(Math.max(0, Math.min(1, shown + by)));
    else if (event.key === 'Home') setPart(0);
    else if (event.key === 'End') setPart(1);
    else if (event.key === 'Escape') setPart(null);
    else return;
    event.preventDefault();
  };

  return (
    <figure className={styles.figure} aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`} className={styles.title}>
        How it is spread
      </figcaption>
      <div
        className={styles.slider}
        role="slider"
        tabIndex={0}
        aria-label="People, counted from the top"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={people}
        aria-valuetext={sentence}
        aria-describedby={`${id}-words`}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => setPart(null)}
        onKeyDown={onKey}
        onBlur={() => setPart(null)}
      >
        <svg viewBox={`-1 -1 ${SIZE + 2} ${SIZE + 2}`} className={styles.curve} aria-hidden="true">
          <rect width={SIZE} height={SIZE} className={styles.ground} />
          <path d={`${pathOf(lorenz, SIZE)} L${SIZE} ${SIZE} L0 ${SIZE} Z`} className={styles.area} />
          <line x1={0} y1={SIZE} x2={SIZE} y2={0} className={styles.even} />
          <path d={pathOf(lorenz, SIZE)} className={styles.line} />
          <line x1={x} x2={x} y1={0} y2={SIZE} className={styles.pointer} />
          <circle cx={x} cy={y} r={4} className={styles.point} />
        </svg>
      </div>
      <p className={styles.axis} aria-hidden="true">
        <span>least</span>
        <span>most</span>
      </p>
      <p className={styles.words}>{sentence}</p>
      <p id={`${id}-words`} className={styles.soft}>
        The straight line is everybody alike; the further the curve hangs below it, the fewer people hold what your
        network could open.
        {isModelGini && ` Gini ${gini.toFixed(2)}, from 0 (alike) to 1 (one person).`}
      </p>
    </figure>
  );
}
