/** Gathers, for every person, the rows that speak about them. */

import { NOTHING, type PersonIndex } from '../model/network.ts';
import type { AddressBookRecord, ProfileRecord } from '../model/records.ts';
import type { Statement, StatementBody } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { ExportView } from './export-view.ts';
import { type DatedRow, withRow } from './history.ts';

export type PersonStatement = Extract<StatementBody, { kind: 'person' }>;

export interface PersonSources {
  /** In my exports, oldest first. */
  mine: readonly DatedRow[];
  /** In other owners' exports, oldest first. */
  others: readonly DatedRow[];
  /** Address book entries; the one that speaks comes last. */
  cards: AddressBookRecord[];
  /** As said by hand; the one that speaks comes last. */
  said: PersonStatement[];
  /** Own profile of an owner, of the newest export that has one. */
  profile: ProfileRecord | null;
  /** Name of an owner as the import recorded it, newest. */
  ownerName: string | null;
  /** Name beside their address in rows that are no contacts: mine before others', newest before older. */
  mentionedAs: string | null;
  /** Distinct; a person rarely has more than two. */
  emails: string[];
  connectedOn: Day | null;
  isContact: boolean;
  isInAddressBook: boolean;
  isInNewest: boolean;
}

export interface Gathering {
  views: readonly ExportView[];
  statements: readonly Statement[];
  newest: ReadonlySet<ExportView>;
  size: number;
  ego: PersonIndex;
  indexOfNode: (node: number) => PersonIndex;
  indexOfKey: (key: string) => PersonIndex;
}

function emptySources(): PersonSources {
  return {
    mine: NOTHING,
    others: NOTHING,
    cards: [],
    said: [],
    profile: null,
    ownerName: null,
    mentionedAs: null,
    emails: [],
    connectedOn: null,
    isContact: false,
    isInAddressBook: false,
    isInNewest: false,
  };
}

export function gatherSources(gathering: Gathering): PersonSources[] {
  const sources = Array.from({ length: gathering.size }, emptySources);
  const at = (node: number): PersonSources => sources[gathering.indexOfNode(node)]!;
  for (const view of gathering.views) {
    gatherRows(view, gathering, sources);
    const owner = at(view.ownerNode);
    owner.profile = view.batch.content.profile ?? owner.profile;
    owner.ownerName = view.batch.meta.owner?.name ?? owner.ownerName;
  }
  // What mine say holds before what others say, so theirs is written first and mine over it; within a side, newer over older.
  const mineLast = [...gathering.views].sort((a, b) => Number(a.isMine) - Number(b.isMine) || a.order - b.order);
  for (const view of mineLast) {
    const first = new Map<PersonIndex, string>();
    for (const [node, name] of view.nameOfAddress) {
      const person = gathering.indexOfNode(node);
      const known = first.get(person);
      if (known === undefined || name < known) first.set(person, name);
    }
    for (const [person, name] of first) sources[person]!.mentionedAs = name;
    const cards = view.cards.map((card) => ({ card, person: gathering.indexOfNode(card.node) }));
    // Within one address book the fuller entry speaks, then the later one by content.
    cards.sort(
      (a, b) => fullness(a.card.record) - fullness(b.card.record) || compareRecords(a.card.record, b.card.record),
    );
    for (const { card, person } of cards) {
      if (person === gathering.ego) continue;
      const source = sources[person]!;
      source.cards.push(card.record);
      for (const mail of card.mails) addEmail(source, mail);
      if (view.isMine) source.isInAddressBook = true;
    }
  }
  for (const { body } of gathering.statements) {
    if (body.kind === 'person') sources[gathering.indexOfKey(body.person)]!.said.push(body);
  }
  return sources;
}

function gatherRows(view: ExportView, gathering: Gathering, sources: PersonSources[]): void {
  for (const row of view.rows) {
    const person = gathering.indexOfNode(row.node);
    const source = sources[person]!;
    const side = view.isMine ? 'mine' : 'others';
    source[side] = withRow(source[side], { view, record: row.record });
    if (row.mail !== null) addEmail(source, row.mail);
    if (!view.isMine || person === gathering.ego) continue;
    source.isContact = true;
    if (gathering.newest.has(view)) source.isInNewest = true;
    const { connectedOn } = row.record;
    if (connectedOn !== null && (source.connectedOn === null || connectedOn < source.connectedOn)) {
      source.connectedOn = connectedOn;
    }
  }
}

function addEmail(source: PersonSources, email: string): void {
  if (!source.emails.includes(email)) source.emails.push(email);
}

function fullness(record: AddressBookRecord): number {
  return (record.company === null ? 0 : 1) + (record.position === null ? 0 : 1) + (record.name === '' ? 0 : 1);
}

function compareRecords(a: AddressBookRecord, b: AddressBookRecord): number {
  const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}
