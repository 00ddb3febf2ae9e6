import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../../../electron/backend/store/open-store.ts';
import { storeFiles } from '../../../electron/backend/store/store-files.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { fullExport, importInto, myExport } from './invented-exports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGE = 4_096;

function aMap() {
  const folder = temporaryFolder('memory');
  const store = openStore(folder, { mode: 'write' });
  importInto(store, fullExport());
  // Enough people that most pages are full: damage in an empty part of a page is none.
  importInto(store, myExport(19_300, 3, 160));
  store.addStatement({ kind: 'note', person: 'ana-1-zt1', text: 'met at the harbour' }, 19_000, null);
  const digest = store.contentDigest();
  store.close();
  return { files: storeFiles(folder), digest };
}

/** Some 20 ms each. */
const LONG = { timeout: 300_000 };

type Damage = { kind: 'bits' | 'zeros' | 'cut' | 'swap'; at: number; mask: number };

/** `at` is a share of the file. */
function damage(bytes: Buffer, { kind, at, mask }: Damage): Buffer {
  const place = Math.floor(at * (bytes.length - 1));
  const page = place - (place % PAGE);
  const changed = Buffer.from(bytes);
  if (kind === 'bits') changed.writeUInt8((changed.readUInt8(place) ^ mask) & 0xff, place);
  else if (kind === 'zeros') changed.fill(0, page, page + PAGE);
  else if (kind === 'cut') return changed.subarray(0, place);
  else bytes.copy(changed, 0, page, page + PAGE);
  return changed;
}

it('D6: 3,000 damaged files are refused or show exactly what was written, and none is made worse', LONG, () => {
  const { files, digest } = aMap();
  const whole = readFileSync(files.database);
  const folder = join(temporaryFolder('memory'), 'damaged');
  const target = storeFiles(folder);
  const outcomes = new Map<string, number>();
  const anyDamage = fc.record({
    kind: fc.oneof(
      { weight: 8, arbitrary: fc.constant('bits' as const) },
      { weight: 1, arbitrary: fc.constantFrom('zeros' as const, 'cut' as const, 'swap' as const) },
    ),
    // Evenly over the file; left to itself fast-check likes the ends.
    at: fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((millionths) => millionths / 1_000_000),
    mask: fc.integer({ min: 1, max: 255 }),
  });
  fc.assert(
    fc.property(anyDamage, fc.boolean(), (one, hasMarker) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { mode: 0o700 });
      const bytes = damage(whole, one);
      writeFileSync(target.database, bytes, { mode: 0o600 });
      if (hasMarker) copyFileSync(files.marker, target.marker);
      let outcome: string;
      try {
        const store = openStore(folder, { mode: 'write' });
        outcome = store.contentDigest() === digest ? 'whole' : 'wrong content';
        store.close();
      } catch (error) {
        if (!(error instanceof WeftError)) throw error;
        outcome = error.kind;
        expect(readFileSync(target.database).equals(bytes)).toBe(true);
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(['whole', 'damaged', 'newer']).toContain(outcome);
    }),
    { numRuns: 3_000 },
  );
  // Both ends must have been seen, or the damage was none.
  expect(outcomes.get('damaged')).toBeGreaterThan(1_000);
  expect(outcomes.get('whole')).toBeGreaterThan(100);
});

it('D6: a letter that changed in the content is noticed although SQLite calls the file whole', () => {
  const { files } = aMap();
  const bytes = readFileSync(files.database);
  const words = ['met at the harbour', 'Engineer', 'knows the pilots', 'Navigator', 'no name', 'School of Ships'];
  for (const word of words) {
    const changed = Buffer.from(bytes);
    const at = changed.indexOf(word);
    expect(at).toBeGreaterThan(0);
    changed.writeUInt8(changed.readUInt8(at) ^ 0x20, at);
    writeFileSync(files.database, changed);
    for (const mode of ['write', 'read'] as const) {
      expect(() => openStore(files.folder, { mode })).toThrow(WeftError);
    }
  }
  writeFileSync(files.database, bytes);
  openStore(files.folder, { mode: 'write' }).close();
});
