import type { BatchList } from '../../../shared/contract/imports.ts';
import { groupDigits, spokenDate } from '../../../shared/model/words.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { showToast } from '../../state/toast-state.ts';
import { todayIso } from '../../state/today.ts';
import { type FileKind, KIND_WORDS } from '../import/kind-words.ts';
import styles from './DataScreen.module.css';

type BatchSummary = BatchList['batches'][number];

/** Newest first: whose export, from when, what it held, and its undo. */
export function Imports({ batches }: { batches: readonly BatchSummary[] }) {
  const undo = useLongCall('undoBatch');
  const takeBack = async (batch: number) => {
    const report = await undo.run({ batch });
    if (report !== null) showToast(`Import ${batch} undone. What you said yourself is kept.`);
  };
  return (
    <section className={styles.part} aria-labelledby="data-imports">
      <h2 id="data-imports">Imports</h2>
      {undo.state.status === 'running' && <ProgressBar step="Taking the import back" done={0} total={null} />}
      {undo.state.status === 'failed' && <ErrorNotice error={undo.state.error} />}
      <ol className={styles.list}>
        {[...batches].reverse().map((batch) => (
          <li key={batch.batch} className={styles.entry}>
            <div className={styles.what}>
              <p className={styles.title}>
                {batch.role === 'me' ? (
                  'Your network'
                ) : (
                  <PersonName name={`${batch.owner?.name ?? 'A friend'}’s network`} isStrong />
                )}
                {batch.exportDate !== null && `, exported ${spokenDate(batch.exportDate, todayIso())}`}
                <span className={styles.came}>, imported {spokenDate(importedOn(batch), todayIso())}</span>
              </p>
              <p className={styles.detail}>{contentsOf(batch)}</p>
            </div>
            <Button
              size="s"
              disabled={undo.state.status === 'running'}
              aria-label={`Undo import ${batch.batch}`}
              onClick={() => void takeBack(batch.batch)}
            >
              Undo
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The day on this computer. */
function importedOn({ importedAt }: BatchSummary): string {
  return todayIso(new Date(importedAt));
}

/** The kinds of files with their kept rows, in the order of the files. */
function contentsOf({ files, role }: BatchSummary): string {
  const read = files.filter(({ kind, kept }) => KIND_WORDS[kind].unlocks !== null && kept > 0);
  const nameOf = (kind: FileKind) => {
    const what = KIND_WORDS[kind].what.toLowerCase();
    // What is said to "you" in one's own import is about the friend in theirs.
    return role === 'me' ? what : what.replace(/^your /, '').replace(/ you /, ' they ');
  };
  return read.map(({ kind, kept }) => `${nameOf(kind)} (${groupDigits(kept)})`).join(', ');
}
