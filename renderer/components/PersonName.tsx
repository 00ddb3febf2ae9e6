import { EyeOff } from 'lucide-react';
import { classNames } from './class-names.ts';
import { cutLabel, hasHiddenMarks } from './graphemes.ts';
import { ICON } from './icon.ts';
import styles from './PersonName.module.css';

export interface PersonNameProps {
  name: string;
  /** Makes it a link, as `personAddress(id)` gives it. */
  href?: string;
  isStrong?: boolean;
  /** Graphemes at most, where there is more room than in a list: a heading. */
  most?: number;
  className?: string;
}

/**
 * A name from outside, set apart from the text around it so that no mark in it can turn or cover its neighbours (safety.md
 * R3). Longer than 40 graphemes it is cut and stands whole on hover; hidden marks are pointed out. Also right for companies.
 */
export function PersonName({ name, href, isStrong = false, most, className }: PersonNameProps) {
  const { label, isCut } = cutLabel(name.trim(), most);
  const isBlank = label.trim() === '';
  const text = (
    <bdi dir="auto" title={isCut ? cutLabel(name, 400).label : undefined} className={styles.text}>
      {isBlank ? 'No name' : label}
    </bdi>
  );
  return (
    <span className={classNames(styles.name, isStrong && styles.strong, isBlank && styles.blank, className)}>
      {href === undefined ? text : <a href={href}>{text}</a>}
      {hasHiddenMarks(name) && (
        <span className={styles.hidden} title="This name holds hidden marks">
          <EyeOff {...ICON} size={12} />
          <span className={styles.hiddenText}>hidden marks</span>
        </span>
      )}
    </span>
  );
}
