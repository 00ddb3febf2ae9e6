import { type FormEvent, useState } from 'react';
import type { PersonPage } from '../../../shared/contract/people.ts';
import type { Saying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { TextArea, TextField } from '../../components/Field.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './PersonPage.module.css';

export interface WhatYouKnowProps {
  page: PersonPage;
  saying: Saying;
}

/** Circles, roles, what they can help with, and private notes: what only the user knows. */
export function WhatYouKnow({ page, saying }: WhatYouKnowProps) {
  const person = String(page.person.id);
  const statementOf = (kind: string, text: string) =>
    page.loop.find((entry) => entry.kind === kind && entry.text.includes(text));
  const remove = (kind: string, text: string) => {
    const statement = statementOf(kind, text);
    return statement === undefined
      ? {}
      : { onRemove: () => void saying.takeBack([statement.id]), removeLabel: `Take back ${text}` };
  };
  return (
    <section className={styles.part} aria-labelledby="person-know">
      <h2 id="person-know">What you know of them</h2>
      <Words
        label="Can help with"
        texts={page.helpsWith}
        tagOf={(text) => remove('helps-with', text)}
        onAdd={(text) => saying.say([{ kind: 'helps-with', person, text }])}
      />
      <Words
        label="Role"
        placeholder="mentor, connector, work friend"
        texts={page.roles}
        tagOf={(text) => remove('role', text)}
        onAdd={(role) => saying.say([{ kind: 'role', person, role }])}
      />
      <Words
        label="Circle"
        texts={page.circles}
        tagOf={(name) => ({
          onRemove: () => void saying.say([{ kind: 'circle-leave', name, members: [person] }]),
          removeLabel: `Take out of ${name}`,
        })}
        onAdd={(name) => saying.say([{ kind: 'circle', name, members: [person] }])}
      />
      <Notes page={page} saying={saying} />
    </section>
  );
}

interface WordsProps {
  label: string;
  placeholder?: string;
  texts: readonly string[];
  tagOf: (text: string) => { onRemove?: () => void; removeLabel?: string };
  onAdd: (text: string) => Promise<boolean>;
}

function Words({ label, placeholder, texts, tagOf, onAdd }: WordsProps) {
  const [text, setText] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && (await onAdd(text.trim()))) setText('');
  };
  return (
    <form className={styles.words} onSubmit={(event) => void add(event)}>
      <TextField
        label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Add
      </Button>
      {texts.length > 0 && (
        <p className={styles.tags}>
          {texts.map((said) => (
            <Tag key={said} tone="accent" {...tagOf(said)}>
              <bdi>{said}</bdi>
            </Tag>
          ))}
        </p>
      )}
    </form>
  );
}

function Notes({ page, saying }: WhatYouKnowProps) {
  const [text, setText] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const said = [{ kind: 'note' as const, person: String(page.person.id), text: text.trim() }];
    if (text.trim() !== '' && (await saying.say(said, 'Note kept.'))) setText('');
  };
  return (
    <form className={styles.notes} onSubmit={(event) => void add(event)}>
      <TextArea
        label="Private note"
        hint="It stands under “Between you”, and in no export for friends."
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Keep the note
      </Button>
    </form>
  );
}
