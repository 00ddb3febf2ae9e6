/** The corpus of bad input (safety.md) through the backend and the command: how each row ends, in words, with the map as before. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { EXIT_CODES } from '../../../shared/contract/errors.ts';
import { myZip, NOOR } from '../../contract/invented-map.ts';
import { PAYLOADS } from '../../e2e/harness/hostile-names.ts';
import { CORPUS, LARGE_ROWS, type SpokenRow, writeCorpusRow } from '../../helpers/corpus.ts';
import { naughtyStrings } from '../../helpers/corpus-tables.ts';
import { FORMULAS, QUERIES } from '../../helpers/corpus-texts.ts';
import { connectionsCsv, person, tempFolder, writeTemp } from '../../helpers/linkedin-export.ts';
import { weft } from '../cli/weft.ts';

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

  const small = CORPUS.filter((row) => !LARGE_ROWS.includes(row.name));

  it.each(small.map((row) => [row.id, row.name, row] as const))(
    'I1 I5 I7 I8 D2: corpus %i, %s, ends as the table says, and undo brings the map back',
    async (_id, _name, row: SpokenRow) => {
      const { file } = writeCorpusRow(row, tempFolder());
      const outcome = await backend.api.importFiles({ files: [file], ...NAMES_OWNER }).catch((error: unknown) => error);
      if (row.expect === 'refused') {
        expect(outcome).toMatchObject({ name: 'WeftError', kind: 'input', code: row.code });
        expect(`weft: ${(outcome as Error).message}\n`).toMatch(row.says);
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

  it('I8 R4: corpus 47-49 and 56: what is stored is what the file said, and the export reads back equal', async () => {
    const fresh = createBackend({ folder: join(tempFolder(), 'map') });
    const again = createBackend({ folder: join(tempFolder(), 'map') });
    // Only what I8 takes out is gone: control characters, and blanks at either end of a cell.
    const clean = (text: string) =>
      text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
        .toWellFormed()
        .normalize('NFC')
        .trim();
    const texts = [...PAYLOADS, ...FORMULAS, ...QUERIES, ...naughtyStrings()];
    const file = writeTemp(
      'Connections.csv',
      connectionsCsv(
        texts.map((text, index) => ({
          first: 'Odd',
          last: `Text${index}`,
          url: person('Odd Text', index + 1).url,
          company: text,
          position: text,
          connectedOn: '2026-04-17',
        })),
      ),
    );
    await fresh.api.importFiles({ files: [file] });
    const byUrl = async (backend: Backend) => {
      const { people } = await backend.api.listPeople({ limit: 0 });
      return new Map(people.map(({ url, company, position }) => [url, [company, position]]));
    };
    const stored = await byUrl(fresh);
    for (const [index, text] of texts.entries()) {
      const expected = clean(text) === '' ? null : clean(text);
      expect(stored.get(person('Odd Text', index + 1).url)).toEqual([expected, expected]);
    }
    const csv = join(tempFolder(), 'people.csv');
    await fresh.api.exportData({ format: 'csv', file: csv });
    await again.api.importFiles({ files: [csv] });
    expect(await byUrl(again)).toEqual(stored);
    await Promise.all([fresh.close(), again.close()]);
  });

  it('every row of the table that is a file is made here, or by a test that carries its number', () => {
    const made = new Set(CORPUS.map((row) => row.id));
    // A pipe, a folder, a file that grows: below.
    const elsewhere = [21, 22, 23];
    for (let id = 1; id <= 56; id += 1) expect(made.has(id) || elsewhere.includes(id), `row ${id}`).toBe(true);
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
    async (_id, _name, row: SpokenRow) => {
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
        expect(ran.stderr).toMatch(row.says);
      } else {
        expect([ran.code, ran.stderr]).toEqual([0, '']);
        expect(ran.stdout).toMatch(row.says);
        expect(ran.stdout).toMatch(/Nothing was written/);
      }
      expect(ran.stdout + ran.stderr).not.toMatch(STEERS);
      expect(digestOf(folder)).toBe(before);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'I4: corpus 21-22, pipe and folder: not a file, without waiting for anybody',
    async () => {
      const place = tempFolder();
      const pipe = join(place, 'pipe.csv');
      execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
      mkdirSync(join(place, 'folder.csv'));
      for (const [name, words] of [
        ['pipe.csv', /^weft: "pipe\.csv" is not a file but a pipe or a device\. Save its content as a file[^\n]*\n$/],
        ['folder.csv', /^weft: "folder\.csv" is not a file but a folder\. Name the ZIP archive or the files[^\n]*\n$/],
      ] as const) {
        const ran = await weft(folder, ['import', join(place, name)]);
        expect([ran.code, ran.signal, ran.stdout]).toEqual([EXIT_CODES.input, null, '']);
        expect(ran.stderr).toMatch(words);
        expect(digestOf(folder)).toBe(before);
      }
    },
  );

  it('I4: corpus 23, growing: a file that somebody still writes to is refused', async () => {
    const row = (number: number) =>
      `Ana,Reis${number},https://www.linkedin.com/in/ana-growing-zt${number},,,,17 Apr 2024\n`;
    const file = writeTemp(
      'Connections.csv',
      `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${row(1).repeat(200_000)}`,
    );
    let number = 2;
    const writer = setInterval(() => appendFileSync(file, row(number++)), 1);
    const ran = await weft(folder, ['import', file]);
    clearInterval(writer);
    expect([ran.code, ran.signal, ran.stdout]).toEqual([EXIT_CODES.input, null, '']);
    expect(ran.stderr).toMatch(
      /^weft: "Connections\.csv" was changed while it was being read\. Nothing was imported; wait/,
    );
    expect(digestOf(folder)).toBe(before);
  });
});
