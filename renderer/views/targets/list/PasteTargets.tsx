import { useDeferredValue, useState } from 'react';
import type { TargetLine } from '../../../../shared/contract/routes.ts';
import { countOf } from '../../../../shared/model/words.ts';
import { useQuestion } from '../../../client/use-question.ts';
import { Button } from '../../../components/Button.tsx';
import { TextArea } from '../../../components/Field.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { Sheet } from '../../../components/Sheet.tsx';
import styles from './PasteTargets.module.css';
import { useTargets } from './use-targets.ts';

const MOST_SHOWN = 200;

/** Many targets at once, a line each; what every line means is shown before anything is added. */
export function PasteTargets({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [text, setText] = useState('');
  const typed = linesOf(text);
  const lines = useDeferredValue(typed);
  const read = useQuestion('readTargetLines', { lines }, { isEnabled: isOpen && lines.length > 0 });
  const { add } = useTargets();
  const shown = lines.length === 0 ? [] : (read.data?.lines ?? []);
  const fresh = shown.filter((line) => !line.isRepeated);
  const companies = fresh.filter(({ kind }) => kind === 'company').map((line) => line.text);
  const people = fresh.flatMap(({ person }) => (person === null ? [] : [String(person.id)]));
  const count = companies.length + people.length;

  const addAll = async () => {
    if (!(await add({ companies, people }))) return;
    setText('');
    onClose();
  };

  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Paste a list of targets"
      lead="One company, person or LinkedIn profile address a line."
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button kind="primary" disabled={count === 0} onClick={() => void addAll()}>
            {count === 0 ? 'Add targets' : `Add ${countOf(count, 'target')}`}
          </Button>
        </>
      }
    >
      <TextArea
        label="Targets"
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        placeholder={'Kestrel Labs\nPetra Novotná\nhttps://www.linkedin.com/in/…'}
      />
      {shown.length > 0 && (
        <ul className={styles.lines} aria-label="What the lines mean">
          {shown.slice(0, MOST_SHOWN).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line may stand twice, and its place is what tells it apart
            <li key={index} className={styles.line}>
              <PersonName name={line.person?.name ?? line.text} isStrong />
              <span className={styles.meaning}>{meaningOf(line)}</span>
            </li>
          ))}
          {shown.length > MOST_SHOWN && (
            <li className={styles.line}>and {countOf(shown.length - MOST_SHOWN, 'line')} more</li>
          )}
        </ul>
      )}
    </Sheet>
  );
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n\r]+/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, 10_000);
}

function meaningOf({ kind, people, person, isRepeated }: TargetLine): string {
  if (isRepeated) return 'a target already';
  if (kind === 'unknown-address')
    return 'nobody is known by this address; add them on their own, with mutual connections';
  if (kind === 'no-employer') return 'names no employer, left out';
  if (kind === 'person') return [person?.position, person?.company].filter(Boolean).join(', ') || 'a person';
  return people === 0 || people === null
    ? 'nobody known there yet'
    : `${countOf(people, 'person', 'people')} known there`;
}
