import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './IconButton.module.css';
import { ICON, type Icon } from './icon.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label'> {
  icon: Icon;
  /** What it does, in words: read aloud, and shown on hover and focus. */
  label: string;
  /** Shown beside the label: `Ctrl K`. */
  keys?: string;
  isPressed?: boolean;
}

/** A button that shows an icon alone, 32 by 32 px. */
export function IconButton({ icon: IconShape, label, keys, isPressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={keys === undefined ? label : `${label} (${keys})`} isLabel>
      <button
        {...rest}
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        className={classNames(styles.button, className)}
      >
        <IconShape {...ICON} />
      </button>
    </Tooltip>
  );
}
