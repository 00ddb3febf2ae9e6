import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/shells/web/file-name.ts';
import type { WireResult } from '../../../shared/contract/wire.ts';
import { connectionsCsv, people, zipOf } from '../../helpers/linkedin-export.ts';
import { tempFolder, writeTemp } from '../../helpers/temp-files.ts';
import { enter, type RunningWeb, rawRequest, startWeb } from '../../helpers/web-server.ts';

let web: RunningWeb;
let token: string;
beforeEach(async () => {
  web = await startWeb();
  token = await enter(web);
});
afterEach(() => web.close());

let lastCall = 0;

async function post(path: string, body: unknown): Promise<Response> {
  return await fetch(`${web.origin}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function call(method: string, input: unknown): Promise<WireResult> {
  return (await (await post(`/api/call/${method}`, { input, callId: ++lastCall })).json()) as WireResult;
}

async function upload(name: string, bytes: Uint8Array | string) {
  const answer = await fetch(`${web.origin}/api/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(Buffer.from(bytes)),
  });
  return (await answer.json()) as { handle: string; name: string; size: number };
}

async function saveTarget(name: string) {
  return (await (await post('/api/save-target', { name })).json()) as { handle: string; name: string };
}

async function download(handle: string): Promise<Response> {
  return await fetch(`${web.origin}/api/download/${encodeURIComponent(handle)}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
}

/** Every file and folder in the private folder, with its mode. */
function passing(): { path: string; mode: number; isFile: boolean }[] {
  if (!existsSync(web.privateBase)) return [];
  return readdirSync(web.privateBase, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path, mode: statSync(path).mode & 0o777, isFile: entry.isFile() };
  });
}

function smallZip(): Buffer {
  const rows = people(5).map((one) => ({
    ...one,
    company: 'Kestrel Labs',
    position: 'Buyer',
    connectedOn: '2020-03-01',
  }));
  return Buffer.from(zipOf({ 'Connections.csv': connectionsCsv(rows) }));
}

describe('files that pass through', () => {
  async function leaveSome(): Promise<{ waiting: string; written: string }> {
    const { handle } = await upload('Connections.csv', smallZip());
    await call('importFiles', { files: [handle] });
    const { handle: waiting } = await upload('Connections.csv', smallZip());
    const { handle: written } = await saveTarget('people.csv');
    expect(await call('exportData', { format: 'csv', file: written })).toMatchObject({ ok: true });
    return { waiting, written };
  }

  it('P3: go with somebody who is forgotten, for they may stand in them', async () => {
    const { waiting, written } = await leaveSome();
    expect(passing().filter(({ isFile }) => isFile)).toHaveLength(2);
    expect(await call('forget', { person: people(1)[0]!.url })).toMatchObject({ ok: true });
    expect(passing()).toEqual([]);
    expect((await download(written)).status).toBe(400);
    expect(await call('importFiles', { files: [waiting] })).toMatchObject({ error: { code: 'file-handle' } });
    await upload('a.csv', 'First Name,Last Name\n');
    expect(passing().filter(({ isFile }) => isFile)).toHaveLength(1);
  });

  it('P4: go when everything is erased, and are not left as something of others', async () => {
    await web.close();
    const storeFolder = join(tempFolder(), 'map');
    web = await startWeb({ storeFolder, privateBase: storeFolder });
    token = await enter(web);
    await leaveSome();
    expect(await call('erase', { confirm: true })).toMatchObject({ ok: true, value: { left: 0 } });
    expect(existsSync(storeFolder) ? readdirSync(storeFolder) : []).toEqual([]);
  });
});

describe('files from the page', () => {
  it('E8: a handle serves the preview and the import, then is spent and its file is gone', async () => {
    const name = 'Basic_LinkedInDataExport_05-03-2026.zip';
    const zip = smallZip();
    const { handle, ...told } = await upload(name, zip);
    expect(told).toEqual({ name, size: zip.length });
    expect(await call('importFiles', { files: [handle], dryRun: true })).toMatchObject({
      ok: true,
      value: { batch: null, exportDate: '2026-05-03' },
    });
    expect(await call('importFiles', { files: [handle] })).toMatchObject({ ok: true, value: { batch: 1 } });
    expect(passing().filter(({ isFile }) => isFile)).toEqual([]);
    expect(await call('importFiles', { files: [handle] })).toMatchObject({ ok: false, error: { code: 'file-handle' } });
  });

  it('E8: a handle stays when its import was refused, so that it can be tried with an answer', async () => {
    const { handle } = await upload('page.csv', '<!DOCTYPE html>\n<html></html>\n');
    for (let count = 0; count < 2; count++) {
      expect(await call('importFiles', { files: [handle] })).toMatchObject({ error: { code: 'not-an-export' } });
    }
  });

  it('S2, W8: uploads lie in private folders, readable by their owner only', async () => {
    await upload('a.csv', 'First Name,Last Name\n');
    const entries = passing();
    expect(entries.filter(({ isFile }) => isFile)).toHaveLength(1);
    for (const { path, mode, isFile } of entries) expect(mode, path).toBe(isFile ? 0o600 : 0o700);
  });

  it('E8: a path in place of a handle is refused everywhere, and nothing is read or written', async () => {
    const zip = writeTemp('Basic_LinkedInDataExport_05-03-2026.zip', smallZip());
    const target = `${zip}.out`;
    const { handle } = await upload('a.zip', smallZip());
    const tries: [string, unknown][] = [
      ['importFiles', { files: [zip] }],
      ['importFiles', { files: [handle, zip] }],
      ['importFiles', { files: [`file://${zip}`] }],
      ['importFiles', { files: [`${handle}/../../a.zip`] }],
      ['importFiles', { files: ['__proto__'] }],
      ['exportData', { format: 'json', file: target }],
      ['exportData', { format: 'json', file: handle }],
      ['backUp', { file: target }],
      ['restore', { file: zip }],
      ['restore', { file: join(web.storeFolder, 'weft.db') }],
    ];
    for (const [method, input] of tries) {
      const result = await call(method, input);
      expect(result, `${method} ${JSON.stringify(input)}`).toMatchObject({ ok: false, error: { code: 'file-handle' } });
    }
    expect(existsSync(target)).toBe(false);
    expect(await call('status', {})).toMatchObject({ value: { isEmpty: true } });
  });

  it('W8: a file that breaks off leaves nothing', async () => {
    const head = rawRequest('POST', '/api/upload?name=a.zip', [
      `Host: 127.0.0.1:${web.port}`,
      `Authorization: Bearer ${token}`,
      'Content-Type: application/octet-stream',
      'Content-Length: 1000000',
    ]);
    const socket = connect(web.port, '127.0.0.1');
    socket.write(`${head}${'x'.repeat(1000)}`);
    await until(() => passing().some(({ isFile }) => isFile));
    socket.destroy();
    await until(() => passing().length <= 1);
  });

  it('takes more than one chunk exactly as it is', async () => {
    const bytes = Buffer.alloc(3_000_000, 'weft ');
    const { size } = await upload('big.csv', bytes);
    expect(size).toBe(bytes.length);
    const file = passing().find(({ isFile }) => isFile);
    expect(readFileSync(file?.path ?? '').equals(bytes)).toBe(true);
  });
});

