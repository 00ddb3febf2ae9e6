import { useId } from 'react';
import styles from './SegmentedControl.module.css';

export interface SegmentedControlProps<T extends string> {
  /** What is chosen, read aloud. */
  label: string;
  options: readonly { value: T; label: string }[];
  /** null: none of them yet. */
  value: T | null;
  onChange: (value: T) => void;
  isDisabled?: boolean;
}

/** A choice among two to five short words, all in sight. Radio buttons underneath: arrow keys move. */
export function SegmentedControl<T extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
}: SegmentedControlProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.control} disabled={isDisabled}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
