/** Properties of the map under imports in any order, repeated, taken back and cancelled, with the real store on disk. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { largeZip, myZip, NOOR } from '../../contract/invented-map.ts';
import {
  connectionsCsv,
  invitationsCsv,
  messagesCsv,
  people,
  person,
  profileCsv,
  tempFolder,
  zipOf,
} from '../../helpers/linkedin-export.ts';

const figures: Record<string, number> = {};
afterAll(() => {
  process.stdout.write(`Properties of imports: ${JSON.stringify(figures)}\n`);
});

/** Days the archives were made on; each holds another part of the same dozen people, with jobs that change. */
const DAYS = ['2025-03-01', '2025-09-01', '2026-01-15', '2026-05-03', '2026-06-30'];
const CROWD = people(12);
const FRIEND = CROWD[2]!;

interface Import {
  file: string;
  role: 'me' | 'circle';
}

const IMPORTS: Import[] = [...DAYS.map(mine), { file: friends(), role: 'circle' }];

function archive(day: string, files: Record<string, string>): string {
  const [year, month, date] = day.split('-');
  const path = join(tempFolder(), `Basic_LinkedInDataExport_${month}-${date}-${year}.zip`);
  writeFileSync(path, zipOf(files));
  return path;
}

function mine(day: string, at: number): Import {
  const rows = CROWD.filter((_, index) => (index + at) % 4 !== 0).map((one, index) => ({
    first: one.first,
    last: one.last,
    // One row of each file has no address, one changes it, and two people share a name.
    url: index === 1 ? '' : index === 2 && at > 2 ? person(one.name, 700).url : one.url,
    email: index === 3 ? one.email : '',
    company: (index + at) % 3 === 0 ? 'Kestrel Labs' : 'Nordlys',
    position: at > 2 ? 'Lead' : 'Designer',
    connectedOn: `2020-0${1 + (index % 9)}-11`,
  }));
  return {
    role: 'me',
    file: archive(day, {
      'Connections.csv': connectionsCsv([...rows, { ...rows[0], url: '' }, { connectedOn: '2021-01-01' }]),
      'messages.csv': messagesCsv(
        CROWD.slice(at, at + 3).flatMap((one) => [
          { thread: `t-${one.slug}`, from: NOOR, to: [one], at: `2025-02-0${1 + at}T10:00:00Z` },
          { thread: `t-${one.slug}`, from: one, to: [NOOR], at: `2025-02-0${1 + at}T11:00:00Z` },
        ]),
      ),
      'Invitations.csv': invitationsCsv([
        { from: NOOR, to: CROWD[5]!, sentAt: '2025-01-05T15:08', direction: 'OUTGOING' },
      ]),
      'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
    }),
  };
}

function friends(): string {
  return archive('2026-04-01', {
    'Connections.csv': connectionsCsv(
      [NOOR, CROWD[4]!, person('Marta Silvestri', 50)].map((one) => ({
        first: one.first,
        last: one.last,
        url: one.url,
        connectedOn: '2019-01-01',
      })),
    ),
    'Invitations.csv': invitationsCsv([
      { from: FRIEND, to: CROWD[4]!, sentAt: '2025-01-05T15:08', direction: 'OUTGOING' },
    ]),
    'Profile.csv': profileCsv({ first: FRIEND.first, last: FRIEND.last }),
  });
}

function emptyMap(): { folder: string; backend: Backend } {
  const folder = join(tempFolder(), 'map');
  return { folder, backend: createBackend({ folder }) };
}

/** What the map holds, whoever asks; every check of the store passes. */
function digestOf(folder: string, isThorough = false): string {
  const store = openStore(folder, { mode: 'read' });
  try {
    if (isThorough) store.verify();
    return store.contentDigest();
  } finally {
    store.close();
  }
}

async function bring(backend: Backend, { file, role }: Import): Promise<number> {
  const report = await backend.api.importFiles({ files: [file], role });
  return report.batch ?? 0;
}

