import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { ICON } from './icon.ts';
import styles from './Tag.module.css';

export interface TagProps {
  children: ReactNode;
  /** `accent`: said by the user or chosen as a filter. `attention`: worth a look, never by colour alone. */
  tone?: 'plain' | 'accent' | 'attention';
  /** Makes it removable; `removeLabel` says what goes. */
  onRemove?: () => void;
  removeLabel?: string;
}

/** A short word about something: a flag, a circle, a filter in force. */
export function Tag({ children, tone = 'plain', onRemove, removeLabel = 'Remove' }: TagProps) {
  return (
    <span className={classNames(styles.tag, styles[tone])}>
      <span className={styles.text}>{children}</span>
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} onClick={onRemove} aria-label={removeLabel}>
          <X {...ICON} size={12} />
        </button>
      )}
    </span>
  );
}
