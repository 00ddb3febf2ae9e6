/** Reads the derived network back, and compares it with what was written. */
import type Database from 'better-sqlite3';
import {
  type GroupThread,
  type Network,
  NO_CONTACT,
  type Owner,
  type Person,
  type TieEvidence,
} from '../../../shared/model/network.ts';
import {
  GROUP_COLUMNS,
  INTEREST_COLUMNS,
  OWNER_COLUMNS,
  PERSON_COLUMNS,
  PROPOSAL_COLUMNS,
  personOfCells,
  SAID_COLUMNS,
  SHORT_PERSON_COLUMNS,
  SHORT_TIE_COLUMNS,
  type ShortTieCells,
  saidOfCells,
  TIE_COLUMNS,
  type TieCells,
  tieOfCells,
  UNJOINED_COLUMNS,
} from './derived-rows.ts';
import { digestOf, digestTie } from './derived-write.ts';
import { type Cell, interestTable, pastTable } from './raw-tables.ts';
import type { PersonIds } from './store.ts';
import { StreamDigest } from './stream-digest.ts';

const SELECT_INTERESTS = `SELECT ${INTEREST_COLUMNS} FROM own_interest ORDER BY place`;
const SELECT_SAID = `SELECT ${SAID_COLUMNS} FROM said_in_file ORDER BY place`;
const SELECT_OWNERS = `SELECT ${OWNER_COLUMNS} FROM owner ORDER BY place`;
const PAST_COLUMNS = pastTable.columns.join(', ');

/** The number of me in a new map, so that it is mine whatever is imported first. */
const FIRST_PERSON_ID = 1;

/** What a map knows before anything was imported: me, and nothing about me. */
export function emptyNetwork(): Network {
  const me: Person = {
    id: FIRST_PERSON_ID,
    key: 'me',
    name: 'Me',
    originalName: 'Me',
    credentials: null,
    slug: null,
    url: null,
    emails: [],
    company: null,
    position: null,
    connectedOn: null,
    isContact: false,
    isInAddressBook: false,
    isPending: false,
    isInvitedByMe: false,
    isVanished: false,
    isLookAlike: false,
    isMaybeSame: false,
    jobs: [],
  };
  const owner: Owner = {
    person: 0,
    isMe: true,
    has: { messages: false, recommendations: false, endorsements: false, past: false },
    exportDate: null,
    ties: [],
    past: [],
  };
  return {
    people: [me],
    ego: 0,
    owners: [owner],
    groupThreads: [],
    proposals: [],
    unjoined: [],
    interests: [],
    saidInFiles: [],
    indexOfKey: new Map([['me', 0]]),
  };
}

export function selectNetwork(db: Database.Database): Network {
  const people = rowsOf(db, `SELECT ${SHORT_PERSON_COLUMNS} FROM person`).map(personOfCells);
  // SQLite orders by code point, model/network.ts by UTF-16 unit.
  people.sort((a, b) => (a.key < b.key ? -1 : 1));
  const indexOfId = new Map(people.map((person, index) => [person.id, index]));
  const indexOf = (id: number) => {
    const index = indexOfId.get(id);
    if (index === undefined) throw new RangeError('A row names a person who is not there.');
    return index;
  };
  const indexOfKey = new Map(people.map((person, index) => [person.key, index]));
  const others = db
    .prepare<[], [string, number]>('SELECT key, person_id FROM person_key WHERE is_former = 0')
    .raw()
    .all();
  for (const [key, id] of others) indexOfKey.set(key, indexOf(id));
  const owners = selectOwners(db, indexOf);
  const ego = owners.find((owner) => owner.isMe)?.person;
  if (ego === undefined) throw new RangeError('Nobody in the map is me.');
  return {
    people,
    ego,
    owners,
    groupThreads: selectGroupThreads(db, indexOf),
    proposals: db
      .prepare<[], [number, number, string]>('SELECT a, b, reason FROM same_proposal ORDER BY place')
      .raw()
      .all()
      .map(([a, b, reason]) => ({ a: indexOf(a), b: indexOf(b), reason })),
    unjoined: db
      .prepare<[], [string, string, string]>('SELECT source, name, candidates FROM unjoined ORDER BY place')
      .raw()
      .all()
      .map(([source, name, ids]) => ({ source, name, candidates: (JSON.parse(ids) as number[]).map(indexOf) })),
    interests: rowsOf(db, SELECT_INTERESTS).map((cells) => interestTable.fromCells(cells, 1)),
    saidInFiles: rowsOf(db, SELECT_SAID).map(saidOfCells),
    indexOfKey,
  };
}

function selectOwners(db: Database.Database, indexOf: (id: number) => number): Owner[] {
  const pastOf = db
    .prepare<[number], Cell[]>(`SELECT ${PAST_COLUMNS} FROM owner_past WHERE owner_id = ? ORDER BY place`)
    .raw();
  return db
    .prepare<[], number[]>(SELECT_OWNERS)
    .raw()
    .all()
    .map((row) => {
      const id = row[0] as number;
      return {
        person: indexOf(id),
        isMe: row[2] === 1,
        has: { messages: row[3] === 1, recommendations: row[4] === 1, endorsements: row[5] === 1, past: row[6] === 1 },
        exportDate: row[7] ?? null,
        ties: selectTies(db, id, indexOf),
        past: pastOf.all(id).map((cells) => pastTable.fromCells(cells, 0)),
      };
    });
}

