import {
  type CollectedExport,
  type CollectorOptions,
  createExportCollector,
  type FileReader,
} from '../../../shared/import/collect-export.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import type { FileReport } from '../../../shared/model/records.ts';

export const TODAY = dayFromIso('2026-08-01')!;

/** File name to content; text is written as UTF-8. */
export type Files = Record<string, string | Uint8Array>;

const DEFAULTS: CollectorOptions = { withNotes: false, map: null, kind: null, today: TODAY, exportDate: null };

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Reads files through the same door as the backend does. `chunkBytes` cuts them as a disk or an archive might. */
export function readFiles(files: Files, options: Partial<CollectorOptions> = {}, chunkBytes = 65_536): CollectedExport {
  const collector = createExportCollector({ ...DEFAULTS, ...options });
  for (const [path, content] of Object.entries(files)) readInto(collector.open(path), bytesOf(content), chunkBytes);
  return collector.finish();
}

export function readInto(first: FileReader, bytes: Uint8Array, chunkBytes: number): FileReport {
  let reader = first;
  for (;;) {
    for (let at = 0; at < bytes.length; at += chunkBytes) reader.push(bytes.slice(at, at + chunkBytes));
    const end = reader.end();
    if (end.status === 'done') return end.report;
    reader = end.reader;
  }
}

export function reportOf(files: Files, options: Partial<CollectorOptions> = {}): FileReport {
  return readFiles(files, options).files[0]!;
}

/** Code of the failure that reading ends in; 'read' when there is none. */
export function outcomeOf(files: Files, options: Partial<CollectorOptions> = {}, chunkBytes = 65_536): string {
  try {
    readFiles(files, options, chunkBytes);
    return 'read';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `foreign: ${String(error)}`;
  }
}

/** Text in UTF-16. */
export function utf16(text: string, order: 'le' | 'be', hasMark: boolean): Uint8Array {
  const marked = (hasMark ? '\ufeff' : '') + text;
  const bytes = new Uint8Array(marked.length * 2);
  for (let i = 0; i < marked.length; i++) {
    const code = marked.charCodeAt(i);
    bytes[2 * i] = order === 'le' ? code & 0xff : code >> 8;
    bytes[2 * i + 1] = order === 'le' ? code >> 8 : code & 0xff;
  }
  return bytes;
}

/** Text whose characters are all below U+0100, one byte each. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

export function joinedBytes(...parts: (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...bytesOf(part)]));
}