describe('the map under many imports', () => {
  it('D16: any order and repetition of the same imports gives one digest', { timeout: 120_000 }, async () => {
    const digests = new Map<string, string>();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(IMPORTS.length - 1), { minLength: 3, maxLength: 5 }),
        fc.array(fc.nat(4), { maxLength: 3 }),
        async (chosen, again) => {
          const { folder, backend } = emptyMap();
          // The first import of a map must be mine; the order of the others is free.
          const order = [...chosen].sort(
            (a, b) => Number(IMPORTS[a]!.role === 'circle') - Number(IMPORTS[b]!.role === 'circle'),
          );
          const first = IMPORTS[chosen[0]!]!.role === 'me' ? chosen : order;
          for (const at of [...first, ...again.map((index) => chosen[index % chosen.length]!)]) {
            await bring(backend, IMPORTS[at]!);
          }
          await backend.close();
          const set = [...chosen].sort((a, b) => a - b).join(' ');
          const digest = digestOf(folder, true);
          expect(digest).toBe(digests.get(set) ?? digest);
          if (!digests.has(set)) {
            const straight = emptyMap();
            for (const at of [...chosen].sort((a, b) => a - b)) await bring(straight.backend, IMPORTS[at]!);
            await straight.backend.close();
            digests.set(set, digestOf(straight.folder));
            expect(digest).toBe(digests.get(set));
          }
          runs++;
        },
      ),
      { numRuns: 25 },
    );
    figures['orders tried'] = runs;
  });

  it('D16: 200 random imports taken back return to the digest before, what was said stays', {
    timeout: 180_000,
  }, async () => {
    let sequences = 0;
    let undone = 0;
    const { folder, backend } = emptyMap();
    await bring(backend, IMPORTS[0]!);
    await backend.api.say({ said: { kind: 'closeness', person: CROWD[5]!.url, value: 4 }, on: '2026-01-01' });
    await backend.api.say({ said: { kind: 'note', person: CROWD[6]!.url, text: 'sails' }, on: '2026-01-01' });
    const before = digestOf(folder, true);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: IMPORTS.length - 1 }), { minLength: 1, maxLength: 2 }),
        fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }),
        async (chosen, picks) => {
          const open: number[] = [];
          for (const at of chosen) open.push(await bring(backend, IMPORTS[at]!));
          // Taken back in an order of its own.
          for (const pick of picks) {
            if (open.length === 0) break;
            const [batch] = open.splice(pick % open.length, 1);
            await backend.api.undoBatch({ batch: batch! });
            undone++;
          }
          expect(digestOf(folder)).toBe(before);
          sequences++;
        },
      ),
      { numRuns: 200 },
    );
    const page = await backend.api.getPerson({ person: CROWD[6]!.url, asOf: '2026-07-01' });
    expect(page.notes.map((note) => note.text)).toEqual(['sails']);
    await backend.close();
    expect(digestOf(folder, true)).toBe(before);
    Object.assign(figures, { 'sequences of import and undo': sequences, undone });
  });

  it('D2 I11: cancelled at 20 points, an import leaves the digest as it was', { timeout: 120_000 }, async () => {
    const { folder, backend } = emptyMap();
    await backend.api.importFiles({ files: [myZip()] });
    const before = digestOf(folder, true);
    const file = largeZip(1500, 8000);
    let points = 0;
    await backend.api.importFiles({ files: [file], dryRun: true }, { onProgress: () => points++ });
    expect(points).toBeGreaterThan(3);
    let cancelled = 0;
    for (let trial = 0; trial < 20; trial++) {
      const stop = new AbortController();
      const stopAt = Math.floor((trial * points) / 20);
      let seen = 0;
      await expect(
        backend.api.importFiles(
          { files: [file] },
          {
            signal: stop.signal,
            onProgress: () => {
              if (seen++ === stopAt) stop.abort();
            },
          },
        ),
      ).rejects.toMatchObject({ kind: 'cancelled' });
      cancelled++;
      expect(digestOf(folder)).toBe(before);
    }
    await backend.close();
    expect(digestOf(folder, true)).toBe(before);
    Object.assign(figures, { 'points of progress': points, cancelled });
  });
});
