import { useDeferredValue, useState } from 'react';
import type { PersonRef } from '../../../../shared/contract/common.ts';
import type { NameMatches } from '../../../../shared/contract/routes.ts';
import { countOf } from '../../../../shared/model/words.ts';
import { useClient } from '../../../client/client-context.ts';
import { plainLine } from '../../../client/plain-line.ts';
import { useQuestion } from '../../../client/use-question.ts';
import { useSaying } from '../../../client/use-saying.ts';
import { Button } from '../../../components/Button.tsx';
import { SelectField, TextArea, TextField } from '../../../components/Field.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { showToast } from '../../../state/toast-state.ts';
import type { Goal } from '../goal.ts';
import { namesOf } from './mutual-names.ts';
import styles from './NoRoute.module.css';

export interface PasteMutualsProps {
  goal: Goal;
  /** Known people the mutual connections may know; for a person, that person. */
  people: readonly PersonRef[];
  company: string;
}

const SOMEBODY_NEW = 'new';
const HOW = 'a mutual connection';

/**
 * Takes the names of mutual connections as a profile page shows them. Each becomes a stated tie; unclear ones are shown for choice,
 * and nothing is guessed.
 */
export function PasteMutuals({ goal, people, company }: PasteMutualsProps) {
  const { api } = useClient();
  const { say, run } = useSaying();
  const [text, setText] = useState('');
  const [whom, setWhom] = useState(String(people[0]?.id ?? SOMEBODY_NEW));
  const [person, setPerson] = useState({ name: '', url: '', title: '' });
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const names = useDeferredValue(namesOf(text));
  const read = useQuestion('matchNames', { names }, { isEnabled: names.length > 0 });
  const matches = names.length === 0 ? [] : (read.data?.matches ?? []);
  const isNew = whom === SOMEBODY_NEW;
  const mutuals = [...new Set(matches.map((match) => idOf(match, chosen)))].filter((id) => id !== null && id !== whom);
  const canSave = isNew ? person.name.trim() !== '' : mutuals.length > 0;

  const save = async () => {
    const ids = mutuals.filter((id) => id !== null);
    if (isNew) {
      const { name, url, title } = person;
      const added = await run(() =>
        api.addTargets({
          person: {
            name,
            company,
            mutuals: ids,
            ...(url.trim() === '' ? {} : { url }),
            ...(title.trim() === '' ? {} : { title }),
          },
        }),
      );
      if (added === null) return;
      const undone = added.added ?? [];
      showToast(
        `Added ${plainLine(name)}${ids.length === 0 ? '' : ` and ${countOf(ids.length, 'mutual connection')}`}.`,
        {
          label: 'Undo',
          run: () => void run(() => api.withdrawMany({ ids: undone })),
        },
      );
    } else {
      const isSaid = await say(
        ids.map((a) => ({ kind: 'knows' as const, a, b: whom, how: HOW })),
        `Noted ${countOf(ids.length, 'mutual connection')}.`,
      );
      if (!isSaid) return;
    }
    setText('');
    setChosen(new Map());
    setPerson({ name: '', url: '', title: '' });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) void save();
      }}
    >
      {goal.kind === 'company' && people.length > 0 && (
        <SelectField label="With whom" value={whom} onChange={(event) => setWhom(event.currentTarget.value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {plainLine(name, 60)}
            </option>
          ))}
          <option value={SOMEBODY_NEW}>Somebody else</option>
        </SelectField>
      )}
      {isNew && (
        <div className={styles.pair}>
          <TextField
            label="Whom you found there"
            value={person.name}
            onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
          />
          <TextField
            label="Their title"
            value={person.title}
            onChange={(event) => setPerson({ ...person, title: event.currentTarget.value })}
          />
          <TextField
            label="Their profile address"
            placeholder="https://www.linkedin.com/in/…"
            value={person.url}
            onChange={(event) => setPerson({ ...person, url: event.currentTarget.value })}
          />
        </div>
      )}
      <TextArea
        label="Mutual connections"
        hint="Open their profile on LinkedIn and paste the names it shows, a line each."
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {matches.length > 0 && (
        <ul className={styles.matches} aria-label="Who is meant">
          {matches.map((match) => (
            <li key={match.text} className={styles.match}>
              <PersonName name={match.text} isStrong />
              <Meaning
                match={match}
                chosen={idOf(match, chosen)}
                onChoose={(id) => setChosen(new Map(chosen).set(match.text, id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button type="submit" kind="primary" disabled={!canSave}>
          {mutuals.length === 0 ? 'Save' : `Save ${countOf(mutuals.length, 'mutual connection')}`}
        </Button>
      </div>
    </form>
  );
}

interface MeaningProps {
  match: NameMatches['matches'][number];
  chosen: string | null;
  onChoose: (id: string) => void;
}

function Meaning({ match: { text, candidates, isExact }, chosen, onChoose }: MeaningProps) {
  const [only] = candidates;
  if (only === undefined) return <span className={styles.meaning}>nobody you know goes by this name; left out</span>;
  if (candidates.length === 1 && isExact) return <span className={styles.meaning}>{workOf(only)}</span>;
  return (
    <SelectField
      className={styles.choose}
      label={`Who is ${plainLine(text, 60)}?`}
      isLabelHidden
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{candidates.length === 1 ? 'Is this the one?' : `Which of ${candidates.length}?`}</option>
      {candidates.map((candidate) => (
        <option key={candidate.id} value={candidate.id}>
          {plainLine(`${candidate.name}, ${workOf(candidate)}`, 90)}
        </option>
      ))}
    </SelectField>
  );
}

/** Whom the line stands for: the one clear candidate, or the one chosen; null when nobody does. */
function idOf(
  { text, candidates, isExact }: MeaningProps['match'],
  chosen: ReadonlyMap<string, string>,
): string | null {
  const said = chosen.get(text);
  if (said !== undefined) return said === '' ? null : said;
  return candidates.length === 1 && isExact ? String(candidates[0]?.id) : null;
}

function workOf({ position, company }: PersonRef): string {
  return [position, company].filter(Boolean).join(', ') || 'your contact';
}
