import type { PersonRef } from '../../../shared/contract/common.ts';
import type { Today } from '../../../shared/contract/today.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import { Sentence } from '../targets/Sentence.tsx';
import styles from './TodayScreen.module.css';

const MOST_NAMES = 6;

/** What the newest export of mine says that the one before did not. */
export function LastImport({ lastImport }: { lastImport: Today['lastImport'] }) {
  const { sentence, moved, vanished } = lastImport;
  return (
    <section className={styles.part} aria-labelledby="today-import">
      <h2 id="today-import">Your exports</h2>
      <p className={styles.soft}>
        <Sentence text={sentence} /> <a href={hrefTo('/data')}>All imports</a>
      </p>
      {(moved.length > 0 || vanished.length > 0) && (
        <dl className={styles.facts}>
          {moved.length > 0 && <Names title="New jobs or titles, among them" people={moved} />}
          {vanished.length > 0 && <Names title="No longer listed, among them" people={vanished} />}
        </dl>
      )}
    </section>
  );
}

function Names({ title, people }: { title: string; people: readonly PersonRef[] }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={styles.names}>
        {people.slice(0, MOST_NAMES).map(({ id, name }) => (
          <PersonName key={id} name={name} href={hrefTo(personAddress(id))} />
        ))}
      </dd>
    </div>
  );
}
