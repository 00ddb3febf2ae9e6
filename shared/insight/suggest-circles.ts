/** Which groups to ask about, and in which order: of those found, the ones that no answer has settled yet. */
import type { StatedCircle } from '../graph/statements-index.ts';
import type { Network, PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { CircleSource, CircleSuggestion } from './circle-suggestion.ts';

/** A suggestion that was answered. */
interface Asked {
  key: string;
  people: ReadonlySet<PersonIndex>;
}

export interface CircleAnswers {
  asked: readonly Asked[];
  /** Members of the circles that stand. */
  stated: readonly ReadonlySet<PersonIndex>[];
}

/** What was answered until a day. An answer that was taken back is none, and its question comes again. */
export function circleAnswers(
  network: Network,
  circles: readonly StatedCircle[],
  statements: readonly Statement[],
  asOf: Day,
): CircleAnswers {
  const asked = statements.flatMap(({ on, body }) => {
    if (body.kind !== 'circle-asked' || on > asOf) return [];
    const people = new Set(body.members.flatMap((key) => network.indexOfKey.get(key) ?? []));
    return [{ key: body.suggestion, people }];
  });
  return { asked, stated: circles.map(({ members }) => new Set(members)) };
}

/** In this order one after the other is asked about, each source in turn; of two with the same people the earlier source asks. */
const SOURCES: readonly CircleSource[] = ['burst', 'job', 'community', 'employer', 'school', 'thread'];
/** The next ones come when these are answered: a hundred questions at once are none. */
const MOST_OF_SOURCE = 8;
/** Groups that share this part of all their people are one question. */
const SAME_SHARE = 0.8;
/**
 * A group that changed since it was asked about, with this part still the same, is not asked about again; nor one that stands
 * as a circle. A few of a large circle may still be one of their own.
 */
const ANSWERED_SHARE = 0.5;

/** @param found in any order; the answer does not depend on it */
export function suggestCircles(found: readonly CircleSuggestion[], answers: CircleAnswers): CircleSuggestion[] {
  const lists = SOURCES.map((source) =>
    found
      .filter((one) => one.source === source && !isSettled(one, answers))
      .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
      .slice(0, MOST_OF_SOURCE),
  );
  const asking: { suggestion: CircleSuggestion; people: ReadonlySet<PersonIndex> }[] = [];
  for (let turn = 0; turn < MOST_OF_SOURCE; turn++) {
    for (const list of lists) {
      const suggestion = list[turn];
      if (suggestion === undefined) continue;
      const people = new Set(suggestion.members);
      if (!asking.some((other) => sharedPart(people, other.people) >= SAME_SHARE)) asking.push({ suggestion, people });
    }
  }
  return asking.map(({ suggestion }) => suggestion);
}

function isSettled({ key, members }: CircleSuggestion, { asked, stated }: CircleAnswers): boolean {
  if (asked.some((one) => one.key === key)) return true;
  const people = new Set(members);
  return (
    asked.some((one) => sharedPart(people, one.people) >= ANSWERED_SHARE) ||
    stated.some((circle) => sharedPart(people, circle) >= ANSWERED_SHARE)
  );
}

/** Shared people over all people of both (Jaccard). */
function sharedPart(a: ReadonlySet<PersonIndex>, b: ReadonlySet<PersonIndex>): number {
  const shared = countShared(a, b);
  return shared / (a.size + b.size - shared);
}

function countShared(a: ReadonlySet<PersonIndex>, b: ReadonlySet<PersonIndex>): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const person of fewer) if (more.has(person)) shared++;
  return shared;
}
