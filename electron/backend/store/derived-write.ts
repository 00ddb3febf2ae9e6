/** Puts a freshly derived network into the store, touching only what changed. */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Network, Owner, Person } from '../../../shared/model/network.ts';
import {
  cellsOfPerson,
  cellsOfSaid,
  cellsOfTie,
  GROUP_COLUMNS,
  INTEREST_COLUMNS,
  MEMBER_COLUMNS,
  OWNER_COLUMNS,
  PERSON_COLUMNS,
  PROPOSAL_COLUMNS,
  SAID_COLUMNS,
  TIE_COLUMNS,
  UNJOINED_COLUMNS,
} from './derived-rows.ts';
import { type Cell, interestTable, pastTable } from './raw-tables.ts';
import { searchWriter, wordsSaid } from './search.ts';
import { selectCircleStatements, selectSearchedStatements } from './statements.ts';
import { StreamDigest } from './stream-digest.ts';

/** Call it inside a transaction. */
export function writeNetwork(db: Database.Database, network: Network): void {
  checkPeople(network);
  const idAt = (index: number) => {
    const person = network.people[index];
    if (person === undefined) throw new RangeError('The network names somebody who is not in it.');
    return person.id;
  };
  const retired = writePeople(db, network, idAt);
  writeKeys(db, network, idAt, retired);
  writeOwners(db, network.owners, idAt);
  writeGroupThreads(db, network, idAt);
  writeDoubts(db, network, idAt);
  writeOwnFacts(db, network);
  db.prepare('UPDATE network_revision SET revision = revision + 1').run();
}

/** The reader finds people by their order and their numbers, so both must be what model/network.ts says. */
function checkPeople(network: Network): void {
  const ids = new Set<number>();
  let last: string | null = null;
  for (const { id, key } of network.people) {
    if (!Number.isSafeInteger(id) || id < 1 || ids.has(id))
      throw new RangeError('A person has no number of their own.');
    if (last !== null && key <= last) throw new RangeError('People are not sorted by key.');
    ids.add(id);
    last = key;
  }
}

/** A key that named somebody before, with their number. */
type KeyedId = [key: string, id: number];

