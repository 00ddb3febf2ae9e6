/**
 * One export while people are being told apart: whose it is, its rows that are people, and the (name, address) pairs it teaches.
 * Nothing here knows about other exports; joining across them is join-rows.ts.
 */
import { emailKey } from '../import/emails.ts';
import type { AddressBookRecord, ConnectionRecord, Mention } from '../model/records.ts';
import type { OrderedBatch } from './batch-order.ts';
import type { KeyUnion } from './key-union.ts';
import { compareText, keyOfSlug, ME_KEY, matchingName } from './person-key.ts';

/** The name LinkedIn writes for an account that is gone. It is never a person. */
const GONE_NAME = 'linkedin member';

/** Matching names by display name: one name stands in many rows, and folding it is the dearest step. */
export class MatchingNames {
  private readonly known = new Map<string, string>();

  of(name: string): string {
    let matching = this.known.get(name);
    if (matching === undefined) {
      matching = matchingName(name);
      this.known.set(name, matching);
    }
    return matching;
  }
}

export interface ConnectionRow {
  record: ConnectionRecord;
  name: string;
  mail: string | null;
  /** Node of the person; -1 until one is found. */
  node: number;
  /** How strong the key is that found the node. */
  foundBy: 'slug' | 'mail' | 'name' | 'nothing';
}

export interface CardRow {
  record: AddressBookRecord;
  name: string;
  mails: string[];
  node: number;
}

export interface ExportView {
  batch: OrderedBatch;
  /** Position among all exports, oldest first. */
  order: number;
  ownerNode: number;
  isMine: boolean;
  /** Part of the keys of rows without address; null when the export is mine. */
  ownerSlug: string | null;
  rows: ConnectionRow[];
  cards: CardRow[];
  /** Row or card of each record without slug, by content: equal records are one row. */
  rowOfContent: Map<string, ConnectionRow | CardRow>;
  /** Nodes of the addresses that stand beside a matching name. Nearly every name has one, and a file may hold 30,000 of one name. */
  addressesOfName: Map<string, number | Set<number>>;
  /** The name that stands beside an address outside Connections.csv; the first by code units if there are several. */
  nameOfAddress: Map<number, string>;
  /** Matching names of the owner. */
  ownerNames: Set<string>;
}

/** Whose export this is. Mine without a slug is still mine; anybody else's without one is a person of its own. */
export function ownerKey(batch: OrderedBatch): string {
  if (batch.meta.owner !== null) return keyOfSlug(batch.meta.owner.slug);
  return batch.meta.role === 'me' ? ME_KEY : `owner:${batch.meta.digest}`;
}

/** Whether a name names nobody: none at all, or LinkedIn's word for an account that is gone. */
export function isGone(name: string | null, matching: string): boolean {
  return name === null || matching === '' || matching === GONE_NAME;
}

/** Content of a record: two rows equal in every cell are one. Of two, the one with less in its first differing cell comes first. */
export function contentOf(record: ConnectionRecord | AddressBookRecord): string {
  const { company, position, originalName, credentials, url, slug, name } = record;
  const cells: (string | number | null)[] = [company, position, originalName, credentials, url, slug, name];
  if ('connectedOn' in record) cells.push(record.email, record.connectedOn);
  else cells.push(record.createdOn, record.closeness, record.note, ...record.emails);
  let content = 'connectedOn' in record ? 'row' : 'card';
  // U+0001 and U+0002 stand in no cell (import/clean-text.ts).
  for (const cell of cells) content += cell === null ? '\u0001' : `\u0002${cell}`;
  return content;
}

