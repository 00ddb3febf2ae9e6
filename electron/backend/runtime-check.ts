/**
 * First import of every entry. better-sqlite3 ends an old Node with a segmentation fault and no word, so the version is
 * looked at before the addon can be loaded. Nothing may be imported here that loads the addon.
 */
import { type RuntimeVersions, runtimeRefusal } from './runtime-versions.ts';

const refusal = runtimeRefusal(process.versions as RuntimeVersions);
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  process.exit(2);
}
