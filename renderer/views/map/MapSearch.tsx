import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { PersonRef } from '../../../shared/contract/common.ts';
import type { MapPicture } from '../../../shared/contract/map.ts';
import { useQuestion } from '../../client/use-question.ts';
import { TextField } from '../../components/Field.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import styles from './MapSearch.module.css';
import { isNamed, rankFound } from './rank-found.ts';

const MOST = 6;
/** The best are chosen here: the backend lists by name. */
const MOST_ASKED = 60;

/** Finds somebody, drawn or folded, and goes there. */
export function MapSearch({ picture, onFound }: { picture: MapPicture; onFound: (id: number) => void }) {
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useQuestion('listPeople', { query, all: true, limit: MOST_ASKED }, { isEnabled: query !== '' });
  const people = useMemo(() => {
    if (query === '') return [];
    const drawn = picture.nodes.flatMap(({ person }) =>
      person !== null && isNamed(person.name, query) ? [person] : [],
    );
    const importance = new Map(picture.nodes.map(({ id, importance: worth }) => [Number(id), worth]));
    const listed = found.isPlaceholderData ? [] : (found.data?.people ?? []);
    return rankFound<Pick<PersonRef, 'id' | 'name' | 'company'>>([...drawn, ...listed], query, importance, MOST);
  }, [picture, query, found.data, found.isPlaceholderData]);
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
        if (first !== undefined && text.trim() !== '') choose(first.id);
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
      {people.length > 0 && text.trim() !== '' && (
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
