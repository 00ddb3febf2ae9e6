import { useState } from 'react';
import type { BackupList } from '../../../shared/contract/data.ts';
import { exactDay } from '../../../shared/model/words.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { showToast } from '../../state/toast-state.ts';
import styles from './DataScreen.module.css';

type Copy = BackupList['backups'][number];

/** Checked copies of the map, made by hand and before each import; going back to one keeps what it replaces. */
export function Copies() {
  const copies = useQuestion('listBackups', {});
  const make = useLongCall('backUp');
  const goBack = useLongCall('restore');
  const [asked, setAsked] = useState<Copy | null>(null);
  const isBusy = make.state.status === 'running' || goBack.state.status === 'running';
  const restore = async (copy: Copy) => {
    setAsked(null);
    if ((await goBack.run({ file: copy.file })) !== null) {
      showToast(`Restored the copy of ${momentOf(copy)}. The map it replaced is kept beside it.`);
    }
  };
  const list = copies.data?.backups ?? [];
  return (
    <section className={styles.part} aria-labelledby="data-copies">
      <h2 id="data-copies">Copies</h2>
      <p className={styles.line}>
        Weft makes a checked copy before each import and keeps the last ten. {list.length === 0 && 'There is none yet.'}
      </p>
      {[make, goBack].map(
        ({ state }, at) =>
          state.status === 'failed' && <ErrorNotice key={at === 0 ? 'make' : 'restore'} error={state.error} />,
      )}
      {list.length > 0 && (
        <ul className={styles.list}>
          {list.map((copy) => (
            <li key={copy.file} className={styles.entry}>
              <div className={styles.what}>
                <p className={styles.title}>{momentOf(copy)}</p>
                <p className={styles.detail}>{sizeOf(copy)}</p>
              </div>
              <Button
                size="s"
                disabled={isBusy}
                onClick={() => setAsked(copy)}
                aria-label={`Restore the copy of ${momentOf(copy)}`}
              >
                Restore
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button disabled={isBusy} onClick={() => void make.run({})}>
          {make.state.status === 'running' ? 'Copying' : 'Make a copy now'}
        </Button>
      </div>
      <Sheet
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title="Go back to this copy?"
        actions={
          <>
            <Button onClick={() => setAsked(null)}>Stay</Button>
            <Button kind="primary" onClick={() => asked !== null && void restore(asked)}>
              Restore it
            </Button>
          </>
        }
      >
        <p className={styles.line}>
          Your map becomes what it was on {asked === null ? '' : momentOf(asked)}. The map as it is now is kept in the
          same folder, so this can be taken back.
        </p>
      </Sheet>
    </section>
  );
}

/** `837 kB`, `1.5 MB`. */
function sizeOf({ bytes }: Copy): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `3 May 2026, 14:05`. */
function momentOf({ madeAt }: Copy): string {
  const moment = new Date(madeAt);
  const day = Math.floor((moment.getTime() - moment.getTimezoneOffset() * 60_000) / 86_400_000);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${exactDay(day)}, ${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}
