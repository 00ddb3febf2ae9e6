import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { openStore } from '../../../../electron/backend/store/open-store.ts';
import { restoreCopy } from '../../../../electron/backend/store/restore.ts';
import {
  type ConnectionRow,
  connectionsCsv,
  endorsementsCsv,
  invitationsCsv,
  messagesCsv,
  notesCsv,
  people,
  person,
  profileCsv,
  recommendationsCsv,
  tempFolder,
  zipOf,
} from '../../../helpers/linkedin-export.ts';

const NOOR = person('Noor Example');
const YLVA = person('Ylva Grönmark', 77);
const NAMESAKE = person('Ylva Grönmark', 78);
const OTHERS = people(6);
const [ANA, BRAM, CHIDI] = OTHERS as [(typeof OTHERS)[0], (typeof OTHERS)[0], (typeof OTHERS)[0]];
/** No other row holds this. */
const TRACES = [YLVA.name, YLVA.last, YLVA.slug, YLVA.email, 'ylva@private.example'];

const backends: Backend[] = [];
afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.close();
});

function open(folder: string) {
  const backend = createBackend({ folder });
  backends.push(backend);
  return backend;
}

function row(one: typeof ANA, at: number, company = 'Kestrel Labs'): ConnectionRow {
  const { first, last, url } = one;
  return { first, last, url, company, position: 'Designer', connectedOn: `2019-03-0${1 + at}` };
}

const ylvaRow = { ...row(YLVA, 7, 'Brightwater'), email: YLVA.email };

function exportZip(date: string, rows: readonly ConnectionRow[], withYlva = true): string {
  const at = '2026-02-1';
  const talk = (thread: string, to: (typeof ANA)[]) => [
    { thread, from: NOOR, to, at: `${at}1T09:00:00Z`, content: 'Hello' },
    { thread, from: to[0] ?? NOOR, to: [NOOR, ...to.slice(1)], at: `${at}2T09:00:00Z`, content: 'Hi' },
  ];
  const praise = (one: typeof ANA) => ({ first: one.first, last: one.last, text: 'Good', writtenOn: '2024-05-01' });
  const skill = (one: typeof ANA) => ({
    on: '2024-06-01T10:00:00Z',
    skill: 'Sailing',
    first: one.first,
    last: one.last,
    url: one.url,
  });
  const named = withYlva ? [ANA, YLVA] : [ANA];
  const file = join(tempFolder(), `Complete_LinkedInDataExport_${date}.zip`);
  writeFileSync(
    file,
    zipOf({
      'Connections.csv': connectionsCsv(rows),
      'messages.csv': messagesCsv([
        ...talk('t-ana', [ANA]),
        ...(withYlva ? talk('t-ylva', [YLVA]) : []),
        ...talk('t-group', withYlva ? [BRAM, CHIDI, YLVA] : [BRAM, CHIDI]),
        ...(withYlva
          ? [{ thread: 't-group', from: YLVA, to: [NOOR, BRAM, CHIDI], at: `${at}3T09:00:00Z`, content: 'Me' }]
          : []),
      ]),
      'Invitations.csv': invitationsCsv([
        { from: BRAM, to: NOOR, sentAt: '2018-12-01T09:05', direction: 'INCOMING' },
        ...(withYlva ? [{ from: YLVA, to: NOOR, sentAt: '2019-02-01T09:05', direction: 'INCOMING' as const }] : []),
      ]),
      'Recommendations_Received.csv': recommendationsCsv(named.map(praise)),
      'Endorsement_Received_Info.csv': endorsementsCsv(named.map(skill)),
      'Notes.csv': notesCsv([
        ...named.map((about) => ({ about, note: 'sails', createdOn: '2024-04-02' })),
        { about: BRAM, note: withYlva ? `Met through ${YLVA.name.toUpperCase()}.` : 'Met.', createdOn: '2024-04-02' },
      ]),
      'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
    }),
  );
  return file;
}

