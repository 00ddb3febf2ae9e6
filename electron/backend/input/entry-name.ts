import type { Entry } from 'yauzl';
import { getFileNameLowLevel } from 'yauzl';

/** What an entry of an archive is, told from its name and attributes alone. */
export type EntryNature = 'file' | 'folder' | 'link' | 'nested-archive';

const FORMAT_BITS = 0o170000;
const REGULAR_FORMAT = 0o100000;
const FOLDER_FORMAT = 0o040000;
const DOS_FOLDER = 0x10;
const WINDOWS_REPARSE_POINT = 0x400;

/**
 * The name of an entry as text, backslashes untouched. A name without the UTF-8 flag reads as code page 437; the files we want have
 * ASCII names, so both readings find them.
 */
export function entryPath(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/**
 * Whether a name could lead out of a folder or cheat on a screen. Nothing is ever written under it; but an archive that tries is not
 * LinkedIn's, so the whole of it is refused.
 */
export function isUnsafeName(path: string, raw: Uint8Array): boolean {
  return (
    path === '' ||
    path.startsWith('/') ||
    /^[a-z]:/i.test(path) ||
    path.includes('\\') ||
    path.split('/').includes('..') ||
    /\p{Cc}/u.test(path) ||
    // Code page 437 shows control codes as signs, so the bytes are looked at too. 0x5c: a backslash hidden behind a second name.
    raw.some((byte) => byte < 0x20 || byte === 0x7f || byte === 0x5c)
  );
}

/** Links, devices and pipes count as links: none of them holds the content its name promises. */
export function natureOf(entry: Entry, path: string): EntryNature {
  const format = (entry.externalFileAttributes >>> 16) & FORMAT_BITS;
  if (path.endsWith('/') || format === FOLDER_FORMAT) return 'folder';
  if (format !== 0 && format !== REGULAR_FORMAT) return 'link';
  if ((entry.externalFileAttributes & WINDOWS_REPARSE_POINT) !== 0) return 'link';
  if ((entry.externalFileAttributes & DOS_FOLDER) !== 0) return 'folder';
  return /\.zip$/i.test(path) ? 'nested-archive' : 'file';
}
