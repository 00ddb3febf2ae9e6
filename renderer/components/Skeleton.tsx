import styles from './Skeleton.module.css';

export interface SkeletonProps {
  /** Lines of text it stands for. */
  lines?: number;
  /** What is being fetched, read aloud: "Loading people". */
  label: string;
}

/** The shape of text on its way. Nothing moves but a slow breath, and not even that where motion is unwelcome. */
export function Skeleton({ lines = 3, label }: SkeletonProps) {
  return (
    <div role="status" data-loading className={styles.skeleton}>
      <span className={styles.label}>{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <SkeletonLine key={line} part={WIDTHS[line % WIDTHS.length] ?? 1} />
      ))}
    </div>
  );
}

/** One line, for a cell or a heading. `part` of the width, 0..1. */
export function SkeletonLine({ part = 1 }: { part?: number }) {
  return <span className={styles.line} style={{ width: `${part * 100}%` }} />;
}

const WIDTHS = [0.92, 0.78, 0.85, 0.6];
