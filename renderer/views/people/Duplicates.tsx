import { useState } from 'react';
import type { PersonPage } from '../../../shared/contract/people.ts';
import { Button } from '../../components/Button.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { CompareSheet } from './CompareSheet.tsx';
import styles from './PersonPage.module.css';

/** Others who might be this person, compared side by side before anything is merged. */
export function Duplicates({ page }: { page: PersonPage }) {
  const [other, setOther] = useState<number | null>(null);
  if (page.maybeSame.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="person-same">
      <h2 id="person-same">The same as…?</h2>
      <ul className={styles.evidence}>
        {page.maybeSame.map(({ person, reason }) => (
          <li key={person.id}>
            <span>
              <PersonName name={person.name} isStrong /> <span className={styles.soft}>{reason}</span>
            </span>
            <Button size="s" onClick={() => setOther(person.id)}>
              Compare
            </Button>
          </li>
        ))}
      </ul>
      {other !== null && <CompareSheet pair={[page.person.id, other]} onClose={() => setOther(null)} />}
    </section>
  );
}