/** Reads the rows and learns the names of one export. Gives every address a node. */
export function viewExport(
  batch: OrderedBatch,
  order: number,
  isMine: boolean,
  union: KeyUnion,
  names: MatchingNames,
): ExportView {
  const ownerNode = union.node(ownerKey(batch));
  const view: ExportView = {
    batch,
    order,
    ownerNode,
    isMine,
    ownerSlug: isMine ? null : (batch.meta.owner?.slug ?? batch.meta.digest),
    rows: [],
    cards: [],
    rowOfContent: new Map(),
    addressesOfName: new Map(),
    nameOfAddress: new Map(),
    ownerNames: new Set(),
  };
  readConnections(view, union, names);
  readCards(view, union, names);
  learnFromMentions(view, union, names);
  const { owner } = batch.meta;
  for (const name of [owner?.name, batch.content.profile?.name]) {
    if (name) view.ownerNames.add(names.of(name));
  }
  const ownerRoot = union.root(ownerNode);
  for (const name of view.addressesOfName.keys()) {
    for (const node of addressesOf(view, name)) if (union.root(node) === ownerRoot) view.ownerNames.add(name);
  }
  return view;
}

function readConnections(view: ExportView, union: KeyUnion, names: MatchingNames): void {
  for (const record of view.batch.content.connections) {
    const name = names.of(record.name);
    const mail = record.email === null ? null : emailKey(record.email);
    if (record.slug !== null) {
      const node = union.node(keyOfSlug(record.slug));
      if (!isGone(record.name, name)) learnAddress(view, node, name);
      // My own address among my contacts is no contact (safety.md, corpus 55).
      if (!union.areSame(node, view.ownerNode)) view.rows.push({ record, name, mail, node, foundBy: 'slug' });
      continue;
    }
    if (isGone(record.name, name)) continue;
    const content = contentOf(record);
    if (view.rowOfContent.has(content)) continue;
    const row: ConnectionRow = { record, name, mail, node: -1, foundBy: 'nothing' };
    view.rowOfContent.set(content, row);
    view.rows.push(row);
  }
}

function readCards(view: ExportView, union: KeyUnion, names: MatchingNames): void {
  for (const record of view.batch.content.contacts) {
    const mails = [...new Set(record.emails.map(emailKey).filter((mail) => mail !== null))].sort(compareText);
    const name = names.of(record.name);
    // Many entries are an e-mail without a name.
    if (record.slug === null && isGone(record.name, name) && (name !== '' || mails.length === 0)) continue;
    const content = contentOf(record);
    if (view.rowOfContent.has(content)) continue;
    const node = record.slug === null ? -1 : union.node(keyOfSlug(record.slug));
    if (node >= 0) learn(view, node, record.name, name);
    const card: CardRow = { record, name, mails, node };
    view.rowOfContent.set(content, card);
    view.cards.push(card);
  }
}

function learnFromMentions(view: ExportView, union: KeyUnion, names: MatchingNames): void {
  const { content } = view.batch;
  const learnMention = (mention: Mention): void => {
    if (mention.slug === null) return;
    const node = union.node(keyOfSlug(mention.slug));
    if (mention.name !== null) learn(view, node, mention.name, names.of(mention.name));
  };
  for (const thread of content.threads) for (const member of thread.members) learnMention(member);
  for (const row of content.invitations) {
    learnMention(row.inviter);
    learnMention(row.invitee);
  }
  for (const row of content.endorsements) learnMention(row.other);
  for (const row of content.notes) learnMention(row.about);
  const { owner } = view.batch.meta;
  if (owner !== null) learnMention(owner);
}

function learn(view: ExportView, node: number, written: string, name: string): void {
  if (isGone(written, name)) return;
  learnAddress(view, node, name);
  const known = view.nameOfAddress.get(node);
  if (known === undefined || compareText(written, known) < 0) view.nameOfAddress.set(node, written);
}

function learnAddress(view: ExportView, node: number, name: string): void {
  const nodes = view.addressesOfName.get(name);
  if (nodes === undefined) view.addressesOfName.set(name, node);
  else if (typeof nodes !== 'number') nodes.add(node);
  else if (nodes !== node) view.addressesOfName.set(name, new Set([nodes, node]));
}

/** Nodes of the addresses that stand beside a matching name in this export. */
export function addressesOf(view: ExportView, name: string): Iterable<number> {
  const nodes = view.addressesOfName.get(name) ?? [];
  return typeof nodes === 'number' ? [nodes] : nodes;
}
