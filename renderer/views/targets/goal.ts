import { companyRoutesAddress } from '../../state/addresses.ts';

/** Whom the address asks about. `id` is what stands in the address; the backend says if nobody goes by it. */
export type Goal = { kind: 'company'; name: string } | { kind: 'person'; id: string };

/** The goal as every question about it is asked. */
export function asked(goal: Goal): { to: string } | { toPerson: string } {
  return goal.kind === 'company' ? { to: goal.name } : { toPerson: goal.id };
}

export function routesAddress(goal: Goal): string {
  return goal.kind === 'company' ? companyRoutesAddress(goal.name) : `/targets/person/${encodeURIComponent(goal.id)}`;
}

export const backChannelAddress = (goal: Goal): string => `${routesAddress(goal)}/back-channel`;

const ADDRESS = /^\/targets\/(company|person)\/([^/]+)(\/back-channel)?\/?$/;

/**
 * Reads the address of a target. Not by the router: it decodes with decodeURI, which leaves `%26` as it is, and "Halden & Ruiz"
 * would not be found.
 *
 * @returns null for the list of targets
 */
export function readTargetAddress(path: string): { goal: Goal; isBackChannel: boolean } | null {
  const [, kind, text = '', tail] = ADDRESS.exec(path) ?? [];
  if (kind === undefined) return null;
  const name = decoded(text).trim();
  if (name === '') return null;
  return {
    goal: kind === 'company' ? { kind: 'company', name } : { kind: 'person', id: name },
    isBackChannel: tail !== undefined,
  };
}

/** An address typed by hand may hold a bare `%`; then it is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
