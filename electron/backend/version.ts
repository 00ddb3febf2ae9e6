/** The version of this copy of Weft, as package.json names it. */
import { readFileSync } from 'node:fs';

export function weftVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
