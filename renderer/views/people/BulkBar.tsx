import { type FormEvent, useState } from 'react';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { countOf } from '../../../shared/model/words.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { CLOSENESS, type Closeness } from './closeness.ts';
import styles from './PeopleTablePage.module.css';

/** What can be said about many people at once, with one undo. */
export function BulkBar({ people, onDone }: { people: readonly PersonRow[]; onDone: () => void }) {
  const saying = useSaying();
  const [circle, setCircle] = useState('');
  const who = countOf(people.length, 'person', 'people');
  const ids = people.map(({ id }) => String(id));

  const addToCircle = async (event: FormEvent) => {
    event.preventDefault();
    const name = circle.trim();
    if (name === '') return;
    if (await saying.say([{ kind: 'circle', name, members: ids }], `${who} put in ${name}.`)) onDone();
  };
  const setCloseness = async (value: Closeness) => {
    const said = ids.map((person) => ({ kind: 'closeness' as const, person, value }));
    if (await saying.say(said, `${who}: ${CLOSENESS[value].toLowerCase()}.`)) onDone();
  };

  return (
    <section className={styles.bulk} aria-label="With the chosen people">
      <strong>{who} chosen</strong>
      <form className={styles.bulkForm} onSubmit={(event) => void addToCircle(event)}>
        <TextField
          label="Put in a circle"
          value={circle}
          onChange={(event) => setCircle(event.currentTarget.value)}
          size={16}
        />
        <Button type="submit" disabled={circle.trim() === ''}>
          Put in
        </Button>
      </form>
      <SelectField
        label="How well you know them"
        value=""
        onChange={(event) => void setCloseness(Number(event.currentTarget.value) as Closeness)}
      >
        <option value="" disabled>
          Choose
        </option>
        {CLOSENESS.map((words, value) => (
          <option key={words} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button kind="quiet" onClick={onDone}>
        Choose nobody
      </Button>
    </section>
  );
}
