/** What has passed between me and somebody: how often I asked, and what I gave. */
import type { Goodwill } from '../../../shared/contract/common.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';

const NOTHING: Goodwill = { asks: 0, gives: 0, lastAsk: null };

/** Asks and gives until a day, by person; whoever is missing has neither. Of several asks on one day the last logged counts as last. */
export function goodwillOf(
  network: Network,
  statements: readonly Statement[],
  asOf: Day,
): (person: PersonIndex) => Goodwill {
  const all = new Map<PersonIndex, Goodwill>();
  const standing = statements.filter(({ on }) => on <= asOf).sort((a, b) => a.on - b.on || a.id - b.id);
  for (const { id, on, body } of standing) {
    if (body.kind !== 'ask' && body.kind !== 'give') continue;
    const person = network.indexOfKey.get(body.person);
    if (person === undefined) continue;
    const before = all.get(person) ?? NOTHING;
    all.set(
      person,
      body.kind === 'give'
        ? { ...before, gives: before.gives + 1 }
        : {
            ...before,
            asks: before.asks + 1,
            lastAsk: { id, on: isoFromDay(on), target: body.target, outcome: body.outcome },
          },
    );
  }
  return (person) => all.get(person) ?? NOTHING;
}
