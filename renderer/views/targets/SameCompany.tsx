import { countOf } from '../../../shared/model/words.ts';
import { plainLine } from '../../client/plain-line.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { classNames } from '../../components/class-names.ts';
import { PersonName } from '../../components/PersonName.tsx';
import styles from './SameCompany.module.css';

export interface SameCompanyProps {
  /** As the user wrote it. */
  company: string;
  /** A similar name people are known at. */
  proposal: { name: string; people: number };
  /** In a row of the table. */
  isInline?: boolean;
}

/** The question behind a similar name. Likeness routes to nobody: the user's word does, and it can be taken back. */
export function SameCompany({ company, proposal, isInline = false }: SameCompanyProps) {
  const { say } = useSaying();
  return (
    <div className={classNames(styles.question, isInline && styles.inline)}>
      <p className={styles.words}>
        Is <PersonName name={proposal.name} isStrong /> the same company? {countOf(proposal.people, 'person', 'people')}{' '}
        known there.
      </p>
      <Button
        size="s"
        onClick={() =>
          void say(
            [{ kind: 'alias', company, other: proposal.name }],
            `${plainLine(company)} and ${plainLine(proposal.name)} are one company.`,
          )
        }
      >
        Yes, the same
      </Button>
    </div>
  );
}
