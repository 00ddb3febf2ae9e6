/**
 * One import from files to a report: read, decide whose it is, derive, and write all of it or nothing. Runs wherever it is
 * called, so long-lived shells call it in a worker thread (threaded-backend.ts).
 */
import { setImmediate } from 'node:timers/promises';
import type { CallContext, CheckedInputOf } from '../../../shared/contract/api.ts';
import type { ImportReport, UndoReport } from '../../../shared/contract/imports.ts';
import { compareNetworks, isListed } from '../../../shared/identity/changes.ts';
import { keyOfSlug } from '../../../shared/identity/person-key.ts';
import { type Resolution, resolve } from '../../../shared/identity/resolve.ts';
import { reportsWithout, separateRows } from '../../../shared/identity/rows-about.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { Batch, BatchMeta } from '../../../shared/model/records.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { keepHeapSmall } from '../engine/small-heap.ts';
import { type ReadExport, readExport } from '../input/read-export.ts';
import { batchDigest } from '../store/batch-digest.ts';
import { sizeOf } from '../store/marker.ts';
import { namesToErase } from '../store/names-to-erase.ts';
import { requireSpace } from '../store/place.ts';
import type { NewBatch, Store } from '../store/store.ts';
import { decideRole, type RoleDecision } from './import-role.ts';
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
  stores: { changing(): Store; writing(): Store },
  input: CheckedInputOf<'importFiles'>,
  clock: ImportClock,
  context: CallContext,
): Promise<ImportReport> {
  const startedAt = performance.now();
  keepHeapSmall();
  const isCancelled = () => context.signal?.aborted === true;
  /** Work that keeps the thread comes next: the last chance to stop before it. */
  const begin = async (step: string) => {
    await hearOthers();
    if (isCancelled()) throw cancelled();
    context.onProgress?.({ step, done: 0, total: null });
  };
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

  /** All that depends on the map as it is: whose export this is, whom it leaves out, and what it comes to. */
  const planOn = (store: Store): ImportPlan => {
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
    const { content, files } = withoutForgotten(store, decision, read);
    const batch: NewBatch = { ...decision, exportDate: read.exportDate, importedAt: clock.now.toISOString(), files };
    return { before, ...tryImport(store, batch, content) };
  };
  await begin('Finding out who is who');
  // A first map is made when there is something to write: what is refused leaves no trace.
  const store = stores.changing();
  const plan = planOn(store);
  if (!input.dryRun) {
    requireSpaceFor(store, input.files);
    await begin('Writing');
  }
  const outcome = input.dryRun ? plan : writeImport(stores.writing(), plan, planOn);
  const { batchId, isNew, batch, network: after } = outcome;
  const difference = compareNetworks(outcome.before, after, outcome.people);
  return {
    batch: input.dryRun ? null : batchId,
    isKnown: !isNew,
    role: batch.role,
    owner: batch.owner === null ? null : ownerRef(after, batch.owner),
    ownerFoundBy: batch.ownerFoundBy,
    exportDate: read.exportDate === null ? null : isoFromDay(read.exportDate),
    files: batch.files,
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
    targetsSuggested: suggestTargets(after, (input.dryRun ? store : stores.writing()).readStatements()).suggestions
      .length,
    seconds: Math.round(performance.now() - startedAt) / 1000,
  };
}

/** An import writes its rows and what follows from them, and before that a copy of the map (D5). */
const TIMES_ITS_INPUT = 3;

function requireSpaceFor(store: Store, files: readonly string[]): void {
  const input = files.reduce((sum, file) => sum + sizeOf(file), 0);
  requireSpace(store.folder, TIMES_ITS_INPUT * input + sizeOf(store.file));
}

/** Leaves out whom the user forgot, before a row of theirs is written anywhere. */
function withoutForgotten(
  store: Store,
  { role, owner }: RoleDecision,
  { content, files }: ReadExport,
): Pick<ReadExport, 'content' | 'files'> {
  const isMeant = store.forgottenMatcher();
  if (isMeant === null) return { content, files };
  if (role === 'circle' && owner !== null && isMeant(keyOfSlug(owner.slug))) {
    throw new WeftError(
      'input',
      'owner-forgotten',
      'This is the export of somebody you asked Weft to forget, so it was not imported. Nothing changed.',
    );
  }
  const { rest, about, rows } = separateRows(content, role === 'me' ? null : (owner?.slug ?? ''), isMeant);
  const names = namesToErase(about, rest, isMeant);
  return { content: names.eraseInContent(rest), files: names.eraseInReports(reportsWithout(files, rows)) };
}

