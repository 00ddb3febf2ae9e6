/**
 * Who is who: all imports and statements of a store -> people and what is known between them. A pure function of the SET of imports:
 * their order, and repeating one, change nothing; taking one back is resolving without it (safety.md D16).
 *
 * The way: batch-order (each content once) -> export-view (rows and learned names of one export) -> join-connections, join-cards
 * (the key each row finds) -> person-sources, person-facts, history (what a person is called) -> join-names, conversations,
 * tie-evidence (what each owner's export says about each alter) -> proposals (what might be the same).
 */

import { slugFromUrl } from '../import/profile-url.ts';
import type { Network, Person, PersonIndex } from '../model/network.ts';
import type { AddressBookRecord, Batch, ConnectionRecord, PastRecord } from '../model/records.ts';
import type { Statement } from '../model/statement.ts';
import { type OrderedBatch, orderBatches } from './batch-order.ts';
import { contentOf, type ExportView, MatchingNames, ownerKey, viewExport } from './export-view.ts';
import { mergeGroups } from './group-threads.ts';
import { newestViews } from './history.ts';
import { joinCards } from './join-cards.ts';
import { joinConnections } from './join-connections.ts';
import { NamesOfExport, type Numbering, Unjoined } from './join-names.ts';
import { KeyUnion } from './key-union.ts';
import { type NumberedPeople, numberPeople } from './number-people.ts';
import { personFacts } from './person-facts.ts';
import { givePersonIds, type IdOptions } from './person-ids.ts';
import { keyOfSlug, ME_KEY, slugOfKey } from './person-key.ts';
import { gatherSources } from './person-sources.ts';
import { proposeSame } from './proposals.ts';
import { interestsOf, saidInFiles } from './said-in-files.ts';
import { keysOfStatement } from './statement-keys.ts';
import { type OwnerView, viewOfOwner } from './tie-evidence.ts';

export type ResolveOptions = IdOptions;

export interface Resolution {
  network: Network;
  /** People whom an import's contacts and address book list, me left out, sorted; none for an unknown import. */
  peopleOfBatch: (batchId: number) => PersonIndex[];
  /** The person of one row of an import; null when it names nobody (a gone account, me). */
  personOfRow: (batchId: number, record: ConnectionRecord | AddressBookRecord) => PersonIndex | null;
}

/** The network that all imports and statements together give. */
export function resolveNetwork(
  batches: readonly Batch[],
  statements: readonly Statement[],
  options: ResolveOptions = {},
): Network {
  return resolve(batches, statements, options).network;
}

/** As resolveNetwork, and tells which rows became which people. */
export function resolve(
  batches: readonly Batch[],
  statements: readonly Statement[],
  options: ResolveOptions = {},
): Resolution {
  const ordered = orderBatches(batches);
  const standing = standingStatements(batches, statements);
  const union = new KeyUnion();
  const names = new MatchingNames();
  joinWhatIsSaid(ordered, standing, union);
  const views = viewExports(ordered, union, names);
  joinConnections(views, union);
  joinCards(views, union);
  const numbered = numberPeople(union, views);
  const exports = new Map<PersonIndex, NamesOfExport[]>();
  const unjoined = new Unjoined();
  const ego = numbered.indexOfKey(ME_KEY);
  const owners = new Set<PersonIndex>([ego]);
  for (const view of views) owners.add(numbered.indexOfNode(view.ownerNode));
  for (const owner of owners) exports.set(owner, []);
  for (const view of views) {
    const namesOfExport = new NamesOfExport(view, names, numbered, unjoined);
    exports.get(namesOfExport.owner)!.push(namesOfExport);
  }
  const ownerViews = [...owners]
    .sort((a, b) => Number(b === ego) - Number(a === ego) || a - b)
    .map((owner) => viewOfOwner(owner, owner === ego, exports.get(owner)!, numbered, unjoined));
  const ownersOfNetwork = ownerViews.map((view) => view.owner);
  const people = describePeople(numbered, views, standing, ownerViews, options);
  const mine = exports.get(ego)!;
  const said = saidInFiles(mine, people, numbered);
  const network: Network = {
    people,
    ego,
    owners: ownersOfNetwork,
    groupThreads: mergeGroups(ownerViews.flatMap((view) => view.groups)),
    proposals: proposeSame(people, ego, names),
    unjoined: unjoined.sorted(),
    interests: interestsOf(mine),
    saidInFiles: said,
    indexOfKey: numbered.indexes,
  };
  return { network, ...rowLookup(views, numbered) };
}