describe('files for the page', () => {
  it('R5: an export is handed over whole, once written, under a harmless name', async () => {
    const { handle: file, name } = await saveTarget('../../Noor\r\nX-Bad: 1/"Map" №1.json');
    expect(name).toBe('_Map_ №1.json');
    expect((await download(file)).status).toBe(400);
    const report = await call('exportData', { format: 'json', file });
    expect(report).toMatchObject({ ok: true, value: { file } });
    const answer = await download(file);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="_Map_ _1.json"; filename*=UTF-8\'\'_Map_%20%E2%84%961.json',
    );
    const text = await answer.text();
    expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(text));
    expect(JSON.parse(text)).toMatchObject({ format: 'weft-map' });
  });

  it('E8: a target takes one file', async () => {
    const { handle: file } = await saveTarget('map.json');
    expect(await call('exportData', { format: 'json', file })).toMatchObject({ ok: true });
    expect(await call('exportData', { format: 'csv', file })).toMatchObject({ error: { code: 'file-handle' } });
  });

  it('D11: copies are restored by the handle of the list, and uploaded ones by theirs', async () => {
    const zip = await upload('Basic_LinkedInDataExport_05-03-2026.zip', smallZip());
    await call('importFiles', { files: [zip.handle] });
    const made = await call('backUp', {});
    const listed = (await call('listBackups', {})) as { value: { backups: { file: string }[] } };
    const file = listed.value.backups[0]?.file ?? '';
    expect(made).toMatchObject({ value: { file } });
    expect(existsSync(file)).toBe(false);
    expect(await call('restore', { file })).toMatchObject({ ok: true, value: { restored: file, people: 5 } });

    const target = await saveTarget('copy.db');
    await call('backUp', { file: target.handle });
    const copy = Buffer.from(await (await download(target.handle)).arrayBuffer());
    const uploaded = await upload('copy.db', copy);
    const restored = await call('restore', { file: uploaded.handle });
    expect(restored).toMatchObject({ ok: true, value: { restored: uploaded.handle, people: 5 } });
  });

  it('W8: keeps the newest exports only', async () => {
    const handles: string[] = [];
    for (let count = 0; count < 22; count++) handles.push((await saveTarget(`${count}.json`)).handle);
    const first = await call('exportData', { format: 'json', file: handles[0] });
    expect(first).toMatchObject({ error: { code: 'file-handle' } });
    expect(await call('exportData', { format: 'json', file: handles[21] })).toMatchObject({ ok: true });
    expect(passing().filter(({ isFile }) => !isFile).length).toBeLessThanOrEqual(21);
  });
});

describe('names of files', () => {
  it.each([
    ['Complete_LinkedInDataExport_05-03-2026 (1).zip', 'Complete_LinkedInDataExport_05-03-2026 (1).zip'],
    ['Noëls Kontakte.csv', 'Noëls Kontakte.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\noor\\a.csv', 'a.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['.hidden', 'hidden'],
    ['a.csv. ', 'a.csv'],
    ['CON', '_CON'],
    ['nul.csv', '_nul.csv'],
    ['a\u0000b\r\n\u202Ec.csv', 'abc.csv'],
    ['a<b>|"?*:.csv', 'a_b______.csv'],
    ['\ud800.csv', '\ufffd.csv'],
  ])('R5: %j is kept as %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('R5: a very long name keeps its ending and whole characters', () => {
    const safe = safeFileName(`${'é'.repeat(300)}.csv`);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180);
    expect(safe).toMatch(/^é+\.csv$/);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
