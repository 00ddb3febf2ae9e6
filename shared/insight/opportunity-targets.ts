/** Whom the user wants to reach, as sets of known people. */
import type { Judged } from '../graph/build-graph.ts';
import { peopleAt } from '../graph/match-company.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';

export interface Target {
  kind: 'company' | 'person';
  name: string;
  /** Canonical company key, or the person's key; equal ids are one target. */
  id: string;
  /** Known people there, ascending; empty where nobody is known. */
  people: readonly PersonIndex[];
}

export interface TargetSet {
  /** In the order of their ids, each once. */
  targets: readonly Target[];
  /** Each once, ascending. */
  people: Uint32Array;
  /** By person: 1 where they work at a target or are one. */
  isAt: Uint8Array;
}

/** The targets that stand on the judged day. */
export function statedTargets(judged: Judged, statements: readonly Statement[]): TargetSet {
  const found: Target[] = [];
  for (const { on, body } of statements) {
    if (on > judged.asOf) continue;
    if (body.kind === 'target-company') found.push(companyTarget(judged, body.company));
    else if (body.kind === 'target-person') found.push(personTarget(judged, body.person));
  }
  return targetSet(judged, found);
}

/** Companies named in a question, in place of the stated targets. */
export function namedTargets(judged: Judged, companies: readonly string[]): TargetSet {
  return targetSet(
    judged,
    companies.map((company) => companyTarget(judged, company)),
  );
}

function companyTarget(judged: Judged, text: string): Target {
  // Under its key or an alias only: what merely looks like it is proposed elsewhere, and costs a comparison with every name.
  const key = judged.employers.names.keyOf(text);
  const name = judged.employers.byKey.get(key ?? '')?.name ?? text;
  return { kind: 'company', name, id: key ?? text, people: key === null ? [] : peopleAt(judged, key) };
}

function personTarget({ network }: Judged, key: string): Target {
  const index = network.indexOfKey.get(key);
  const isKnown = index !== undefined && index !== network.ego;
  // Under whatever key they were named: the same person is the same target.
  const id = isKnown ? network.people[index]!.key : key;
  return { kind: 'person', name: isKnown ? network.people[index]!.name : key, id, people: isKnown ? [index] : [] };
}

function targetSet(judged: Judged, found: readonly Target[]): TargetSet {
  const byId = new Map(found.map((target) => [`${target.kind} ${target.id}`, target]));
  const targets = [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, target]) => target);
  const isAt = new Uint8Array(judged.network.people.length);
  const people: PersonIndex[] = [];
  for (const target of targets) {
    for (const person of target.people) {
      if (isAt[person] === 0) people.push(person);
      isAt[person] = 1;
    }
  }
  return { targets, people: Uint32Array.from(people).sort(), isAt };
}
