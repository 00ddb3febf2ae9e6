/** The people a statement names. */
import type { StatementBody } from '../model/statement.ts';
import { assertNever } from '../model/weft-error.ts';

export function keysOfStatement(body: StatementBody): string[] {
  switch (body.kind) {
    case 'knows':
    case 'not-knows':
    case 'introduced':
    case 'same':
      return [body.a, body.b];
    case 'circle':
    case 'circle-leave':
    case 'circle-asked':
      return body.members;
    case 'referral':
      return [body.person, body.named];
    case 'closeness':
    case 'vouch':
    case 'role':
    case 'helps-with':
    case 'note':
    case 'mutuals':
    case 'ask':
    case 'give':
    case 'plan':
    case 'meeting':
    case 'call':
    case 'skip':
    case 'snooze':
    case 'network-until':
    case 'person-questions':
    case 'target-person':
    case 'person':
      return [body.person];
    case 'circle-rename':
    case 'circle-remove':
    case 'employer-size':
    case 'alias':
    case 'target-company':
    case 'company-questions':
    case 'pitch':
    case 'people-filter':
    case 'weights':
    case 'setting':
      return [];
    default:
      return assertNever(body);
  }
}
