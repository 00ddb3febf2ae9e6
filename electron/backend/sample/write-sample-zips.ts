import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { isoFromDay } from '../../../shared/model/dates.ts';
import { makeSample, type SampleExport } from '../../../shared/sample/make-sample.ts';

/**
 * ZIP stores a wall-clock time without zone; noon by the local clock writes the same bytes on every machine. Entry times
 * are one of the places where an importer looks for the date of the export.
 */
function entryTime(made: SampleExport): Date {
  const [year = 1980, month = 1, dayOfMonth = 1] = isoFromDay(made.exportDate).split('-').map(Number);
  return new Date(year, month - 1, dayOfMonth, 12, 0, 0);
}

async function writeZip(made: SampleExport, path: string): Promise<void> {
  const zip = new ZipFile();
  for (const file of made.files) {
    zip.addBuffer(Buffer.from(file.text, 'utf8'), file.path, {
      mtime: entryTime(made),
      mode: 0o100600,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
}

/**
 * Writes the invented network as real export archives, to be imported through the ordinary door.
 *
 * @param dir made if it does not exist; files of the same names are replaced
 * @returns paths in the order of makeSample: ego's older export, ego's newer one, Petra's, Tom's
 */
export async function writeSampleZips(dir: string, seed = 1): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const paths: string[] = [];
  for (const made of makeSample(seed)) {
    const path = join(dir, made.fileName);
    await writeZip(made, path);
    paths.push(path);
  }
  return paths;
}
