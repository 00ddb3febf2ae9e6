import { Link } from 'wouter';
import { backChannelAddress, type Goal, routesAddress } from './goal.ts';
import styles from './TargetNav.module.css';

/** The two views of one target, and the way back to all. */
export function TargetNav({ goal, here }: { goal: Goal; here: 'routes' | 'back-channel' }) {
  const views = [
    { id: 'routes', label: 'Routes', address: routesAddress(goal) },
    { id: 'back-channel', label: 'Back-channel', address: backChannelAddress(goal) },
  ] as const;
  return (
    <nav aria-label="This target" className={styles.nav}>
      {views.map(({ id, label, address }) => (
        <Link key={id} href={address} className={styles.view} aria-current={id === here ? 'page' : undefined}>
          {label}
        </Link>
      ))}
      <Link href="/targets" className={styles.all}>
        All targets
      </Link>
    </nav>
  );
}
