import { Redirect } from 'wouter';
import { useQuestion } from '../../client/use-question.ts';
import { importAddress } from '../../state/addresses.ts';
import { FIRST_SCREEN } from '../screens.ts';

/** Where Weft opens: an empty map begins with bringing the network in. */
export function Home() {
  const status = useQuestion('status', {});
  if (status.data === undefined) return null;
  return <Redirect to={status.data.isEmpty ? importAddress : FIRST_SCREEN.path} replace />;
}
