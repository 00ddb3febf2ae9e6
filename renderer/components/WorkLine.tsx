import { classNames } from './class-names.ts';
import { PersonName } from './PersonName.tsx';
import styles from './WorkLine.module.css';

export interface WorkLineProps {
  position: string | null;
  company: string | null;
  className?: string | undefined;
}

/** What somebody does and where: each is set apart and cut by itself, so that a long title hides no employer. */
export function WorkLine({ position, company, className }: WorkLineProps) {
  if (position === null && company === null) return null;
  return (
    <span className={classNames(styles.work, className)}>
      {position !== null && <PersonName name={position} />}
      {position !== null && company !== null && ', '}
      {company !== null && <PersonName name={company} />}
    </span>
  );
}
