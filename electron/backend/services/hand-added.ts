/** People whom the user wrote down by hand, only to aim at them. */
import { keysOfStatement } from '../../../shared/identity/statement-keys.ts';
import type { Statement } from '../../../shared/model/statement.ts';

/** How the mutual contacts of somebody added by hand are said to know them. */
export const MUTUAL = 'a mutual connection';

/**
 * What would be left without purpose once these targets are gone: the person written down for one of them and who knows them,
 * unless anything else was said about that person.
 */
export function leftWithout(targets: readonly Statement[], statements: readonly Statement[]): Statement[] {
  const gone = new Set(targets.map(({ id }) => id));
  return targets.flatMap(({ body }) => {
    if (body.kind !== 'target-person') return [];
    const about = statements.filter((one) => !gone.has(one.id) && keysOfStatement(one.body).includes(body.person));
    const isWrittenDown = about.some((one) => one.body.kind === 'person');
    return isWrittenDown && about.every(cameWithTarget) ? about : [];
  });
}

function cameWithTarget({ body }: Statement): boolean {
  return body.kind === 'person' || (body.kind === 'knows' && body.how === MUTUAL && body.closeness === null);
}
