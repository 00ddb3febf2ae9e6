/** From what was logged to the board of asks and the balance with each person. */
import type { LogList } from '../../../shared/contract/statements.ts';

type Entry = LogList['entries'][number];

export const STAGES = ['planned', 'asked', 'answered', 'helped', 'thanked'] as const;
export type Stage = (typeof STAGES)[number];

export interface Ask {
  latest: Entry;
  stage: Stage;
}

/**
 * The latest state of each ask, by person and target, newest first. Thanked: something was given after they helped, on the
 * same day or later. Planned: what was meant, until they were asked, met or called.
 *
 * @param entries newest first
 */
export function boardOf(entries: readonly Entry[]): Record<Stage, Ask[]> {
  const board: Record<Stage, Ask[]> = { planned: [], asked: [], answered: [], helped: [], thanked: [] };
  const lastGive = new Map<number, string>();
  for (const { kind, person, on } of entries) {
    if (kind === 'give' && !lastGive.has(person.id)) lastGive.set(person.id, on);
  }
  const seen = new Set<string>();
  // With whom something happened after the entries still to come.
  const met = new Set<number>();
  for (const latest of entries) {
    if (latest.kind === 'plan' && !met.has(latest.person.id)) board.planned.push({ latest, stage: 'planned' });
    if (latest.kind === 'ask' || latest.kind === 'meeting' || latest.kind === 'call') met.add(latest.person.id);
    const thread = `${latest.person.id} ${latest.target ?? ''}`;
    if (latest.kind !== 'ask' || seen.has(thread)) continue;
    seen.add(thread);
    const stage = stageOf(latest, lastGive.get(latest.person.id) ?? null);
    board[stage].push({ latest, stage });
  }
  return board;
}

function stageOf({ outcome, on }: Entry, givenOn: string | null): Stage {
  if (outcome === 'helped' || outcome === 'opportunity')
    return givenOn !== null && givenOn >= on ? 'thanked' : 'helped';
  return outcome === 'reply' ? 'answered' : 'asked';
}

export interface Balance {
  person: Entry['person'];
  asks: number;
  gives: number;
}

/** Asks and gives by person; who was asked most beyond what was given stands first. */
export function balancesOf(entries: readonly Entry[]): Balance[] {
  const found = new Map<number, Balance>();
  for (const { kind, person } of entries) {
    if (kind !== 'ask' && kind !== 'give') continue;
    const balance = found.get(person.id) ?? { person, asks: 0, gives: 0 };
    if (kind === 'ask') balance.asks++;
    else balance.gives++;
    found.set(person.id, balance);
  }
  return [...found.values()].sort(
    (a, b) => b.asks - b.gives - (a.asks - a.gives) || b.asks - a.asks || a.person.id - b.person.id,
  );
}