/** Bytes of all contacts come as one: to fetch each by itself takes longer than all the rest of the ties. */
function selectTies(db: Database.Database, owner: number, indexOf: (id: number) => number): TieEvidence[] {
  const rows = db
    .prepare<[number], ShortTieCells>(
      `SELECT ${SHORT_TIE_COLUMNS} FROM tie_evidence WHERE owner_id = ? ORDER BY alter_id`,
    )
    .raw()
    .all(owner);
  // Joined as they are, in the order of the inner query: SQLite keeps it for group_concat, and a cast changes no byte.
  const bytes = db
    .prepare<[number], Buffer | null>(
      `SELECT CAST(group_concat(contact, '') AS BLOB)
       FROM (SELECT contact FROM tie_evidence WHERE owner_id = ? ORDER BY alter_id)`,
    )
    .pluck()
    .get(owner);
  // Every machine that Weft runs on stores numbers little end first, as the blob does.
  const contacts = bytes == null ? NO_CONTACT : int32sOf(bytes);
  let at = 0;
  const ties = rows.map((cells) => {
    const [alterId, , , length] = cells;
    const from = at;
    at += (length ?? 0) / Int32Array.BYTES_PER_ELEMENT;
    return tieOfCells(cells, indexOf(alterId), length === null ? NO_CONTACT : contacts.subarray(from, at));
  });
  if (at !== contacts.length) throw new RangeError('The contacts of ties are not as long as their rows say.');
  return ties.sort((a, b) => a.alter - b.alter);
}

function int32sOf({ buffer, byteOffset, byteLength }: Buffer): Int32Array {
  const isAligned = byteOffset % Int32Array.BYTES_PER_ELEMENT === 0;
  const from = isAligned ? byteOffset : 0;
  const bytes = isAligned ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  return new Int32Array(bytes as ArrayBuffer, from, byteLength / Int32Array.BYTES_PER_ELEMENT);
}

function selectGroupThreads(db: Database.Database, indexOf: (id: number) => number): GroupThread[] {
  const threads: GroupThread[] = db
    .prepare<[], [string, number, number]>('SELECT conversation_id, size, first_day FROM group_thread ORDER BY place')
    .raw()
    .all()
    .map(([conversationId, size, firstDay]) => ({ conversationId, size, members: [], wroteOn: [], firstDay }));
  const members = db
    .prepare<[], [number, number, number | null]>('SELECT thread_place, person_id, wrote_on FROM group_member')
    .raw()
    .all()
    .map(([place, id, wroteOn]) => ({ place, member: indexOf(id), wroteOn }))
    .sort((a, b) => a.place - b.place || a.member - b.member);
  for (const { place, member, wroteOn } of members) {
    const thread = threads[place];
    if (thread === undefined) throw new RangeError('A member belongs to no thread.');
    thread.members.push(member);
    thread.wroteOn.push(wroteOn);
  }
  return threads;
}

function rowsOf(db: Database.Database, sql: string): Cell[][] {
  return db.prepare<[], Cell[]>(sql).raw().all();
}

export function selectPersonIds(db: Database.Database): PersonIds {
  const rows = db
    .prepare<[], [string, number]>('SELECT key, person_id FROM person_key UNION ALL SELECT key, id FROM person')
    .raw()
    .all();
  const nextId = db.prepare<[], number>('SELECT next_person_id FROM map').pluck().get() ?? FIRST_PERSON_ID;
  const idOfKey = new Map(rows);
  return { idOfKey: (key) => idOfKey.get(key), nextId };
}

/** Reads the derived layer and compares it with what was written. Returns the parts that differ. */
export function findDamagedParts(db: Database.Database): string[] {
  const rows = (sql: string) => rowsOf(db, sql);
  const people = new StreamDigest();
  const sorted = rows(`SELECT ${PERSON_COLUMNS} FROM person`).sort((a, b) =>
    (a[1] as string) < (b[1] as string) ? -1 : 1,
  );
  for (const cells of sorted) people.text(JSON.stringify(cells));

  const network = selectNetwork(db);
  const idAt = (index: number) => network.people[index]?.id;
  const ownerRows = rows(SELECT_OWNERS);
  const past = rows(
    `SELECT owner_id, owner_past.place, ${PAST_COLUMNS} FROM owner_past JOIN owner ON person_id = owner_id
     ORDER BY owner.place, owner_past.place`,
  );
  const owners = new StreamDigest().text(JSON.stringify([ownerRows, past]));
  const tiesOf = db.prepare<[number], TieCells>(`SELECT ${TIE_COLUMNS} FROM tie_evidence WHERE owner_id = ?`).raw();
  for (const owner of network.owners) {
    const cellsOf = new Map(tiesOf.all(idAt(owner.person) ?? 0).map((cells) => [cells[0], cells]));
    for (const tie of owner.ties) digestTie(owners, cellsOf.get(idAt(tie.alter) ?? 0) ?? []);
  }

  const members = network.groupThreads.flatMap((thread, place) =>
    thread.members.map((member, at) => [place, idAt(member), thread.wroteOn[at] ?? null]),
  );
  const found = new Map([
    ['people', people.hex()],
    ['owners', owners.hex()],
    ['own facts', digestOf([rows(SELECT_INTERESTS), rows(SELECT_SAID)])],
    ['groups', digestOf([rows(`SELECT ${GROUP_COLUMNS} FROM group_thread ORDER BY place`), members])],
    [
      'doubts',
      digestOf([
        rows(`SELECT ${PROPOSAL_COLUMNS} FROM same_proposal ORDER BY place`),
        rows(`SELECT ${UNJOINED_COLUMNS} FROM unjoined ORDER BY place`),
      ]),
    ],
  ]);
  const written = new Map(db.prepare<[], [string, string]>('SELECT part, digest FROM derived_digest').raw().all());
  return [...found].filter(([part, digest]) => written.get(part) !== digest).map(([part]) => part);
}