/** Returns the strongest keys of people who were gone or changed. */
function writePeople(db: Database.Database, network: Network, idAt: (index: number) => number): KeyedId[] {
  const inFiles = network.saidInFiles.map(({ body }) => body);
  const stated = selectSearchedStatements(db, null).map(({ body }) => body);
  const circles = selectCircleStatements(db).map(({ body }) => body);
  const said = wordsSaid([...inFiles, ...stated], circles, (key) => {
    const index = network.indexOfKey.get(key);
    return index === undefined ? undefined : idAt(index);
  });
  const before = new Map<number, Cell[]>();
  for (const cells of db.prepare<[], Cell[]>(`SELECT ${PERSON_COLUMNS}, said FROM person`).raw().all()) {
    before.set(cells[0] as number, cells);
  }
  // Their cells are made once more when they are written: those of all would fill the memory that the network leaves.
  const changed: Person[] = [];
  const digest = new StreamDigest();
  for (const person of network.people) {
    const cells = cellsOfPerson(person);
    digest.text(JSON.stringify(cells));
    cells.push(said.get(person.id) ?? null);
    const old = before.get(person.id);
    if (old?.every((cell, at) => cell === cells[at])) before.delete(person.id);
    else changed.push(person);
  }
  // Gone or changed people go first: a key may pass from one person to another.
  const index = searchWriter(db);
  const remove = db.prepare<[number]>('DELETE FROM person WHERE id = ?');
  for (const id of [...before.keys()].sort((a, b) => a - b)) {
    remove.run(id);
    index.remove(id);
  }
  const add = db.prepare<Cell[]>(
    `INSERT INTO person (${PERSON_COLUMNS}, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // By number: the search index writes out what it has gathered whenever a smaller number comes.
  for (const person of changed.sort((a, b) => a.id - b.id)) {
    const cells = cellsOfPerson(person);
    const words = said.get(person.id) ?? null;
    add.run(...cells, words);
    index.add(cells, words);
  }
  replaceDigest(db, 'people', digest.hex());
  return [...before].map(([id, cells]) => [cells[1] as string, id]);
}

/** Every key but the strongest one, which stands with its person. */
function writeKeys(
  db: Database.Database,
  network: Network,
  idAt: (index: number) => number,
  retired: readonly KeyedId[],
): void {
  const wanted = new Map<string, [id: number, isFormer: number]>();
  // A number is never given to somebody else, so the keys of those who are gone stay with it.
  for (const [key, id] of retired) wanted.set(key, [id, 1]);
  const stored = db
    .prepare<[], [string, number, number]>('SELECT key, person_id, is_former FROM person_key')
    .raw()
    .all();
  for (const [key, id] of stored) wanted.set(key, [id, 1]);
  for (const [key, index] of network.indexOfKey) {
    // The strongest key stands with its person.
    if (network.people[index]?.key === key) wanted.delete(key);
    else wanted.set(key, [idAt(index), 0]);
  }
  const remove = db.prepare<[string]>('DELETE FROM person_key WHERE key = ?');
  for (const [key, id, isFormer] of stored) {
    const row = wanted.get(key);
    if (row === undefined) remove.run(key);
    else if (row[0] === id && row[1] === isFormer) wanted.delete(key);
  }
  const put = db.prepare<[string, number, number]>(
    'INSERT OR REPLACE INTO person_key (key, person_id, is_former) VALUES (?, ?, ?)',
  );
  // In the order of the index: pages are then filled one after another.
  for (const [key, [id, isFormer]] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) put.run(key, id, isFormer);
  const highest = network.people.reduce((most, person) => Math.max(most, person.id), 0);
  db.prepare('UPDATE map SET next_person_id = max(next_person_id, ?)').run(highest + 1);
}

function writeOwners(db: Database.Database, owners: readonly Owner[], idAt: (index: number) => number): void {
  const ownerRows = owners.map((owner, place): Cell[] => [
    idAt(owner.person),
    place,
    owner.isMe ? 1 : 0,
    owner.has.messages ? 1 : 0,
    owner.has.recommendations ? 1 : 0,
    owner.has.endorsements ? 1 : 0,
    owner.has.past ? 1 : 0,
    owner.exportDate,
  ]);
  const past = owners.flatMap((owner) =>
    owner.past.map((record, place): Cell[] => [idAt(owner.person), place, ...pastTable.toCells(record)]),
  );
  const digest = new StreamDigest().text(JSON.stringify([ownerRows, past]));
  for (const { ties } of owners) for (const tie of ties) digestTie(digest, cellsOfTie(tie, idAt(tie.alter)));
  if (!replaceDigest(db, 'owners', digest.hex())) return;
  // Takes the past and the ties of the owners with it.
  db.prepare('DELETE FROM owner').run();
  const addOwner = db.prepare<Cell[]>(`INSERT INTO owner (${OWNER_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  for (const row of ownerRows) addOwner.run(...row);
  const addPast = db.prepare<Cell[]>(
    `INSERT INTO owner_past (owner_id, place, ${pastTable.columns.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of past) addPast.run(...row);
  const addTie = db.prepare(`INSERT INTO tie_evidence (owner_id, ${TIE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  for (const { person, ties } of owners) {
    for (const tie of ties) addTie.run(idAt(person), ...cellsOfTie(tie, idAt(tie.alter)));
  }
}

/** Ties are hashed blob by blob: as JSON their contact days would be most of the work. */
export function digestTie(digest: StreamDigest, cells: readonly unknown[]): void {
  const contact = cells[3];
  digest.text(JSON.stringify(cells.map((cell, at) => (at === 3 ? null : cell))));
  if (Buffer.isBuffer(contact)) digest.bytes(contact);
}

function writeGroupThreads(db: Database.Database, network: Network, idAt: (index: number) => number): void {
  const threads = network.groupThreads.map((thread, place): Cell[] => [
    place,
    thread.conversationId,
    thread.size,
    thread.firstDay,
  ]);
  const members = network.groupThreads.flatMap((thread, place) =>
    thread.members.map((member, at): Cell[] => [place, idAt(member), thread.wroteOn[at] ?? null]),
  );
  if (!replaceDigest(db, 'groups', digestOf([threads, members]))) return;
  db.prepare('DELETE FROM group_thread').run();
  const addThread = db.prepare<Cell[]>(`INSERT INTO group_thread (${GROUP_COLUMNS}) VALUES (?, ?, ?, ?)`);
  for (const row of threads) addThread.run(...row);
  const addMember = db.prepare<Cell[]>(`INSERT INTO group_member (${MEMBER_COLUMNS}) VALUES (?, ?, ?)`);
  for (const row of members) addMember.run(...row);
}

/** What could not be decided: proposals and rows that could not be joined. */
function writeDoubts(db: Database.Database, network: Network, idAt: (index: number) => number): void {
  const proposals = network.proposals.map((proposal, place): Cell[] => [
    place,
    idAt(proposal.a),
    idAt(proposal.b),
    proposal.reason,
  ]);
  const unjoined = network.unjoined.map((mention, place): Cell[] => [
    place,
    mention.source,
    mention.name,
    JSON.stringify(mention.candidates.map(idAt)),
  ]);
  if (!replaceDigest(db, 'doubts', digestOf([proposals, unjoined]))) return;
  db.prepare('DELETE FROM same_proposal').run();
  db.prepare('DELETE FROM unjoined').run();
  const addProposal = db.prepare<Cell[]>(`INSERT INTO same_proposal (${PROPOSAL_COLUMNS}) VALUES (?, ?, ?, ?)`);
  for (const row of proposals) addProposal.run(...row);
  const addUnjoined = db.prepare<Cell[]>(`INSERT INTO unjoined (${UNJOINED_COLUMNS}) VALUES (?, ?, ?, ?)`);
  for (const row of unjoined) addUnjoined.run(...row);
}

/** What I am interested in and what I said, as far as files tell. */
function writeOwnFacts(db: Database.Database, network: Network): void {
  const interests = network.interests.map((interest, place): Cell[] => [place, ...interestTable.toCells(interest)]);
  const said = network.saidInFiles.map(cellsOfSaid);
  if (!replaceDigest(db, 'own facts', digestOf([interests, said]))) return;
  db.prepare('DELETE FROM own_interest').run();
  db.prepare('DELETE FROM said_in_file').run();
  const addInterest = db.prepare<Cell[]>(`INSERT INTO own_interest (${INTEREST_COLUMNS}) VALUES (?, ?, ?, ?, ?)`);
  for (const row of interests) addInterest.run(...row);
  const addSaid = db.prepare<Cell[]>(`INSERT INTO said_in_file (${SAID_COLUMNS}) VALUES (?, ?, ?, ?)`);
  for (const row of said) addSaid.run(...row);
}

export function digestOf(rows: unknown): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

/** Returns whether the part changed. */
function replaceDigest(db: Database.Database, part: string, digest: string): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO derived_digest (part, digest) VALUES (?, ?)
       ON CONFLICT (part) DO UPDATE SET digest = excluded.digest WHERE digest <> excluded.digest`,
    )
    .run(part, digest);
  return changes > 0;
}
