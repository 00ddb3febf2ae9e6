import type { PersonRef } from '../../../shared/contract/common.ts';
import { classNames } from '../../components/class-names.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { WorkLine } from '../../components/WorkLine.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import styles from './Who.module.css';

/** Somebody by name, with the way to their page, and their work under it; in a table, where rows are of one height, on one line. */
export function Who({
  person,
  isLarge = false,
  isOneLine = false,
}: {
  person: PersonRef;
  isLarge?: boolean;
  isOneLine?: boolean;
}) {
  const { position, company } = person;
  return (
    <span className={classNames(styles.who, isLarge && styles.large)}>
      <PersonName name={person.name} isStrong href={hrefTo(personAddress(person.id))} />
      <WorkLine
        position={position}
        company={company}
        className={classNames(styles.work, isOneLine && styles.oneLine)}
      />
    </span>
  );
}
