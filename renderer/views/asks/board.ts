/** From what was logged to the board of asks and the balance with each person. */
import type { Goodwill } from '../../../shared/contract/common.ts';
import type { LogList } from '../../../shared/contract/statements.ts';
import { countOf, spokenDate } from '../../../shared/model/words.ts';
import { isResting } from '../targets/goodwill-words.ts';

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
  goodwill: Goodwill;
}

/**
 * Asks and gives by person; who was asked most beyond what was given stands first.
 *
 * @param entries newest first
 */
export function balancesOf(entries: readonly Entry[]): Balance[] {
  const found = new Map<number, Balance>();
  for (const { id, kind, person, on, target, outcome } of entries) {
    if (kind !== 'ask' && kind !== 'give') continue;
    const balance = found.get(person.id) ?? { person, goodwill: { asks: 0, gives: 0, lastAsk: null } };
    const { goodwill } = balance;
    if (kind === 'ask') {
      goodwill.asks++;
      goodwill.lastAsk ??= { id, on, target, outcome: outcome ?? 'none' };
    } else goodwill.gives++;
    found.set(person.id, balance);
  }
  const owed = ({ goodwill }: Balance) => goodwill.asks - goodwill.gives;
  return [...found.values()].sort(
    (a, b) => owed(b) - owed(a) || b.goodwill.asks - a.goodwill.asks || a.person.id - b.person.id,
  );
}

/** What to do first of all this, in a sentence: an ask that has waited long enough, then thanks, then how it stands. */
export function boardSentence(board: Record<Stage, Ask[]>, gives: number, asOf: string): string {
  const open = board.asked.length + board.answered.length;
  const helped = board.helped.length + board.thanked.length;
  const counts = `${countOf(open, 'ask')} open, ${helped} helped, ${countOf(gives, 'give')} logged.`;
  const [waiting] = board.asked
    .filter(({ latest: { id, on, target } }) => !isResting({ lastAsk: { id, on, target, outcome: 'none' } }, asOf))
    .sort((a, b) => (a.latest.on < b.latest.on ? -1 : 1));
  if (waiting !== undefined) {
    return `Follow up with ${waiting.latest.person.name}, whom you asked ${spokenDate(waiting.latest.on, asOf)}. ${counts}`;
  }
  const owed = board.helped.at(-1);
  return owed === undefined ? counts : `Thank ${owed.latest.person.name}, who helped you. ${counts}`;
}
