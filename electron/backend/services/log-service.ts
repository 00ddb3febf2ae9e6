/** What was logged, as a list: the board of asks and the balance of gives are made of it. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { LogList } from '../../../shared/contract/statements.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import type { Session } from '../engine/session.ts';
import { personRef } from './person-ref.ts';
import { statementText } from './statement-words.ts';

/** Newest first; of one day the later entry. What is dated later than the day judged, or about nobody known, is left out. */
export function listLog(session: Session, input: CheckedInputOf<'listLog'>): LogList {
  const network = session.network();
  const asOf = dayFromIso(session.asOf(input.asOf)) ?? 0;
  const entries: LogList['entries'] = [];
  for (const { id, on, body } of session.statements()) {
    if (!isLogged(body.kind) || !('person' in body) || on > asOf) continue;
    const person = network.indexOfKey.get(body.person);
    if (person === undefined) continue;
    entries.push({
      id,
      on: isoFromDay(on),
      kind: body.kind as LogList['entries'][number]['kind'],
      person: personRef(network, person),
      text: statementText(body, network),
      target: body.kind === 'ask' || body.kind === 'plan' ? body.target : null,
      outcome: body.kind === 'ask' ? body.outcome : null,
      give: body.kind === 'give' ? body.give : null,
      plan: body.kind === 'plan' ? planOf(body) : null,
    });
  }
  return { entries: entries.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.id - a.id)) };
}

function planOf({ what, why, where, when }: Extract<StatementBody, { kind: 'plan' }>) {
  return { what, why, where, when: when === null ? null : isoFromDay(when) };
}

const LOGGED: ReadonlySet<string> = new Set(['ask', 'give', 'plan', 'meeting', 'call', 'referral']);
const isLogged = (kind: string): boolean => LOGGED.has(kind);
