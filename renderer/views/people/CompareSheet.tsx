import type { PersonPage } from '../../../shared/contract/people.ts';
import { useQuestion } from '../../client/use-question.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { exactDate } from '../targets/dates.ts';
import styles from './PersonPage.module.css';

/** Two entries side by side, before they are merged. */
export function CompareSheet({ pair: [a, b], onClose }: { pair: readonly [number, number]; onClose: () => void }) {
  const saying = useSaying();
  const answers = [useQuestion('getPerson', { person: String(a) }), useQuestion('getPerson', { person: String(b) })];
  const pages = answers.map(({ data }) => data);
  const failed = answers.find(({ error }) => error !== null);
  const merge = async () => {
    onClose();
    await saying.say([{ kind: 'same', a: String(a), b: String(b) }], 'Merged into one person.');
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
          <Button kind="primary" disabled={pages.includes(undefined)} onClick={() => void merge()}>
            One person
          </Button>
        </>
      }
    >
      {failed !== undefined && <ErrorNotice error={failed.error} />}
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
              {pages.map((page, at) => (
                <td key={at === 0 ? 'this' : 'other'} dir="auto">
                  {page === undefined ? '' : (read(page) ?? <span className={styles.soft}>not said</span>)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Strength</th>
            {pages.map((page, at) => (
              <td key={at === 0 ? 'this' : 'other'}>
                {page?.strength != null && <StrengthBars s={page.strength.s} band={page.strength.band} />}
              </td>
            ))}
          </tr>
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
