/** Joins rows that give a name and no address with people of the same export, and keeps those that cannot be told apart. */
import type { PersonIndex, UnjoinedMention } from '../model/network.ts';
import type { Mention } from '../model/records.ts';
import { type ConnectionRow, type ExportView, isGone, type MatchingNames } from './export-view.ts';
import { compareText, keyOfSlug } from './person-key.ts';

/** People by node or key, once everybody is joined. */
export interface Numbering {
  indexOfNode: (node: number) => PersonIndex;
  indexOfKey: (key: string) => PersonIndex;
}

/** Rows that name somebody who could not be told apart; each name once for each kind of row. */
export class Unjoined {
  private readonly mentions = new Map<string, UnjoinedMention>();

  add(source: string, name: string, matching: string, candidates: PersonIndex[]): void {
    const key = JSON.stringify([source, matching, candidates]);
    const known = this.mentions.get(key);
    if (known === undefined) this.mentions.set(key, { source, name, candidates });
    else if (compareText(name, known.name) < 0) known.name = name;
  }

  sorted(): UnjoinedMention[] {
    return [...this.mentions].sort(([keyA], [keyB]) => compareText(keyA, keyB)).map(([, mention]) => mention);
  }
}

/**
 * The people one export can name: its owner's connections, and everybody who stands in it with an address. The owner is not among
 * them, since rows about others never mean the owner.
 */
export class NamesOfExport {
  readonly view: ExportView;
  readonly owner: PersonIndex;
  private readonly names: MatchingNames;
  private readonly numbering: Numbering;
  private readonly unjoined: Unjoined;
  private known: Map<string, PersonIndex[]> | null = null;
  private rowsOfName: Map<string, ConnectionRow[]> | null = null;

  constructor(view: ExportView, names: MatchingNames, numbering: Numbering, unjoined: Unjoined) {
    this.view = view;
    this.owner = numbering.indexOfNode(view.ownerNode);
    this.names = names;
    this.numbering = numbering;
    this.unjoined = unjoined;
  }

  matching(name: string): string {
    return this.names.of(name);
  }

  personOfSlug(slug: string): PersonIndex {
    return this.numbering.indexOfKey(keyOfSlug(slug));
  }

  /** People of this export with that matching name, sorted. */
  candidates(matching: string): PersonIndex[] {
    this.known ??= this.learn();
    return this.known.get(matching) ?? [];
  }

  /**
   * The person a row means; null when it is nobody, the owner, or cannot be told. The last case is kept as unjoined.
   *
   * @param company tie-breaker among people of one name
   */
  join(mention: Mention, source: string, company: string | null = null): PersonIndex | null {
    if (mention.slug !== null) {
      const person = this.personOfSlug(mention.slug);
      return person === this.owner ? null : person;
    }
    if (mention.name === null) return null;
    const matching = this.matching(mention.name);
    if (isGone(mention.name, matching)) return null;
    const candidates = this.candidates(matching);
    const [only, ...others] = narrowedBy(
      candidates,
      company,
      (person) => this.companiesOf(person, matching),
      this.names,
    );
    if (only !== undefined && others.length === 0) return only;
    this.unjoined.add(source, mention.name, matching, candidates);
    return null;
  }

  private companiesOf(person: PersonIndex, matching: string): string[] {
    this.rowsOfName ??= Map.groupBy(this.view.rows, (row) => row.name);
    const rows = this.rowsOfName.get(matching) ?? [];
    return rows.flatMap(({ node, record }) =>
      record.company !== null && this.numbering.indexOfNode(node) === person ? [record.company] : [],
    );
  }

  private learn(): Map<string, PersonIndex[]> {
    const known = new Map<string, Set<PersonIndex>>();
    const add = (name: string, node: number): void => {
      const person = this.numbering.indexOfNode(node);
      if (person === this.owner) return;
      const people = known.get(name);
      if (people === undefined) known.set(name, new Set([person]));
      else people.add(person);
    };
    for (const row of this.view.rows) add(row.name, row.node);
    for (const [name, nodes] of this.view.addressesOfName) for (const node of nodes) add(name, node);
    return new Map([...known].map(([name, people]) => [name, [...people].sort((a, b) => a - b)]));
  }
}

/** Those of several who stand with that company; everybody when it decides nothing. */
function narrowedBy(
  candidates: PersonIndex[],
  company: string | null,
  companiesOf: (person: PersonIndex) => string[],
  names: MatchingNames,
): PersonIndex[] {
  if (candidates.length < 2 || company === null) return candidates;
  const wanted = names.of(company);
  const there = candidates.filter((person) => companiesOf(person).some((name) => names.of(name) === wanted));
  return there.length === 1 ? there : candidates;
}
