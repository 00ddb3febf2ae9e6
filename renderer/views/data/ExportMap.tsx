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

type Format = 'csv' | 'json' | 'graphml' | 'gexf';

const FORMATS: readonly { value: Format; label: string; hint: string }[] = [
  {
    value: 'csv',
    label: 'Table (CSV)',
    hint: 'Your contacts with employer, title, strength and circles. Opens in any spreadsheet.',
  },
  {
    value: 'json',
    label: 'Everything (JSON)',
    hint: 'People, ties with how each is known, what you said, imports.',
  },
  { value: 'graphml', label: 'Graph (GraphML)', hint: 'People and ties, for yEd, Cytoscape, igraph and NetworkX.' },
  { value: 'gexf', label: 'Graph (GEXF)', hint: 'People and ties, for Gephi.' },
];

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
        {FORMATS.map(({ value, label, hint }) => (
          <Radio
            key={value}
            name="export-format"
            checked={format === value}
            onChange={() => setFormat(value)}
            hint={hint}
          >
            {label}
          </Radio>
        ))}
        <Checkbox
          checked={isRedacted}
          onChange={(event) => setRedacted(event.currentTarget.checked)}
          hint="Numbers instead of names; no addresses, no notes. A graph leaves out employers and titles too."
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
