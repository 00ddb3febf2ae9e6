/** Which employer a typed name means, in strict tiers (model.md §2): nobody is routed to by likeness of names. */
import type { PersonIndex } from '../model/network.ts';
import type { Judged } from './build-graph.ts';
import { companyKey, isSameDigits } from './company-key.ts';
import { jobOn } from './employers.ts';
import { jaroWinkler } from './jaro-winkler.ts';

export interface CompanyProposalFor {
  key: string;
  name: string;
  people: PersonIndex[];
  similarity: number;
}

export interface CompanyMatch {
  /** `alias`: known only under a spelling the user joined with this one; `proposed`: only similar names are known. */
  kind: 'exact' | 'alias' | 'proposed' | 'none';
  /** null when the text names no employer. */
  key: string | null;
  /** Known people there, me left out, ascending; empty unless exact or alias. */
  people: PersonIndex[];
  /** Most similar first; only with `proposed`. */
  proposals: CompanyProposalFor[];
}

/** Finds the known people of a company. */
export function matchCompany(judged: Judged, text: string): CompanyMatch {
  const { employers, network, constants, asOf } = judged;
  const plain = companyKey(text);
  const key = employers.names.keyOf(text);
  if (plain === null || key === null) return { kind: 'none', key: null, people: [], proposals: [] };
  const people = peopleAt(judged, key);
  if (people.length > 0) {
    const isSpelled = people.some((person) => companyKey(jobOn(network.people[person]!, asOf).company) === plain);
    return { kind: isSpelled ? 'exact' : 'alias', key, people, proposals: [] };
  }
  const proposals: CompanyProposalFor[] = [];
  for (const employer of employers.byKey.values()) {
    if (!isSameDigits(plain, employer.key)) continue;
    const similarity = jaroWinkler(plain, employer.key);
    if (similarity < constants.companyProposalSimilarity) continue;
    const there = peopleAt(judged, employer.key);
    if (there.length > 0) proposals.push({ key: employer.key, name: employer.name, people: there, similarity });
  }
  proposals.sort((a, b) => b.similarity - a.similarity || (a.key < b.key ? -1 : 1));
  return { kind: proposals.length > 0 ? 'proposed' : 'none', key, people: [], proposals };
}

/** Known people of the employer with this canonical key, me left out. */
export function peopleAt(judged: Judged, key: string): PersonIndex[] {
  const members = judged.employers.byKey.get(key)?.members ?? [];
  return members.filter((person) => person !== judged.network.ego);
}
