/**
 * What was written to be looked at again, and how the window is: question sheets, my pitch, ways to narrow the list of people, what
 * matters now. The latest holds.
 */
import type { KeptList, KeptText } from '../../../shared/contract/statements.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import type { Session } from '../engine/session.ts';

export function listKept(session: Session): KeptList {
  const statements = session.statements();
  return {
    pitch: keptText(statements, ({ body }) => body.kind === 'pitch'),
    filters: keptByName(statements, ({ body }) => (body.kind === 'people-filter' ? body : null)).map(
      ({ name, words, ids }) => ({ name, words, ids }),
    ),
    weights: keptByName(statements, ({ body }) => (body.kind === 'weights' ? body : null)).map(
      ({ name, weights, ids }) => ({ name, weights, ids }),
    ),
    settings: Object.fromEntries(
      keptByName(statements, ({ body }) => (body.kind === 'setting' ? body : null)).map(({ name, value }) => [
        name,
        value,
      ]),
    ),
    roles: rolesOf(statements),
  };
}

/** Of those that are meant the latest under each name, by name, with the numbers of those before it. */
function keptByName<B extends { name: string }>(
  statements: readonly Statement[],
  meant: (statement: Statement) => B | null,
): (B & { ids: number[] })[] {
  const kept = new Map<string, B & { ids: number[] }>();
  for (const statement of inOrder(statements)) {
    const body = meant(statement);
    if (body === null) continue;
    kept.set(body.name, { ...body, ids: [...(kept.get(body.name)?.ids ?? []), statement.id] });
  }
  return [...kept.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
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
