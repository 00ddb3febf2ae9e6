import { Pencil } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Hop } from '../../../../shared/contract/routes.ts';
import { firstName, plainLine } from '../../../client/plain-line.ts';
import { useSaying } from '../../../client/use-saying.ts';
import { Button } from '../../../components/Button.tsx';
import { classNames } from '../../../components/class-names.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import styles from './HopCorrection.module.css';

const CLOSENESS = [
  { value: 4, words: 'close' },
  { value: 3, words: 'I know them well' },
  { value: 2, words: 'an acquaintance' },
  { value: 1, words: 'met once, or online only' },
  { value: 0, words: 'I do not know them' },
] as const;

/** Rights a tie where it stands: how close I am to somebody, or whether two others know each other. The answer follows at once. */
export function HopCorrection({ hop, isMine }: { hop: Hop | undefined; isMine: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const opener = useRef<HTMLSpanElement>(null);
  const { say, takeBack } = useSaying();
  if (hop === undefined) return null;
  const [a, b] = [plainLine(hop.a.name, 60), plainLine(hop.b.name, 60)];
  const question = isMine ? `How close are you to ${b}?` : `Do ${a} and ${b} know each other?`;

  const close = () => {
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  const correct = (run: () => Promise<boolean>) => {
    close();
    void run();
  };

  return (
    <>
      <span ref={opener} className={styles.opener}>
        <IconButton
          icon={Pencil}
          label={isMine ? `Correct your tie to ${firstName(hop.b.name)}` : 'Correct whether they know each other'}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        />
      </span>
      {!isOpen && hop.said !== null && <span className={styles.said}>by your word</span>}
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its buttons stand in
        <div
          id={panelId}
          className={styles.panel}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <fieldset className={styles.choices}>
            <legend className={styles.question}>
              <bdi>{question}</bdi>
            </legend>
            {isMine
              ? CLOSENESS.map(({ value, words }) => (
                  <Choice
                    key={value}
                    mark={String(value)}
                    words={words}
                    isChosen={hop.said?.kind === 'closeness' && hop.said.closeness === value}
                    onChoose={() =>
                      correct(() => say([{ kind: 'closeness', person: String(hop.b.id), value }], `${b}: ${words}.`))
                    }
                  />
                ))
              : pairChoices(hop).map(({ words, said, isChosen }) => (
                  <Choice key={words} words={words} isChosen={isChosen} onChoose={() => correct(() => say([said]))} />
                ))}
          </fieldset>
          {!isMine && hop.basis === 'observed' && (
            <p className={styles.hint}>An export shows this tie, so the route stays whatever you say here.</p>
          )}
          {hop.said !== null && (
            <Button
              size="s"
              kind="quiet"
              onClick={() => {
                const { id } = hop.said ?? { id: 0 };
                correct(() => takeBack([id]));
              }}
            >
              Take back what you said
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function pairChoices({ a, b, said }: Hop) {
  const pair = { a: String(a.id), b: String(b.id) };
  const isKnown = said?.kind === 'knows';
  return [
    {
      words: 'Yes, well',
      said: { kind: 'knows' as const, ...pair, closeness: 3 as const },
      isChosen: isKnown && (said.closeness ?? 0) >= 3,
    },
    {
      words: 'Yes, they do',
      said: { kind: 'knows' as const, ...pair },
      isChosen: isKnown && (said.closeness ?? 0) < 3,
    },
    { words: 'No, they do not', said: { kind: 'not-knows' as const, ...pair }, isChosen: said?.kind === 'not-knows' },
  ];
}

interface ChoiceProps {
  mark?: string;
  words: string;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ mark, words, isChosen, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={classNames(styles.choice, isChosen && styles.chosen)}
      onClick={onChoose}
    >
      {mark !== undefined && <span className={styles.mark}>{mark}</span>}
      {words}
    </button>
  );
}