/** Takes one import back: what it alone brought is gone, what the user said stays. */
export function undoBatch(store: Store, batch: number): UndoReport {
  const unknown = () =>
    new WeftError('arguments', 'batch-unknown', 'There is no such import. weft batches lists them.');
  // Looked up before anything is begun: where there is no map yet, there is only one to read.
  if (!store.readBatchMetas().some(({ id }) => id === batch)) throw unknown();
  const before = store.readNetwork();
  const after = store.transaction(() => {
    if (!store.deleteBatch(batch)) throw unknown();
    const { network } = derive(store);
    store.replaceDerived(network);
    return network;
  });
  const listed = (network: Network) => network.people.filter((_, index) => isListed(network, index)).length;
  const { updated, added } = compareNetworks(before, after);
  const kept = listed(after) - added - updated;
  return { batch, people: { removed: Math.max(0, listed(before) - kept - updated), changed: updated, kept } };
}

/** Derives the network anew from what the store holds now, and stores it: after a merge or a person added by hand. */
export function deriveAgain(store: Store): void {
  store.replaceDerived(derive(store).network);
}

function derive(store: Store): Resolution {
  return resolve(store.readBatches(), store.readStatements(), idsOf(store));
}

function idsOf(store: Store) {
  return store.readPersonIds();
}

const UNNUMBERED = 0;

/** What would be written, and what it comes to. */
interface TriedImport {
  batch: NewBatch;
  content: Batch['content'];
  digest: string;
  /** What the map was when this was found out. */
  basis: string;
  /** UNNUMBERED until it is written. */
  batchId: number;
  /** False when the very same thing was imported before. */
  isNew: boolean;
  network: Network;
  /** People of its files. */
  people: PersonIndex[];
}

interface ImportPlan extends TriedImport {
  /** The map without it. */
  before: Network;
}

/** Finds out what an import comes to, with nothing written: the whole of a dry run, and all but the writing of an import. */
function tryImport(store: Store, batch: NewBatch, content: Batch['content']): TriedImport {
  const basis = basisOf(store);
  const digest = batchDigest(batch, content);
  const isNew = store.findBatchByDigest(digest) === null;
  const resolved = resolveWith(store, batch, content, digest);
  return { batch, content, digest, basis, batchId: UNNUMBERED, isNew, ...resolved };
}

function writeImport(store: Store, tried: ImportPlan, planOn: (store: Store) => ImportPlan): ImportPlan {
  if (tried.isNew && store.counts().batches > 0) store.createCopy('import');
  return store.transaction(() => {
    // Another Weft may have written since: it may be another's map by now, or somebody in these files may be forgotten.
    const plan = basisOf(store) === tried.basis ? tried : planOn(store);
    const { meta, isNew } = store.writeBatch(plan.batch, plan.content, plan.digest);
    if (isNew) store.replaceDerived(plan.network);
    return { ...plan, batchId: meta.id, isNew };
  });
}

/** Equal as long as an import comes to the same. */
function basisOf(store: Store): string {
  const imports = store.readBatchMetas().map(({ id, digest }) => [id, digest]);
  return JSON.stringify([imports, store.readStatements(), store.networkRevision()]);
}

/** What is in the map together with one more import, which has no number yet. */
function resolveWith(
  store: Store,
  batch: NewBatch,
  content: Batch['content'],
  digest: string,
): Pick<TriedImport, 'network' | 'people'> {
  const added = { meta: { ...batch, id: UNNUMBERED, digest }, content };
  const resolved = resolve([...store.readBatches(), added], store.readStatements(), idsOf(store));
  // Asked for now, so that what resolving worked with is gone before the writing.
  return { network: resolved.network, people: resolved.peopleOfBatch(UNNUMBERED) };
}

/** Signals and messages of other threads come in between two rounds of the event loop; the first may be the one under way. */
async function hearOthers(): Promise<void> {
  for (let round = 0; round < 2; round++) await setImmediate();
}

function ownerRef(network: Network, owner: NonNullable<BatchMeta['owner']>) {
  const index = network.indexOfKey.get(owner.slug) ?? network.ego;
  return personRef(network, index);
}

function cancelled(): WeftError {
  return new WeftError('cancelled', 'cancelled', 'The import was stopped. Your map is as it was before.');
}
