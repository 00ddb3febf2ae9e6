import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './ToastRegion.module.css';

export interface Toast {
  id: number;
  text: string;
  /** What taking it back is called; left out where there is nothing to take back. */
  undo?: { label: string; run: () => void };
}

export interface ToastRegionProps {
  toasts: readonly Toast[];
  onDismiss: (id: number) => void;
}

/** Long enough to read and to reach for Undo; it waits while the pointer or the focus is on it (WCAG 2.2.1). */
const SHOWN_MS = 10_000;

/**
 * What was just done, with its undo, at the foot of the page. Read aloud politely. A toast is a shortcut only: whatever it
 * undoes can also be undone where it was done.
 */
export function ToastRegion({ toasts, onDismiss }: ToastRegionProps) {
  return (
    <section className={styles.region} aria-label="Just done" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} onDismiss={onDismiss} />
      ))}
    </section>
  );
}

function ToastLine({ toast, onDismiss }: { toast: Toast; onDismiss: (id: number) => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onDismiss(toast.id), SHOWN_MS);
  };
  const hold = () => clearTimeout(timer.current);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one clock for the life of the toast
  useEffect(() => {
    start();
    return hold;
  }, []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while it is looked at
    <div className={styles.toast} onPointerEnter={hold} onPointerLeave={start} onFocus={hold} onBlur={start}>
      <p className={styles.text}>{toast.text}</p>
      {toast.undo !== undefined && (
        <Button
          size="s"
          kind="quiet"
          onClick={() => {
            toast.undo?.run();
            onDismiss(toast.id);
          }}
        >
          {toast.undo.label}
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" onClick={() => onDismiss(toast.id)} />
    </div>
  );
}
