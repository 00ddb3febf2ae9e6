/** The map as a whole: its state, its copies. */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { BackupList, BackupReport, RestoreReport, Status } from '../../../shared/contract/data.ts';
import type { BatchList } from '../../../shared/contract/imports.ts';
import { isListed } from '../../../shared/identity/changes.ts';
import { networkEnds } from '../../../shared/identity/networks-in-use.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { NOOR } from '../../../shared/sample/cast.ts';
import type { Session } from '../engine/session.ts';
import { listCopies } from '../store/copies.ts';
import { restoreCopy } from '../store/restore.ts';
import { storeFiles } from '../store/store-files.ts';
import { personRef } from './person-ref.ts';
import { targetStatements } from './targets-service.ts';

export function status(session: Session, input: CheckedInputOf<'status'>): Status {
  const network = session.network();
  const store = session.reading();
  const { batches } = store.counts();
  const me = network.people[network.ego]!;
  return {
    isEmpty: batches === 0,
    me: batches === 0 ? null : personRef(network, network.ego),
    people: network.people.filter((_, index) => isListed(network, index)).length,
    batches,
    targets: targetStatements(session.statements()).length,
    isSample: me.slug === NOOR.slug,
    asOf: session.asOf(input.asOf),
    storeFolder: session.folder,
    unfinishedImport: session.unfinishedImport(),
  };
}

export function listBatches(session: Session): BatchList {
  const network = session.network();
  const ends = networkEnds(session.statements());
  const today = dayFromIso(session.asOf(undefined)) ?? 0;
  const endOf = (person: PersonIndex | undefined) => {
    // A statement names them by the key they had then.
    for (const [key, { id, until }] of ends) {
      if (person !== undefined && network.indexOfKey.get(key) === person)
        return { day: isoFromDay(until), id, isOver: until < today };
    }
    return null;
  };
  const batches = session
    .reading()
    .readBatchMetas()
    .map(({ id, role, owner, exportDate, importedAt, files }) => ({
      batch: id,
      role,
      owner: owner === null ? null : personRef(network, network.indexOfKey.get(owner.slug) ?? network.ego),
      exportDate: exportDate === null ? null : isoFromDay(exportDate),
      importedAt,
      until: role === 'me' || owner === null ? null : endOf(network.indexOfKey.get(owner.slug)),
      files: files.map(({ name, kind, rows, kept, hidden, skippedCount }) => ({
        name,
        kind,
        rows,
        kept,
        hidden,
        skippedCount,
      })),
    }));
  return { total: batches.length, batches };
}

/** A checked copy, in the map's own folder of copies or where the user wants it. */
export function backUp(session: Session, { file }: CheckedInputOf<'backUp'>): BackupReport {
  if (!existsSync(storeFiles(session.folder).database) && !existsSync(storeFiles(session.folder).marker)) {
    throw new WeftError(
      'arguments',
      'no-map',
      'There is no map yet, so there is nothing to copy. Nothing was written.',
    );
  }
  if (file === undefined) {
    const { file: made, bytes, madeAt } = session.writing().createCopy('asked');
    return { file: made, bytes, madeAt };
  }
  if (!existsSync(dirname(resolve(file)))) {
    throw new WeftError(
      'arguments',
      'folder-missing',
      `The folder for ${basename(file)} does not exist. Nothing was written.`,
    );
  }
  // A map in a place that cannot be written is the first to need a copy elsewhere (D14); any other first finishes a forgetting
  // that was cut off, so that nobody forgotten stands in the copy (P3).
  const store = session.reading();
  const { bytes } = (store.isViewOnly ? store : session.writing()).copyTo(file);
  return { file, bytes, madeAt: session.now.toISOString() };
}

export function listBackups(session: Session): BackupList {
  const backups = listCopies(storeFiles(session.folder)).map(({ file, bytes, madeAt }) => ({ file, bytes, madeAt }));
  return { backups };
}

/** @throws WeftError arguments: `file-missing`; input: `bad-copy`, it is no whole map; the current map is then untouched */
export function restore(session: Session, { file }: CheckedInputOf<'restore'>): RestoreReport {
  if (!existsSync(file)) {
    throw new WeftError('arguments', 'file-missing', `There is no file ${basename(file)}. Nothing changed.`);
  }
  session.closeStore();
  const { kept } = takeOver(session, file);
  // Whom the user forgot since that copy was made is taken out of it now.
  session.writing();
  return { restored: file, kept, people: status(session, {}).people };
}

/** A file that is no copy says nothing about the map, which is whole: it is refused like any other file. */
function takeOver(session: Session, file: string): { kept: string | null } {
  try {
    return restoreCopy(session.folder, file, session.now);
  } catch (error) {
    if (error instanceof WeftError && (error.code === 'bad-copy' || error.code === 'not-a-store')) {
      throw new WeftError(
        'input',
        'bad-copy',
        `${basename(file)} is not a whole copy of a Weft map. Your map is as it was. Choose another copy.`,
        {},
        error,
      );
    }
    throw error;
  }
}
