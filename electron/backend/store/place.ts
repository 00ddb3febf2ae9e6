/** What the place of a map is like: free space, and whether programs or networks there damage databases. */
import { accessSync, constants, existsSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { WeftError } from '../../../shared/model/weft-error.ts';

/** `f_type` of file systems that are not a disk of this machine (statfs(2), include/uapi/linux/magic.h). */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
]);

/** Names that sync programs give their folders. */
const SYNCED_FOLDER =
  /^(?:dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|com~apple~clouddocs|nextcloud|owncloud|pcloud ?drive|pclouddrive|mega|megasync|box|box sync|yandex\.disk|syncthing|sync|seafile|tresorit|proton drive|icedrive)(?: ?[-(].*)?$/;

export type PlaceWarning = { code: 'synced-folder' | 'network-drive'; sentence: string; found: string };

/**
 * Why a map is not safe here (D15); empty when nothing speaks against the place.
 *
 * @param fileSystem `f_type` of statfs; null where the platform does not say
 */
export function placeWarnings(folder: string, fileSystem: number | null): PlaceWarning[] {
  const warnings: PlaceWarning[] = [];
  const synced = folder.split(/[/\\]/).find((name) => SYNCED_FOLDER.test(name.toLowerCase()));
  if (synced !== undefined) {
    warnings.push({
      code: 'synced-folder',
      sentence: `This folder is synced (${synced}). Maps can be damaged here; keep the map in a folder of this machine only.`,
      found: synced,
    });
  }
  // Windows shares are known by their name.
  const isShare = /^\\\\(?![?.]\\)/.test(folder);
  const network = isShare
    ? 'network share'
    : fileSystem === null
      ? undefined
      : NETWORK_FILE_SYSTEMS.get(fileSystem >>> 0);
  if (network !== undefined) {
    warnings.push({
      code: 'network-drive',
      sentence: `This folder is on a network or foreign file system (${network}). Maps can be damaged here; keep the map on a disk of this machine.`,
      found: network,
    });
  }
  return warnings;
}

/** placeWarnings for a folder that exists. */
export function warningsAt(folder: string): PlaceWarning[] {
  const real = realpathSync(folder);
  return placeWarnings(real, process.platform === 'linux' ? Number(statfsSync(real).type) : null);
}

/** Whether files can be made in the folder. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const BYTES_PER_MB = 1_000_000;

/** Free bytes for this user where the folder is, or will be made. */
export function freeBytes(folder: string): number {
  let place = resolve(folder);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize;
}

/**
 * Stops work that could not end well for want of space, before anything is written (D5).
 *
 * @param needed bytes; for an import 3 x its input and the size of a copy
 * @throws WeftError place (no-space)
 */
export function requireSpace(folder: string, needed: number): void {
  const free = freeBytes(folder);
  if (free >= needed) return;
  const neededMb = Math.ceil(needed / BYTES_PER_MB);
  const freeMb = Math.floor(free / BYTES_PER_MB);
  throw new WeftError(
    'place',
    'no-space',
    `Not enough space: about ${neededMb} MB needed, ${freeMb} MB free. Nothing changed.`,
    { neededMb, freeMb },
  );
}
