/** What the user said last about the two ends of a hop, so that it can be shown beside it and taken back there. */
import type { Hop } from '../../../shared/contract/routes.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';

/** The later day holds; on one day the later number. */
export function saidAboutHop(
  network: Network,
  statements: readonly Statement[],
  asOf: Day,
): (a: PersonIndex, b: PersonIndex) => Hop['said'] {
  const last = new Map<string, Statement>();
  for (const statement of [...statements].sort((x, y) => x.on - y.on || x.id - y.id)) {
    const ends = statement.on <= asOf ? endsOf(network, statement) : null;
    if (ends !== null) last.set(ends, statement);
  }
  return (a, b) => {
    const statement = last.get(pairKey(a, b));
    if (statement === undefined) return null;
    const { id, on, body } = statement;
    const base = { id, on: isoFromDay(on) };
    switch (body.kind) {
      case 'closeness':
        return { ...base, kind: body.kind, closeness: body.value };
      case 'knows':
        return { ...base, kind: body.kind, closeness: body.closeness };
      case 'not-knows':
      case 'introduced':
        return { ...base, kind: body.kind, closeness: null };
      default:
        return null;
    }
  };
}

function endsOf(network: Network, { body }: Statement): string | null {
  const [a, b] =
    body.kind === 'closeness'
      ? [network.ego, network.indexOfKey.get(body.person)]
      : body.kind === 'knows' || body.kind === 'not-knows' || body.kind === 'introduced'
        ? [network.indexOfKey.get(body.a), network.indexOfKey.get(body.b)]
        : [];
  return a === undefined || b === undefined ? null : pairKey(a, b);
}

function pairKey(a: PersonIndex, b: PersonIndex): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
