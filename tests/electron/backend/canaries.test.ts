import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts';
import type { MethodName } from '../../../shared/contract/api.ts';
import { failureOf } from '../../../shared/contract/wire.ts';
import {
  connectionsCsv,
  invitationsCsv,
  messagesCsv,
  notesCsv,
  person,
  profileCsv,
  tempFolder,
  zipOf,
} from '../../helpers/linkedin-export.ts';
import { weft } from '../cli/weft.ts';

/** Fifty people whose every word is found nowhere else. */
const CANARIES = Array.from({ length: 50 }, (_, n) => person(`Qanary${n}q Zzvogel${n}q`, n + 1));
const NOOR = person('Noor Example');
const SECRET = 'qsecretmessage';
const WORD = /qanary|zzvogel|qsecretmessage/i;

function exportZip(change: (files: Record<string, string>) => void = () => {}): string {
  const files: Record<string, string> = {
    'Connections.csv': connectionsCsv(
      CANARIES.map(({ first, last, url, email }, at) => ({
        first,
        last,
        url: at % 5 === 0 ? '' : url,
        email,
        company: 'Kestrel Labs',
        connectedOn: '2019-03-01',
      })),
    ),
    'messages.csv': messagesCsv(
      CANARIES.map((one, at) => ({
        thread: `t-${at}`,
        from: one,
        to: [NOOR],
        at: '2026-02-11T09:00:00Z',
        content: SECRET,
      })),
    ),
    'Invitations.csv': invitationsCsv([
      { from: CANARIES[1]!, to: NOOR, sentAt: '2018-12-01T09:05', message: SECRET, direction: 'INCOMING' },
    ]),
    'Notes.csv': notesCsv([{ about: CANARIES[2]!, note: SECRET, createdOn: '2024-04-02' }]),
    'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
  };
  change(files);
  const path = join(tempFolder(), 'Complete_LinkedInDataExport_05-03-2026.zip');
  writeFileSync(path, zipOf(files));
  return path;
}

const folder = join(tempFolder(), 'map');
let backend: Backend;
beforeAll(async () => {
  backend = createBackend({ folder });
  await backend.api.importFiles({ files: [exportZip()], withNotes: true });
  await backend.api.say({ said: { kind: 'note', person: CANARIES[3]!.url, text: SECRET } });
});
afterAll(async () => {
  await backend.close();
});

/** Everything that goes wrong, with canaries in the files and in the words of the call. */
function failures(): [MethodName, unknown][] {
  const [A, B] = [CANARIES[4]!, CANARIES[6]!];
  const cut = exportZip();
  truncateSync(cut, statSync(cut).size - 90);
  const rows = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${A.first},${A.last},"${SECRET}`;
  const csv = (text: string) => {
    const path = join(tempFolder(), 'Connections.csv');
    writeFileSync(path, text);
    return path;
  };
  const twice = exportZip((files) => {
    files['Connections.csv'] =
      `First Name,First Name,Last Name,Connected On\n${A.first},${A.first},${A.last},2020-01-01\n`;
  });
  const others = exportZip((files) => {
    files['Profile.csv'] = profileCsv({ first: A.first, last: A.last });
    files['Invitations.csv'] = invitationsCsv([
      { from: A, to: B, sentAt: '2018-12-01T09:05', direction: 'OUTGOING' },
      { from: A, to: CANARIES[7]!, sentAt: '2018-12-01T09:05', direction: 'OUTGOING' },
    ]);
  });
  return [
    ['importFiles', { files: [cut] }],
    ['importFiles', { files: [csv(rows)] }],
    ['importFiles', { files: [twice] }],
    ['importFiles', { files: [others] }],
    ['importFiles', { files: [csv(`${A.name}\n${B.name}\n${SECRET}\n`)] }],
    ['importFiles', { files: [csv(`${rows}\n`.repeat(3))] }],
    ['importFiles', { files: [join(folder, 'missing.zip')] }],
    ['importFiles', { files: [exportZip()], owner: A.name }],
    ['importFiles', { files: [exportZip()], asOf: A.name }],
    ['getPerson', { person: `${A.name} Nobody` }],
    ['getPerson', { person: 7, other: A.name }],
    ['listPeople', { band: A.name }],
    ['say', { said: { kind: 'note', person: `${A.name} Nobody`, text: SECRET } }],
    ['say', { said: { kind: 'same', a: A.url, b: A.url } }],
    ['say', { said: { kind: 'closeness', person: A.url, value: 9 } }],
    ['log', { logged: { kind: 'ask', person: `${B.name} x`, outcome: 'none' } }],
    ['findRoutes', { toPerson: `${A.name} Nobody` }],
    ['undoBatch', { batch: 99 }],
    ['withdraw', { id: 9_999 }],
    ['removeTarget', { target: A.name }],
    ['restore', { file: csv(`${A.name}`) }],
    ['exportData', { format: 'csv', file: join(folder, 'x.csv'), person: A.url }],
    ['exportData', { format: 'json', file: join(folder, 'no', 'folder', 'x.json') }],
    ['forget', { person: `${A.name} Nobody` }],
    ['forget', { person: NOOR.url }],
    ['erase', { confirm: A.name }],
    ['startNew', {}],
  ];
}

it('P2: no failure of the backend names anybody in its code, sentence or details', async () => {
  const found: string[] = [];
  for (const [method, input] of failures()) {
    const call = backend.api[method] as (input: unknown) => Promise<unknown>;
    const failure = await call(input).then(
      () => null,
      (error: unknown) => failureOf(error),
    );
    if (failure === null) throw new Error(`${method} was to fail`);
    if (failure.code === 'unexpected') throw new Error(`${method} failed as a mistake`);
    if (WORD.test(JSON.stringify(failure))) found.push(`${method} ${failure.code}`);
  }
  expect(found).toEqual([]);
});

it('P2: progress, reports of imports and names of files hold nobody', async () => {
  const steps: string[] = [];
  const context = { onProgress: ({ step }: { step: string }) => void steps.push(step) };
  const report = await backend.api.importFiles({ files: [exportZip()], withNotes: true }, context);
  await backend.api.backUp({}, context);
  expect(steps.length).toBeGreaterThan(3);
  expect([steps.join(), JSON.stringify(report.files)].filter((text) => WORD.test(text))).toEqual([]);
  const names = readdirSync(folder, { recursive: true }).map(String);
  expect(names.filter((name) => WORD.test(name))).toEqual([]);
  // The text of messages is nowhere at all.
  const marker = readFileSync(join(folder, 'weft.marker.json'), 'utf8');
  expect(WORD.test(marker)).toBe(false);
});

it('P2: the command says nobody on the error channel, in words and as JSON', { timeout: 120_000 }, async () => {
  const cut = exportZip();
  truncateSync(cut, statSync(cut).size - 90);
  const calls = [
    ['import', cut],
    ['person', `${CANARIES[4]!.name} Nobody`],
    ['forget', `${CANARIES[4]!.name} Nobody`],
    ['erase'],
    ['people', '--as-of', CANARIES[4]!.name],
    ['say', 'note', `${CANARIES[4]!.name} Nobody`, SECRET],
  ];
  const heard: string[] = [];
  for (const words of calls) {
    for (const more of [[], ['--json']]) {
      const ran = await weft(folder, [...words, ...more]);
      expect(ran.code).toBeGreaterThan(1);
      if (WORD.test(ran.stderr + ran.stdout)) heard.push(words[0] ?? '');
    }
  }
  expect(heard).toEqual([]);
});
