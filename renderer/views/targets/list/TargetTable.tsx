import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { TargetRow } from '../../../../shared/contract/routes.ts';
import { countOf, groupDigits } from '../../../../shared/model/words.ts';
import { plainLine } from '../../../client/plain-line.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { Tag } from '../../../components/Tag.tsx';
import { hrefTo } from '../../../state/addresses.ts';
import { navigate } from '../../../state/hash-location.ts';
import { type Goal, routesAddress } from '../goal.ts';
import { SameCompany } from '../SameCompany.tsx';
import { Sentence } from '../Sentence.tsx';
import styles from './TargetTable.module.css';
import { useTargets } from './use-targets.ts';

/** A name and two lines of its best route. */
const ROW_PX = 80;

/** Every target with its best route as a sentence, and how many of the people known there are how near. */
export function TargetTable({ targets }: { targets: readonly TargetRow[] }) {
  const { remove } = useTargets();
  const place = useRef<HTMLDivElement>(null);

  const removeRow = async (row: TargetRow) => {
    if (!(await remove(row))) return;
    // The button is gone with its row: the table takes the focus, at the row that moved up.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) {
        place.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
      }
    });
  };

  const columns: readonly Column<TargetRow>[] = [
    { id: 'target', header: 'Target and best route', width: 'minmax(0, 1fr)', cell: (row) => <Target row={row} /> },
    count('direct', 'Direct', 36),
    count('oneStep', '1 step', 36),
    count('twoSteps', '2 steps', 36),
    count('none', 'None', 36),
    {
      id: 'remove',
      header: 'Remove',
      isHeaderHidden: true,
      width: '3.5rem',
      align: 'end',
      cell: (row) => (
        <IconButton icon={Trash2} label={`Remove ${plainLine(row.name, 60)}`} onClick={() => void removeRow(row)} />
      ),
    },
  ];

  return (
    <div ref={place} className={styles.place}>
      <DataTable
        label="Targets"
        columns={columns}
        count={targets.length}
        rowAt={(index) => targets[index]}
        keyOf={(row) => row.id}
        onOpen={(row) => navigate(routesAddress(goalOf(row)))}
        rowHeightPx={ROW_PX}
      />
    </div>
  );
}

function Target({ row }: { row: TargetRow }) {
  const proposal = row.proposals[0];
  return (
    <div className={styles.target}>
      <p className={styles.name}>
        <PersonName name={row.name} isStrong href={hrefTo(routesAddress(goalOf(row)))} />
        {row.kind === 'person' && row.person !== null && (
          <span className={styles.role}>
            <PersonName name={roleOf(row)} />
          </span>
        )}
        {row.matchedBy === 'alias' && <Tag tone="accent">by your alias</Tag>}
        {row.matchedBy === 'proposed' && <Tag tone="attention">only a similar name</Tag>}
      </p>
      <div className={styles.sentence} title={plainLine(row.sentence, 600)}>
        {proposal === undefined ? (
          <Sentence text={row.sentence} />
        ) : (
          <SameCompany company={row.name} proposal={proposal} isInline />
        )}
      </div>
    </div>
  );
}

function count(id: 'direct' | 'oneStep' | 'twoSteps' | 'none', header: string, fromRem: number): Column<TargetRow> {
  return {
    id,
    header,
    width: '5rem',
    align: 'end',
    fromRem,
    cell: (row) => (
      <span className={row[id] === 0 ? styles.zero : undefined} title={countOf(row[id], 'person', 'people')}>
        {groupDigits(row[id])}
      </span>
    ),
  };
}

function goalOf({ kind, name, person }: TargetRow): Goal {
  return kind === 'person' && person !== null ? { kind: 'person', id: String(person.id) } : { kind: 'company', name };
}

function roleOf({ person }: TargetRow): string {
  return [person?.position, person?.company].filter(Boolean).join(', ');
}
