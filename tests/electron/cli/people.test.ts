import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANA, AS_OF, BRAM, friendZip, myNewerZip, myZip, NOOR } from '../../contract/invented-map.ts';
import { connectionsCsv, messagesCsv, person, tempFolder, writeTemp, zipOf } from '../../helpers/linkedin-export.ts';
import { DOOR, run, weft } from './weft.ts';

/** Control characters but the line end, C1, and marks that turn the direction of text. */
const STEERS = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

describe('weft for people', () => {
  const store = join(tempFolder(), 'map');

  beforeAll(async () => {
    await weft(store, ['import', myZip()]);
    await weft(store, ['import', friendZip(), '--role', 'circle']);
    const hostile = writeTemp(
      'Connections.csv',
      connectionsCsv([
        {
          first: 'An\u001b[31ma',
          last: 'Re\u202eis\u0007',
          company: '\u2066Kes\u0085trel',
          position: '\u001b]0;title\u0007',
          url: person('Odd One').url,
          connectedOn: '2026-04-17',
        },
      ]),
    );
    await weft(store, ['import', hostile, '--role', 'me']);
  });

  it.each([
    [['people', '--limit', '0'], /Ana Reis.*Kestrel Labs/],
    [['people', 'kestrel'], /4 people|5 people/],
    [['people', 'nobodycalledthis'], /Nobody found for "nobodycalledthis"/],
    [['person', ANA.name], /Connected 12 years ago \(2014-03-01\)\./],
    [['ties'], /Strength/],
    [['ties', '--between-contacts'], /Silvestri/],
    [['connectors'], /as 1 export, threads and your own\s+word show them/],
    [['connectors'], /\nConstraint: How far .*\? Low\s+marks a connector\.\n/],
    [['routes', '--to', 'Palisade Bio'], /First step: Ask Ana Reis/],
    [['routes', '--to', 'Nobody There Ltd'], /What would open one:/],
    [['proposals'], /./],
    [['targets'], /No targets yet\. Name one/],
    [['targets', '--suggest'], /Nordlys/],
    [['batches'], /yours.*\n.*Ana Reis/],
    [['doctor'], /All is well\./],
    [['--help'], /Usage: weft/],
    [['import', '--help'], /--dry-run/],
  ] as [string[], RegExp][])('%j reads well: no control characters, no colour into a pipe', async (args, words) => {
    const ran = await weft(store, [
      ...args,
      ...(args.includes('--help') || args[0] === 'batches' ? [] : ['--as-of', AS_OF]),
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(words);
    expect(ran.stdout).not.toMatch(STEERS);
    expect(ran.stdout).not.toMatch(/\b(undefined|null|NaN|\[object)\b/);
    expect(ran.stderr).toBe('');
    for (const line of ran.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(200);
  });

  it('opens circles too, where the cover is asked for them', async () => {
    const other = join(tempFolder(), 'map');
    const on = (...words: string[]) => weft(other, [...words, '--as-of', AS_OF]);
    await on('import', myZip());
    await on('say', 'circle', 'Choir', BRAM.name);
    await on('targets', 'add', 'Kestrel Labs');
    const plain = await on('top', '--cover');
    const wide = await on('top', '--cover', '--circles');
    expect(plain.stdout).not.toContain('Choir');
    expect(wide.stdout).toMatch(/your one circle/);
    expect(wide.stdout).toMatch(/Opens [^.]*the circle Choir\./);
  });

  it('says what an import did, and how to take it back', async () => {
    const other = join(tempFolder(), 'map');
    const first = await weft(other, ['import', myZip()]);
    expect(first.stdout).toMatch(/^Added 12 people to your network\./);
    expect(first.stdout).toMatch(/Hidden: members who closed or hid their profile/);
    expect(first.stdout).toMatch(/To take it back: weft undo 1\n$/);
    const dry = await weft(other, ['import', myNewerZip(), '--dry-run']);
    expect(dry.stdout).toMatch(/^Would add 2 people/);
    expect(dry.stdout).toMatch(/Nothing was written\. Leave out --dry-run to import it\.\n$/);
    const same = await weft(other, ['import', myZip()]);
    expect(same.stdout).toMatch(/^Nothing new: 0 added, 0 changed\./);
    expect((await weft(other, ['undo', '1'])).stdout).toMatch(/^Import 1 undone: 12 people removed\. /);
  });

  it('says what came in where nobody did: more about people known already, or whom a friend knows', async () => {
    const other = join(tempFolder(), 'map');
    const contacts = [ANA, BRAM].map((one) => ({ first: one.first, last: one.last, url: one.url }));
    const list = connectionsCsv(contacts.map((one) => ({ ...one, connectedOn: '2020-01-01' })));
    await weft(other, ['import', writeTemp('Connections.csv', list)]);
    const messages = messagesCsv([{ thread: 'T1', from: NOOR, to: [ANA], at: '2026-03-02T16:47:09Z' }]);
    const zip = writeTemp('export.zip', zipOf({ 'Connections.csv': list, 'messages.csv': messages }));
    const dry = await weft(other, ['import', zip, '--owner', NOOR.url, '--dry-run']);
    expect(dry.stdout).toMatch(
      /^No new people\. What these files say would be in your map\.\n2 people known already\./,
    );
    const done = await weft(other, ['import', zip, '--owner', NOOR.url]);
    expect(done.stdout).toMatch(/^No new people\. What these files say is now in your map\./);
    const friend = await weft(other, ['import', friendZip(), '--role', 'circle']);
    expect(friend.stdout).toMatch(/^Added the network of Ana Reis: 2 people\.\n\n/);
    expect((await weft(other, ['import', friendZip(), '--role', 'circle'])).stdout).toMatch(
      /^Nothing new: 0 added, 0 changed\. The very same was imported before\./,
    );
    expect((await weft(other, ['undo', '2'])).stdout).toMatch(/^Import 2 undone\. What you said yourself is kept\./);
  });

  it('counts rows left out for a forgotten person as rows, not as more rows', async () => {
    const other = join(tempFolder(), 'map');
    await weft(other, ['import', myZip()]);
    await weft(other, ['forget', ANA.url]);
    const again = await weft(other, ['import', myZip(), '--dry-run']);
    expect(again.stdout).toMatch(/Connections\.csv: Skipped: 1 row\./);
  });
});

it('reading where no map is yet answers with nothing, and makes nothing', async () => {
  const store = join(tempFolder(), 'none');
  const commands = [
    ...['people', 'ties', 'connectors', 'communities', 'top', 'proposals', 'targets', 'next', 'referrals', 'batches'],
    ...['doctor', 'routes --to Kestrel', 'targets --suggest', 'top --cover', `import ${myZip()} --dry-run`],
  ];
  for (const command of commands) {
    const ran = await weft(store, command.split(' '));
    expect([command, ran.code, ran.stderr]).toEqual([command, 0, '']);
    expect(ran.stdout).toMatch(/\S/);
    expect([command, existsSync(store)]).toEqual([command, false]);
  }
});

describe('weft with words that it cannot use', () => {
  it.each([
    [['frobnicate'], 'unknown-command'],
    [['people', '--bogus'], 'unknown-option'],
    [['people', 'a', 'b'], 'excess-arguments'],
    [['person'], 'missing-argument'],
    [['import'], 'missing-argument'],
    [['undo', 'abc'], 'bad-number'],
    [['undo', '99'], 'batch-unknown'],
    [['undo', 's99'], 'statement-unknown'],
    [['routes'], 'bad-input'],
    [['routes', '--to', 'A', '--to-person', 'B'], 'bad-input'],
    [['routes', '--to', 'A', '--k', 'many'], 'bad-input'],
    [['routes', '--file', '/nowhere/list.txt'], 'file-missing'],
    [['ties', '--basis', 'guess'], 'invalid-argument'],
    [['people', '--band', 'iron'], 'invalid-argument'],
    [['people', '--as-of', '2026-02-30'], 'invalid-argument'],
    [['people', '--limit', '-1'], 'invalid-argument'],
    [['say', 'closeness', 'A', '9'], 'bad-input'],
    [['say', 'vouch', 'A', 'perhaps'], 'bad-input'],
    [['say', 'note', 'Nobody Atall', 'x'], 'person-unknown'],
    [['say', '--on', 'tomorrow', 'note', 'A', 'x'], 'bad-input'],
    [['import', 'x.csv', '--map', 'nonsense'], 'bad-map'],
    [['import', 'x.csv', '--kind', 'poems'], 'invalid-argument'],
    [['export', '--format', 'xml', 'x'], 'invalid-argument'],
    [['targets', 'add'], 'bad-input'],
    [['targets', 'remove', 'Nordlys'], 'target-unknown'],
    [['targets', 'add', 'unemployed'], 'not-a-company'],
    [['targets', 'add', '--person', 'Quinn', '--mutual', 'Nobody Atall'], 'person-unknown'],
    [['forget', 'Nobody Atall', '--yes'], 'person-unknown'],
    [['log', 'meeting', 'Nobody Atall'], 'person-unknown'],
    [['person', 'Nobody Atall'], 'person-unknown'],
    [['backup'], 'no-map'],
    [['import', '/nowhere/export.zip'], 'file-missing'],
    [['restore', '/nowhere/copy.db'], 'file-missing'],
  ] as [string[], string][])('%j: exit 2, one clear line, and the same as JSON', async (args, code) => {
    const store = join(tempFolder(), 'none');
    const [said, json] = await Promise.all([weft(store, args), weft(store, [...args, '--json'])]);
    expect([said.code, json.code]).toEqual([2, 2]);
    expect(said.stdout).toBe('');
    expect(said.stderr).toMatch(/^weft: \S[^\n]*[.!?]\n$/);
    expect(said.stderr).not.toMatch(STEERS);
    const { error } = JSON.parse(json.stdout);
    expect(Object.keys(error)).toEqual(['code', 'message', 'details']);
    expect(error.code).toBe(code);
    expect(`weft: ${error.message}\n`).toBe(said.stderr);
    expect(json.stderr).toBe('');
    // What finds nothing makes nothing.
    expect(existsSync(store)).toBe(false);
  });

  it('shows the help when no command is given, exit 2', async () => {
    const store = join(tempFolder(), 'none');
    const ran = await weft(store, []);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/Usage: weft/);
    expect((await weft(store, ['say'])).code).toBe(2);
    expect(JSON.parse((await weft(store, ['--json'])).stdout).error.code).toBe('command-missing');
  });
});

describe('corpus 60, args-odd', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'folder.csv'));
  mkdirSync(join(folder, 'plain'));
  writeFileSync(join(folder, 'plain', 'file'), 'x');

  it.each([
    ['a missing file', ['import', join(folder, 'none.zip')], 2],
    ['- as a file', ['import', '-'], 2],
    ['a path with a newline', ['import', join(folder, 'a\nb\u001b[31m.csv')], 2],
    ['a folder', ['import', join(folder, 'folder.csv')], 3],
    ['a path through a file', ['import', join(folder, 'plain', 'file', 'x.csv')], 2],
    ['one missing among two', ['import', myZip(), join(folder, 'none.zip')], 2],
    ['an export into a missing folder', ['export', '--format', 'json', join(folder, 'no', 'x.json')], 2],
    ['a backup into a missing folder', ['backup', join(folder, 'no', 'x.db')], 2],
    ['a store under a file', ['sample', '--store', join(folder, 'plain', 'file', 'map')], 7],
    ['a store where nothing can be made', ['sample', '--store', '/proc/weft'], 7],
    ['an export where nothing can be written', ['export', '--format', 'json', '/proc/weft.json'], 7],
  ] as [string, string[], number][])('%s: one clear line, nothing written', async (_name, args, code) => {
    const store = join(tempFolder(), 'map');
    const [said, json] = [await weft(store, args), await weft(store, [...args, '--json'])];
    expect([said.code, json.code]).toEqual([code, code]);
    expect(said.stdout).toBe('');
    expect(said.stderr).toMatch(/^weft: \S[^\n]*[.!?]\n$/);
    expect(said.stderr).not.toMatch(STEERS);
    expect(JSON.parse(json.stdout).error.message).toBe(said.stderr.slice('weft: '.length, -1));
    const made = existsSync(store) ? readdirSync(store).filter((name) => name !== 'weft.db') : [];
    expect(made.filter((name) => !/^(weft\.|\.weft|copies)/.test(name))).toEqual([]);
    expect((await weft(store, ['batches', '--json'])).stdout).toBe('{"total":0,"batches":[]}\n');
  });

  it('two files that are one export each: taken together or refused in words', async () => {
    const store = join(tempFolder(), 'map');
    const one = writeTemp(
      'Connections.csv',
      connectionsCsv([{ first: ANA.first, last: ANA.last, url: ANA.url, connectedOn: '2020-01-01' }]),
    );
    const two = writeTemp(
      'Connections.csv',
      connectionsCsv([{ first: BRAM.first, last: BRAM.last, url: BRAM.url, connectedOn: '2020-01-01' }]),
    );
    const ran = await weft(store, ['import', one, two]);
    expect([0, 3]).toContain(ran.code);
    if (ran.code === 3) expect(ran.stderr).toMatch(/^weft: \S[^\n]*[.!?]\n$/);
  });
});

describe('the runtime', () => {
  const old = ['/usr/local/bin/node', '/usr/bin/node'].find((path) => {
    if (!existsSync(path)) return false;
    const level = spawnSync(path, ['-p', 'process.versions.napi'], { encoding: 'utf8' }).stdout;
    return Number(level) < 10;
  });

  it.skipIf(old === undefined)('S1: an old Node is refused in one line with exit 2', async () => {
    for (const args of [[], ['people'], ['people', '--json'], ['sample']]) {
      const store = join(tempFolder(), 'map');
      const ran = await run(old!, [DOOR, ...args], { WEFT_STORE: store });
      expect([ran.code, ran.signal, ran.stdout]).toEqual([2, null, '']);
      expect(ran.stderr).toMatch(/^Weft needs Node 22\.18 or newer \(this is \d+\.\d+\.\d+\)\.\n$/);
      expect(existsSync(store)).toBe(false);
    }
  });
});
