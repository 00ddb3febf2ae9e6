/**
 * Reads one file as an import does, in a process of its own, and prints what came of it and how much memory it took:
 * `node tests/helpers/measure-import.ts FILE`. A process of its own, because the memory of a test process is everybody's.
 */
import { readExport } from '../../electron/backend/input/read-export.ts';
import { dayFromIso } from '../../shared/model/dates.ts';
import { WeftError } from '../../shared/model/weft-error.ts';

export interface MeasuredImport {
  /** `taken`, or the code of the WeftError, or the text of any other error. */
  outcome: string;
  message: string;
  /** Growth of the largest resident size, in bytes. */
  extraBytes: number;
}

const path = process.argv[2] ?? '';
const today = dayFromIso('2026-05-04') ?? 0;
const before = process.resourceUsage().maxRSS;
let outcome = 'taken';
let message = '';
try {
  await readExport(
    [path],
    { withNotes: false, map: null, kind: null, today },
    { onProgress: () => {}, isCancelled: () => false },
  );
} catch (error) {
  outcome = error instanceof WeftError ? error.code : String(error);
  message = error instanceof Error ? error.message : '';
}
const measured: MeasuredImport = { outcome, message, extraBytes: (process.resourceUsage().maxRSS - before) * 1024 };
process.stdout.write(JSON.stringify(measured));
