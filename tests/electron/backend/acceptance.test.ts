/** Acceptance cases 9 to 12 of linkedin-export.md and the decisions of settled.md, with real archives and the real store. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts';
import type { Progress } from '../../../shared/contract/api.ts';
import {
  ANA,
  AS_OF,
  BRAM,
  CHIDI,
  CHIDI_NEW_URL,
  CONTACTS,
  EDDA,
  friendZip,
  largeZip,
  myNewerZip,
  myZip,
  NOOR,
  ownerlessZip,
  VANISHING,
} from '../../contract/invented-map.ts';
import {
  connectionsCsv,
  csvText,
  messagesCsv,
  people,
  profileCsv,
  tempFolder,
  writeTemp,
  zipOf,
} from '../../helpers/linkedin-export.ts';

const open: Backend[] = [];
afterEach(async () => {
  for (const backend of open.splice(0)) await backend.close();
});

function map(folder = join(tempFolder(), 'map')) {
  const backend = createBackend({ folder });
  open.push(backend);
  return { folder, api: backend.api };
}

/** Names and contents of all files of a folder. */
function fingerprint(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}` : path;
    })
    .sort();
}

const REFUSED = /Nothing (changed|was read|was written)\.|[Ii]mport|[Dd]ownload|Choose|Name|say/;

async function refusal(call: Promise<unknown>): Promise<{ kind: string; code: string; message: string }> {
  return call.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: { kind: string; code: string; message: string }) => error,
  );
}

describe('acceptance case 9: the owner', () => {
  it('is found from invitations', async () => {
    const report = await map().api.importFiles({ files: [myZip()] });
    expect([report.owner?.url, report.ownerFoundBy]).toEqual([NOOR.url, 'invitations']);
  });

  it('is found from the messages sent under the name of the profile', async () => {
    const { api } = map();
    const zip = writeTemp(
      'Basic_LinkedInDataExport_05-03-2026.zip',
      zipOf({
        'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
        'messages.csv': messagesCsv([{ thread: 't1', from: NOOR, to: [ANA], at: '2026-03-01T09:00:00Z' }]),
      }),
    );
    const report = await api.importFiles({ files: [zip] });
    expect([report.owner?.url, report.ownerFoundBy]).toEqual([NOOR.url, 'messages']);
  });

  it('settled 13: is asked for when nobody can tell, and nothing is written until then', async () => {
    const { api, folder } = map();
    const error = await refusal(api.importFiles({ files: [ownerlessZip()] }));
    expect(error).toMatchObject({ kind: 'input', code: 'owner-unknown' });
    expect(error.message).toMatch(/--owner/);
    expect((await api.status({})).isEmpty).toBe(true);
    expect(existsSync(folder)).toBe(false);
    const report = await api.importFiles({ files: [ownerlessZip()], owner: NOOR.url });
    expect([report.batch, report.ownerFoundBy]).toEqual([1, 'option']);
  });

  it('settled 13: a bare Connections.csv is mine; one that shares nobody with my map is asked about', async () => {
    const { api } = map();
    const mine = writeTemp(
      'Connections.csv',
      connectionsCsv(
        CONTACTS.map((one) => ({ first: one.first, last: one.last, url: one.url, connectedOn: '2020-01-01' })),
      ),
    );
    const strangers = writeTemp(
      'Connections.csv',
      connectionsCsv(
        people(40)
          .slice(20)
          .map((one) => ({ first: one.first, last: one.last, url: one.url, connectedOn: '2020-01-01' })),
      ),
    );
    expect(await api.importFiles({ files: [mine] })).toMatchObject({ role: 'me', owner: null, ownerFoundBy: 'none' });
    const error = await refusal(api.importFiles({ files: [strangers] }));
    expect(error).toMatchObject({ kind: 'input', code: 'another-persons-export' });
    expect(error.message).toMatch(/--role me.*--role circle/);
    expect(await api.importFiles({ files: [strangers], role: 'me' })).toMatchObject({
      batch: 2,
      people: { added: 20 },
    });
  });

  it('settled 13: a newer list with addresses is mine beside an older one without, in either order', async () => {
    const list = (era: '2020' | '2026', connectedOn: string) =>
      writeTemp(
        'Connections.csv',
        connectionsCsv(
          CONTACTS.map((one) => ({ first: one.first, last: one.last, url: one.url, connectedOn })),
          { era },
        ),
      );
    for (const eras of [['2020', '2026'] as const, ['2026', '2020'] as const]) {
      const { api } = map();
      for (const era of eras) await api.importFiles({ files: [list(era, '2020-01-01')] });
      expect((await api.listBatches({})).total).toBe(2);
      expect((await api.status({})).people).toBe(CONTACTS.length);
    }
  });

  it('settled 13: a bare Connections.csv after an address book is mine, since an address book is no network', async () => {
    const { api } = map();
    await api.importFiles({ files: [writeTemp('cards.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Reis\nEND:VCARD\n')] });
    const list = connectionsCsv([{ first: BRAM.first, last: BRAM.last, url: BRAM.url, connectedOn: '2020-01-01' }]);
    expect(await api.importFiles({ files: [writeTemp('Connections.csv', list)] })).toMatchObject({ batch: 2 });
  });

  it('an export of mine from a new profile address is refused with the way to say so', async () => {
    const { api } = map();
    await api.importFiles({ files: [myZip()] });
    const error = await refusal(api.importFiles({ files: [friendZip()], role: 'me' }));
    expect(error).toMatchObject({ code: 'another-persons-export' });
    expect(error.message).toMatch(/--role circle.*new profile address, say --role me --owner/);
    const report = await api.importFiles({ files: [friendZip()], role: 'me', owner: ANA.url });
    expect(report).toMatchObject({ batch: 2, role: 'me', ownerFoundBy: 'option' });
  });
});

describe('an import that is under way', () => {
  it('I11 D2: hears a cancel that comes while the thread is busy finding out who is who', async () => {
    const { api, folder } = map();
    await api.importFiles({ files: [myZip()] });
    const before = fingerprint(folder);
    const stop = new AbortController();
    const onProgress = ({ step }: Progress) => {
      // Like a signal or a message: it waits until the thread hears others.
      if (step === 'Finding out who is who') setImmediate(() => stop.abort());
    };
    const call = api.importFiles({ files: [myNewerZip()] }, { signal: stop.signal, onProgress });
    await expect(call).rejects.toMatchObject({ kind: 'cancelled' });
    expect(fingerprint(folder)).toEqual(before);
  });

  it('D13 D16: comes to the same when another Weft writes between finding out and writing', async () => {
    const { api, folder } = map();
    const other = map(folder);
    await api.importFiles({ files: [myZip()] });
    let theirs: Promise<unknown> | null = null;
    const onProgress = ({ step }: Progress) => {
      if (step === 'Writing') theirs = other.api.say({ said: { kind: 'same', a: ANA.url, b: BRAM.url } });
    };
    await api.importFiles({ files: [myNewerZip()] }, { onProgress });
    await theirs;
    const inTurn = map();
    await inTurn.api.importFiles({ files: [myZip()] });
    await inTurn.api.say({ said: { kind: 'same', a: ANA.url, b: BRAM.url } });
    await inTurn.api.importFiles({ files: [myNewerZip()] });
    const peopleOf = async ({ listPeople }: typeof api) => (await listPeople({ limit: 0, asOf: AS_OF })).people;
    expect(await peopleOf(api)).toEqual(await peopleOf(inTurn.api));
  });

  it('P3: leaves out whom another Weft forgets between finding out and writing', async () => {
    const { api, folder } = map();
    const other = map(folder);
    await api.importFiles({ files: [myZip()] });
    let theirs: Promise<unknown> | null = null;
    const onProgress = ({ step }: Progress) => {
      if (step === 'Writing') theirs = other.api.forget({ person: BRAM.url });
    };
    await api.importFiles({ files: [myNewerZip()] }, { onProgress });
    await theirs;
    const { people } = await api.listPeople({ all: true, limit: 0, asOf: AS_OF });
    expect(people.map(({ url }) => url)).not.toContain(BRAM.url);
    expect(people.map(({ url }) => url)).toContain(ANA.url);
  });
});

describe('what an import says of itself', () => {
  it('D16: knows the very same again, before and after it is written', async () => {
    const { api } = map();
    const isKnown = async (dryRun: boolean) => (await api.importFiles({ files: [myZip()], dryRun })).isKnown;
    expect([await isKnown(true), await isKnown(false), await isKnown(true), await isKnown(false)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect((await api.importFiles({ files: [myNewerZip()] })).isKnown).toBe(false);
  });
});

describe('acceptance case 10: the same archive twice, then a newer one', () => {
  it('keeps the old job as history, flags who is gone, proposes the changed address', async () => {
    const { api, folder } = map();
    await api.importFiles({ files: [myZip()] });
    const again = await api.importFiles({ files: [myZip()] });
    expect(again).toMatchObject({
      batch: 1,
      people: { added: 0, updated: 0, unchanged: 12, vanished: 0 },
      changes: [],
    });
    const report = await api.importFiles({ files: [myNewerZip()] });
    // The changed address counts as one gone and one new until it is merged (settled 12).
    expect(report.people).toEqual({ added: 2, updated: 1, unchanged: 9, vanished: 2 });
    const page = await api.getPerson({ person: BRAM.url, asOf: AS_OF });
    expect(page.jobs.map(({ company, firstSeen, lastSeen }) => [company, firstSeen, lastSeen])).toEqual([
      ['Brightwater Robotics', '2026-05-03', '2026-05-03'],
      ['Quillfeather', '2026-06-30', '2026-06-30'],
    ]);
    expect((await api.getPerson({ person: VANISHING.url })).flags).toContain('vanished');
    const { people: proposals } = await api.listProposals({});
    expect(proposals.map(({ a, b }) => [a.url, b.url].sort())).toEqual([[CHIDI.url, CHIDI_NEW_URL].sort()]);
    expect(existsSync(folder)).toBe(true);
  });

  it('settled 12: an older export imported later makes nobody vanish, but flags who stands only in it', async () => {
    const { api } = map();
    await api.importFiles({ files: [myNewerZip()] });
    const report = await api.importFiles({ files: [myZip()] });
    expect(report.people.vanished).toBe(0);
    expect((await api.getPerson({ person: VANISHING.url })).flags).toContain('vanished');
    expect((await api.getPerson({ person: BRAM.url })).person.company).toBe('Quillfeather');
  });
});

describe('acceptance case 11: a large export (3,000 connections, 20,000 messages)', () => {
  it('I11: reports progress, can be cancelled, and comes in whole', async () => {
    const { api } = map();
    const zip = largeZip(3000, 20_000);
    const stop = new AbortController();
    let seen = 0;
    const stopped = refusal(
      api.importFiles(
        { files: [zip] },
        {
          signal: stop.signal,
          onProgress: () => {
            if (++seen === 3) stop.abort();
          },
        },
      ),
    );
    expect(await stopped).toMatchObject({ kind: 'cancelled', code: 'cancelled' });
    expect((await api.status({})).isEmpty).toBe(true);
    const steps: Progress[] = [];
    const report = await api.importFiles({ files: [zip] }, { onProgress: (step) => steps.push(step) });
    expect(report.people.added).toBe(3000);
    expect(report.files.find((file) => file.kind === 'messages')?.kept).toBe(20_000);
    expect(steps.length).toBeGreaterThan(5);
    expect((await api.listPeople({ band: 'unknown', limit: 1 })).total).toBeLessThan(3000);
  });
});

describe('acceptance case 12: input that is not what it seems', () => {
  const cases: [string, () => string, string | null][] = [
    [
      'a part-one archive',
      () => writeTemp('a.zip', zipOf({ 'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }) })),
      null,
    ],
    [
      'an archive without any file we know',
      () => writeTemp('a.zip', zipOf({ 'holiday.csv': 'Beach,Days\nHel,3\n' })),
      'no-known-file',
    ],
    ['a wrong file', () => writeTemp('a.csv', 'Beach,Days\nHel,3\n'), 'not-an-export'],
    ['an empty file', () => writeTemp('a.csv', ''), 'empty-file'],
    ['a truncated archive', () => writeTemp('a.zip', readFileSync(myZip()).subarray(0, 900)), 'incomplete-archive'],
    ['a path that climbs', () => writeTemp('a.zip', zipOf({ '../../Connections.csv': 'x' })), 'unsafe-entry-name'],
    [
      'a high expansion',
      () => writeTemp('a.zip', zipOf({ 'Connections.csv': Buffer.alloc(80_000_000, 0x2c) })),
      'expands-too-far',
    ],
  ];

  it.each(cases)('%s: a clear message, nothing half written', async (_name, make, code) => {
    const { api, folder } = map();
    await api.importFiles({ files: [myZip()] });
    const before = await api.listPeople({ limit: 0, asOf: AS_OF });
    const files = fingerprint(folder).map((line) => line.split(' ')[0]);
    const file = make();
    if (code === null) {
      const report = await api.importFiles({ files: [file], role: 'me' });
      expect(report.files.flatMap((one) => one.notices).join(' ')).toMatch(/first part|part one|part-one|second/i);
    } else {
      const error = await refusal(api.importFiles({ files: [file] }));
      expect(error).toMatchObject({ kind: 'input', code });
      expect(error.message).toMatch(REFUSED);
      expect(fingerprint(folder).map((line) => line.split(' ')[0])).toEqual(files);
    }
    expect(await api.listPeople({ limit: 0, asOf: AS_OF })).toEqual(before);
  });
});

describe('what was settled about importing', () => {
  it('settled 3: a quote that never closes refuses the file', async () => {
    const file = writeTemp('Connections.csv', 'First Name,Last Name,Connected On\nAna,"Reis,17 Apr 2026\n');
    expect(await refusal(map().api.importFiles({ files: [file] }))).toMatchObject({
      kind: 'input',
      code: 'quote-open',
    });
  });

  it('settled 7: notes come in only when asked for', async () => {
    const { api } = map();
    const without = await api.importFiles({ files: [myZip()] });
    const notes = without.files.find((file) => file.kind === 'notes');
    expect(notes).toMatchObject({ kept: 0 });
    expect(notes?.notices.join(' ')).toMatch(/--with-notes|notes/);
    expect((await api.listPeople({ query: 'wooden boat' })).total).toBe(0);
    const other = map();
    await other.api.importFiles({ files: [myZip()], withNotes: true });
    expect((await other.api.listPeople({ query: 'wooden boat' })).people.map((row) => row.name)).toEqual([EDDA.name]);
    expect((await other.api.getPerson({ person: EDDA.url })).notes).toMatchObject([{ id: null }]);
  });

  it('--dry-run writes nothing: the folder is the same to the byte', async () => {
    const folder = join(tempFolder(), 'map');
    const writer = createBackend({ folder });
    await writer.api.importFiles({ files: [myZip()] });
    await writer.close();
    const before = fingerprint(folder);
    const { api } = map(folder);
    expect(await api.importFiles({ files: [myNewerZip()], dryRun: true })).toMatchObject({
      batch: null,
      people: { added: 2 },
    });
    await open.pop()?.close();
    expect(fingerprint(folder)).toEqual(before);
  });

  it('--map takes any table, and names what it does not know', async () => {
    const { api } = map();
    const file = writeTemp(
      'kontakte.csv',
      csvText(
        [
          ['Wer', 'Adresse', 'Arbeit', 'Seit', 'Farbe'],
          ['Ana Reis', ANA.url, 'Kestrel Labs', '2020-03-01', 'blau'],
          ['Bram Oakhollow', '', 'Nordlys', '2021-04-02', 'rot'],
        ],
        { delimiter: ';' },
      ),
    );
    expect(await refusal(api.importFiles({ files: [file] }))).toMatchObject({ kind: 'input' });
    const report = await api.importFiles({
      files: [file],
      map: { full: 'Wer', url: 'Adresse', company: 'Arbeit', date: 'Seit' },
    });
    expect(report.people.added).toBe(2);
    expect(report.files[0]?.notices.join(' ')).toMatch(/Farbe/);
    expect((await api.getPerson({ person: ANA.url })).person.company).toBe('Kestrel Labs');
  });

  it("a friend's export must be called one, and their contacts are not mine", async () => {
    const { api } = map();
    await api.importFiles({ files: [myZip()] });
    const error = await refusal(api.importFiles({ files: [friendZip()] }));
    expect(error).toMatchObject({ kind: 'input', code: 'another-persons-export' });
    expect(await refusal(api.importFiles({ files: [myNewerZip()], role: 'circle' }))).toMatchObject({
      code: 'own-export-as-circle',
    });
    const report = await api.importFiles({ files: [friendZip()], role: 'circle' });
    expect(report).toMatchObject({ role: 'circle', owner: { url: ANA.url }, people: { added: 0 } });
    expect((await api.status({})).people).toBe(12);
  });

  it('settled 10: 500 people "Alex Lee" of one day without address are 500 people, and importing them again adds none', async () => {
    const { api } = map();
    const rows = Array.from({ length: 500 }, (_, index) => ({
      first: 'Alex',
      last: 'Lee',
      position: `Role ${index}`,
      connectedOn: '2020-01-01',
    }));
    const file = writeTemp('Connections.csv', connectionsCsv(rows));
    expect((await api.importFiles({ files: [file] })).people.added).toBe(500);
    expect((await api.importFiles({ files: [file] })).people.added).toBe(0);
    expect((await refusal(api.getPerson({ person: 'Alex Lee' }))).code).toBe('person-ambiguous');
  });

  it('acceptance 6: one person under three spellings of one address is one person', async () => {
    const { api } = map();
    const urls = [
      'https://www.linkedin.com/in/X%C3%A9-zt1/',
      'www.linkedin.com/in/xé-zt1',
      'http://linkedin.com/in/X%c3%a9-zt1?x=y',
    ];
    const file = writeTemp(
      'Connections.csv',
      connectionsCsv(
        urls.map((url, at) => ({
          first: 'Xé',
          last: 'Onemore',
          url,
          position: `Role ${at}`,
          connectedOn: '2020-01-01',
        })),
      ),
    );
    expect((await api.importFiles({ files: [file] })).people.added).toBe(1);
  });

  it('an own row among my contacts makes no tie to myself', async () => {
    const { api } = map();
    await api.importFiles({ files: [myZip()] });
    const file = writeTemp(
      'Connections.csv',
      connectionsCsv(
        [NOOR, ...CONTACTS].map((one) => ({
          first: one.first,
          last: one.last,
          url: one.url,
          connectedOn: '2020-01-01',
        })),
      ),
    );
    await api.importFiles({ files: [file] });
    expect((await api.listPeople({ limit: 0, all: true })).people.map((row) => row.url)).not.toContain(NOOR.url);
    for (const tie of (await api.listTies({ limit: 0 })).ties) expect(tie.a.id).not.toBe(tie.b.id);
  });

  it('D13: what one backend says while another imports is kept', async () => {
    const folder = join(tempFolder(), 'map');
    const [one, two] = [map(folder), map(folder)];
    await one.api.importFiles({ files: [myZip()] });
    const [report] = await Promise.all([
      one.api.importFiles({ files: [myNewerZip()] }),
      two.api.say({ said: { kind: 'note', person: ANA.url, text: 'in between' }, on: AS_OF }),
    ]);
    expect(report.batch).toBe(2);
    expect((await one.api.getPerson({ person: ANA.url })).notes.map((note) => note.text)).toEqual(['in between']);
  });
});

describe('a restore that finds no copy', () => {
  async function copyOf(api: Backend['api']): Promise<Buffer> {
    const file = join(tempFolder(), 'copy.db');
    await api.backUp({ file });
    return readFileSync(file);
  }

  it.each([
    ['a text file', async () => 'not a copy'],
    ['half a copy', async (api: Backend['api']) => (await copyOf(api)).subarray(0, 30_000)],
    ['an empty file', async () => ''],
  ])('corpus 59: %s is refused and the map untouched', async (_name, make) => {
    const { api } = map();
    await api.importFiles({ files: [myZip()] });
    const before = await api.listPeople({ limit: 0, asOf: AS_OF });
    const error = await refusal(api.restore({ file: writeTemp('x.db', await make(api)) }));
    expect(error).toMatchObject({ kind: 'input', code: 'bad-copy' });
    expect(error.message).toMatch(/Your map is as it was\./);
    expect(await api.listPeople({ limit: 0, asOf: AS_OF })).toEqual(before);
  });
});
