/** What people have already done for me: logged introductions and asks that helped (model.md §7, proven introductions). */
import type { Judged } from '../graph/build-graph.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import { hasHelped } from '../ties/help.ts';
import type { Measure } from './measure.ts';

export const provenIntroductionsMeasure = {
  id: 'proven-introductions',
  name: 'Proven introductions',
  question: 'How often has this person already brought me to others?',
  unit: 'introductions',
  range: '0 or more, as far as you logged them',
  better: 'high',
  source: 'your own log; whoever has proven to introduce ranks above any index',
} as const satisfies Measure;

export interface Introductions {
  count: number;
  /** Keys of the employers they led to. */
  employers: Set<string>;
}

export function provenIntroductions(judged: Judged, statements: readonly Statement[]): Map<PersonIndex, Introductions> {
  const { network, employers, asOf } = judged;
  const proven = new Map<PersonIndex, Introductions>();
  const add = (personKey: string, employer: string | null) => {
    const person = network.indexOfKey.get(personKey);
    if (person === undefined) return;
    const entry = proven.get(person) ?? { count: 0, employers: new Set<string>() };
    entry.count++;
    if (employer !== null) entry.employers.add(employer);
    proven.set(person, entry);
  };
  for (const { on, body } of statements) {
    if (on > asOf) continue;
    if (body.kind === 'introduced') {
      const met = network.indexOfKey.get(body.b);
      add(body.a, met === undefined ? null : (employers.keyOfPerson[met] ?? null));
    } else if (body.kind === 'ask' && hasHelped(body.outcome)) {
      add(body.person, body.target === null ? null : employers.names.keyOf(body.target));
    }
  }
  return proven;
}
