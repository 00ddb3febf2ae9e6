import { useState } from 'react';
import { countOf } from '../../../shared/model/words.ts';
import { useClient } from '../../client/client-context.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox, Radio } from '../../components/Choice.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { showToast } from '../../state/toast-state.ts';
import { todayIso } from '../../state/today.ts';
import styles from './DataScreen.module.css';

type Format = 'csv' | 'json';

/** Taking the map along, in formats other programs read. */
export function ExportMap() {
  const client = useClient();
  const work = useLongCall('exportData');
  const [format, setFormat] = useState<Format>('csv');
  const [isRedacted, setRedacted] = useState(false);
  const save = async () => {
    const target = await client.chooseSaveTarget(`weft-${todayIso()}.${format}`);
    if (target === null) return;
    const report = await work.run({ format, file: target.handle, redact: isRedacted });
    if (report === null) return;
    await client.download(target.handle, target.name);
    showToast(`${countOf(report.people, 'person', 'people')} written to ${target.name}.`);
  };
  return (
    <section className={styles.part} aria-labelledby="data-export">
      <h2 id="data-export">Take it along</h2>
      {work.state.status === 'failed' && <ErrorNotice error={work.state.error} />}
      <fieldset className={styles.choices}>
        <legend className={styles.line}>Write the map to a file of your own.</legend>
        <Radio
          name="export-format"
          checked={format === 'csv'}
          onChange={() => setFormat('csv')}
          hint="Your contacts with employer, title, strength and circles. Opens in any spreadsheet."
        >
          Table (CSV)
        </Radio>
        <Radio
          name="export-format"
          checked={format === 'json'}
          onChange={() => setFormat('json')}
          hint="Everything: people, ties with how each is known, what you said, imports."
        >
          Everything (JSON)
        </Radio>
        <Checkbox
          checked={isRedacted}
          onChange={(event) => setRedacted(event.currentTarget.checked)}
          hint="Numbers instead of names; no addresses, no notes."
        >
          Without names
        </Checkbox>
      </fieldset>
      {work.state.status === 'running' ? (
        <ProgressBar
          step="Writing the file"
          done={work.state.progress?.done ?? 0}
          total={work.state.progress?.total ?? null}
        />
      ) : (
        <div className={styles.actions}>
          <Button onClick={() => void save()}>Export</Button>
        </div>
      )}
    </section>
  );
}
