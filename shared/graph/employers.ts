/**
 * Who works where on a day: employers as hubs with a member list, never as ties of everybody with everybody (model.md §4).
 * Spellings are one employer by equal key or because the user said so.
 */
import type { Person, PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import { companyKey } from './company-key.ts';

export interface Employer {
  /** Key that stands for all spellings the user joined: the first of them in code order. */
  key: string;
  /** The spelling most people use; of equally common ones the first in code order. */
  name: string;
  /** People who work there, ascending. */
  members: PersonIndex[];
  /** Employees as the user said; null when not said. */
  size: number | null;
}

export interface Employers {
  /** Sorted by key. */
  byKey: ReadonlyMap<string, Employer>;
  /** Key of the employer of each person, by person; null without one. */
  keyOfPerson: readonly (string | null)[];
  names: EmployerNames;
}

/** What the user said about spellings and sizes. */
export interface EmployerNames {
  /** Key of the employer a text names, aliases followed; null when it names none. Remembers what it has seen. */
  keyOf(text: string | null): string | null;
  /** The key that stands for this key. */
  canonical(key: string): string;
  /** Employees of the employer with this canonical key; null when not said. */
  sizeOf(key: string): number | null;
}

/**
 * Follows the user's aliases and sizes up to a day. An alias of something that is no employer says nothing; of two sizes the
 * later statement holds.
 */
export function readEmployerNames(statements: readonly Statement[], asOf: Day): EmployerNames {
  const said = statements.filter((one) => one.on <= asOf).sort((a, b) => a.on - b.on || a.id - b.id);
  const parents = new Map<string, string>();
  const canonical = (key: string): string => {
    let root = key;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const { body } of said) {
    if (body.kind !== 'alias') continue;
    const a = companyKey(body.company);
    const b = companyKey(body.other);
    if (a === null || b === null) continue;
    const [first, second] = [canonical(a), canonical(b)].sort(compareText) as [string, string];
    if (first !== second) parents.set(second, first);
  }
  const sizes = new Map<string, number>();
  for (const { body } of said) {
    if (body.kind !== 'employer-size') continue;
    const key = companyKey(body.company);
    if (key !== null) sizes.set(canonical(key), body.size);
  }

  const known = new Map<string, string | null>();
  return {
    keyOf(text) {
      if (text === null) return null;
      const seen = known.get(text);
      if (seen !== undefined) return seen;
      const plain = companyKey(text);
      const key = plain === null ? null : canonical(plain);
      known.set(text, key);
      return key;
    },
    canonical,
    sizeOf: (key) => sizes.get(key) ?? null,
  };
}

/**
 * Employer and title of a person on a day: the last spell an export had shown by then. When every spell was seen later, the
 * first one, since it is the nearest that is known.
 */
export function jobOn(person: Person, asOf: Day): { company: string | null; position: string | null } {
  const spell = person.jobs.findLast((job) => job.firstSeen === null || job.firstSeen <= asOf) ?? person.jobs[0];
  return spell ?? person;
}

/** Groups people by employer. */
export function buildEmployers(people: readonly Person[], names: EmployerNames, asOf: Day): Employers {
  const groups = new Map<string, { members: PersonIndex[]; spellings: Map<string, number> }>();
  const keyOfPerson: (string | null)[] = [];
  for (const [index, person] of people.entries()) {
    const { company } = jobOn(person, asOf);
    const key = names.keyOf(company);
    keyOfPerson.push(key);
    if (key === null || company === null) continue;
    let group = groups.get(key);
    if (group === undefined) {
      group = { members: [], spellings: new Map() };
      groups.set(key, group);
    }
    group.members.push(index);
    group.spellings.set(company, (group.spellings.get(company) ?? 0) + 1);
  }
  const byKey = new Map<string, Employer>();
  for (const key of [...groups.keys()].sort(compareText)) {
    const { members, spellings } = groups.get(key)!;
    byKey.set(key, { key, name: mostCommon(spellings), members, size: names.sizeOf(key) });
  }
  return { byKey, keyOfPerson, names };
}

function mostCommon(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return best![0];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
