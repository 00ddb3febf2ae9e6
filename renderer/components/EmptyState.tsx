import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { WovenLines } from './WovenLines.tsx';

export interface EmptyStateProps {
  /** What is not here yet, and what would bring it. One sentence. */
  title: string;
  children?: ReactNode;
  /** The next step, as one or two buttons or links. */
  actions?: ReactNode;
}

/** An empty place that teaches: what belongs here, and the next step. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.pattern}>
        <WovenLines />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
