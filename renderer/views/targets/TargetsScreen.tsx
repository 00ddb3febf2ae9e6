import { useHashLocation } from '../../state/hash-location.ts';
import { BackChannelPage } from './back-channel/BackChannelPage.tsx';
import { asked, readTargetAddress } from './goal.ts';
import { TargetListPage } from './list/TargetListPage.tsx';
import { RoutesPage } from './routes/RoutesPage.tsx';

/** The list of targets, and for each its routes and its back-channel. */
export default function TargetsScreen() {
  const [path] = useHashLocation();
  const address = readTargetAddress(path);
  if (address === null) return <TargetListPage />;
  const { goal, isBackChannel } = address;
  // Another target is another page: nothing half written on one may show on the next.
  const key = JSON.stringify(asked(goal));
  return isBackChannel ? <BackChannelPage key={key} goal={goal} /> : <RoutesPage key={key} goal={goal} />;
}
