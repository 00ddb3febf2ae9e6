import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ReadHooks, type ReadProgress, readExport } from '../../../electron/backend/input/read-export.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { WeftError } from '../../../shared/model/weft-error.ts';
import {
  CONNECTIONS_PREAMBLE,
  connectionsCsv,
  invitationsCsv,
  jobApplicationsCsv,
  messagesCsv,
  notesCsv,
  people,
  person,
  positionsCsv,
  profileCsv,
  savedJobsCsv,
  tempFolder,
  writeTemp,
  zipOf,
} from '../../helpers/linkedin-export.ts';
import { MADE_BY_UNIX, MODE_SYMLINK, zipBytes } from '../../helpers/write-zip.ts';

const NOOR = person('Noor Example');
const CONTACTS = people(4);
const OPTIONS = { withNotes: false, map: null, kind: null, today: dayFromIso('2026-05-04') ?? 0 };
const HOOKS: ReadHooks = { onProgress: () => {}, isCancelled: () => false };

const CONNECTIONS = connectionsCsv(
  CONTACTS.map((one) => ({ first: one.first, last: one.last, url: one.url, connectedOn: '2026-04-17' })),
);
const INVITATIONS = invitationsCsv([
  { from: NOOR, to: CONTACTS[0] ?? NOOR, sentAt: '2026-04-10T15:08:00Z', direction: 'OUTGOING' },
]);
const MESSAGES = messagesCsv(
  CONTACTS.map((one, index) => ({ thread: `T${index}`, from: NOOR, to: [one], at: '2026-03-02T16:47:09Z' })),
);
const PROFILE = profileCsv({ first: 'Noor', last: 'Example' });

const read = (...paths: string[]) => readExport(paths, OPTIONS, HOOKS);
const refusal = (...paths: string[]): Promise<WeftError> => read(...paths).then(String, (error) => error);

