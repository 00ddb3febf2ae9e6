import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readExport } from '../../../electron/backend/input/read-export.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import type { ConnectionRecord, FileReport } from '../../../shared/model/records.ts';
import { CORPUS, LARGE_ROWS, writeCorpusRow } from '../../helpers/corpus.ts';
import { naughtyStrings } from '../../helpers/corpus-tables.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';
import type { MeasuredImport } from '../../helpers/measure-import.ts';

const MEASURE = fileURLToPath(new URL('../../helpers/measure-import.ts', import.meta.url));
const OPTIONS = { withNotes: false, map: null, kind: null, today: dayFromIso('2026-05-04') ?? 0 };

/** What a refusal must tell the user to do. */
const ADVICE = /[Dd]ownload|unpack|import (it|the|them)|Check|check|Which one|Rename|say which|use (one|an archive)/;

let folder = '';

/** Writes one row; the folder goes after each test, since some rows are large. */
function written(name: string) {
  const row = CORPUS.find((one) => one.name === name);
  if (row === undefined) throw new Error(`There is no row called ${name}.`);
  folder = tempFolder();
  return writeCorpusRow(row, folder);
}

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function readRow(name: string): Promise<{ people: ConnectionRecord[]; report: FileReport; notices: string }> {
  const { content, files } = await readExport([written(name).file], OPTIONS, {
    onProgress: () => {},
    isCancelled: () => false,
  });
  const [report] = files;
  if (report === undefined) throw new Error('No file was reported.');
  return { people: content.connections, report, notices: files.flatMap((file) => file.notices).join(' ') };
}

describe('the corpus of bad input', () => {
  const small = CORPUS.filter((row) => !LARGE_ROWS.includes(row.name));

  it.each(small.map((row) => [row.id, row.name, row.expect] as const))(
    'I1 I2 I3 I5 I7: corpus %i, %s, is %s, and nothing on disk changes',
    async (_id, name) => {
      const row = written(name);
      const before = await fingerprint(row.file);
      const outcome = await readExport([row.file], OPTIONS, { onProgress: () => {}, isCancelled: () => false }).catch(
        (error: unknown) => error,
      );
      if (row.expect === 'refused') {
        expect(outcome).toMatchObject({ name: 'WeftError', kind: 'input', code: row.code });
        expect((outcome as Error).message).toMatch(ADVICE);
      } else {
        const { files } = outcome as { files: FileReport[] };
        expect(files.length).toBeGreaterThan(0);
        for (const file of files) expect(file.rows).toBe(file.kept + file.hidden + file.skippedCount);
      }
      expect(await fingerprint(row.file)).toEqual(before);
    },
  );

  it.each(LARGE_ROWS)('I2 I5: corpus 10-31: %s ends as it should, with at most 300 MB more memory', (name) => {
    const row = written(name);
    const child = spawnSync(process.execPath, [MEASURE, row.file], { encoding: 'utf8' });
    expect(child.stderr).toBe('');
    const measured: MeasuredImport = JSON.parse(child.stdout);
    expect(measured.outcome).toBe(row.code ?? 'taken');
    if (row.expect === 'refused') expect(measured.message).toMatch(ADVICE);
    expect(measured.extraBytes).toBeLessThan(300 * 1024 * 1024);
    expect(readdirSync(folder)).toEqual([row.fileName]);
  });
});

describe('what the corpus leaves behind', () => {
  it('I1: corpus 5, link: no contacts are found, and the report names the link', async () => {
    const { people, notices } = await readRow('link');
    expect(people).toEqual([]);
    expect(notices).toContain('is a link, not a file');
  });

  it.each(['nested', 'quine'])('I1: corpus 7-8, %s: the inner archive is named and left closed', async (name) => {
    const { people, notices } = await readRow(name);
    expect(people).toHaveLength(3);
    expect(notices).toContain('An archive inside the archive is not opened');
  });

  it('I1: corpus 9, extra-folder: the files are found under the folder', async () => {
    expect((await readRow('extra-folder')).people).toHaveLength(3);
  });

  it('I5: corpus 24, header-only: nobody', async () => {
    const { people, report } = await readRow('header-only');
    expect([people.length, report.rows]).toEqual([0, 0]);
  });

  it('I6: corpus 32, header-proto: unknown columns are named, nothing else changes', async () => {
    const { people, notices } = await readRow('header-proto');
    expect(people).toHaveLength(1);
    for (const column of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) expect(notices).toContain(column);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('I8: corpus 34, header-none: messages called Connections.csv are read as messages', async () => {
    expect((await readRow('header-none-messages')).report.kind).toBe('messages');
  });

  it('I8: corpus 35, nul: taken out and counted', async () => {
    const { people, notices } = await readRow('nul');
    expect(people[0]?.name).toBe('Ana Reis');
    expect(notices).toMatch(/2 control characters/);
  });

  it.each(['utf16-le', 'utf16-be', 'utf16-le-unmarked', 'utf16-be-unmarked', 'cp1252', 'bom-twice'])(
    'I8: corpus 36-39, %s: the accents are right',
    async (name) => {
      const { people } = await readRow(name);
      expect(people.map((one) => [one.name, one.company])).toEqual([['José Quispe', 'Café Lumière']]);
    },
  );

  it('I8: corpus 38, utf8-broken: marked where broken, right where not, nobody lost', async () => {
    const { people } = await readRow('utf8-broken');
    expect(people).toHaveLength(5);
    expect(people.filter((one) => one.name.includes('\ufffd'))).toHaveLength(4);
    expect(people.some((one) => one.name === 'José Reis')).toBe(true);
  });

  it('I8: corpus 40-41, surrogate-lone and control: clean text', async () => {
    expect((await readRow('surrogate-lone')).people[0]?.name.isWellFormed()).toBe(true);
    const { people } = await readRow('control');
    expect(JSON.stringify(people)).not.toMatch(/\\u00|\\b|[\u007f-\u009f]/);
  });

  it('I9: corpus 44, zero-width: the name is shown clean', async () => {
    expect((await readRow('zero-width')).people[0]?.name).toBe('Ana Reis');
  });

  it('I7: corpus 52-54: odd dates leave the field empty, hidden members are counted, 500 stay 500', async () => {
    const odd = await readRow('dates-odd');
    expect(odd.people).toHaveLength(7);
    const dated = odd.people.filter((one) => one.connectedOn !== null).map((one) => one.slug);
    // zt4 holds a serial number, which LinkedIn never writes between dates of its own.
    expect(dated).toEqual(['ana-reis-zt7']);
    expect(odd.notices).toMatch(/^6 dates in "Connected On" could not be read or would lie in the future[^.]*\.$/);
    const hidden = await readRow('hidden-members');
    expect([hidden.report.rows, hidden.report.hidden, hidden.people.length]).toEqual([13, 12, 1]);
    expect((await readRow('same-name')).people).toHaveLength(500);
  });

  it('I10: corpus 56, naughty: about 500 texts pass through', async () => {
    const { report } = await readRow('naughty');
    expect(naughtyStrings().length).toBeGreaterThan(450);
    expect(report.rows).toBe(naughtyStrings().length);
  });
});

async function fingerprint(file: string): Promise<{ hash: string; listing: string[] }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { hash: hash.digest('hex'), listing: readdirSync(folder) };
}
