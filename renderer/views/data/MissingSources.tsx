import type { BatchList } from '../../../shared/contract/imports.ts';
import { KIND_WORDS, WANTED_KINDS } from '../import/kind-words.ts';
import styles from './DataScreen.module.css';

/** What was not imported yet, and what each would let Weft know. Nothing is shown when nothing is missing. */
export function MissingSources({ batches }: { batches: BatchList['batches'] }) {
  const mine = batches.filter(({ role }) => role === 'me');
  const kinds = new Set(mine.flatMap(({ files }) => files.filter(({ kept }) => kept > 0).map(({ kind }) => kind)));
  const missing = WANTED_KINDS.filter((kind) => !kinds.has(kind));
  const hasFriend = batches.some(({ role }) => role === 'circle');
  if (missing.length === 0 && hasFriend) return null;
  return (
    <section className={styles.part} aria-labelledby="data-missing">
      <h2 id="data-missing">What is missing</h2>
      <ul className={styles.list}>
        {missing.map((kind) => (
          <li key={kind} className={styles.entry}>
            <div className={styles.what}>
              <p className={styles.title}>{KIND_WORDS[kind].what}</p>
              <p className={styles.detail}>{KIND_WORDS[kind].unlocks}</p>
            </div>
          </li>
        ))}
        {!hasFriend && (
          <li className={styles.entry}>
            <div className={styles.what}>
              <p className={styles.title}>A friend’s export</p>
              <p className={styles.detail}>
                Whom they know. One export shows whom you know, and hardly who knows whom; with a friend’s consent,
                theirs opens routes through them.
              </p>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