describe('readExport', () => {
  it('reads a whole archive: contacts, conversations, owner and day', async () => {
    const path = writeTemp(
      'Complete_LinkedInDataExport_05-03-2026.zip',
      zipOf({ 'Connections.csv': CONNECTIONS, 'Invitations.csv': INVITATIONS, 'messages.csv': MESSAGES }),
    );
    const { content, owner, ownerFoundBy, exportDate, files } = await read(path);
    expect(content.connections.map((one) => one.slug).sort()).toEqual(CONTACTS.map((one) => one.slug).sort());
    expect(content.threads).toHaveLength(4);
    expect(owner?.slug).toBe(NOOR.slug);
    expect(ownerFoundBy).toBe('invitations');
    expect(exportDate === null ? null : isoFromDay(exportDate)).toBe('2026-05-03');
    expect(files.map((file) => file.name)).toEqual(['Connections.csv', 'Invitations.csv', 'messages.csv']);
  });

  it('reads a bare table without a day and without an owner', async () => {
    const { content, owner, exportDate } = await read(writeTemp('Connections.csv', CONNECTIONS));
    expect(content.connections).toHaveLength(4);
    expect(owner).toBeNull();
    expect(exportDate).toBeNull();
  });

  it('reads several files as one export, whatever their order', async () => {
    const archive = writeTemp('part.zip', zipOf({ 'Profile.csv': PROFILE, 'Positions.csv': positionsCsv([]) }));
    const table = writeTemp('Connections.csv', CONNECTIONS);
    const [one, other] = [await read(archive, table), await read(table, archive)];
    expect(one.content.connections).toHaveLength(4);
    expect(one.content.profile?.name).toBe('Noor Example');
    expect(other.content).toEqual(one.content);
  });

  it('takes the day from the entries when the name says none, unless it is still to come', async () => {
    const files = { 'Connections.csv': CONNECTIONS };
    const said = await read(writeTemp('mine.zip', zipOf(files, { mtime: new Date('2026-05-01T12:00:00Z') })));
    expect(said.exportDate).toBe(dayFromIso('2026-05-01'));
    const wrongClock = await read(writeTemp('mine.zip', zipOf(files, { mtime: new Date('2031-05-01T12:00:00Z') })));
    expect(wrongClock.exportDate).toBeNull();
  });

  it('starts a table again when it turns out to be Windows-1252', async () => {
    const text = CONNECTIONS.replace('Reis', 'Ré'.repeat(10)) + '\nPadding,Row,,,,,17 Apr 2026'.repeat(30_000);
    const path = writeTemp('Connections.csv', Buffer.from(text, 'latin1'));
    const seen: ReadProgress[] = [];
    const { content } = await readExport([path], OPTIONS, { ...HOOKS, onProgress: (at) => seen.push(at) });
    expect(content.connections.some((one) => one.name.includes('RéRéRé'))).toBe(true);
    expect(seen.some((at, index) => at.bytesRead < (seen[index - 1]?.bytesRead ?? 0))).toBe(true);
    expect(seen.at(-1)).toMatchObject({ bytesRead: text.length, bytesTotal: text.length });
  });

  it('tells how far it is, up to the last byte', async () => {
    const path = writeTemp('x.zip', zipOf({ 'Connections.csv': CONNECTIONS, 'Profile.csv': PROFILE }));
    const seen: ReadProgress[] = [];
    await readExport([path], OPTIONS, { ...HOOKS, onProgress: (at) => seen.push(at) });
    const total = Buffer.byteLength(CONNECTIONS) + Buffer.byteLength(PROFILE);
    expect(seen.at(-1)).toEqual({ file: 'Profile.csv', bytesRead: total, bytesTotal: total, rows: 5 });
  });

  it('accepts an archive of part one and says that the rest is still to come', async () => {
    const { files } = await read(
      writeTemp('Basic_LinkedInDataExport_05-03-2026.zip', zipOf({ 'Profile.csv': PROFILE })),
    );
    expect(files.flatMap((file) => file.notices).join()).toContain('part one of your export');
    const whole = await read(writeTemp('x.zip', zipOf({ 'Profile.csv': PROFILE, 'Connections.csv': CONNECTIONS })));
    expect(whole.files.flatMap((file) => file.notices).join()).not.toContain('part one');
  });

  it('refuses an archive without any file of an export', async () => {
    const failure = await refusal(writeTemp('holiday.zip', zipOf({ 'beach.jpg': 'x', 'list.csv': 'a,b\n1,2' })));
    expect(failure).toMatchObject({ kind: 'input', code: 'no-known-file' });
    expect(failure.message).toContain('Import the archive as LinkedIn sent it');
  });

  it('refuses an archive that only wraps another one, and says to unpack it', async () => {
    const failure = await refusal(
      writeTemp('wrap.zip', zipOf({ 'inner.zip': zipOf({ 'Connections.csv': CONNECTIONS }) })),
    );
    expect(failure).toMatchObject({ kind: 'input', code: 'no-known-file' });
    expect(failure.message).toContain('"inner.zip"');
    expect(failure.message).toContain('unpack the outer one');
  });

  it('knows a spreadsheet by its name, and says to save it as CSV', async () => {
    const failure = await refusal(writeTemp('Connections.xlsx', zipOf({ 'xl/workbook.xml': '<workbook/>' })));
    expect(failure).toMatchObject({ kind: 'input', code: 'no-known-file' });
    expect(failure.message).toContain('save its table as CSV and import that');
  });

  it('refuses two exports at once, and asks which', async () => {
    const files = { 'Connections.csv': CONNECTIONS };
    const failure = await refusal(writeTemp('a.zip', zipOf(files)), writeTemp('b.zip', zipOf(files)));
    expect(failure).toMatchObject({ kind: 'input', code: 'two-candidates' });
    expect(failure.message).toContain('"Connections.csv in a.zip" and "Connections.csv in b.zip"');
    expect(failure.message).toContain('import the one you mean by itself, or one after the other');
  });

  it('refuses to be called without a file', async () => {
    expect(await refusal()).toMatchObject({ kind: 'arguments', code: 'no-file' });
  });

  it('reads private notes when the user agreed', async () => {
    const notes = notesCsv([{ about: CONTACTS[0] ?? NOOR, note: 'Met at a fair', createdOn: '2026-03-01' }]);
    const path = writeTemp('x.zip', zipOf({ 'Connections.csv': CONNECTIONS, 'Notes.csv': notes }));
    expect((await readExport([path], { ...OPTIONS, withNotes: true }, HOOKS)).content.notes).toHaveLength(1);
  });

  it('reads every numbered file of job applications', async () => {
    const job = (company: string) => [{ on: '2026-04-01T08:15:00Z', company, title: 'Head of Data' }];
    const { content } = await read(
      writeTemp(
        'x.zip',
        zipOf({
          'Connections.csv': CONNECTIONS,
          'Jobs/Job Applications.csv': jobApplicationsCsv(job('Kestrel Labs')),
          'Jobs/Job Applications_1.csv': jobApplicationsCsv(job('Studio Żuraw')),
          'Jobs/Saved Jobs.csv': savedJobsCsv(job('Brightwater Robotics')),
        }),
      ),
    );
    expect(content.interests.map((one) => one.company).sort()).toEqual([
      'Brightwater Robotics',
      'Kestrel Labs',
      'Studio Żuraw',
    ]);
  });

  it('reports what it left alone: other tables, links, archives in the archive, private notes', async () => {
    const path = writeTemp(
      'x.zip',
      zipBytes([
        { name: 'Profile.csv', content: PROFILE },
        { name: 'Ad_Targeting.csv', content: 'never read' },
        { name: 'Notes.csv', content: 'never read' },
        { name: 'Other thing.csv', content: 'never read' },
        { name: 'inner.zip', content: 'never read' },
        { name: 'Connections.csv', content: '/etc/passwd', madeBy: MADE_BY_UNIX, externalAttributes: MODE_SYMLINK },
      ]),
    );
    const { files, content } = await read(path);
    const notices = (name: string) => files.find((file) => file.name === name)?.notices.join() ?? 'not listed';
    expect(content.connections).toEqual([]);
    expect(files.every((file) => file.name === 'Profile.csv' || file.rows === 0)).toBe(true);
    expect(notices('Connections.csv')).toContain('is a link, not a file, and was skipped');
    expect(notices('inner.zip')).toContain('not opened');
    expect(notices('Notes.csv')).toContain('--with-notes');
    expect(files.find((file) => file.name === 'Ad_Targeting.csv')?.kind).toBe('ignored');
    expect(files.find((file) => file.name === 'Other thing.csv')?.kind).toBe('unknown');
  });
});

