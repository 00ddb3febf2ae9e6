/** The system's dialogs and what is dropped on a window: the only places where paths come from (safety.md E8). */
import { statSync } from 'node:fs';
import { basename, extname, isAbsolute } from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { FileHandles } from './file-handles.ts';

export interface PickedFile {
  handle: string;
  name: string;
  /** Bytes; 0 for what is no file, which the import then says. */
  size: number;
}

/** What an import can read, and copies of a map. */
const KINDS = ['zip', 'csv', 'vcf'];
const COPY_KINDS = ['db'];

export async function chooseFiles(handles: FileHandles, page: WebContents): Promise<PickedFile[]> {
  const options: Electron.OpenDialogOptions = {
    title: 'Import',
    buttonLabel: 'Choose',
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    filters: [
      { name: 'LinkedIn export, tables and contacts', extensions: KINDS },
      { name: 'Copies of a map', extensions: COPY_KINDS },
    ],
  };
  const window = BrowserWindow.fromWebContents(page);
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? [] : filePaths.map((path) => picked(handles, path));
}

/**
 * Handles for dropped files, whose paths preload learned from the system. One of another kind than exports is refused when it
 * is used: should a page ever get hold of preload's channel and name paths itself, it could still have Weft read exports only.
 */
export function acceptDropped(handles: FileHandles, paths: readonly string[]): PickedFile[] {
  return paths.map((path) => {
    const kind = extname(path).slice(1).toLowerCase();
    return isAbsolute(path) && [...KINDS, ...COPY_KINDS].includes(kind)
      ? picked(handles, path)
      : { handle: handles.give(path, 'read', otherKind()), name: basename(path), size: 0 };
  });
}

function otherKind(): WeftError {
  return new WeftError(
    'input',
    'not-an-export',
    'Weft reads the ZIP archive from LinkedIn, and CSV and vCard files. This is another kind of file. Nothing changed.',
  );
}

/** @param suggestedName a bare file name; anything like a path in it is dropped */
export async function chooseSaveTarget(
  handles: FileHandles,
  page: WebContents,
  suggestedName: string,
): Promise<{ handle: string; name: string } | null> {
  const options: Electron.SaveDialogOptions = {
    defaultPath: `${app.getPath('documents')}/${plainName(suggestedName)}`,
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  };
  const window = BrowserWindow.fromWebContents(page);
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || filePath === '') return null;
  return { handle: handles.give(filePath, 'write'), name: basename(filePath) };
}

function picked(handles: FileHandles, path: string): PickedFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return { handle: handles.give(path, 'read'), name: basename(path), size };
}

/** Names reserved by Windows whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function plainName(name: string): string {
  const kept = [...name]
    .filter((letter) => letter >= ' ' && !'<>:"/\\|?*\u007f'.includes(letter))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120);
  return kept === '' || RESERVED.test(kept) ? 'weft' : kept;
}
