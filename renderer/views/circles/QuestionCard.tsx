import { Check } from 'lucide-react';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { CircleQuestion } from '../../../shared/contract/circles.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Choice.tsx';
import { TextField } from '../../components/Field.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import styles from './CirclesScreen.module.css';
import { type Chosen, countChosen, EVERYBODY, isChosen, NOBODY, toggled } from './chosen.ts';
import { Faces } from './Faces.tsx';

const SOURCE_WORDS: Record<CircleQuestion['source'], string> = {
  burst: 'Came within days',
  job: 'Your years at a job',
  school: 'Your years at a school',
  employer: 'One employer',
  thread: 'One conversation',
  community: 'Tied to one another',
};

export interface QuestionCardProps {
  question: CircleQuestion;
  /** How many wait after this one. */
  waiting: number;
  /** Circles that stand, by name in lower case: a name that one has already adds to it. */
  standing: ReadonlyMap<string, { name: string; people: number }>;
  onName: (name: string, chosen: Chosen, people: number) => void;
  onNot: () => void;
  onLater: () => void;
}

/** One group, asked about: type a name, press Enter, and the next one comes. */
export function QuestionCard({ question, waiting, standing, onName, onNot, onLater }: QuestionCardProps) {
  const { suggestion, source, evidence, guess, people } = question;
  const [name, setName] = useState(guess ?? '');
  const [chosen, setChosen] = useState<Chosen>(EVERYBODY);
  const [isWhole, setWhole] = useState(false);
  const field = useFieldInHand(suggestion);
  const whole = useQuestion('askCircles', { suggestion, faces: 0 }, { isEnabled: isWhole });
  const faces = (isWhole && whole.data?.questions[0]?.faces) || question.faces;

  const count = countChosen(chosen, people);
  const given = name.trim();
  const known = standing.get(given.toLowerCase());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given !== '' && count > 0) onName(given, chosen, count);
  };

  return (
    <article className={styles.card} aria-labelledby="circle-question">
      <header className={styles.cardHead}>
        <Tag>{SOURCE_WORDS[source]}</Tag>
        <span className={styles.soft}>
          {waiting === 0 ? 'The last one' : `${groupDigits(waiting)} more after this`}
        </span>
      </header>
      <h2 id="circle-question" className={styles.question}>
        <Sentence text={question.question} />
      </h2>
      <p className={styles.soft}>{evidence}</p>
      <form className={styles.naming} onSubmit={submit} ref={field}>
        <TextField
          label="What do you call it?"
          placeholder="A name you would use"
          value={name}
          maxLength={200}
          aria-describedby="circle-question"
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Out of the field, where single keys answer.
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          hint={
            known === undefined
              ? undefined
              : `You have a circle of that name with ${countOf(known.people, 'person', 'people')}: they come into it.`
          }
        />
        <div className={styles.answers}>
          <Button type="submit" kind="primary" icon={Check} disabled={given === '' || count === 0}>
            Name {count === people ? 'it' : countOf(count, 'person', 'people')} <Kbd keys="⏎" />
          </Button>
          <Button onClick={onNot}>
            Not a circle <Kbd keys="X" />
          </Button>
          <Button kind="quiet" onClick={onLater} disabled={waiting === 0}>
            Later <Kbd keys="L" />
          </Button>
        </div>
      </form>
      <div className={styles.choice}>
        <Checkbox
          checked={count === people}
          isMixed={count > 0 && count < people}
          onChange={() => setChosen(count === people ? NOBODY : EVERYBODY)}
        >
          {count === people
            ? `All ${groupDigits(people)} of them`
            : `${groupDigits(count)} of ${groupDigits(people)} chosen`}
        </Checkbox>
      </div>
      <Faces
        label="People of this group"
        faces={faces}
        isTicked={(person) => isChosen(chosen, person)}
        onTick={(person) => setChosen((before) => toggled(before, person))}
      />
      {people > faces.length && (
        <p>
          <Button size="s" onClick={() => setWhole(true)} disabled={isWhole}>
            {isWhole ? 'Fetching the others' : `Show all ${groupDigits(people)}`}
          </Button>
        </p>
      )}
    </article>
  );
}

/** Puts the cursor into the field with its guess marked: typing replaces it, Enter takes it. */
function useFieldInHand(suggestion: string): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question anew
  useEffect(() => {
    const active = document.activeElement;
    // Somebody who is elsewhere on the page already stays there.
    const isFree = active === null || active === document.body || active.closest('h1, article') !== null;
    const input = form.current?.querySelector('input');
    if (!isFree || !input || document.querySelector('dialog[open]') !== null) return;
    input.focus();
    input.select();
  }, [suggestion]);
  return form;
}
