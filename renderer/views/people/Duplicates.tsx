import { useState } from 'react';
import type { PersonPage } from '../../../shared/contract/people.ts';
import { useQuestion } from '../../client/use-question.ts';
import type { Saying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { exactDate } from '../targets/dates.ts';
import styles from './PersonPage.module.css';

/** Others who might be this person, compared side by side before anything is merged. */
export function Duplicates({ page, saying }: { page: PersonPage; saying: Saying }) {
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
      {other !== null && <Compare page={page} other={other} saying={saying} onClose={() => setOther(null)} />}
    </section>
  );
}

function Compare({
  page,
  other,
  saying,
  onClose,
}: {
  page: PersonPage;
  other: number;
  saying: Saying;
  onClose: () => void;
}) {
  const second = useQuestion('getPerson', { person: String(other) });
  const merge = async () => {
    onClose();
    await saying.say([{ kind: 'same', a: String(page.person.id), b: String(other) }], 'Merged into one person.');
  };
  return (
    <Sheet
      isOpen
      shape="wide"
      onClose={onClose}
      title="One person or two?"
      lead="Merging joins their history and what you said of them. It can be undone."
      actions={
        <>
          <Button onClick={onClose}>Two people</Button>
          <Button kind="primary" disabled={second.data === undefined} onClick={() => void merge()}>
            One person
          </Button>
        </>
      }
    >
      <table className={styles.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">This one</th>
            <th scope="col">The other</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([label, read]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td dir="auto">{read(page) ?? 'not said'}</td>
              <td dir="auto">{second.data === undefined ? '' : (read(second.data) ?? 'not said')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

const ROWS: readonly (readonly [string, (page: PersonPage) => string | null])[] = [
  ['Name', (page) => page.originalName],
  ['Profile', (page) => page.person.url],
  ['Company', (page) => page.person.company],
  ['Position', (page) => page.person.position],
  ['Connected', ({ connectedOn }) => (connectedOn === null ? null : exactDate(connectedOn))],
  ['Mail', (page) => page.emails.join(', ') || null],
];
