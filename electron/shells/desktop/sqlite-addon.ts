/**
 * The SQLite addon lies outside the archive, since a system loads libraries from ordinary files only. Electron checks the
 * archive alone, so the addon is compared with the hash the build wrote down before it is loaded (safety.md E9).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { readBuildFacts } from './build-facts.ts';

/** Folder of the addons, beside the facts. */
export const ADDON_FOLDER = 'native';

export interface ExpectedAddon {
  file: string;
  /** null: the build holds none for this system. */
  sha256: string | null;
}

/** Which addon this installation came with. */
export function expectedAddon(
  appFolder: string,
  system: string = `${process.platform}-${process.arch}`,
): ExpectedAddon {
  const { addons } = readBuildFacts(appFolder);
  // Beside `app.asar`, electron-builder keeps what is not packed in `app.asar.unpacked`.
  const outside = appFolder
    .replace(/app\.asar$/, 'app.asar.unpacked')
    .split('/')
    .join(sep);
  return { file: join(outside, ADDON_FOLDER, `${system}.node`), sha256: addons[system] ?? null };
}

/** @throws WeftError damaged `addon-changed`, `addon-missing`: it is then not loaded */
export function checkAddon({ file, sha256 }: ExpectedAddon): void {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new WeftError(
      'damaged',
      'addon-missing',
      'A part of Weft is missing. Your map is unharmed. Install Weft again.',
      {},
      cause,
    );
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new WeftError(
      'damaged',
      'addon-changed',
      'A part of Weft was changed after it was built, so it was not started. Your map is unharmed. Install Weft again.',
    );
  }
}

/** @throws as checkAddon */
export function loadCheckedAddon(addon: ExpectedAddon): object {
  checkAddon(addon);
  return createRequire(addon.file)(addon.file) as object;
}
