import { Download } from 'lucide-react';
import { countOf } from '../../../shared/model/words.ts';
import { useClient } from '../../client/client-context.ts';
import { plainLine } from '../../client/plain-line.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { showToast } from '../../state/toast-state.ts';
import { todayIso } from '../../state/today.ts';
import styles from './TopScreen.module.css';

/** The ranking as a table for spreadsheets; as the model has it, whatever the sliders say. */
export function SaveRanking() {
  const client = useClient();
  const work = useLongCall('exportData');
  const save = async () => {
    const target = await client.chooseSaveTarget(`weft-top-${todayIso()}.csv`);
    if (target === null) return;
    const report = await work.run({ format: 'csv', what: 'ranking', file: target.handle });
    if (report === null) return;
    await client.download(target.handle, target.name);
    showToast(plainLine(`${countOf(report.people, 'person', 'people')} written to ${target.name}.`));
  };
  return (
    <div className={styles.part}>
      {work.state.status === 'failed' && <ErrorNotice error={work.state.error} />}
      <Button size="s" icon={Download} disabled={work.state.status === 'running'} onClick={() => void save()}>
        Save this ranking as a table
      </Button>
      <p className={styles.soft}>CSV for a spreadsheet, with parts and reasons, as the model has it.</p>
    </div>
  );
}
