/** Writes down what the user says and logs, and takes it back. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { StatementReceipt } from '../../../shared/contract/statements.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Statement, StatementBody, StatementKind } from '../../../shared/model/statement.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { Session } from '../engine/session.ts';
import type { Store } from '../store/store.ts';
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

/** Takes one statement back. */
export function withdraw(session: Session, { id }: CheckedInputOf<'withdraw'>): StatementReceipt {
  const store = session.writing();
  const network = session.network();
  return store.transaction(() => {
    const statement = store.readStatements().find((one) => one.id === id);
    if (statement === undefined || !store.withdrawStatement(id)) {
      throw new WeftError(
        'arguments',
        'statement-unknown',
        'Nothing said goes by that number, or it was taken back already.',
      );
    }
    if (DECIDES_WHO.has(statement.body.kind)) deriveAgain(store);
    return receipt(statement, network);
  });
}

/** Writes one statement and whatever follows from it at once. */
export function addStatement(store: Store, body: StatementBody, iso: string): Statement {
  const statement = store.addStatement(body, dayFromIso(iso) ?? 0, null);
  if (DECIDES_WHO.has(body.kind)) deriveAgain(store);
  return statement;
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
  const store = session.writing();
  const statement = store.transaction(() => addStatement(store, body, iso));
  return receipt(statement, session.network());
}
