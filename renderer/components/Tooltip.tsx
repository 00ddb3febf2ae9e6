import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  text: string;
  /** The text only repeats the name of what it hangs on: it is not read aloud a second time. */
  isLabel?: boolean;
  /** One element that can take focus, or text that explains itself to those who cannot hover. */
  children: ReactElement;
}

const GAP_PX = 6;
const HOVER_DELAY_MS = 400;

/**
 * A line that explains what is under the pointer or has the focus. Escape hides it, and the pointer may rest on it
 * (WCAG 1.4.13). A native popover: on top of everything, without a library that writes style sheets into the page.
 */
export function Tooltip({ text, isLabel = false, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);

  const openSoon = (delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), delayMs);
  };
  const closeSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(false), 100);
  };

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const box = bubble.current;
    const target = anchor.current?.firstElementChild ?? anchor.current;
    if (!isOpen || box === null || target === null || target === undefined) return;
    box.showPopover();
    placeNear(box, target.getBoundingClientRect());
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    const onScroll = () => setOpen(false);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('scroll', onScroll, true);
      if (box.isConnected) box.hidePopover();
    };
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it watches what it wraps and is no control itself
    <span
      ref={anchor}
      className={styles.anchor}
      aria-describedby={isLabel ? undefined : id}
      onPointerEnter={() => openSoon(HOVER_DELAY_MS)}
      onPointerLeave={closeSoon}
      onPointerDown={() => {
        clearTimeout(timer.current);
        setOpen(false);
      }}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) openSoon(0);
      }}
      onBlur={closeSoon}
    >
      {children}
      <span ref={bubble} id={id} role="tooltip" popover="manual" className={styles.bubble} aria-hidden={isLabel}>
        {text}
      </span>
    </span>
  );
}

/** Below its anchor, or above where there is no room; always inside the window. */
function placeNear(box: HTMLElement, anchor: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const isRoomBelow = anchor.bottom + GAP_PX + height < innerHeight;
  const left = Math.min(Math.max(GAP_PX, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - GAP_PX);
  box.style.left = `${left}px`;
  box.style.top = `${isRoomBelow ? anchor.bottom + GAP_PX : anchor.top - GAP_PX - height}px`;
}
