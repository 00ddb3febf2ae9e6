import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOOLS } from '../../../electron/shells/mcp/tools.ts';
import { METHOD_TRAITS } from '../../../shared/contract/method-traits.ts';
import { ANA, AS_OF, BRAM, friendZip, myZip, NOOR } from '../../contract/invented-map.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';
import { run, weft, weftJson } from '../cli/weft.ts';
import { type Assistant, type Reply, startAssistant } from './assistant.ts';

const HELLO = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };

/** As an assistant may start it, without the command. */
const MCP_DOOR = fileURLToPath(new URL('../../../electron/shells/mcp/main.js', import.meta.url));

/** Every file in a folder with the digest of its bytes. */
function bytesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort();
}

describe('weft mcp', () => {
  const store = join(tempFolder(), 'map');
  let assistant: Assistant;

  beforeAll(async () => {
    await weft(store, ['import', myZip()]);
    await weft(store, ['import', friendZip(), '--role', 'circle']);
    await weft(store, ['say', 'circle', 'Choir', BRAM.name, '--as-of', AS_OF]);
    await weft(store, ['targets', 'add', 'Kestrel Labs', '--as-of', AS_OF]);
    assistant = startAssistant(store, ['--as-of', AS_OF]);
  });
  afterAll(async () => {
    await assistant.end();
  });

  it.each([
    ['2025-06-18', '2025-06-18'],
    ['2025-03-26', '2025-03-26'],
    ['2024-11-05', '2024-11-05'],
    ['2099-01-01', '2025-06-18'],
  ])('greets an assistant that speaks %s with %s', async (asked, answered) => {
    const { result } = await assistant.ask('initialize', { ...HELLO, protocolVersion: asked });
    expect(result.protocolVersion).toBe(answered);
    expect(result.capabilities).toEqual({ tools: {} });
    expect(result.serverInfo).toMatchObject({ name: 'weft', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(result.instructions).toMatch(/never tell of an inferred tie as a fact/);
    assistant.send('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    expect(await assistant.ask('ping')).toEqual({ jsonrpc: '2.0', id: expect.any(Number), result: {} });
  });

  it('lists tools that only read, each with a schema and a sentence for every field', async () => {
    const { tools } = (await assistant.ask('tools/list')).result;
    expect(tools.map(({ name }: { name: string }) => name)).toEqual([
      ...['people', 'person', 'routes', 'connectors', 'top', 'next', 'targets', 'ties', 'circles'],
    ]);
    for (const { description, inputSchema, annotations } of tools) {
      expect(description).toMatch(/^\S.*\.$/);
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      for (const [field, schema] of Object.entries(inputSchema.properties)) {
        expect([field, schema]).toEqual([field, expect.objectContaining({ type: expect.any(String) })]);
        expect((schema as { description: string }).description).toMatch(/\S/);
      }
    }
    const person = tools.find(({ name }: { name: string }) => name === 'person');
    expect(person.inputSchema.required).toEqual(['person']);
    expect(TOOLS.filter(({ method }) => METHOD_TRAITS[method].changes || METHOD_TRAITS[method].isLong)).toEqual([]);
  });

  it.each([
    ['people', {}, ['people', '--as-of', AS_OF]],
    ['people', { query: 'kestrel', limit: 2 }, ['people', 'kestrel', '--limit', '2', '--as-of', AS_OF]],
    ['routes', { to: 'Palisade Bio' }, ['routes', '--to', 'Palisade Bio', '--as-of', AS_OF]],
    ['routes', { toPerson: BRAM.url, k: 1 }, ['routes', '--to-person', BRAM.url, '--k', '1', '--as-of', AS_OF]],
    ['routes', { to: 'Nordlys', asOf: '2026-05-30' }, ['routes', '--to', 'Nordlys', '--as-of', '2026-05-30']],
    ['connectors', { by: 'constraint' }, ['connectors', '--by', 'constraint', '--as-of', AS_OF]],
    ['next', {}, ['next', '--as-of', AS_OF]],
    ['targets', {}, ['targets', '--as-of', AS_OF]],
    ['ties', { of: ANA.name }, ['ties', '--of', ANA.name, '--as-of', AS_OF]],
  ])('%s %j answers as the command does, as text and as structured content', async (name, words, args) => {
    const { result } = await assistant.tool(name, words);
    expect(result.isError).toBe(false);
    expect(JSON.parse(result.content[0].text)).toEqual(result.structuredContent);
    expect(result.structuredContent).toEqual(await weftJson(store, args));
  });

  it('spares an assistant what only pictures need, and says how many ties there are', async () => {
    const top = (await assistant.tool('top')).result.structuredContent;
    const { lorenz, ...list } = await weftJson<{ lorenz: number[] }>(store, ['top', '--as-of', AS_OF]);
    expect(lorenz.length).toBeGreaterThan(2);
    expect(top).toEqual(list);
    const page = (await assistant.tool('person', { person: ANA.name })).result.structuredContent;
    const { ties, ...rest } = await weftJson<{ ties: object[] }>(store, ['person', ANA.name, '--as-of', AS_OF]);
    expect(page).toEqual({ ...rest, ties: ties.slice(0, 25), tiesTotal: ties.length });
    const circles = (await assistant.tool('circles')).result.structuredContent;
    expect(circles).toMatchObject({ total: 1, circles: [{ name: 'Choir', people: 1 }] });
  });

  it('answers what cannot be asked as an error that an assistant can read', async () => {
    const unknown = (await assistant.tool('person', { person: 'Nobody Atall' })).result;
    expect(unknown).toMatchObject({ isError: true, structuredContent: { error: { code: 'person-unknown' } } });
    expect(unknown.content).toEqual([{ type: 'text', text: unknown.structuredContent.error.message }]);
    const field = (await assistant.tool('routes', { company: 'Kestrel Labs' })).result;
    expect(field.content[0].text).toBe('There is a field that is not known. Known are: to, toPerson, k, asOf.');
    for (const words of [{}, { to: 'A', toPerson: 'B' }, { to: 7 }, { to: 'A', asOf: 'today' }, { to: 'A', k: 0 }]) {
      const { result } = await assistant.tool('routes', words);
      expect([words, result.isError, result.structuredContent.error.code]).toEqual([words, true, 'bad-input']);
    }
  });

  it('refuses what is no request, and goes on', async () => {
    const replyTo = async (line: string) => {
      assistant.send(line);
      return (await assistant.next()) as Reply;
    };
    expect(await replyTo('{"jsonrpc":')).toMatchObject({ id: null, error: { code: -32_700 } });
    for (const line of [
      '[]',
      '7',
      'null',
      '{}',
      '{"jsonrpc":"2.0","id":1}',
      '{"jsonrpc":"1.0","id":1,"method":"ping"}',
    ]) {
      expect((await replyTo(line)).error?.code).toBe(-32_600);
    }
    expect(await replyTo('{"jsonrpc":"2.0","id":null,"method":"ping"}')).toMatchObject({ error: { code: -32_600 } });
    expect((await assistant.ask('resources/list')).error?.code).toBe(-32_601);
    expect((await assistant.ask('tools/call', { name: 'say', arguments: {} })).error?.code).toBe(-32_602);
    expect((await assistant.ask('tools/call', { name: 'people', arguments: [] })).error?.code).toBe(-32_602);
    expect((await assistant.tool('people', { constructor: 1 })).result.isError).toBe(true);
    expect(await replyTo(`{"jsonrpc":"2.0","id":1,"method":"${'x'.repeat(1_048_576)}"}`)).toEqual({
      jsonrpc: '2.0',
      id: null,
      error: { code: -32_600, message: 'This line is too long.' },
    });
    // Nothing to answer: notifications nobody knows or that make no sense, and an answer to what was never asked.
    assistant.send('{"jsonrpc":"2.0","method":"notifications/unheard-of"}');
    assistant.send('{"jsonrpc":"2.0","method":"tools/call","params":{"name":"say"}}');
    assistant.send('{"jsonrpc":"2.0","id":4,"result":{}}');
    assistant.send('');
    expect(await assistant.ask('ping')).toHaveProperty('result', {});
  });

  it('takes several messages as one list, as protocol 2025-03-26 sends them', async () => {
    assistant.send(
      JSON.stringify([
        { jsonrpc: '2.0', id: 'a', method: 'ping' },
        { jsonrpc: '2.0', method: 'notifications/initialized' },
        { jsonrpc: '2.0', id: 'b', method: 'tools/call', params: { name: 'targets' } },
      ]),
    );
    const replies = (await assistant.next()) as Reply[];
    expect(replies.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('ends a line at LF alone, whatever else a name may hold', async () => {
    assistant.send(
      '{"jsonrpc":"2.0","id":"u","method":"tools/call","params":{"name":"people","arguments":{"query":"a\u2028b"}}}',
    );
    expect(await assistant.next()).toMatchObject({ id: 'u', result: { structuredContent: { total: 0 } } });
  });

  it('writes nothing: after every tool was asked the folder holds the same bytes', async () => {
    const before = bytesIn(store);
    const other = startAssistant(store, ['--as-of', AS_OF]);
    const words: Record<string, object> = { person: { person: ANA.url }, routes: { to: 'Kestrel Labs' } };
    for (const { name } of TOOLS) expect((await other.tool(name, words[name])).result.isError).toBe(false);
    expect(await other.end()).toEqual({ code: 0, rest: [], errors: '' });
    expect(bytesIn(store).filter((line) => !/weft\.db-(wal|shm) /.test(line))).toEqual(
      before.filter((line) => !/weft\.db-(wal|shm) /.test(line)),
    );
  });

  it('answers what was asked before the input ended, says nothing else, and ends with 0', async () => {
    const other = startAssistant(store);
    other.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'connectors' } }));
    const { code, rest, errors } = await other.end();
    expect([code, errors]).toEqual([0, '']);
    expect(rest).toEqual([expect.objectContaining({ id: 1 })]);
    expect(rest[0]?.result.structuredContent.status).toBe('ranked');
  });

  it.skipIf(process.platform === 'win32')('ends at a signal while an assistant still listens', async () => {
    const other = startAssistant(store);
    await other.ask('ping');
    other.child.kill('SIGTERM');
    expect(await other.end()).toEqual({ code: 0, rest: [], errors: '' });
  });

  it('follows what is said in another window meanwhile', async () => {
    const before = (await assistant.tool('targets')).result.structuredContent.total;
    await weft(store, ['targets', 'add', 'Nordlys', '--as-of', AS_OF]);
    expect((await assistant.tool('targets')).result.structuredContent.total).toBe(before + 1);
  });

  it('reads a map that is not there yet as empty, and makes none', async () => {
    const none = join(tempFolder(), 'none');
    const other = startAssistant(none);
    expect((await other.tool('people')).result.structuredContent).toEqual({ total: 0, people: [] });
    await other.end();
    expect(existsSync(none)).toBe(false);
  });

  it('says which options it knows when it is given another one, exit 2', async () => {
    const { code, stdout, stderr } = await run(process.execPath, [MCP_DOOR, '--unheard'], {});
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe("weft: Unknown option '--unheard'. Known are --store --as-of --seed.\n");
  });

  it('never lists me among my contacts', async () => {
    const { people } = (await assistant.tool('people', { all: true, limit: 0 })).result.structuredContent;
    expect(people.map(({ url }: { url: string }) => url)).not.toContain(NOOR.url);
  });
});
