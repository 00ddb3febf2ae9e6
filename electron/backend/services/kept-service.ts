/** What was written to be looked at again: question sheets, my pitch, ways to narrow the list of people. The latest holds. */
import type { KeptList, KeptText } from '../../../shared/contract/statements.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import type { Session } from '../engine/session.ts';

export function listKept(session: Session): KeptList {
  const statements = session.statements();
  const filters = new Map<string, KeptList['filters'][number]>();
  for (const { id, body } of inOrder(statements)) {
    if (body.kind !== 'people-filter') continue;
    const { name, words } = body;
    filters.set(name, { name, words, ids: [...(filters.get(name)?.ids ?? []), id] });
  }
  return {
    pitch: keptText(statements, ({ body }) => body.kind === 'pitch'),
    filters: [...filters.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    roles: rolesOf(statements),
  };
}

/** Under one spelling each: "Mentor" and "mentor" are one role. */
function rolesOf(statements: readonly Statement[]): string[] {
  const roles = new Map<string, string>();
  for (const { body } of statements) if (body.kind === 'role') roles.set(roleKey(body.role), body.role.trim());
  return [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, role]) => role);
}

/** What makes two words one role. */
export function roleKey(role: string): string {
  return role.trim().toLowerCase();
}

/** The text that holds of those that are meant, with the numbers of all. */
export function keptText(
  statements: readonly Statement[],
  isMeant: (statement: Statement) => boolean,
): KeptText | null {
  const meant = inOrder(statements).filter(isMeant);
  const last = meant.at(-1)?.body;
  if (last === undefined || !('text' in last)) return null;
  return { text: last.text, ids: meant.map(({ id }) => id) };
}

function inOrder(statements: readonly Statement[]): Statement[] {
  return statements.toSorted((a, b) => a.on - b.on || a.id - b.id);
}
