/** Why an archive is refused: one function for each reason, each with what happened and what to do. */

import { LIMITS } from '../../../shared/import/limits.ts';
import { type ErrorDetails, WeftError } from '../../../shared/model/weft-error.ts';
import { printableName } from './printable-name.ts';

const DOWNLOAD_AGAIN = 'Nothing was imported; download the archive from LinkedIn again.';
const megabytes = (bytes: number): string => `${Math.round(bytes / (1024 * 1024)).toLocaleString('en-US')} MB`;

export function incompleteArchive(file: string, size: number, cause: unknown): WeftError {
  const why = size === 0 ? 'it is empty' : 'its end is missing, or it is another kind of file with this name';
  return input('incomplete-archive', `"${file}" is not a complete archive: ${why}. ${DOWNLOAD_AGAIN}`, { file }, cause);
}

/** @param entry the entry in which the damage shows, or null for the list of contents */
export function damagedArchive(file: string, entry: string | null, cause?: unknown): WeftError {
  const where = entry === null ? 'its list of contents' : `the entry "${printableName(entry)}"`;
  const details = entry === null ? { file } : { file, entry: printableName(entry) };
  return input(
    'damaged-archive',
    `"${file}" is a damaged archive: ${where} does not add up. ${DOWNLOAD_AGAIN}`,
    details,
    cause,
  );
}

export function archiveLocked(file: string): WeftError {
  return input(
    'archive-locked',
    `"${file}" is locked with a password. Nothing was imported; unpack it with its password and import the files in it.`,
    { file },
  );
}

export function unknownPacking(file: string, entry: string, method: number): WeftError {
  const shown = printableName(entry);
  return input(
    'unknown-packing',
    `"${shown}" in "${file}" is packed in a way Weft cannot read. Nothing was imported; unpack the archive and import the files in it, or import the archive as LinkedIn sent it.`,
    { file, entry: shown, method },
  );
}

export function unsafeEntryName(file: string, entry: string): WeftError {
  const shown = printableName(entry);
  return input(
    'unsafe-entry-name',
    `"${file}" holds an unsafe entry name, "${shown}". LinkedIn makes no such archive. Nothing was imported; use one that you downloaded yourself.`,
    { file, entry: shown },
  );
}

export function tooManyEntries(file: string): WeftError {
  return input(
    'too-many-entries',
    `"${file}" has too many entries: Weft reads archives of up to ${LIMITS.archiveEntries.toLocaleString('en-US')}. Nothing was imported; import the archive as LinkedIn sent it.`,
    { file, limit: LIMITS.archiveEntries },
  );
}

export function overlappingEntries(file: string): WeftError {
  return input(
    'overlapping-entries',
    `"${file}" has overlapping entries: several claim the same bytes. LinkedIn makes no such archive. ${DOWNLOAD_AGAIN}`,
    { file },
  );
}

export function expandsTooFar(file: string): WeftError {
  return input(
    'expands-too-far',
    `"${file}" expands too far: it is small but would unpack to much more than any export. Nothing was imported; use an archive that you downloaded yourself.`,
    { file },
  );
}

export function fileTooLarge(file: string, entry: string): WeftError {
  const shown = printableName(entry);
  return input(
    'file-too-large',
    `"${shown}" is larger than ${megabytes(LIMITS.entryBytes)}, which is more than Weft reads from one file. Nothing was imported; split the file, or leave it out.`,
    { file, entry: shown, limitBytes: LIMITS.entryBytes },
  );
}

export function importTooLarge(): WeftError {
  return input(
    'import-too-large',
    `The files are larger than ${megabytes(LIMITS.archiveBytes)} together. Nothing was imported; import them one after the other.`,
    { limitBytes: LIMITS.archiveBytes },
  );
}

export function twoCandidates(first: string, second: string): WeftError {
  const names = [printableName(first), printableName(second)];
  return input(
    'two-candidates',
    `There are two candidates for one file: "${names[0]}" and "${names[1]}". Which one is it? Nothing was imported; import the one you mean by itself, or one after the other.`,
    { candidates: names },
  );
}

/** Spreadsheets are archives inside. */
const SPREADSHEET = /\.(?:xlsx|xlsm|ods|numbers)$/i;

export function noKnownFile(archives: readonly string[], nested: readonly string[]): WeftError {
  const [inner] = nested;
  const hint = archives.some((name) => SPREADSHEET.test(name))
    ? 'It is a spreadsheet; save its table as CSV and import that'
    : inner === undefined
      ? 'Import the archive as LinkedIn sent it'
      : `It holds another archive, "${printableName(inner)}", which Weft does not open; unpack the outer one and import that`;
  return input(
    'no-known-file',
    `There is no file of a LinkedIn export in "${archives.join('", "')}". Nothing was imported. ${hint}.`,
    { files: archives },
  );
}

function input(code: string, message: string, details: ErrorDetails, cause?: unknown): WeftError {
  return new WeftError('input', code, message, details, cause);
}
