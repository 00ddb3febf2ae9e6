import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Sheet.module.css';

export interface SheetProps {
  isOpen: boolean;
  /** Asked by Escape, the cross and a click beside it. Leave the sheet open if something typed would be lost. */
  onClose: () => void;
  title: string;
  /** A line under the title. */
  lead?: ReactNode;
  /** Buttons at the foot: the way back first, the next step last. */
  actions?: ReactNode;
  /** `side`: beside what it is about. `wide`: two columns fit. */
  shape?: 'middle' | 'wide' | 'side';
  children: ReactNode;
}

const FIRST_FIELD = 'section :is(input:not([type="checkbox"], [type="radio"]), textarea, select):not(:disabled)';

/**
 * A sheet over the page: a native dialog, so the page behind is out of reach; the focus comes back to what opened it. Its
 * contents exist only while it is open.
 */
export function Sheet({ isOpen, onClose, title, lead, actions, shape = 'middle', children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null || !isOpen) return;
    const opener = document.activeElement;
    element.showModal();
    // The first thing to fill in, or the title: a sheet that opens on its cross invites to close it.
    (element.querySelector<HTMLElement>(FIRST_FIELD) ?? heading.current)?.focus();
    const part = body.current;
    const observer = new ResizeObserver(() => part !== null && setScrolling(part.scrollHeight > part.clientHeight));
    if (part !== null) observer.observe(part);
    return () => {
      observer.disconnect();
      element.close();
      // The sheet has left the page by now, and a dialog gives the focus back only from within it.
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    };
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the sheet is an extra; Escape closes it for the keyboard
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classNames(styles.sheet, styles[shape])}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.header}>
          <div>
            <h2 ref={heading} id={titleId} tabIndex={-1} className={styles.title}>
              {title}
            </h2>
            {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          </div>
          <IconButton icon={X} label="Close" onClick={onClose} />
        </header>
        {/* A part that scrolls must be reachable by keyboard. */}
        <section ref={body} className={styles.body} tabIndex={isScrolling ? 0 : undefined} aria-labelledby={titleId}>
          {children}
        </section>
        {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
}
