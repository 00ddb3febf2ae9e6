/** The corpus of bad input (safety.md) through the backend and the command: how each row ends, in words, with the map as before. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { EXIT_CODES } from '../../../shared/contract/errors.ts';
import { myZip, NOOR } from '../../contract/invented-map.ts';
import { CORPUS, type CorpusRow, writeCorpusRow } from '../../helpers/corpus.ts';
import { naughtyStrings } from '../../helpers/corpus-tables.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';
import { weft } from '../cli/weft.ts';

/** Rows of 200 MB and more; through the command only, so that they are written and read once. */
const LARGE = [
  'bomb-ratio',
  'bomb-overlap',
  'bomb-count',
  'size-lie',
  'bomb-blank',
  'zip64-5gb',
  'field-huge',
  'quote-open',
  'columns-many',
  'line-endless',
];

const ADVICE =
  /[Dd]ownload|unpack|[Ii]mport (it|the|them|every)|Check|check|Which one|Rename|say which|use (one|an archive)|--map/;
const STEERS = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
/** Of a message whose owner nobody can tell, the first question is whose it is. */
const NAMES_OWNER = { owner: NOOR.url, role: 'me' } as const;

function digestOf(folder: string): string {
  const store = openStore(folder, { mode: 'read' });
  try {
    store.verify();
    return store.contentDigest();
  } finally {
    store.close();
  }
}

describe('the corpus through the backend', () => {
  const folder = join(tempFolder(), 'map');
  let backend: Backend;
  let before = '';

  beforeAll(async () => {
    backend = createBackend({ folder });
    await backend.api.importFiles({ files: [myZip()] });
    before = digestOf(folder);
  });
  afterAll(() => backend.close());

  const small = CORPUS.filter((row) => !LARGE.includes(row.name));

  it.each(small.map((row) => [row.id, row.name, row] as const))(
    'I1 I5 I7 I8 D2: corpus %i, %s, ends as the table says, and undo brings the map back',
    async (_id, _name, row: CorpusRow) => {
      const { file } = writeCorpusRow(row, tempFolder());
      const outcome = await backend.api.importFiles({ files: [file], ...NAMES_OWNER }).catch((error: unknown) => error);
      if (row.expect === 'refused') {
        expect(outcome).toMatchObject({ name: 'WeftError', kind: 'input', code: row.code });
        expect((outcome as Error).message).toMatch(ADVICE);
      } else {
        const report = outcome as Awaited<ReturnType<Backend['api']['importFiles']>>;
        expect(report.batch).toBeGreaterThan(0);
        for (const { rows, kept, hidden, skippedCount } of report.files)
          expect(rows).toBe(kept + hidden + skippedCount);
        const people = await backend.api.listPeople({ limit: 0, all: true });
        expect(people.people.map((one) => one.url)).not.toContain(NOOR.url);
        for (const { name } of people.people) expect(name.isWellFormed()).toBe(true);
        await backend.api.undoBatch({ batch: report.batch ?? 0 });
      }
      expect(digestOf(folder)).toBe(before);
    },
  );

  it('I9: corpus 42-44: composed and decomposed are one person, a look-alike is another and pointed out', async () => {
    const seen: Record<string, [number, string[]]> = {};
    for (const name of ['nfc-nfd', 'homoglyph', 'zero-width']) {
      const fresh = createBackend({ folder: join(tempFolder(), 'map') });
      const row = CORPUS.find((one) => one.name === name)!;
      await fresh.api.importFiles({ files: [writeCorpusRow(row, tempFolder()).file] });
      const { people } = await fresh.api.listPeople({ limit: 0 });
      seen[name] = [people.length, [...new Set(people.flatMap((one) => one.flags))]];
      await fresh.close();
    }
    expect(seen).toEqual({ 'nfc-nfd': [1, []], homoglyph: [2, ['look-alike']], 'zero-width': [1, []] });
  });

  it('I10: corpus 49 and 56: searching for any of 500 odd texts gives a list, never an error', async () => {
    const row = CORPUS.find((one) => one.name === 'naughty')!;
    const report = await backend.api.importFiles({ files: [writeCorpusRow(row, tempFolder()).file], ...NAMES_OWNER });
    for (const text of [...naughtyStrings(), '"'.repeat(500), 'a@'.repeat(5000), '('.repeat(5000)]) {
      expect((await backend.api.listPeople({ query: text, limit: 1 })).total).toBeGreaterThanOrEqual(0);
    }
    await backend.api.undoBatch({ batch: report.batch ?? 0 });
    expect(digestOf(folder)).toBe(before);
  });
});

describe('the corpus through the command', () => {
  const folder = join(tempFolder(), 'map');
  let before = '';

  beforeAll(async () => {
    expect((await weft(folder, ['import', myZip()])).code).toBe(0);
    before = digestOf(folder);
  });

  it.each(CORPUS.map((row) => [row.id, row.name, row] as const))(
    'I1 I2 I5: corpus %i, %s: its exit code, one clear line, the map as before',
    async (_id, _name, row: CorpusRow) => {
      const place = tempFolder();
      const { file } = writeCorpusRow(row, place);
      // What is taken is only looked at: undo is tried through the backend.
      const args = [
        'import',
        file,
        '--owner',
        NOOR.url,
        '--role',
        'me',
        ...(row.expect === 'taken' ? ['--dry-run'] : []),
      ];
      const ran = await weft(folder, args);
      rmSync(place, { recursive: true });
      if (row.expect === 'refused') {
        expect([ran.code, ran.signal, ran.stdout]).toEqual([EXIT_CODES.input, null, '']);
        expect(ran.stderr).toMatch(/^weft: \S[^\n]*[.!?]\n$/);
        expect(ran.stderr).toMatch(ADVICE);
      } else {
        expect([ran.code, ran.stderr]).toEqual([0, '']);
        expect(ran.stdout).toMatch(/Nothing was written/);
      }
      expect(ran.stdout + ran.stderr).not.toMatch(STEERS);
      expect(digestOf(folder)).toBe(before);
    },
  );
});
