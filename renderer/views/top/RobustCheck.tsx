import { useLongCall } from '../../client/use-long-call.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import styles from './TopScreen.module.css';

/** For large networks: who stands in the top fifth whatever the assumptions, on demand. */
export function RobustCheck({ onMarked }: { onMarked: (ids: readonly number[]) => void }) {
  const work = useLongCall('markRobust');
  const run = async () => {
    const report = await work.run({});
    if (report !== null) onMarked(report.robust);
  };
  return (
    <section className={styles.part}>
      <h2>Whatever the assumptions?</h2>
      {work.state.status === 'failed' && <ErrorNotice error={work.state.error} />}
      {work.state.status === 'running' ? (
        <ProgressBar
          step="Trying other assumptions"
          done={work.state.progress?.done ?? 0}
          total={work.state.progress?.total ?? null}
          unit="runs"
          onCancel={work.cancel}
          isCancelling={work.state.isCancelling}
        />
      ) : (
        <Button size="s" onClick={() => void run()}>
          Try 64 others
        </Button>
      )}
    </section>
  );
}
