import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { classNames } from '../../components/class-names.ts';
import { useHashLocation } from '../../state/hash-location.ts';
import { leaveFocusDue, takeFocusDue } from '../../state/navigation-state.ts';
import styles from './Page.module.css';

export interface PageProps {
  /** In the window's title, plain. Never the name of a contact (safety.md P2): "Person", not "Ana". */
  title: string;
  /** The heading, where it differs from the title. */
  heading?: ReactNode;
  /** The sentence the screen opens on. */
  lead?: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  /** `full`: the content takes the height of the window and scrolls inside (a table). */
  shape?: 'text' | 'full';
  children?: ReactNode;
}

/** A screen: its heading takes the focus when one comes here, unless a part of it did; then the answer, then the rest. */
export function Page({ title, heading, lead, actions, shape = 'text', children }: PageProps) {
  const page = useRef<HTMLDivElement>(null);
  const focus = useRef<HTMLHeadingElement>(null);
  const isNew = useRef(true);
  const [path] = useHashLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a screen may stay while the address under it changes
  useEffect(() => {
    // What a new screen put the focus into itself, a field that is to be filled, keeps it.
    const isTaken = isNew.current && page.current?.contains(document.activeElement) === true;
    isNew.current = false;
    if (takeFocusDue() && !isTaken) focus.current?.focus();
  }, [path]);

  // A screen's answer may come with a page of its own in place of the one that waited: its heading goes on with the focus.
  useLayoutEffect(() => {
    const shown = focus.current;
    return () => {
      if (document.activeElement === shown) leaveFocusDue();
    };
  }, []);

  useEffect(() => {
    document.title = `${title} · Weft`;
  }, [title]);

  return (
    <div ref={page} className={classNames(styles.page, styles[shape])}>
      <header className={styles.header}>
        <h1 ref={focus} tabIndex={-1} className={styles.heading}>
          {heading ?? title}
        </h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
