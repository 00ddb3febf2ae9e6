import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { showToast } from '../../state/toast-state.ts';

export interface CopyButtonProps {
  text: string;
  /** "Copy", "Copy all". */
  label?: string;
  /** What is copied, read aloud where several stand together. */
  what?: string;
  size?: 'm' | 's';
  kind?: 'secondary' | 'quiet';
}

const SHOWN_MS = 2_000;

/** Puts plain text into the clipboard and says so in place. */
export function CopyButton({ text, label = 'Copy', what, size = 's', kind = 'quiet' }: CopyButtonProps) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isDone]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      showToast('The clipboard is out of reach. Select the text and copy it with the keys.');
    }
  };
  return (
    <Button
      size={size}
      kind={kind}
      icon={isDone ? Check : Copy}
      aria-label={what === undefined ? undefined : `${isDone ? 'Copied' : label}: ${what}`}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isDone ? 'Copied' : label}</span>
    </Button>
  );
}
