/**
 * Bringing a network in, on one sheet: drop the files, see what they are, import, read the report and take it back if it was
 * wrong. Also the first thing a new person sees.
 */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/api.ts';
import type { PickedFile } from '../../client/client.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { navigate } from '../../state/hash-location.ts';
import { Page } from '../frame/Page.tsx';
import { DropZone } from './DropZone.tsx';
import { HowToAsk } from './HowToAsk.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import styles from './ImportScreen.module.css';
import { ImportTrouble } from './ImportTrouble.tsx';

/** What the user says about the files beside choosing them. */
export interface ImportChoices {
  role?: 'me' | 'circle';
  owner?: string;
  withNotes?: boolean;
}

export default function ImportScreen() {
  const status = useQuestion('status', {});
  const [files, setFiles] = useState<PickedFile[]>([]);
  const [choices, setChoices] = useState<ImportChoices>({});
  const [pickError, setPickError] = useState<unknown>(null);
  const preview = useLongCall('importFiles');
  const real = useLongCall('importFiles');

  const inputFor = (picked: PickedFile[], chosen: ImportChoices): InputOf<'importFiles'> => ({
    files: picked.map(({ handle }) => handle),
    ...chosen,
  });
  const look = (picked: PickedFile[], chosen: ImportChoices) => {
    setFiles(picked);
    setChoices(chosen);
    setPickError(null);
    real.reset();
    void preview.run({ ...inputFor(picked, chosen), dryRun: true });
  };
  const startOver = () => {
    setFiles([]);
    setChoices({});
    preview.reset();
    real.reset();
  };

  if (real.state.status === 'done') return <ImportReportView report={real.state.value} onMore={startOver} />;
  const running = real.state.status === 'running' ? real : preview.state.status === 'running' ? preview : null;
  if (running !== null && running.state.status === 'running') {
    const { progress, isCancelling } = running.state;
    const inMegabytes = inMb(progress);
    return (
      <Page title="Import" heading={running === real ? 'Importing' : 'Reading your files'}>
        <ProgressBar
          step={progress?.step ?? 'Starting'}
          {...inMegabytes}
          onCancel={running.cancel}
          isCancelling={isCancelling}
        />
      </Page>
    );
  }
  const failure =
    real.state.status === 'failed' ? real.state : preview.state.status === 'failed' ? preview.state : null;
  if (failure !== null) {
    return (
      <ImportTrouble
        error={failure.error}
        choices={choices}
        onRetry={(chosen) => look(files, chosen)}
        onBack={startOver}
      />
    );
  }
  if (preview.state.status === 'done') {
    return (
      <ImportPreview
        report={preview.state.value}
        choices={choices}
        onChange={(chosen) => look(files, chosen)}
        onImport={() => void real.run(inputFor(files, choices))}
        onBack={startOver}
      />
    );
  }

  const isFirst = status.data?.isEmpty === true;
  return (
    <Page
      title="Import"
      heading={isFirst ? 'Bring your network in' : 'Import'}
      lead={
        isFirst
          ? 'Drop the file LinkedIn gave you, and within a minute you know who can bring you where you want to go.'
          : 'A newer export shows who moved and who is new. A friend’s export, with their consent, shows whom they know.'
      }
    >
      <div className={styles.column}>
        {pickError !== null && <ErrorNotice error={pickError} />}
        <DropZone onFiles={(picked) => look(picked, {})} onError={setPickError} isDisabled={false} />
        {isFirst && <TrySample />}
        <HowToAsk />
      </div>
    </Page>
  );
}

/** Bytes are told as megabytes once there are some; anything else as it comes. */
function inMb(progress: { done: number; total: number | null } | null): {
  done: number;
  total: number | null;
  unit?: string;
} {
  if (progress === null) return { done: 0, total: null };
  const { done, total } = progress;
  if (total === null || total < 1e6) return { done, total };
  return { done: Math.floor(done / 1e6), total: Math.ceil(total / 1e6), unit: 'MB' };
}

/** The invented network, for those whose file is not there yet. */
function TrySample() {
  const sample = useLongCall('makeSample');
  const make = async () => {
    if ((await sample.run({})) !== null) navigate('/targets');
  };
  if (sample.state.status === 'running') {
    const { progress, isCancelling } = sample.state;
    const step = progress?.step ?? 'Making an invented network';
    return <ProgressBar step={step} {...inMb(progress)} onCancel={sample.cancel} isCancelling={isCancelling} />;
  }
  return (
    <>
      {sample.state.status === 'failed' && <ErrorNotice error={sample.state.error} />}
      <p className={styles.sample}>
        No file yet?{' '}
        <Button kind="quiet" onClick={() => void make()}>
          Try the invented network
        </Button>
      </p>
    </>
  );
}
