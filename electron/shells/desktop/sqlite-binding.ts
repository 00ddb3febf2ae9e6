/** Stands in for better-sqlite3's own search for its addon in the bundle (build/bundle-desktop.ts). */
import { expectedAddon, loadCheckedAddon } from './sqlite-addon.ts';

let loaded: object | undefined;

/** @throws as checkAddon */
export function getBinding(): object {
  loaded ??= loadCheckedAddon(expectedAddon(import.meta.dirname));
  return loaded;
}
