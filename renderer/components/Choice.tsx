import type { ComponentProps, ReactNode } from 'react';
import styles from './Choice.module.css';
import { classNames } from './class-names.ts';

export interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  children: ReactNode;
  hint?: ReactNode;
}

/** A box to tick. `isMixed` shows that some of what it stands for is ticked. */
export function Checkbox({ isMixed = false, ...props }: ChoiceProps & { isMixed?: boolean }) {
  return <Choice {...props} type="checkbox" isMixed={isMixed} />;
}

/** One of several that share a `name`; put them in a fieldset with a legend. */
export function Radio(props: ChoiceProps) {
  return <Choice {...props} type="radio" />;
}

function Choice({
  children,
  hint,
  className,
  isMixed = false,
  ...rest
}: ChoiceProps & { type: 'checkbox' | 'radio'; isMixed?: boolean }) {
  return (
    <label className={classNames(styles.choice, className)}>
      <input
        {...rest}
        ref={(input) => {
          if (input !== null) input.indeterminate = isMixed;
        }}
        className={styles.input}
      />
      <span>
        {children}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
