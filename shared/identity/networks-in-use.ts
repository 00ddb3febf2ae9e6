/** Friends' exports that the user set an end to. */
import type { Network } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';

/** The last day on which each friend's export is used, as said last, by the person's key; who is not in it is used without end. */
export function networkEnds(statements: readonly Statement[]): Map<string, { id: number; until: Day }> {
  const ends = new Map<string, { id: number; until: Day }>();
  const said = statements.toSorted((a, b) => a.on - b.on || a.id - b.id);
  for (const { id, body } of said) if (body.kind === 'network-until') ends.set(body.person, { id, until: body.until });
  return ends;
}

/**
 * The network without the ties of exports whose end has passed. People stay: they were known, and what was said of them holds.
 *
 * @returns the network itself where every export is used
 */
export function networkInUse(network: Network, statements: readonly Statement[], asOf: Day): Network {
  const ends = networkEnds(statements);
  if (ends.size === 0) return network;
  const isOver = new Set<number>();
  for (const [key, { until }] of ends) {
    const person = network.indexOfKey.get(key);
    if (person !== undefined && until < asOf) isOver.add(person);
  }
  const owners = network.owners.filter(({ person, isMe }) => isMe || !isOver.has(person));
  return owners.length === network.owners.length ? network : { ...network, owners };
}
