import { groupDigits } from '../../shared/model/words.ts';
import { Button } from './Button.tsx';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  /** What is going on: "Reading messages.csv". */
  step: string;
  done: number;
  /** null while it cannot be known. */
  total: number | null;
  /** What is counted: "rows". */
  unit?: string;
  onCancel?: () => void;
  isCancelling?: boolean;
}

/** Work under way: what, how far as a number, and the way out. */
export function ProgressBar({ step, done, total, unit, onCancel, isCancelling = false }: ProgressBarProps) {
  const part = total === null || total === 0 ? null : Math.min(1, done / total);
  const counted = `${groupDigits(done)}${total === null ? '' : ` of ${groupDigits(total)}`}${unit === undefined ? '' : ` ${unit}`}`;
  const percent = part === null ? null : `${Math.floor(part * 100)} %`;
  // What is counted in hundredths is said by the percent; where nothing is counted, nothing is said.
  const number =
    percent === null
      ? done === 0
        ? ''
        : counted
      : total === 100 && unit === undefined
        ? percent
        : `${counted} · ${percent}`;
  return (
    <div className={styles.progress}>
      <p className={styles.words}>
        <span className={styles.step}>{isCancelling ? 'Stopping' : step}</span>
        <span className={styles.number}>{number}</span>
      </p>
      <div className={styles.row}>
        <progress className={styles.bar} aria-label={step} max={1} {...(part === null ? {} : { value: part })} />
        {onCancel !== undefined && (
          <Button size="s" onClick={onCancel} disabled={isCancelling}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
