import { describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import { NO_CONTACT, type Person } from '../../../shared/model/network.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { fullExport, importInto, myExport, undoImport } from './invented-exports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const newStore = () => openStore(temporaryFolder(), { mode: 'write' });

describe('imports', () => {
  it('gives every row of every kind back as it was written', () => {
    const store = newStore();
    const { batch, content } = fullExport();
    const { meta } = store.writeBatch(batch, content);
    expect(store.readBatches()).toEqual([{ meta, content }]);
    expect(meta).toEqual({ ...batch, id: 1, digest: meta.digest });
    expect(store.findBatchByDigest(meta.digest)).toEqual(meta);
    expect(store.findBatchByDigest('0'.repeat(64))).toBeNull();
    store.close();
  });

  it('keeps a row that is repeated in every field once, and the digest does not see it', () => {
    const store = newStore();
    const { batch, content } = myExport(19_000, 1, 4);
    const repeated = { ...content, connections: [...content.connections, ...content.connections].reverse() };
    const { meta } = store.writeBatch(batch, repeated);
    expect(store.readBatches()[0]?.content.connections).toHaveLength(3);
    expect(store.findBatchByDigest(meta.digest)).not.toBeNull();
    expect(store.writeBatch(batch, content).isNew).toBe(false);
    store.close();
  });

  it('D16: the same input twice is one import, and a number is never given twice', () => {
    const store = newStore();
    const first = store.writeBatch(myExport(19_000, 1, 4).batch, myExport(19_000, 1, 4).content);
    const again = store.writeBatch(myExport(19_000, 1, 4).batch, myExport(19_000, 1, 4).content);
    expect(again).toEqual({ meta: first.meta, isNew: false });
    expect(store.deleteBatch(1)).toBe(true);
    expect(store.deleteBatch(1)).toBe(false);
    expect(store.writeBatch(myExport(19_000, 1, 4).batch, myExport(19_000, 1, 4).content).meta.id).toBe(2);
    store.close();
  });

  it('leaves no row behind when an import is taken back', () => {
    const store = newStore();
    const before = store.contentDigest();
    const { id } = importInto(store, fullExport());
    expect(store.contentDigest()).not.toBe(before);
    undoImport(store, id);
    expect(store.contentDigest()).toBe(before);
    store.verify();
    store.close();
  });

  it('writes half a surrogate pair and a NUL so that the checksum holds', () => {
    const store = newStore();
    const { batch, content } = myExport(19_000, 1, 2);
    const [row] = content.connections;
    if (row !== undefined) Object.assign(row, { name: 'Ana \ud800 \0 zero', company: '' });
    store.writeBatch(batch, content);
    expect(store.readBatches()[0]?.content.connections[0]).toMatchObject({ name: 'Ana \ufffd \0 zero', company: '' });
    store.verify();
    store.close();
  });
});

describe('statements', () => {
  const bodies: StatementBody[] = [
    { kind: 'knows', a: 'ana-1-zt1', b: 'ana-2-zt2', how: null, closeness: 3 },
    { kind: 'not-knows', a: 'ana-1-zt1', b: 'ana-2-zt2' },
    { kind: 'closeness', person: 'ana-1-zt1', value: 4 },
    { kind: 'vouch', person: 'ana-1-zt1', would: true },
    { kind: 'introduced', a: 'ana-1-zt1', b: 'ana-2-zt2' },
    { kind: 'circle', name: 'Sailors', members: ['ana-1-zt1', 'ana-3-zt3'], size: null, from: 15_000, to: null },
    { kind: 'circle-leave', name: 'Sailors', members: ['ana-3-zt3'] },
    { kind: 'circle-rename', name: 'Sailors', to: 'Regatta' },
    { kind: 'circle-remove', name: 'Regatta' },
    { kind: 'circle-asked', suggestion: 'burst:2008-05-01..2008-05-07', members: ['ana-1-zt1'] },
    { kind: 'employer-size', company: 'Company 1', size: 40 },
    { kind: 'alias', company: 'Company 1', other: 'C1' },
    { kind: 'same', a: 'ana-1-zt1', b: 'ana-2-zt2' },
    { kind: 'role', person: 'ana-1-zt1', role: 'mentor' },
    { kind: 'helps-with', person: 'ana-1-zt1', text: 'ports' },
    { kind: 'note', person: 'ana-1-zt1', text: 'line one\nline "two"' },
    { kind: 'mutuals', person: 'ana-1-zt1', count: 12 },
    { kind: 'ask', person: 'ana-1-zt1', target: null, outcome: 'reply' },
    { kind: 'ask', person: 'ana-1-zt1', target: 'Company 1', outcome: 'helped' },
    { kind: 'give', person: 'ana-1-zt1', give: 'intro' },
    { kind: 'meeting', person: 'ana-1-zt1' },
    { kind: 'call', person: 'ana-1-zt1' },
    { kind: 'referral', person: 'ana-1-zt1', named: 'ana-2-zt2' },
    { kind: 'target-company', company: 'Company 1' },
    { kind: 'target-person', person: 'ana-1-zt1' },
    { kind: 'person', person: 'said:dee', name: 'Dee \ud83d\ude00', url: null, company: null, position: 'Pilot' },
  ];

  it('reads every kind back as it was said', () => {
    const store = newStore();
    const said = bodies.map((body, at) => store.addStatement(body, 19_000 + at, null));
    expect(store.readStatements()).toEqual(said);
    expect(said.map(({ body }) => body)).toEqual(bodies);
    store.verify();
    store.close();
  });

  it('takes a statement back and reinstates it, each once', () => {
    const store = newStore();
    const { id } = store.addStatement({ kind: 'note', person: 'me', text: 'x' }, 19_000, null);
    const with1 = store.contentDigest();
    expect([store.withdrawStatement(id), store.withdrawStatement(id)]).toEqual([true, false]);
    expect(store.readStatements()).toEqual([]);
    expect(store.contentDigest()).not.toBe(with1);
    expect([store.reinstateStatement(id), store.reinstateStatement(id)]).toEqual([true, false]);
    expect(store.contentDigest()).toBe(with1);
    expect(store.withdrawStatement(99)).toBe(false);
    store.verify();
    store.close();
  });

  it('withdraws what came with an import when the import is taken back, and nothing else', () => {
    const store = newStore();
    const { meta } = store.writeBatch(myExport(19_000, 1, 4).batch, myExport(19_000, 1, 4).content);
    store.addStatement({ kind: 'closeness', person: 'ana-1-zt1', value: 2 }, 19_000, meta.id);
    const own = store.addStatement({ kind: 'closeness', person: 'ana-2-zt2', value: 2 }, 19_000, null);
    store.deleteBatch(meta.id);
    expect(store.readStatements()).toEqual([own]);
    store.close();
  });
});

describe('the derived network', () => {
  it('holds exactly me in a new map', () => {
    const store = newStore();
    const { people, ego, owners, indexOfKey } = store.readNetwork();
    expect(people.map(({ id, key }) => [id, key])).toEqual([[1, 'me']]);
    expect([ego, owners.length, [...indexOfKey]]).toEqual([0, 1, [['me', 0]]]);
    store.close();
  });

  it('says about a map without imports what resolving nothing says', () => {
    const store = newStore();
    expect(store.readNetwork()).toEqual(resolveNetwork([], [], store.readPersonIds()));
    store.close();
  });

  it('is read back as it was resolved, also after further imports and from a fresh connection', () => {
    const folder = temporaryFolder();
    const store = openStore(folder, { mode: 'write' });
    importInto(store, fullExport());
    importInto(store, myExport(19_300, 3, 30));
    store.addStatement(
      { kind: 'person', person: 'said:dee', name: 'Dee', url: null, company: null, position: null },
      1,
      null,
    );
    const network = resolveNetwork(store.readBatches(), store.readStatements(), store.readPersonIds());
    store.replaceDerived(network);
    expect(store.readNetwork()).toEqual(network);
    store.verify();
    store.close();
    const again = openStore(folder, { mode: 'read' });
    expect(again.readNetwork()).toEqual(network);
    again.close();
  });

  it('gives back texts that follow from others and texts that nearly do', () => {
    const store = newStore();
    importInto(store, myExport(19_000, 1, 9));
    const network = store.readNetwork();
    const job = (company: string | null, position: string | null, firstSeen: number | null = null) => ({
      company,
      position,
      firstSeen,
      lastSeen: null,
    });
    const odd: Partial<Person>[] = [
      { slug: null, url: null, jobs: [] },
      { slug: null, url: 'https://www.linkedin.com/in/' },
      { url: 'https://www.linkedin.com/in/somebody-else', originalName: 'Ana (she/her)' },
      { slug: 'not-the-key', url: 'https://www.linkedin.com/in/not-the-key' },
      {
        company: 'A "quoted", [odd] \\ firm é\0',
        position: 'Lead',
        jobs: [job('A "quoted", [odd] \\ firm é\0', 'Lead')],
      },
      { company: null, position: 'Lead', jobs: [job(null, 'Lead')] },
      { company: 'Kestrel', position: null, jobs: [job('Kestrel', null), job('Kestrel', null, 18_000)] },
      { company: 'Kestrel', position: 'Lead', jobs: [job('Kestrel', 'Lead', 18_000)] },
    ];
    const written = {
      ...network,
      people: network.people.map((person, at) => ({ ...person, ...odd[at] })),
      owners: network.owners.map((owner) => ({
        ...owner,
        // Some without contact, the others with contacts that cannot be told apart by their length.
        ties: owner.ties.map((tie, at) => ({
          ...tie,
          contact:
            at % 3 === 1 ? NO_CONTACT : Int32Array.from({ length: 5 * (1 + (at % 2)) }, (_, i) => at * 1_000 - i),
        })),
      })),
    };
    store.replaceDerived(written);
    expect(store.readNetwork()).toEqual(written);
    store.verify();
    store.close();
  });

  it('keeps the numbers of people who are gone for when they come back', () => {
    const store = newStore();
    const first = importInto(store, myExport(19_000, 1, 5));
    const idOf = (key: string) => store.readNetwork().people.find((person) => person.key === key)?.id;
    const before = idOf('ana-3-zt3');
    undoImport(store, first.id);
    expect(idOf('ana-3-zt3')).toBeUndefined();
    importInto(store, myExport(19_000, 50, 55));
    importInto(store, myExport(19_100, 1, 5));
    expect(idOf('ana-3-zt3')).toBe(before);
    const ids = store.readNetwork().people.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    store.verify();
    store.close();
  });

  it('refuses a network whose people are not in order', () => {
    const store = newStore();
    importInto(store, myExport(19_000, 1, 5));
    const before = store.contentDigest();
    const network = store.readNetwork();
    expect(() => store.replaceDerived({ ...network, people: network.people.toReversed() })).toThrow(RangeError);
    expect(store.contentDigest()).toBe(before);
    store.close();
  });
});
