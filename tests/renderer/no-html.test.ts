import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../renderer/', import.meta.url));
const SOURCES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(tsx?|html)$/.test(name),
);
/** Whatever turns text into HTML, script or a style sheet at run time. */
const FORBIDDEN =
  /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createElement\(['"](script|style)['"]|srcDoc|\sstyle="/;

it('R1: no source of the page turns text into HTML, script or a style sheet', () => {
  expect(SOURCES.length).toBeGreaterThan(30);
  const guilty = SOURCES.filter((name) => FORBIDDEN.test(readFileSync(FOLDER + name, 'utf8')));
  expect(guilty).toEqual([]);
});
