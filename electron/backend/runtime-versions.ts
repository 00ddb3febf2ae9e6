/** The lowest Node-API level the SQLite addon is built for. The Node that is named instead runs all of Weft (electron/door.js). */
const NEEDED_NODE_API = 10;

/** The part of `process.versions` that decides. */
export interface RuntimeVersions {
  readonly node?: string | undefined;
  readonly napi?: string | undefined;
}

/** Says in one line why this runtime cannot hold the store; null when it can. */
export function runtimeRefusal(versions: RuntimeVersions): string | null {
  const level = Number(versions.napi ?? Number.NaN);
  if (Number.isInteger(level) && level >= NEEDED_NODE_API) return null;
  return `Weft needs Node 22.18 or newer (this is ${versions.node ?? 'unknown'}).`;
}
