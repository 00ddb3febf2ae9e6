import { useEffect, useState } from 'react';
import type { KeptList } from '../../../shared/contract/statements.ts';
import { useKeptText } from '../../client/use-kept-text.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TextArea } from '../../components/Field.tsx';
import styles from './AsksScreen.module.css';

const SHORT_S = 30;
const LONG_S = 60;
/** Spoken English at ease, words a second (J). */
const WORDS_A_SECOND = 2.5;

/** My pitch, and a clock for saying it aloud: long enough at half a minute, too long after a whole one. */
export function Pitch() {
  const { data, error } = useQuestion('listKept', {});
  if (data !== undefined) return <PitchView kept={data.pitch} />;
  // No field before what was written is known: an empty one would be taken for the pitch.
  return error === null ? null : <ErrorNotice error={error} />;
}

function PitchView({ kept }: { kept: KeptList['pitch'] }) {
  const { text, write, keep } = useKeptText({ kept, otherwise: '', said: (pitch) => ({ kind: 'pitch', text: pitch }) });
  const [seconds, setSeconds] = useState<number | null>(null);
  const isRunning = seconds !== null;
  useEffect(() => {
    if (!isRunning) return;
    const startedAt = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - startedAt) / 1000)), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  const words = text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
  const spoken = Math.round(words / WORDS_A_SECOND);
  return (
    <section className={styles.pitch} aria-label="My pitch">
      <TextArea
        label="My pitch"
        hint="Who I am, what I look for, what I bring. Thirty to sixty seconds aloud."
        rows={4}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={keep}
      />
      <div className={styles.line}>
        <span className={styles.soft}>
          {words === 0 ? 'Nothing written yet.' : `${words} words, about ${spoken} s aloud.`}
        </span>
        <span className={styles.clock} role="timer" aria-live="off">
          {isRunning ? `${seconds} s, ${lengthWords(seconds)}` : ''}
        </span>
        <Button size="s" onClick={() => setSeconds(isRunning ? null : 0)}>
          {isRunning ? 'Stop' : 'Say it aloud'}
        </Button>
      </div>
    </section>
  );
}

function lengthWords(seconds: number): string {
  if (seconds < SHORT_S) return 'go on';
  return seconds <= LONG_S ? 'a good length' : 'longer than a minute';
}
