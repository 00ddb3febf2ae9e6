/**
 * Takes forgotten people out of the map (P3): out of every import, of what was said, and of what follows from both. Works from the
 * marks alone, so that a copy from before can be brought up to them as well.
 */
import type Database from 'better-sqlite3';
import { isOwnedBy, ownerSlugOf } from '../../../shared/identity/marks-of-person.ts';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import { type IsMeant, meansKey, separateRows, statementWithout } from '../../../shared/identity/rows-about.ts';
import type { Batch, ExportContent } from '../../../shared/model/records.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { batchChecksum, batchDigest } from './batch-digest.ts';
import { removeBatch, replaceBatch, selectBatchByDigest, selectBatches } from './batches.ts';
import { selectNetwork, selectPersonIds } from './derived-read.ts';
import { writeNetwork } from './derived-write.ts';
import { forgottenMatcher, selectForgotten } from './forgotten.ts';
import { removePlacesOfGone } from './map-places.ts';
import { NamesToErase } from './names-to-erase.ts';
import { deleteStatement, rewriteStatement, selectAllStatements, selectStatements } from './statements.ts';

/** What went, in numbers. */
export interface Forgotten {
  /** Rows of files, each message counted. */
  rows: number;
  /** Things said, those taken back before included. */
  statements: number;
  /** Whole imports: exports of the person themselves. */
  imports: number;
}

/** Call it inside a transaction. Does nothing where nothing is left to forget. */
export function removeForgotten(db: Database.Database): Forgotten {
  const gone: Forgotten = { rows: 0, statements: 0, imports: 0 };
  const isMeant = forgottenMatcher(selectForgotten(db));
  if (isMeant === null) return gone;
  const names = new NamesToErase();
  for (const person of selectNetwork(db).people) {
    if (meansKey(person.key, isMeant))
      names.add([person.slug, person.url, ...person.emails], [person.name, person.originalName]);
  }
  const batches = selectBatches(db);
  const rests: { batch: Batch; rest: ExportContent }[] = [];
  for (const batch of batches) {
    if (isOwnedBy(batch, isMeant)) {
      const { owner } = batch.meta;
      names.add([owner?.slug ?? null, owner?.url ?? null], [owner?.name ?? null]);
      gone.imports += 1;
      gone.rows += batch.meta.files.reduce((sum, file) => sum + file.kept, 0);
      for (const { id } of selectAllStatements(db).filter((one) => one.batch === batch.meta.id)) {
        deleteStatement(db, id);
        gone.statements += 1;
      }
      removeBatch(db, batch.meta.id);
      continue;
    }
    const { rest, about, rows } = separateRows(batch.content, ownerSlugOf(batch), isMeant);
    for (const count of rows.values()) gone.rows += count;
    names.addContent(about, isMeant);
    rests.push({ batch, rest });
  }
  names.keepOthers(rests.map(({ rest }) => rest));
  for (const { batch, rest } of rests) rewrite(db, batch, rest, names);
  gone.statements += rewriteStatements(db, isMeant, names);
  deriveAnew(db, isMeant, names);
  return gone;
}

function rewrite(db: Database.Database, { meta }: Batch, rest: ExportContent, names: NamesToErase): void {
  const cleaned = names.eraseInContent(rest);
  const files = names.eraseInReports(meta.files);
  const digest = batchDigest(meta, cleaned);
  const changed = { ...meta, files, digest };
  if (digest === meta.digest && batchChecksum(changed) === batchChecksum(meta)) return;
  const same = digest === meta.digest ? null : selectBatchByDigest(db, digest);
  if (same === null) {
    replaceBatch(db, changed, cleaned);
    return;
  }
  // Two imports that differed in the forgotten person only are one import now, as if the second had come today.
  for (const one of selectAllStatements(db)) {
    if (one.batch === meta.id) rewriteStatement(db, { ...one, batch: same.id });
  }
  removeBatch(db, meta.id);
}

function rewriteStatements(db: Database.Database, isMeant: IsMeant, names: NamesToErase): number {
  let gone = 0;
  for (const statement of selectAllStatements(db)) {
    const rest = statementWithout(statement.body, isMeant);
    if (rest === null) {
      deleteStatement(db, statement.id);
      gone += 1;
      continue;
    }
    const body = eraseInBody(rest, names);
    if (body !== statement.body) rewriteStatement(db, { ...statement, body });
  }
  return gone;
}

/** What the user wrote in words about others may name the forgotten person. */
function eraseInBody(body: StatementBody, names: NamesToErase): StatementBody {
  const erased = withoutNames(body, names);
  return JSON.stringify(erased) === JSON.stringify(body) ? body : erased;
}

function withoutNames(body: StatementBody, names: NamesToErase): StatementBody {
  switch (body.kind) {
    case 'note':
    case 'helps-with':
      return { ...body, text: names.erase(body.text) };
    case 'company-questions':
    case 'person-questions':
    case 'pitch':
      return { ...body, text: names.erase(body.text) };
    case 'people-filter':
      return {
        ...body,
        name: names.erase(body.name),
        words: Object.fromEntries(Object.entries(body.words).map(([word, text]) => [word, names.erase(text)])),
      };
    case 'weights':
      return { ...body, name: names.erase(body.name) };
    case 'knows':
      return { ...body, how: names.eraseOrNull(body.how) };
    case 'role':
      return { ...body, role: names.erase(body.role) };
    case 'circle':
    case 'circle-leave':
    case 'circle-remove':
      return { ...body, name: names.erase(body.name) };
    case 'circle-rename':
      return { ...body, name: names.erase(body.name), to: names.erase(body.to) };
    case 'ask':
      return { ...body, target: names.eraseOrNull(body.target) };
    case 'plan':
      return {
        ...body,
        target: names.eraseOrNull(body.target),
        what: names.eraseOrNull(body.what),
        why: names.eraseOrNull(body.why),
        where: names.eraseOrNull(body.where),
      };
    default:
      return body;
  }
}

/** Derives from what is left, and takes out the keys that the derived layer keeps of people who are gone. */
function deriveAnew(db: Database.Database, isMeant: IsMeant, names: NamesToErase): void {
  writeNetwork(db, resolveNetwork(selectBatches(db), selectStatements(db), selectPersonIds(db)));
  removePlacesOfGone(db);
  const remove = db.prepare<[string]>('DELETE FROM person_key WHERE key = ? AND is_former = 1');
  const formerKeys = db.prepare<[], string>('SELECT key FROM person_key WHERE is_former = 1').pluck().all();
  for (const key of formerKeys) if (meansKey(key, isMeant) || names.erase(key) !== key) remove.run(key);
  // Written out anew, so that no word of theirs is left in a part of the index that waits to be merged.
  db.prepare("INSERT INTO person_search (person_search) VALUES ('rebuild')").run();
}
