import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inWindowWords, windowWords } from '../../../renderer/client/window-words.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** An option, or the command with one of its words. */
const OF_THE_COMMAND = /(?:^|\s|`)--[a-z]|\bweft [a-z]+/;
const SENTENCE = /'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`((?:[^\\`]|\\.)+)`/g;

/** Sentences in the sources whose words come from the backend to a person. */
function backendSentences(): string[] {
  return ['electron/backend', 'shared/import', 'shared/identity', 'shared/insight', 'shared/contract', 'shared/model']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, String(name))),
    )
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return [...code.matchAll(SENTENCE)].map(([, single, double, template]) => single ?? double ?? template ?? '');
    })
    .filter((text) => /[a-z] [a-z]+ [a-z]/.test(text));
}

describe('what the backend says, in a window', () => {
  const sentences = backendSentences().filter((text) => OF_THE_COMMAND.test(text));

  it('finds sentences that name the command', () => {
    expect(sentences.length).toBeGreaterThan(8);
  });

  it.each(sentences)('says without the command: %s', (sentence) => {
    expect(windowWords(sentence)).not.toMatch(OF_THE_COMMAND);
  });

  it('keeps code, kind and details of a failure', () => {
    const failure = new WeftError(
      'input',
      'own-export-as-circle',
      'This is your own export. Import it without --role circle.',
      { line: 4 },
    );
    expect(inWindowWords(failure)).toMatchObject({
      kind: 'input',
      code: 'own-export-as-circle',
      message: 'This is your own export. Import it as yours.',
      details: { line: 4 },
    });
    const other = new Error('x');
    expect(inWindowWords(other)).toBe(other);
  });
});
