import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useQuestion } from '../../client/use-question.ts';
import { TextField } from '../../components/Field.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import styles from './MapSearch.module.css';

const MOST = 6;

/** Finds somebody, drawn or folded, and goes there. */
export function MapSearch({ onFound }: { onFound: (id: number) => void }) {
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useQuestion('listPeople', { query, all: true, limit: MOST }, { isEnabled: query !== '' });
  const people = query === '' || text.trim() === '' ? [] : (found.data?.people ?? []);
  const choose = (id: number) => {
    setText('');
    onFound(id);
  };
  return (
    <form
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        const [first] = people;
        if (first !== undefined) choose(first.id);
      }}
    >
      <TextField
        label="Find somebody on the map"
        isLabelHidden
        placeholder="Find somebody"
        icon={Search}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
        }}
      />
      {people.length > 0 && (
        <ul className={styles.found}>
          {people.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => choose(person.id)}>
                <PersonName name={person.name} />
                {person.company !== null && (
                  <span className={styles.company}>
                    <PersonName name={person.company} />
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
