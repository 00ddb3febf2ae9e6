import type { CircleFace } from '../../../shared/contract/circles.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import { exactDay } from '../../../shared/model/words.ts';
import { Checkbox } from '../../components/Choice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import styles from './CirclesScreen.module.css';

export interface FacesProps {
  label: string;
  faces: readonly CircleFace[];
  isTicked: (person: number) => boolean;
  onTick: (person: number) => void;
}

/** The people a circle is about, each with what is known of them and a box to tick. */
export function Faces({ label, faces, isTicked, onTick }: FacesProps) {
  return (
    <ul className={styles.faces} aria-label={label}>
      {faces.map(({ person, connectedOn }) => (
        <li key={person.id}>
          <Checkbox
            className={styles.face}
            checked={isTicked(person.id)}
            onChange={() => onTick(person.id)}
            hint={<WhatIsKnown {...person} connectedOn={connectedOn} />}
          >
            <PersonName name={person.name} isStrong />
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

function WhatIsKnown({
  position,
  company,
  connectedOn,
}: {
  position: string | null;
  company: string | null;
  connectedOn: string | null;
}) {
  const day = connectedOn === null ? null : dayFromIso(connectedOn);
  return (
    <span className={styles.known}>
      {(position !== null || company !== null) && (
        <span className={styles.work}>
          {position !== null && <PersonName name={position} />}
          {position !== null && company !== null && ' at '}
          {company !== null && <PersonName name={company} />}
        </span>
      )}
      <span>{day === null ? 'day unknown' : exactDay(day)}</span>
    </span>
  );
}
