/** What is the state of the map, its copies, its place and this runtime: for `weft doctor`, and for support by a person. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf } from '../../../shared/model/words.ts';
import { runtimeRefusal } from '../runtime-versions.ts';
import { checkCopy, listCopies } from './copies.ts';
import { sizeOf } from './marker.ts';
import { newestVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { openStore } from './open-store.ts';
import { freeBytes, warningsAt } from './place.ts';
import { type StoreFiles, storeFiles } from './store-files.ts';

interface DoctorCheck {
  name: 'runtime' | 'place' | 'space' | 'map' | 'content' | 'copies';
  ok: boolean;
  /** A sentence for people. Holds no name of a contact. */
  text: string;
}

export interface StoreReport {
  status: 'ok' | 'attention';
  checks: DoctorCheck[];
}

const BYTES_PER_MB = 1_000_000;
/** An import of a large archive with its copy fits into this. */
const ENOUGH_BYTES = 200 * BYTES_PER_MB;

/** Looks at everything and changes nothing. A damaged map is a finding, not an error. */
export function examineStore(folder: string): StoreReport {
  const files = storeFiles(folder);
  const checks = [runtimeCheck(), ...placeChecks(files), ...mapChecks(files), copiesCheck(files)];
  return { status: checks.every((check) => check.ok) ? 'ok' : 'attention', checks };
}

function runtimeCheck(): DoctorCheck {
  const { node, napi } = process.versions as { node?: string; napi?: string };
  const refusal = runtimeRefusal({ node, napi });
  const db = new Database(':memory:');
  const sqlite = db.prepare<[], string>('SELECT sqlite_version()').pluck().get();
  db.close();
  return { name: 'runtime', ok: refusal === null, text: refusal ?? `Node ${node}, SQLite ${sqlite}.` };
}

function placeChecks({ folder }: StoreFiles): DoctorCheck[] {
  if (!existsSync(folder)) return [{ name: 'place', ok: true, text: `There is no map yet; it will lie in ${folder}.` }];
  const warnings = warningsAt(folder);
  const free = freeBytes(folder);
  const sentences = warnings.map((warning) => warning.sentence).join(' ');
  return [
    {
      name: 'place',
      ok: warnings.length === 0,
      text: warnings.length === 0 ? `The map lies in ${folder}.` : `The map lies in ${folder}. ${sentences}`,
    },
    { name: 'space', ok: free >= ENOUGH_BYTES, text: `${Math.floor(free / BYTES_PER_MB)} MB are free.` },
  ];
}

function mapChecks(files: StoreFiles): DoctorCheck[] {
  try {
    const store = openStore(files.folder, { mode: 'read' });
    try {
      const { batches, people, statements } = store.counts();
      const size = (sizeOf(files.database) / BYTES_PER_MB).toFixed(1);
      const viewOnly = store.isViewOnly ? ' View only: this place cannot be written.' : '';
      const version = newestVersion(migrations);
      const text = existsSync(files.database)
        ? `Version ${version}, ${size} MB: ${countOf(people, 'person', 'people')} from ${countOf(batches, 'import')}, ${countOf(statements, 'note or correction', 'notes and corrections')}.${viewOnly}`
        : 'There is no map yet.';
      store.verify();
      return [
        { name: 'map', ok: true, text },
        { name: 'content', ok: true, text: 'Every row is as it was written.' },
      ];
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof WeftError)) throw error;
    return [{ name: 'map', ok: false, text: error.message }];
  }
}

function copiesCheck(files: StoreFiles): DoctorCheck {
  const copies = listCopies(files);
  const [newest] = copies;
  if (newest === undefined) return { name: 'copies', ok: true, text: 'There are no copies yet.' };
  const damagedOnes = copies.filter((copy) => !isWhole(copy.file, copy.reason === 'migration'));
  const bad = damagedOnes.length === 0 ? '' : ` Damaged: ${damagedOnes.map((copy) => copy.file).join(', ')}.`;
  return {
    name: 'copies',
    ok: damagedOnes.length === 0,
    text: `${countOf(copies.length, 'copy', 'copies')}, the newest of ${newest.madeAt.slice(0, 10)}: ${newest.file}.${bad}`,
  };
}

function isWhole(file: string, hasOldShape: boolean): boolean {
  try {
    checkCopy(file, hasOldShape);
    return true;
  } catch {
    // Whatever is wrong with a copy, it is not one to rely on.
    return false;
  }
}
