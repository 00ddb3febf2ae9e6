import { useQuestion } from '../../client/use-question.ts';
import { Page } from '../frame/Page.tsx';

export default function DataScreen() {
  const status = useQuestion('status', {});
  return (
    <Page title="Data">
      <p>
        Your map lies in <code>{status.data?.storeFolder}</code>
      </p>
    </Page>
  );
}
