import { type FormEvent, useId, useState } from 'react';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { TextArea, TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useLog } from '../today/use-log.ts';
import styles from './AsksScreen.module.css';
import { Pitch } from './Pitch.tsx';

const FIELDS = ['what', 'why', 'where', 'when'] as const;
type Planned = Record<'who' | 'target' | (typeof FIELDS)[number], string>;
const EMPTY: Planned = { who: '', target: '', what: '', why: '', where: '', when: '' };
const MOST_FOUND = 12;

/** Who, what, why, where, when; and what I say about myself. */
export function PlanSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const id = useId();
  const [plan, setPlan] = useState<Planned>(EMPTY);
  const { log } = useLog();
  const found = useQuestion(
    'listPeople',
    { query: plan.who, limit: MOST_FOUND },
    { isEnabled: plan.who.trim() !== '' },
  );
  const listed = (found.data?.people ?? []).map(({ id: number, name, company }) => ({
    number,
    text: company === null ? name : `${name}, ${company}`,
  }));
  const set = (field: keyof Planned) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setPlan((before) => ({ ...before, [field]: value }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const who = plan.who.trim();
    const person = listed.find(({ text }) => text === who)?.number ?? who;
    const rest = Object.fromEntries(
      [...FIELDS, 'target' as const].flatMap((field) => {
        const text = plan[field].trim();
        return text === '' ? [] : [[field, text]];
      }),
    );
    if (!(await log({ kind: 'plan', person: String(person), ...rest }))) return;
    setPlan(EMPTY);
    onClose();
  };
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Plan a conversation"
      lead="It stands under Planned until you log that you asked or talked."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            disabled={plan.who.trim() === ''}
            onClick={() => document.querySelector<HTMLFormElement>(`[id="${id}-form"]`)?.requestSubmit()}
          >
            Plan it
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField label="Who" list={`${id}-people`} autoComplete="off" value={plan.who} onChange={set('who')} />
        <datalist id={`${id}-people`}>
          {listed.map(({ number, text }) => (
            <option key={number} value={text} />
          ))}
        </datalist>
        <TextField label="What I want to ask" value={plan.what} onChange={set('what')} />
        <TextField label="Why them" value={plan.why} onChange={set('why')} />
        <TextField label="About" hint="A target, if there is one" value={plan.target} onChange={set('target')} />
        <div className={styles.pair}>
          <TextField label="Where" value={plan.where} onChange={set('where')} />
          <TextField label="When" type="date" value={plan.when} onChange={set('when')} />
        </div>
      </form>
      <Pitch />
    </Sheet>
  );
}

const LINES = ['What they told me', 'What they need', 'What I promised', 'The next step'] as const;

/** A meeting in four lines, noted with the person. */
export function MeetingNote({
  plan,
  onClose,
}: {
  plan: { id: number; person: { id: number; name: string } } | null;
  onClose: () => void;
}) {
  const [lines, setLines] = useState<readonly string[]>(LINES.map(() => ''));
  const { write } = useLog();
  if (plan === null) return null;
  const save = async () => {
    const person = String(plan.person.id);
    const text = LINES.flatMap((label, at) =>
      lines[at]!.trim() === '' ? [] : [`${label}: ${lines[at]!.trim()}`],
    ).join('\n');
    const isWritten = await write(async (api) => {
      const ids = [(await api.log({ logged: { kind: 'meeting', person } })).id];
      if (text !== '') ids.push((await api.say({ said: { kind: 'note', person, text } })).id);
      return { ids, text: `Meeting with ${plan.person.name} logged.` };
    });
    if (!isWritten) return;
    setLines(LINES.map(() => ''));
    onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="How did it go?"
      lead="Four lines while it is fresh. They stand with the person, and only here."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Log the meeting
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {LINES.map((label, at) => (
          <TextArea
            key={label}
            label={label}
            rows={1}
            value={lines[at] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setLines((before) => before.map((line, place) => (place === at ? value : line)));
            }}
          />
        ))}
      </div>
    </Sheet>
  );
}
