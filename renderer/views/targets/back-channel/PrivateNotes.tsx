import { useState } from 'react';
import type { BackChannel } from '../../../../shared/contract/back-channel.ts';
import { plainLine } from '../../../client/plain-line.ts';
import { useSaying } from '../../../client/use-saying.ts';
import { Button } from '../../../components/Button.tsx';
import { SelectField, TextArea } from '../../../components/Field.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { exactDate } from '../dates.ts';
import styles from './BackChannelPage.module.css';

/** What I was told, kept with the person it is about or who told it. Notes stay in my map and in no export for friends. */
export function PrivateNotes({ found: { person, sources, notes } }: { found: BackChannel }) {
  const { say, takeBack } = useSaying();
  const [text, setText] = useState('');
  const people = [...(person === null ? [] : [person]), ...sources.map((source) => source.person)];
  const [whom, setWhom] = useState<string | null>(null);
  const on = whom ?? String(people[0]?.id ?? '');
  if (people.length === 0) return null;

  const save = async () => {
    if (await say([{ kind: 'note', person: on, text }], 'Note kept.')) setText('');
  };

  return (
    <section aria-labelledby="notes-heading">
      <h2 id="notes-heading" className={styles.heading}>
        Private notes
      </h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void save();
        }}
      >
        <SelectField label="About, or told by" value={on} onChange={(event) => setWhom(event.currentTarget.value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {plainLine(name, 60)}
            </option>
          ))}
        </SelectField>
        <TextArea
          label="Note"
          rows={3}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" disabled={text.trim() === ''}>
            Keep the note
          </Button>
        </div>
      </form>
      {notes.length > 0 && (
        <ul className={styles.list}>
          {notes.map((note) => (
            <li key={note.id} className={styles.note}>
              <p className={styles.noteTop}>
                <PersonName name={note.person.name} isStrong />
                <span>{exactDate(note.on)}</span>
              </p>
              <p className={styles.noteText} dir="auto">
                {note.text}
              </p>
              <Button size="s" kind="quiet" onClick={() => void takeBack([note.id], 'Note removed.')}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
