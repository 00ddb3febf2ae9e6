/**
 * One import from files to a report: read, decide whose it is, derive, and write all of it or nothing. Runs wherever it is
 * called, so long-lived shells call it in a worker thread (engine/import-worker.ts).
 */
import type { CallContext, CheckedInputOf } from '../../../shared/contract/api.ts';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { compareNetworks } from '../../../shared/identity/changes.ts';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Batch, BatchMeta } from '../../../shared/model/records.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { readExport } from '../input/read-export.ts';
import { backUp } from '../store/backups.ts';
import type { NewBatch, Store } from '../store/store.ts';
import { decideRole } from './import-role.ts';
import { personRef } from './person-ref.ts';
import { suggestTargets } from './target-suggestions.ts';

export interface ImportClock {
  /** ISO day on this machine; dates after it are not believed where the export's own date is unknown. */
  today: string;
  /** Instant of the import; stands in the list of imports and nowhere else. */
  now: Date;
}

/**
 * @throws WeftError input (a file was refused), arguments, busy, place, damaged, cancelled; the store is then as before
 */
export async function importFiles(
  store: Store,
  input: CheckedInputOf<'importFiles'>,
  clock: ImportClock,
  context: CallContext,
): Promise<ImportReport> {
  const startedAt = performance.now();
  const isCancelled = () => context.signal?.aborted === true;
  const read = await readExport(
    input.files,
    {
      withNotes: input.withNotes,
      map: input.map ?? null,
      kind: input.kind ?? null,
      today: dayFromIso(input.asOf ?? clock.today) ?? 0,
    },
    {
      onProgress: ({ file, bytesRead, bytesTotal }) =>
        context.onProgress?.({ step: `Reading ${file}`, done: bytesRead, total: bytesTotal }),
      isCancelled,
    },
  );

  const before = store.readNetwork();
  const decision = decideRole({
    content: read.content,
    foundOwner: read.owner,
    foundBy: read.ownerFoundBy,
    role: input.role ?? null,
    owner: input.owner ?? null,
    network: before,
    batches: store.readBatchMetas(),
  });
  const batch: NewBatch = {
    ...decision,
    exportDate: read.exportDate,
    importedAt: clock.now.toISOString(),
    files: read.files,
  };
  if (isCancelled()) throw cancelled();
  context.onProgress?.({ step: 'Finding out who is who', done: 0, total: null });

  const written = input.dryRun
    ? { meta: null, after: resolveWith(store, { meta: { ...batch, id: 0, digest: '' }, content: read.content }) }
    : writeImport(store, batch, read.content, isCancelled);
  const { after } = written;
  const difference = compareNetworks(before, after);
  return {
    batch: written.meta?.id ?? null,
    role: decision.role,
    owner: decision.owner === null ? null : ownerRef(after, decision.owner),
    ownerFoundBy: decision.ownerFoundBy,
    exportDate: read.exportDate === null ? null : isoFromDay(read.exportDate),
    files: read.files,
    people: {
      added: difference.added,
      updated: difference.updated,
      unchanged: difference.unchanged,
      vanished: difference.vanished,
    },
    changes: difference.changes.map(({ key, field, before: was, after: is }) => ({
      person: personRef(after, after.indexOfKey.get(key) ?? after.ego),
      field,
      before: was,
      after: is,
    })),
    targetsSuggested: suggestTargets(after, store.readStatements()).suggestions.length,
    seconds: Math.round(performance.now() - startedAt) / 1000,
  };
}

/** Takes one import back: what it alone brought is gone, what the user said stays. */
export function undoBatch(store: Store, id: number): { before: Network; after: Network } {
  const before = store.readNetwork();
  const after = store.transaction(() => {
    if (!store.deleteBatch(id)) {
      throw new WeftError('arguments', 'batch-unknown', 'There is no such import. weft batches lists them.');
    }
    const network = derive(store);
    store.replaceDerived(network);
    return network;
  });
  return { before, after };
}

/** Derives the network anew from what the store holds now, and stores it: after a merge or a person added by hand. */
export function deriveAgain(store: Store): void {
  store.replaceDerived(derive(store));
}

function derive(store: Store): Network {
  return resolveNetwork(store.readBatches(), store.readStatements(), store.readPersonIds());
}

function writeImport(
  store: Store,
  batch: NewBatch,
  content: Batch['content'],
  isCancelled: () => boolean,
): { meta: BatchMeta; after: Network } {
  if (store.counts().batches > 0) backUp(store, { reason: 'import' });
  return store.transaction(() => {
    const { meta, isNew } = store.writeBatch(batch, content);
    if (!isNew) return { meta, after: store.readNetwork() };
    const after = derive(store);
    // The last moment at which stopping costs nothing: what follows is the writing itself.
    if (isCancelled()) throw cancelled();
    store.replaceDerived(after);
    return { meta, after };
  });
}

function resolveWith(store: Store, batch: Batch): Network {
  return resolveNetwork([...store.readBatches(), batch], store.readStatements(), store.readPersonIds());
}

function ownerRef(network: Network, owner: NonNullable<BatchMeta['owner']>) {
  const index = network.indexOfKey.get(owner.slug) ?? network.ego;
  return personRef(network, index);
}

function cancelled(): WeftError {
  return new WeftError('cancelled', 'cancelled', 'The import was stopped. Your map is as it was before.');
}