const rowsOf = (more: readonly ConnectionRow[]) => [...OTHERS.map((one, at) => row(one, at)), ...more];

/** Every file under the folder that holds one of the words, as UTF-8 or UTF-16, in any case. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const forms = words.flatMap((word) => [word, word.normalize('NFD'), word.toLowerCase(), word.toUpperCase()]);
  const needles = forms.flatMap((form) => [
    Buffer.from(form),
    Buffer.from(form, 'utf16le'),
    Buffer.from(form, 'utf16le').swap16(),
  ]);
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .filter((file) => {
      const bytes = readFileSync(file);
      const folded = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
      return needles.some((needle) => bytes.includes(needle) || folded.includes(needle));
    });
}

async function mapWithYlva() {
  const folder = join(tempFolder(), 'map');
  const { api, close } = open(folder);
  const older = exportZip('05-03-2026', rowsOf([ylvaRow]));
  const newer = exportZip('06-03-2026', rowsOf([{ ...ylvaRow, company: 'Quillfeather' }]));
  const card = join(tempFolder(), `${YLVA.name}.vcf`);
  const vcard = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${YLVA.name}`,
    `EMAIL:${YLVA.email}`,
    'EMAIL:ylva@private.example',
    'END:VCARD',
    '',
  ];
  writeFileSync(card, vcard.join('\r\n'));
  for (const files of [[older], [newer], [card]]) await api.importFiles({ files, withNotes: true });
  const say = async (said: Parameters<typeof api.say>[0]['said']) => (await api.say({ said })).id;
  await say({ kind: 'closeness', person: YLVA.url, value: 4 });
  await say({ kind: 'note', person: YLVA.url, text: 'likes tea' });
  await say({ kind: 'knows', a: ANA.url, b: YLVA.url, how: 'the choir' });
  await say({ kind: 'knows', a: ANA.url, b: BRAM.url, how: `both know ${YLVA.name}` });
  await say({ kind: 'circle', name: 'Choir', members: [ANA.url, BRAM.url, YLVA.url] });
  await say({ kind: 'circle', name: `Friends of ${YLVA.name}`, members: [ANA.url, YLVA.url] });
  await say({ kind: 'circle-leave', name: `Friends of ${YLVA.name}`, members: [YLVA.url, ANA.url] });
  await say({ kind: 'circle-rename', name: `Friends of ${YLVA.name}`, to: `Once with ${YLVA.name}` });
  await say({ kind: 'note', person: CHIDI.url, text: `ask ${YLVA.email} or ${YLVA.slug} first` });
  await say({ kind: 'person-questions', person: YLVA.url, text: '- Who sings alto?' });
  await say({ kind: 'company-questions', company: 'Kestrel Labs', text: `- Was ${YLVA.name} there?` });
  await say({ kind: 'pitch', text: `I come from ${YLVA.name}.` });
  await say({ kind: 'weights', name: `For ${YLVA.name}`, weights: { reach: 1, novelty: 2, power: 1 } });
  await say({ kind: 'people-filter', name: `Like ${YLVA.name}`, words: { query: YLVA.name } });
  await api.withdraw({ id: await say({ kind: 'helps-with', person: YLVA.url, text: 'fjords' }) });
  await api.log({ logged: { kind: 'ask', person: BRAM.url, target: YLVA.name, outcome: 'none' } });
  await api.backUp({});
  return { folder, api, close, older, newer, card };
}

describe('forgetting a person', () => {
  it('P3: leaves no byte of them in any file of the folder, and the map whole', async () => {
    const { folder, api, close } = await mapWithYlva();
    expect(filesWith(folder, TRACES).length).toBeGreaterThan(2);
    const report = await api.forget({ person: YLVA.url });
    // Two exports with eight rows each (three of them messages), and a card.
    expect(report).toMatchObject({ rows: 17, statements: 5, imports: 0, maybeSame: [] });
    expect(report.copiesRemoved).toBeGreaterThanOrEqual(3);
    expect(filesWith(folder, TRACES)).toEqual([]);
    await expect(api.getPerson({ person: YLVA.url })).rejects.toMatchObject({ code: 'person-unknown' });
    const bram = await api.getPerson({ person: BRAM.url });
    expect(bram.notes.map(({ text }) => text)).toContain('Met through [forgotten].');
    expect(bram.circles).toEqual(['Choir']);
    expect((await api.listKept({})).pitch?.text).toBe('I come from [forgotten].');
    expect((await api.listBackups({})).backups).toHaveLength(1);
    await close();
    expect(filesWith(folder, TRACES)).toEqual([]);
    const store = openStore(folder, { mode: 'read' });
    store.verify();
    store.close();
  });

  it('P3: leaves group conversations their size', async () => {
    const { folder, api, close } = await mapWithYlva();
    const sizes = () => {
      const store = openStore(folder, { mode: 'read' });
      const { groupThreads } = store.readNetwork();
      store.close();
      return groupThreads.map(({ conversationId, size, members }) => [conversationId, size, members.length]);
    };
    const [[conversation, size, members] = []] = sizes();
    await api.forget({ person: YLVA.url });
    expect([size, members]).toEqual([4, 4]);
    expect(sizes()).toEqual([[conversation, 4, 3]]);
    await close();
  });

  it('P3: a later import does not bring them back, and says so in sums that hold', async () => {
    const { folder, api, newer, card } = await mapWithYlva();
    await api.forget({ person: YLVA.url });
    const before = (await api.listPeople({})).total;
    const again = await api.importFiles({ files: [newer], withNotes: true });
    expect([again.people.added, again.people.updated, again.people.vanished]).toEqual([0, 0, 0]);
    // A later export, with another address of hers, and the address book.
    const moved = { ...ylvaRow, url: person('Ylva Grönmark', 99).url, company: 'Palisade Bio' };
    const later = exportZip('07-03-2026', rowsOf([moved, { ...ylvaRow, url: '' }]));
    for (const files of [[later], [card]]) {
      const report = await api.importFiles({ files, withNotes: true });
      for (const { name, rows, kept, hidden, skippedCount, notices } of report.files) {
        expect([name, rows]).toEqual([name, kept + hidden + skippedCount]);
        if (['Connections.csv', 'messages.csv'].includes(name))
          expect(notices.join()).toContain('forgotten at your wish');
      }
    }
    expect((await api.listPeople({})).total).toBe(before);
    expect(filesWith(folder, TRACES)).toEqual([]);
  });

  it('P3: an import can still be taken back, and a copy from before does not bring them back', async () => {
    const { folder, api } = await mapWithYlva();
    const saved = join(tempFolder(), 'saved.db');
    await api.backUp({ file: saved });
    await api.forget({ person: YLVA.url });
    const { people: undone } = await api.undoBatch({ batch: 2 });
    expect(undone.removed).toBe(0);
    await api.restore({ file: saved });
    await expect(api.getPerson({ person: YLVA.url })).rejects.toMatchObject({ code: 'person-unknown' });
    expect((await api.listBatches({})).total).toBe(3);
    expect(filesWith(folder, TRACES)).toEqual([]);
  });

  it('P3: a copy saved elsewhere holds nobody forgotten, also where Weft was ended in the middle of a restore', async () => {
    const { folder, api, close } = await mapWithYlva();
    const before = join(tempFolder(), 'before.db');
    await api.backUp({ file: before });
    await api.forget({ person: YLVA.url });
    await close();
    restoreCopy(folder, before, new Date('2026-05-03T10:00:00Z'));
    const place = tempFolder();
    await open(folder).api.backUp({ file: join(place, 'after.db') });
    expect(filesWith(place, TRACES)).toEqual([]);
  });

  it('P3: gives the map that an import without them would have given', async () => {
    const withHer = join(tempFolder(), 'map');
    const without = join(tempFolder(), 'map');
    const one = open(withHer).api;
    await one.importFiles({ files: [exportZip('05-03-2026', rowsOf([ylvaRow]))] });
    await one.forget({ person: YLVA.url });
    const other = open(without).api;
    await other.importFiles({ files: [exportZip('05-03-2026', rowsOf([]), false)] });
    const network = (folder: string) => {
      const store = openStore(folder, { mode: 'read' });
      const { people: known, owners } = store.readNetwork();
      store.close();
      return [known.map(({ id: _, ...facts }) => facts), owners.map(({ ties }) => ties.length)];
    };
    expect(network(withHer)).toEqual(network(without));
  });

  it('P3: leaves somebody else of the same name, with their rows and the words about them', async () => {
    const folder = join(tempFolder(), 'map');
    const { api } = open(folder);
    const namesake = row(NAMESAKE, 7, 'Palisade Bio');
    await api.importFiles({ files: [exportZip('05-03-2026', rowsOf([ylvaRow, namesake]))] });
    await api.say({ said: { kind: 'note', person: NAMESAKE.url, text: `the other ${NAMESAKE.name}` } });
    const { maybeSame } = await api.forget({ person: YLVA.url });
    const page = await api.getPerson({ person: NAMESAKE.url });
    expect([page.person.company, page.connectedOn]).toEqual(['Palisade Bio', '2019-03-08']);
    expect(page.notes.map(({ text }) => text)).toEqual([`the other ${NAMESAKE.name}`]);
    expect(maybeSame.map(({ url }) => url)).toEqual([NAMESAKE.url]);
    await api.importFiles({ files: [exportZip('06-03-2026', rowsOf([ylvaRow, namesake]))] });
    expect((await api.getPerson({ person: NAMESAKE.url })).isContact).toBe(true);
    await expect(api.getPerson({ person: YLVA.url })).rejects.toMatchObject({ code: 'person-unknown' });
  });

  it('P3: takes the whole export of a friend who is forgotten, and refuses it from then on', async () => {
    const folder = join(tempFolder(), 'map');
    const { api } = open(folder);
    await api.importFiles({ files: [exportZip('05-03-2026', rowsOf([ylvaRow]))] });
    const friend = join(tempFolder(), 'Basic_LinkedInDataExport_06-01-2026.zip');
    const theirs = zipOf({
      'Connections.csv': connectionsCsv([row(ANA, 1), row(person('Marta Silvestri', 50), 2)]),
      'Invitations.csv': invitationsCsv([
        { from: YLVA, to: ANA, sentAt: '2026-01-05T15:08', direction: 'OUTGOING' },
        { from: YLVA, to: BRAM, sentAt: '2026-01-06T15:08', direction: 'OUTGOING' },
      ]),
      'Profile.csv': profileCsv({ first: YLVA.first, last: YLVA.last }),
    });
    writeFileSync(friend, theirs);
    await api.importFiles({ files: [friend], role: 'circle' });
    expect(await api.forget({ person: YLVA.url })).toMatchObject({ imports: 1 });
    expect(filesWith(folder, TRACES)).toEqual([]);
    await expect(api.importFiles({ files: [friend], role: 'circle' })).rejects.toMatchObject({
      kind: 'input',
      code: 'owner-forgotten',
    });
  });

  it('P3: refuses to forget the owner of the map, and nobody', async () => {
    const { api } = await mapWithYlva();
    await expect(api.forget({ person: NOOR.url })).rejects.toMatchObject({ code: 'forget-yourself' });
    await expect(api.forget({ person: 'Nobody Atall' })).rejects.toMatchObject({ code: 'person-unknown' });
  });

  it('P3: is finished by the next start when older files could not be removed', async () => {
    const { folder, api, close } = await mapWithYlva();
    const inTheWay = join(folder, 'weft-replaced-2026.db');
    mkdirSync(inTheWay);
    await expect(api.forget({ person: YLVA.url })).rejects.toMatchObject({ kind: 'place', code: 'forget-unfinished' });
    await close();
    // Still in the way: the map opens all the same, and she is gone from it.
    const store = openStore(folder, { mode: 'write' });
    expect(store.readNetwork().indexOfKey.has(YLVA.slug)).toBe(false);
    store.close();
    rmSync(inTheWay, { recursive: true });
    openStore(folder, { mode: 'write' }).close();
    expect(filesWith(folder, TRACES)).toEqual([]);
  });
});

describe('taking along and wiping', () => {
  it('P4: everything about one person goes into one file, every stored field', async () => {
    const { folder, api } = await mapWithYlva();
    const file = join(tempFolder(), 'ylva.json');
    await api.exportData({ format: 'json', file, person: YLVA.url });
    const text = readFileSync(file, 'utf8');
    for (const word of [...TRACES, 'Brightwater', 'Quillfeather', 'likes tea', 'the choir', 'Sailing', 'Designer']) {
      expect(text).toContain(word);
    }
    const { imports, statements } = JSON.parse(text) as { imports: { rows: object }[]; statements: object[] };
    const kinds = imports.flatMap(({ rows }) =>
      Object.entries(rows).flatMap(([kind, list]) => (Array.isArray(list) && list.length > 0 ? [kind] : [])),
    );
    expect(new Set(kinds)).toEqual(
      new Set(['connections', 'contacts', 'threads', 'invitations', 'recommendations', 'endorsements', 'notes']),
    );
    expect(statements).toHaveLength(7);
    // Every cell that is stored about her, as the store gives it.
    const store = openStore(folder, { mode: 'read' });
    for (const { content } of store.readBatches()) {
      for (const record of [...content.connections, ...content.contacts].filter(({ name }) => name === YLVA.name)) {
        expect(text).toContain(JSON.stringify(record));
      }
    }
    store.close();
    await expect(api.exportData({ format: 'csv', file, person: YLVA.url })).rejects.toMatchObject({
      code: 'person-format',
    });
  });

  it('P4: erasing empties the folder, whatever state the map is in, and leaves what is not of Weft', async () => {
    const { folder, api } = await mapWithYlva();
    writeFileSync(join(folder, 'weft-replaced-2026-05-03.db'), 'old');
    // As processes leave them that are killed in the middle of a small file.
    for (const name of ['marker', 'restoring', 'importing'])
      writeFileSync(join(folder, `.weft.${name}.json.123-0`), '{');
    const report = await api.erase({ confirm: true });
    expect(report).toMatchObject({ map: true, left: 0 });
    expect(report.copies).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
    expect((await api.status({})).isEmpty).toBe(true);

    writeFileSync(join(folder, 'weft.db'), 'no map at all');
    writeFileSync(join(folder, 'letters.txt'), 'mine');
    expect(await api.erase({ confirm: true })).toMatchObject({ map: true, copies: 0, files: 1, left: 1 });
    expect(readdirSync(folder)).toEqual(['letters.txt']);
    await expect(api.erase({ confirm: false as true })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it.each(['gone', 'damaged'])(
    'D7: a map that is %s is put aside for a new one, and nothing is deleted',
    async (state) => {
      const { folder, api, close } = await mapWithYlva();
      await expect(api.startNew({})).rejects.toMatchObject({ code: 'map-is-whole' });
      await close();
      const file = join(folder, 'weft.db');
      if (state === 'gone') rmSync(file);
      else writeFileSync(file, readFileSync(file).fill(7, 5_000, 60_000));
      const bytes = state === 'gone' ? null : readFileSync(file);
      const second = open(folder).api;
      await expect(second.status({})).rejects.toMatchObject({ kind: 'damaged' });
      const { kept } = await second.startNew({});
      expect(kept === null ? null : readFileSync(kept)).toEqual(bytes);
      expect((await second.status({})).isEmpty).toBe(true);
      expect((await second.listBackups({})).backups.length).toBeGreaterThan(0);
      await second.importFiles({ files: [exportZip('05-03-2026', rowsOf([]), false)] });
      expect((await second.status({})).people).toBeGreaterThan(0);
    },
  );
});
