/** Forgetting a person, emptying the folder, and everything that is known about one person (safety.md P3, P4). */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { EraseReport, ForgetReport, StartNewReport } from '../../../shared/contract/data.ts';
import { marksOfPerson, ownerSlugOf } from '../../../shared/identity/marks-of-person.ts';
import { resolve } from '../../../shared/identity/resolve.ts';
import { meansKey, separateRows } from '../../../shared/identity/rows-about.ts';
import { keysOfStatement } from '../../../shared/identity/statement-keys.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { ExportContent } from '../../../shared/model/records.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { Session } from '../engine/session.ts';
import { eraseFolder } from '../store/erase-folder.ts';
import { openStore } from '../store/open-store.ts';
import { setMapAside } from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { statementText } from './statement-words.ts';

/** @throws WeftError arguments: `person-unknown`, `person-ambiguous`, `forget-yourself`; busy, place: `forget-unfinished` */
export function forget(session: Session, { person }: CheckedInputOf<'forget'>): ForgetReport {
  const store = session.changing();
  const { marks, index, network } = marksOf(store, person);
  if (index === network.ego) {
    throw new WeftError(
      'arguments',
      'forget-yourself',
      'That is you. To take everything away, say: weft erase. Nothing changed.',
    );
  }
  const maybeSame = network.proposals.flatMap(({ a, b }) => (a === index ? [b] : b === index ? [a] : []));
  const others = maybeSame.map((other) => personRef(network, other));
  // Until the forgetting is whole; it is the first of the older copies to go.
  store.createCopy('forget');
  const { rows, statements, imports, copies } = store.forget(marks);
  return { person: network.people[index]!.id, rows, statements, imports, copiesRemoved: copies, maybeSame: others };
}

function marksOf(store: Store, query: string) {
  const batches = store.readBatches();
  const resolution = resolve(batches, store.readStatements(), store.readPersonIds());
  const { network } = resolution;
  const index = findPerson(network, query);
  return { marks: marksOfPerson(batches, resolution, index), index, network, batches };
}

/** Works on any state of the map, a damaged one too. */
export function erase(session: Session): EraseReport {
  session.closeStore();
  return eraseFolder(session.folder);
}

/**
 * Puts a map that cannot be opened aside, so that the next import begins a new one. Nothing is deleted.
 *
 * @throws WeftError arguments: `map-is-whole`; newer, busy, place: the map may be whole, and is left where it is
 */
export function startNew(session: Session): StartNewReport {
  session.closeStore();
  try {
    openStore(session.folder, { mode: 'read' }).close();
  } catch (error) {
    if (!(error instanceof WeftError) || error.kind !== 'damaged') throw error;
    return setMapAside(session.folder, session.now);
  }
  throw new WeftError(
    'arguments',
    'map-is-whole',
    'Your map opens well, so there is no need to start new. To take everything away, say: weft erase. Nothing changed.',
  );
}

/** Everything the map holds about one person, row by row as it came and word by word as it was said. */
export function everythingAbout(session: Session, query: string): object {
  const store = session.reading();
  const { marks, index, network, batches } = marksOf(store, query);
  const isMeant = (mark: string) => marks.has(mark);
  const imports = batches.flatMap((batch) => {
    const { owner, id, role, exportDate, importedAt } = batch.meta;
    const isTheirs = owner !== null && network.indexOfKey.get(owner.slug) === index;
    const content = isTheirs ? batch.content : separateRows(batch.content, ownerSlugOf(batch), isMeant).about;
    if (isEmpty(content)) return [];
    const date = exportDate === null ? null : isoFromDay(exportDate);
    return [{ import: id, role, owner, exportDate: date, importedAt, rows: content }];
  });
  const statements = session
    .statements()
    .filter(({ body }) => keysOfStatement(body).some((key) => meansKey(key, isMeant)))
    .map(({ id, on, body }) => ({ id, on: isoFromDay(on), text: statementText(body, network), ...body }));
  const keys = [...network.indexOfKey].filter(([, at]) => at === index).map(([key]) => key);
  return { keys, person: network.people[index]!, imports, statements };
}

function isEmpty(content: ExportContent): boolean {
  return Object.values(content).every((part) => part === null || (Array.isArray(part) && part.length === 0));
}
