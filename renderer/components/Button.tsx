import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { ICON, type Icon } from './icon.ts';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** `primary`: the one next step of a view. `quiet`: beside something else. `danger`: takes something away for good. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'm' | 's';
  icon?: Icon;
  type?: 'button' | 'submit';
  children: ReactNode;
}

/** A button with words. For an icon alone see IconButton. */
export function Button({
  kind = 'secondary',
  size = 'm',
  icon: IconShape,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(styles.button, styles[kind], size === 's' && styles.small, className)}
    >
      {IconShape !== undefined && <IconShape {...ICON} />}
      <span>{children}</span>
    </button>
  );
}
