/** Who named whom to me, as trees, and how many names each conversation brought (product.md, referral tree). */
import type { Network, PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';

/** Three conversations that bring three names each, twice over. */
export const IDEAL_BRANCHING = [3, 9, 27] as const;

export interface ReferralNode {
  person: PersonIndex;
  /** The day they were named; null for who stands at the root. */
  on: Day | null;
  /** In the order in which they were named. */
  named: ReferralNode[];
}

export interface ReferralTree {
  /** People who named others without having been named, by the day of their first naming. */
  roots: ReferralNode[];
  /** People by generation, from the roots. */
  generations: number[];
  /** Names brought by one person of each generation, on average; as long as `generations`, the last is 0. */
  branching: number[];
  /** Names brought by all who brought any, on average; null when nobody named anybody. */
  namesEach: number | null;
  /** Different people named. */
  people: number;
}

/** Whoever was named several times hangs where they were named first, so that nobody stands twice. */
export function referralTree(network: Network, statements: readonly Statement[], asOf: Day): ReferralTree {
  const named = statements
    .flatMap(({ id, on, body }) => {
      if (body.kind !== 'referral' || on > asOf) return [];
      const by = network.indexOfKey.get(body.person);
      const who = network.indexOfKey.get(body.named);
      return by === undefined || who === undefined || by === who ? [] : [{ id, on, by, who }];
    })
    .sort((a, b) => a.on - b.on || a.id - b.id);

  const nodes = new Map<PersonIndex, ReferralNode>();
  const parents = new Map<PersonIndex, PersonIndex>();
  const node = (person: PersonIndex): ReferralNode => {
    const known = nodes.get(person) ?? { person, on: null, named: [] };
    nodes.set(person, known);
    return known;
  };
  const isAncestor = (person: PersonIndex, of: PersonIndex): boolean => {
    for (let at: PersonIndex | undefined = of; at !== undefined; at = parents.get(at)) if (at === person) return true;
    return false;
  };
  const pairs = new Set<string>();
  for (const { on, by, who } of named) {
    pairs.add(`${by} ${who}`);
    const parent = node(by);
    const child = node(who);
    // Named before, or the one who named them: they keep their place.
    if (parents.has(who) || isAncestor(who, by)) continue;
    parents.set(who, by);
    child.on = on;
    parent.named.push(child);
  }
  const roots = [...nodes.values()].filter(({ person }) => !parents.has(person));
  const generations: number[] = [];
  const branching: number[] = [];
  for (let level: ReferralNode[] = roots; level.length > 0; level = level.flatMap((one) => one.named)) {
    const children = level.reduce((sum, one) => sum + one.named.length, 0);
    generations.push(level.length);
    branching.push(children / level.length);
  }
  const namers = new Set(named.map(({ by }) => by)).size;
  return {
    roots,
    generations,
    branching,
    namesEach: namers === 0 ? null : pairs.size / namers,
    people: parents.size,
  };
}
