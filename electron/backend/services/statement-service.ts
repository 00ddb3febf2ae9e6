/** Writes down what the user says and logs, and takes it back. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { StatementReceipt, StatementReceipts } from '../../../shared/contract/statements.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Statement, StatementBody, StatementKind } from '../../../shared/model/statement.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { Session } from '../engine/session.ts';
import type { Store } from '../store/store.ts';
import { leftWithout } from './hand-added.ts';
import { deriveAgain } from './import-service.ts';
import { statementBody } from './said-to-body.ts';
import { statementText } from './statement-words.ts';

/** These decide who is who, so the network is derived again after them; the others are read beside it. */
const DECIDES_WHO: ReadonlySet<StatementKind> = new Set(['same', 'person']);

export function say(session: Session, input: CheckedInputOf<'say'>): StatementReceipt {
  const day = session.asOf(input.on ?? input.asOf);
  return record(session, statementBody(input.said, session.network()), day);
}

export function log(session: Session, input: CheckedInputOf<'log'>): StatementReceipt {
  const day = session.asOf(input.on ?? input.asOf);
  return record(session, statementBody(input.logged, session.network()), day);
}

/** Several at once, in one transaction. */
export function sayMany(session: Session, input: CheckedInputOf<'sayMany'>): StatementReceipts {
  const day = session.asOf(input.on ?? input.asOf);
  const bodies = input.said.map((said) => statementBody(said, session.network()));
  const statements = writeStatements(session, bodies, (store) => bodies.map((body) => addStatement(store, body, day)));
  const network = session.network();
  return { receipts: statements.map((statement) => receipt(statement, network)) };
}

/** Takes one statement back. */
export function withdraw(session: Session, { id }: CheckedInputOf<'withdraw'>): StatementReceipt {
  return withdrawMany(session, { ids: [id] }).receipts[0]!;
}

/** Takes several back, all or none; with a target, also the person who was written down only for it. */
export function withdrawMany(session: Session, { ids }: CheckedInputOf<'withdrawMany'>): StatementReceipts {
  session.changing();
  const network = session.network();
  const wanted = new Set(ids);
  const asked = session.statements().filter(({ id }) => wanted.has(id));
  if (asked.length < wanted.size) throw statementUnknown();
  const left = leftWithout(asked, session.statements()).filter(({ id }) => !wanted.has(id));
  const bodies = [...asked, ...left].map(({ body }) => body);
  return writeStatements(session, bodies, (store) => {
    const standing = new Map(store.readStatements().map((statement) => [statement.id, statement]));
    const withdrawn = [...ids, ...left.map(({ id }) => id)].map((id) => {
      const statement = standing.get(id);
      if (statement === undefined || !store.withdrawStatement(id)) throw statementUnknown();
      return statement;
    });
    if (decidesWho(withdrawn)) deriveAgain(store);
    return { receipts: withdrawn.map((statement) => receipt(statement, network)) };
  });
}

/** Lets statements hold again that were taken back, all or none: the undo of an undo, at their old place. */
export function reinstate(session: Session, { ids }: CheckedInputOf<'reinstate'>): StatementReceipts {
  const unknown = () =>
    new WeftError('arguments', 'statement-unknown', 'Nothing that was taken back goes by that number.');
  if (session.changing().mode === 'read') throw unknown();
  const statements = session.writeBeside((store) => {
    if (!ids.every((id) => store.reinstateStatement(id))) throw unknown();
    const wanted = new Set(ids);
    const back = store.readStatements().filter(({ id }) => wanted.has(id));
    if (decidesWho(back)) deriveAgain(store);
    return back;
  }, decidesWho);
  const network = session.network();
  return { receipts: statements.map((statement) => receipt(statement, network)) };
}

/** Writes one statement and whatever follows from it at once. */
export function addStatement(store: Store, body: StatementBody, iso: string): Statement {
  const statement = store.addStatement(body, dayFromIso(iso) ?? 0, null);
  if (DECIDES_WHO.has(body.kind)) deriveAgain(store);
  return statement;
}

/** Whether the network must be derived anew after these. */
export function decidesWho(statements: readonly Statement[]): boolean {
  return statements.some(({ body }) => DECIDES_WHO.has(body.kind));
}

function statementUnknown(): WeftError {
  return new WeftError(
    'arguments',
    'statement-unknown',
    'Nothing said goes by that number, or it was taken back already.',
  );
}

export function receipt(statement: Statement, network: Network): StatementReceipt {
  return {
    id: statement.id,
    kind: statement.body.kind,
    on: isoFromDay(statement.on),
    text: statementText(statement.body, network),
  };
}

function record(session: Session, body: StatementBody, iso: string): StatementReceipt {
  const statement = writeStatements(session, [body], (store) => addStatement(store, body, iso));
  return receipt(statement, session.network());
}

/** One transaction; the network is read again only where one of the statements decides who is who. */
function writeStatements<T>(session: Session, bodies: readonly StatementBody[], work: (store: Store) => T): T {
  return session.writeBeside(work, () => bodies.some(({ kind }) => DECIDES_WHO.has(kind)));
}
