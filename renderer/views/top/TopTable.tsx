import { Search, ShieldCheck } from 'lucide-react';
import type { TopContact } from '../../../shared/contract/top.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { ICON } from '../../components/icon.ts';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import { Who } from '../today/Who.tsx';
import type { Narrowing } from './narrow.ts';
import { PartBars } from './PartBars.tsx';
import { shareWords } from './part-words.ts';
import styles from './TopScreen.module.css';

const COLUMNS: readonly Column<TopContact>[] = [
  {
    id: 'rank',
    header: '#',
    width: '3rem',
    align: 'end',
    cell: ({ rank }) => <span className={styles.rank}>{rank}</span>,
  },
  {
    id: 'name',
    header: 'Who and why',
    width: 'minmax(14rem, 4fr)',
    cell: ({ person, why }) => (
      <span className={styles.cell}>
        <Who person={person} isOneLine />
        {why[0] !== undefined && (
          <span className={styles.why}>
            <Sentence text={why[0]} />
          </span>
        )}
      </span>
    ),
  },
  {
    id: 'strength',
    header: 'Strength',
    width: '8rem',
    fromRem: 40,
    cell: ({ strength }) => (strength === null ? null : <StrengthBars s={strength.s} band={strength.band} />),
  },
  {
    id: 'marks',
    header: 'Marks',
    width: '8.5rem',
    fromRem: 48,
    cell: ({ inVitalSet, robust }) => (
      <span className={styles.marks}>
        {inVitalSet && <Tag tone="accent">vital few</Tag>}
        {robust === true && (
          <span className={styles.robust} title="In the top 20 % whatever the assumptions">
            <ShieldCheck {...ICON} />
            <span className={styles.readAloud}>whatever the assumptions</span>
          </span>
        )}
      </span>
    ),
  },
  {
    id: 'share',
    header: 'Share, parts',
    width: '6.5rem',
    align: 'end',
    cell: ({ share, multipliers }) => (
      <span className={styles.share}>
        {shareWords(share)}
        <PartBars multipliers={multipliers} />
      </span>
    ),
  },
];

export interface TopTableProps {
  contacts: readonly TopContact[];
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
  /** Contacts beyond those that are here. */
  hidden: number;
  /** How many are here, before narrowing. */
  contactsHeld: number;
  onOpen: (contact: TopContact) => void;
}

/** The ranking; a row opens its explanation. */
export function TopTable({ contacts, narrowing, onNarrow, hidden, contactsHeld, onOpen }: TopTableProps) {
  return (
    <section className={styles.list} aria-label="Ranking">
      <div className={styles.filters}>
        <TextField
          label="Search this list"
          isLabelHidden
          icon={Search}
          type="search"
          placeholder="Name, title or company"
          value={narrowing.query}
          onChange={(event) => onNarrow({ ...narrowing, query: event.currentTarget.value })}
        />
        <SelectField
          label="Shown"
          isLabelHidden
          value={narrowing.group}
          onChange={(event) => onNarrow({ ...narrowing, group: event.currentTarget.value as Narrowing['group'] })}
        >
          <option value="top">Top 20 %</option>
          <option value="vital">Vital few</option>
          <option value="robust">Whatever the assumptions</option>
          <option value="all">Everybody</option>
        </SelectField>
        <p className={styles.soft} role="status">
          {hidden > 0 && contacts.length === contactsHeld ? 'The first ' : ''}
          {countOf(contacts.length, 'person', 'people')}
          {hidden > 0 && contacts.length < contactsHeld && ` among the first ${groupDigits(contactsHeld)}`}
        </p>
      </div>
      <div className={styles.table}>
        <DataTable
          label="Top contacts"
          columns={COLUMNS}
          count={contacts.length}
          rowAt={(index) => contacts[index]}
          keyOf={({ person }) => person.id}
          onOpen={onOpen}
          rowHeightPx={84}
        />
      </div>
    </section>
  );
}
