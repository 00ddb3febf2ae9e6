import { Map as MapIcon, UserMinus } from 'lucide-react';
import type { Connector, ConnectorList } from '../../../shared/contract/connectors.ts';
import { countOf, explainMeasure } from '../../../shared/model/words.ts';
import { plainLine } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { WorkLine } from '../../components/WorkLine.tsx';
import { personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { mapAddress } from '../map/map-address.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { CircleNames } from './CircleNames.tsx';
import styles from './ConnectorsScreen.module.css';
import { IndexLines } from './IndexParts.tsx';
import { boundOf, type ListedMeasure, NOT_KNOWN, numberWords, plainName, ROLES } from './measure-words.ts';

/** A longer row of names is not read. */
const MOST_CIRCLES = 12;

/** Why somebody stands where they stand, with every number there is, and where to go from here. */
export function ConnectorSheet({
  connector,
  list,
  onClose,
}: {
  connector: Connector;
  list: ConnectorList;
  onClose: () => void;
}) {
  const { person, why, circles, parts, index } = connector;
  const isOnMap = circles.length > 0;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      shape="side"
      title={plainLine(person.name, 80)}
      lead={<WorkLine position={person.position} company={person.company} />}
      actions={
        <>
          {isOnMap && (
            <>
              <Button icon={UserMinus} onClick={() => navigate(mapAddress({ mode: 'without', without: person.id }))}>
                Without them?
              </Button>
              <Button icon={MapIcon} onClick={() => navigate(mapAddress({ focus: person.id }))}>
                On the map
              </Button>
            </>
          )}
          <Button kind="primary" onClick={() => navigate(personAddress(person.id))}>
            Open their page
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        <section className={styles.part}>
          <h3>Why</h3>
          <ul className={styles.reasons}>
            {why.map((text) => (
              <li key={text}>
                <Sentence text={text} />
              </li>
            ))}
          </ul>
        </section>
        {circles.length > 1 && (
          <section className={styles.part}>
            <h3>Stands between {countOf(circles.length, 'circle')}</h3>
            <p>
              <CircleNames circles={circles.slice(0, MOST_CIRCLES)} />
              {circles.length > MOST_CIRCLES && ` · ${circles.length - MOST_CIRCLES} more`}
            </p>
          </section>
        )}
        {parts !== null && (
          <section className={styles.part}>
            <h3>What makes the index of {numberWords(index, 'none')}</h3>
            <IndexLines parts={parts} />
          </section>
        )}
        <section className={styles.part}>
          <h3>Every number</h3>
          <dl className={styles.numbers}>
            {list.measures.map((measure) => (
              <div key={measure.id}>
                <dt>{plainName(measure)}</dt>
                <dd className={styles.value}>
                  <Value connector={connector} measure={measure} bound={boundOf(measure.field, list)} />
                </dd>
                <dd className={styles.soft}>{explainMeasure(measure)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Sheet>
  );
}

function Value({
  connector,
  measure: { field, unit },
  bound,
}: {
  connector: Connector;
  measure: ListedMeasure;
  bound: number;
}) {
  const { roles, circles, introductions, employersReached } = connector;
  if (field === 'roles') return roles === null ? NOT_KNOWN : <Roles roles={roles} />;
  if (field === 'community') return circles.length === 0 ? NOT_KNOWN : <CircleNames circles={circles.slice(0, 1)} />;
  if (field === 'introductions') {
    if (introductions === 0) return 'none logged';
    const towards = employersReached > 0 ? `, towards ${countOf(employersReached, 'employer')}` : '';
    return `${countOf(introductions, 'time')}${towards}`;
  }
  const value = connector[field];
  return typeof value === 'number' || value === null ? numberWords(value, unit, bound) : null;
}

function Roles({ roles }: { roles: NonNullable<Connector['roles']> }) {
  const held = ROLES.filter(({ role }) => roles[role] > 0);
  if (held.length === 0) return 'between no two people who are not tied';
  return (
    <ul>
      {held.map(({ role, words }) => (
        <li key={role}>
          {countOf(roles[role], 'pair')} {words}
        </li>
      ))}
    </ul>
  );
}
