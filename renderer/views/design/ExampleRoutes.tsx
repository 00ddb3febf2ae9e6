import { Button } from '../../components/Button.tsx';
import { RouteLane } from '../../components/RouteLane.tsx';
import styles from './ExampleRoutes.module.css';

const ME = { id: 1, name: 'Ada Moreno', position: null, company: null };
const TOM = { id: 3, name: 'Tom Okafor', position: 'Head of Data', company: 'Kestrel', href: '#/design' };

/** Two invented routes: observed and inferred, and one by what was said. */
export function ExampleRoutes() {
  return (
    <div className={styles.routes}>
      <RouteLane
        people={[
          ME,
          { id: 2, name: 'Petra Lindqvist', position: 'Analytics Lead', company: 'Norrvik', href: '#/design' },
          TOM,
        ]}
        hops={[
          { basis: 'observed', s: 0.84, why: ['She wrote to you in March.'] },
          { basis: 'inferred', s: 0.4, why: ['Both were at Norrvik from 2018 to 2021.'] },
        ]}
        weakest={1}
        aside={
          <>
            <Button kind="primary" size="s">
              Ask Petra
            </Button>
            <span className={styles.note}>Fair chance. An introduction fits.</span>
          </>
        }
      />
      <RouteLane
        people={[
          ME,
          { id: 4, name: 'Ngozi Bassey', position: 'Recruiter', company: 'Halden & Ruiz', href: '#/design' },
          { id: 5, name: 'Wim de Graaf', position: 'Data Engineer', company: 'Kestrel', href: '#/design' },
          TOM,
        ]}
        hops={[
          { basis: 'asserted', s: 0.55, why: ['You said that you know her well.'] },
          { basis: 'observed', s: 0.2, why: ['Is connected, from her export.'] },
          { basis: 'inferred', s: 0.7, why: ['Same team of about 20 people.'] },
        ]}
        weakest={1}
        aside={<span className={styles.note}>Slim chance. To use her name fits.</span>}
      />
    </div>
  );
}
