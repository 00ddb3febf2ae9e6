/** Ties between two other people that the user stated (model.md §4). */
import { DAYS_PER_YEAR } from '../model/dates.ts';
import type { Closeness } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';
import { closenessAnchor } from './constants.ts';

/** What was said about one pair; `id` is the number of the statement. */
export interface PairStatement {
  kind: 'introduced' | 'knows' | 'not-knows';
  id: number;
  on: Day;
  /** Only with `knows`, and only if stated. */
  closeness: Closeness | null;
}

export type AssertedTie =
  | { isDenied: false; q: number; s: number; kind: 'introduced' | 'knows'; on: Day }
  /** They do not know each other: inferred ties go, an observed one stays and the conflict is shown. */
  | { isDenied: true; on: Day };

/**
 * What the user's word about a pair amounts to on a day; null when nothing was said by then.
 *
 * A denial takes back everything said before it, and what is said later takes back the denial; on one day the later statement
 * holds. An introduction makes the tie certain. A stated closeness (the latest one) outranks the strength that is usual for
 * the kind of statement.
 */
export function assertedTie(statements: readonly PairStatement[], asOf: Day, constants: Constants): AssertedTie | null {
  const said = statements.filter((one) => one.on <= asOf).sort((a, b) => a.on - b.on || a.id - b.id);
  const lastDenial = said.findLastIndex((one) => one.kind === 'not-knows');
  const holding = said.slice(lastDenial + 1);
  const last = holding.at(-1);
  if (last === undefined) return lastDenial < 0 ? null : { isDenied: true, on: said[lastDenial]!.on };

  const introduction = holding.findLast((one) => one.kind === 'introduced');
  const stated = holding.findLast((one) => one.closeness !== null);
  const s =
    stated === undefined
      ? Math.max(...holding.map((one) => fade(usualStrength(one, constants), one.on, asOf, constants)))
      : fade(closenessAnchor(stated.closeness!, constants), stated.on, asOf, constants);
  return {
    isDenied: false,
    q: introduction === undefined ? constants.knowsProbability : 1,
    s,
    kind: introduction === undefined ? 'knows' : 'introduced',
    on: (introduction ?? last).on,
  };
}

function usualStrength(statement: PairStatement, constants: Constants): number {
  return statement.kind === 'introduced' ? constants.introducedStrength : constants.knowsStrength;
}

/** Halves every five years. The floor keeps old ties alive; it does not lift what was said to be weaker than the floor. */
function fade(strength: number, on: Day, asOf: Day, constants: Constants): number {
  const ageYears = (asOf - on) / DAYS_PER_YEAR;
  const floor = Math.min(strength, constants.assertedFloor);
  return Math.max(floor, strength * 2 ** (-ageYears / constants.assertedHalfLifeYears));
}
