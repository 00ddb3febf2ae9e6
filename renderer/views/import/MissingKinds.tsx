import type { ImportReport } from '../../../shared/contract/imports.ts';
import styles from './ImportScreen.module.css';
import { KIND_WORDS, WANTED_KINDS } from './kind-words.ts';

/** What is not in the files, and what it would tell: what to ask LinkedIn for next. */
export function MissingKinds({ report: { role, files } }: { report: ImportReport }) {
  const kinds = new Set(files.map(({ kind }) => kind));
  const missing = role === 'me' ? WANTED_KINDS.filter((kind) => !kinds.has(kind)) : [];
  if (missing.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="import-missing">
      <h2 id="import-missing">Not in these files</h2>
      <p className={styles.line}>The full archive from LinkedIn holds them; it takes about a day to arrive.</p>
      <dl className={styles.kinds}>
        {missing.map((kind) => (
          <div key={kind}>
            <dt>{KIND_WORDS[kind].what}</dt>
            <dd>{KIND_WORDS[kind].unlocks}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
