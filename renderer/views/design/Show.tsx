import type { ReactNode } from 'react';
import styles from './Show.module.css';

/** One part with all its states, under its name. */
export function Show({ title, from, children }: { title: string; from: string; children: ReactNode }) {
  return (
    <section className={styles.show}>
      <h3 className={styles.title}>
        {title} <code>{from}</code>
      </h3>
      <div className={styles.states}>{children}</div>
    </section>
  );
}
