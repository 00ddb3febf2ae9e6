import { Redirect } from 'wouter';
import { useQuestion } from '../../client/use-question.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { importAddress } from '../../state/addresses.ts';
import { FIRST_SCREEN } from '../screens.ts';

/** Where Weft opens: an empty map begins with bringing the network in. */
export function Home() {
  const status = useQuestion('status', {});
  // Asked beside it, so that the first screen finds its answers there.
  useQuestion('today', {});
  useQuestion('listTargets', {});
  if (status.error !== null) return <ErrorNotice error={status.error} />;
  if (status.data === undefined) return <Skeleton label="Opening your map" lines={6} />;
  return <Redirect to={status.data.isEmpty ? importAddress : FIRST_SCREEN.path} replace />;
}
