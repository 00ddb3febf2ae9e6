import { useId, useState } from 'react';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import styles from './MapScreen.module.css';
import type { MapQuestion } from './map-address.ts';

/** Where the routes are to lead. */
export function RouteGoal({ question, ask }: { question: MapQuestion; ask: (next: Partial<MapQuestion>) => void }) {
  const [text, setText] = useState(question.toCompany ?? '');
  const list = useId();
  const found = useQuestion('suggestCompanies', { query: text, limit: 8 }, { isEnabled: text.trim() !== '' });
  return (
    <form
      className={styles.goal}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') ask({ toCompany: text.trim(), toPerson: null, focus: null });
      }}
    >
      <TextField
        label="Company to reach"
        isLabelHidden
        placeholder="Company to reach"
        list={list}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={list}>
        {(found.data?.companies ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button type="submit">Show routes</Button>
    </form>
  );
}
