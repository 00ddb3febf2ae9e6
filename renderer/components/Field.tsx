import { ChevronDown, CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { ICON, type Icon } from './icon.ts';

interface FieldFrame {
  label: string;
  /** The label is only read aloud; the placeholder or the place says it to the eye. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong and how to right it; null or left out when nothing is. */
  error?: string | null;
}

export interface TextFieldProps extends FieldFrame, Omit<ComponentProps<'input'>, 'id'> {
  icon?: Icon;
}
export interface TextAreaProps extends FieldFrame, Omit<ComponentProps<'textarea'>, 'id'> {}
export interface SelectFieldProps extends FieldFrame, Omit<ComponentProps<'select'>, 'id'> {}

/** One line of text, with its label, hint and error joined to it. */
export function TextField({ label, isLabelHidden, hint, error, icon: IconShape, className, ...rest }: TextFieldProps) {
  return (
    <Frame {...{ label, isLabelHidden, hint, error, className }}>
      {(wiring) => (
        <span className={styles.box}>
          {IconShape !== undefined && <IconShape {...ICON} className={styles.icon} />}
          <input
            autoComplete="off"
            {...rest}
            {...wiring}
            className={classNames(styles.input, IconShape !== undefined && styles.withIcon)}
          />
        </span>
      )}
    </Frame>
  );
}

/** Several lines of text; it grows with them. */
export function TextArea({ label, isLabelHidden, hint, error, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <Frame {...{ label, isLabelHidden, hint, error, className }}>
      {(wiring) => <textarea rows={rows} {...rest} {...wiring} className={classNames(styles.input, styles.area)} />}
    </Frame>
  );
}

/** One of a few; the system's own list, so that it works with every keyboard and reader. */
export function SelectField({ label, isLabelHidden, hint, error, className, children, ...rest }: SelectFieldProps) {
  return (
    <Frame {...{ label, isLabelHidden, hint, error, className }}>
      {(wiring) => (
        <span className={styles.box}>
          <select {...rest} {...wiring} className={classNames(styles.input, styles.select)}>
            {children}
          </select>
          <ChevronDown {...ICON} className={styles.chevron} />
        </span>
      )}
    </Frame>
  );
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function Frame({
  label,
  isLabelHidden = false,
  hint,
  error,
  className,
  children,
}: {
  label: string;
  isLabelHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: string | null | undefined;
  className?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
}) {
  const id = useId();
  const hasHint = hint !== undefined && hint !== null;
  const hasError = error !== undefined && error !== null;
  const described = [hasHint && `${id}-hint`, hasError && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={isLabelHidden ? styles.readAloud : styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': hasError || undefined,
      })}
      {hasHint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {hasError && (
        <p id={`${id}-error`} className={styles.error}>
          <CircleAlert {...ICON} size={14} /> {error}
        </p>
      )}
    </div>
  );
}