describe('I2: what an import may ask of the machine', () => {
  function sparse(name: string, bytes: number): string {
    const path = writeTemp(name, '');
    truncateSync(path, bytes);
    return path;
  }

  it('I2: refuses a table of more than 512 MB before reading it', async () => {
    const failure = await refusal(sparse('messages.csv', 512 * 1024 * 1024 + 1));
    expect(failure).toMatchObject({ kind: 'input', code: 'file-too-large' });
    expect(failure.message).toContain('split the file');
  });

  it('I2: refuses files of more than 1 GB together before reading them', async () => {
    const size = 400 * 1024 * 1024;
    const failure = await refusal(
      ...['messages.csv', 'Connections.csv', 'Invitations.csv'].map((name) => sparse(name, size)),
    );
    expect(failure).toMatchObject({ kind: 'input', code: 'import-too-large' });
    expect(failure.message).toContain('one after the other');
  });
});

describe('I4: the source is only read', () => {
  it('I4: leaves source and folder as they were', async () => {
    const path = writeTemp('x.zip', zipOf({ 'Connections.csv': CONNECTIONS, 'messages.csv': MESSAGES }));
    const before = sha256(path);
    await read(path);
    expect(sha256(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(['x.zip']);
  });

  it('I4: corpus 23, a table appended to while it is read is refused', async () => {
    const path = writeTemp('Connections.csv', CONNECTIONS);
    const growing = readExport([path], OPTIONS, { ...HOOKS, onProgress: () => appendFileSync(path, '\nAna,Reis') });
    await expect(growing).rejects.toMatchObject({
      kind: 'input',
      code: 'file-changed',
      message: expect.stringContaining('import it again'),
    });
  });

  it('I4: says that a file changed rather than that it is damaged, when both are so', async () => {
    const path = writeTemp('x.zip', zipOf({ 'a.txt': 'x', 'Connections.csv': `${CONNECTIONS_PREAMBLE}First "Name` }));
    let calls = 0;
    const hooks: ReadHooks = {
      onProgress: () => {
        if (calls++ === 0) writeFileSync(path, 'rewritten');
      },
      isCancelled: () => false,
    };
    await expect(readExport([path], OPTIONS, hooks)).rejects.toMatchObject({ code: 'file-changed' });
  });

  it('I4: reads on undisturbed when the file is renamed meanwhile', async () => {
    const path = writeTemp('Connections.csv', CONNECTIONS);
    const moved = join(tempFolder(), 'moved.csv');
    let calls = 0;
    const onProgress = (): void => {
      if (calls++ === 0) renameSync(path, moved);
    };
    const hooks: ReadHooks = { ...HOOKS, onProgress };
    expect((await readExport([path], OPTIONS, hooks)).content.connections).toHaveLength(4);
  });
});

describe('I11: cancel works', () => {
  const long = connectionsCsv(
    people(40_000).map((one) => ({ first: one.first, last: one.last, url: one.url, connectedOn: '2026-04-17' })),
  );

  it.each([0, 1, 2, 5, 9])(
    'I11: stops at the next chunk when cancelled after %i of them, in a table',
    async (chunks) => {
      await expectCancelled(writeTemp('Connections.csv', long), chunks);
    },
  );

  it.each([0, 1, 2, 5, 9])(
    'I11: stops at the next chunk when cancelled after %i of them, in an archive',
    async (chunks) => {
      await expectCancelled(writeTemp('x.zip', zipOf({ 'Connections.csv': long })), chunks);
    },
  );

  async function expectCancelled(path: string, chunks: number): Promise<void> {
    let seen = 0;
    const hooks: ReadHooks = {
      onProgress: () => {
        seen++;
      },
      isCancelled: () => seen >= chunks,
    };
    await expect(readExport([path], OPTIONS, hooks)).rejects.toMatchObject({ kind: 'cancelled', code: 'cancelled' });
    expect(seen).toBe(chunks);
  }

  it('I11: hands the thread back between chunks, so that a message saying "cancel" arrives', async () => {
    let isCancelled = false;
    let seen = 0;
    const hooks: ReadHooks = {
      onProgress: () => {
        if (seen++ === 0) setImmediate(() => (isCancelled = true));
      },
      isCancelled: () => isCancelled,
    };
    await expect(readExport([writeTemp('Connections.csv', long)], OPTIONS, hooks)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('a worker thread', () => {
  it('can read an export', async () => {
    const path = writeTemp('Connections.csv', CONNECTIONS);
    const module = new URL('../../../electron/backend/input/read-export.ts', import.meta.url).href;
    const inWorker = `import(${JSON.stringify(module)})
      .then((m) => m.readExport([${JSON.stringify(path)}], ${JSON.stringify(OPTIONS)}, { onProgress() {}, isCancelled: () => false }))
      .then((read) => require('node:worker_threads').parentPort.postMessage(read.content.connections.length));`;
    const outside = `new (require('node:worker_threads').Worker)(${JSON.stringify(inWorker)}, { eval: true })
      .on('message', (count) => console.log(count)).on('error', (error) => console.log(error));`;
    const child = spawn(process.execPath, ['-e', outside], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    });
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(output.trim()).toBe('4');
  });
});

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