/** Statements that came with an import that is taken back are taken back with it. */
function standingStatements(batches: readonly Batch[], statements: readonly Statement[]): Statement[] {
  const present = new Set(batches.map((batch) => batch.meta.id));
  return statements
    .filter((statement) => statement.batch === null || present.has(statement.batch))
    .sort((a, b) => a.id - b.id);
}

/** What needs no rows: who I am, what the user called the same, and everybody a statement names. */
function joinWhatIsSaid(batches: readonly OrderedBatch[], statements: readonly Statement[], union: KeyUnion): void {
  const me = union.node(ME_KEY);
  for (const batch of batches) {
    const owner = union.node(ownerKey(batch));
    if (batch.meta.role === 'me') union.join(me, owner);
  }
  for (const { body } of statements) {
    for (const key of keysOfStatement(body)) union.node(key);
    if (body.kind === 'same') union.join(union.node(body.a), union.node(body.b));
    if (body.kind === 'person' && body.url !== null) {
      const slug = slugFromUrl(body.url);
      if (slug !== null) union.join(union.node(body.person), union.node(keyOfSlug(slug)));
    }
  }
}

function viewExports(batches: readonly OrderedBatch[], union: KeyUnion, names: MatchingNames): ExportView[] {
  const me = union.node(ME_KEY);
  return batches.map((batch, order) =>
    viewExport(batch, order, union.areSame(union.node(ownerKey(batch)), me), union, names),
  );
}

function describePeople(
  numbered: NumberedPeople,
  views: readonly ExportView[],
  statements: readonly Statement[],
  ownerViews: readonly OwnerView[],
  options: ResolveOptions,
): Person[] {
  const ids = givePersonIds(numbered.keysOfPerson, options);
  const ego = numbered.indexOfKey(ME_KEY);
  const sources = gatherSources({
    views,
    statements,
    newest: newestViews(views),
    size: numbered.keysOfPerson.length,
    ego,
    ...numberingOf(numbered),
  });
  const pastOfOwner = new Map<PersonIndex, PastRecord[]>(ownerViews.map(({ owner }) => [owner.person, owner.past]));
  const people = numbered.keysOfPerson.map((keys, index) => {
    const key = keys[0]!;
    return personFacts(ids[index]!, key, slugOfKey(key), sources[index]!, pastOfOwner.get(index) ?? []);
  });
  const mine = ownerViews[0];
  for (const tie of mine?.owner.ties ?? []) {
    const person = people[tie.alter]!;
    person.isPending = tie.invitationNote !== null && !person.isContact;
    person.isInvitedByMe = person.isPending && !mine!.inviters.has(tie.alter);
  }
  return people;
}

function numberingOf({ indexOfNode, indexOfKey }: NumberedPeople): Numbering {
  return { indexOfNode, indexOfKey };
}

function rowLookup(
  views: readonly ExportView[],
  numbered: NumberedPeople,
): Pick<Resolution, 'peopleOfBatch' | 'personOfRow'> {
  const viewOf = new Map(views.flatMap((view) => view.batch.ids.map((id) => [id, view] as const)));
  const ego = numbered.indexOfKey(ME_KEY);
  return {
    peopleOfBatch: (batchId) => {
      const view = viewOf.get(batchId);
      if (view === undefined) return [];
      const people = new Set([...view.rows, ...view.cards].map((row) => numbered.indexOfNode(row.node)));
      people.delete(ego);
      return [...people].sort((a, b) => a - b);
    },
    personOfRow: (batchId, record) => {
      const view = viewOf.get(batchId);
      if (view === undefined) return null;
      const node = view.rowOfContent.get(contentOf(record))?.node;
      const slugged = record.slug === null ? undefined : numbered.indexes.get(keyOfSlug(record.slug));
      const person = slugged ?? (node === undefined ? null : numbered.indexOfNode(node));
      return person === ego ? null : person;
    },
  };
}
