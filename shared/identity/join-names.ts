/** Joins rows that give a name and no address with people of the same export, and keeps those that cannot be told apart. */
import type { PersonIndex, UnjoinedMention } from '../model/network.ts';
import type { Mention } from '../model/records.ts';
import { addressesOf, type ExportView, isGone, type MatchingNames } from './export-view.ts';
import { compareText, keyOfSlug } from './person-key.ts';

/** People by node or key, once everybody is joined. */
export interface Numbering {
  indexOfNode: (node: number) => PersonIndex;
  indexOfKey: (key: string) => PersonIndex;
}

/** Rows that name somebody who could not be told apart; each name once for each kind of row. */
export class Unjoined {
  private readonly mentions = new Map<string, UnjoinedMention & { matching: string }>();
  private readonly idOfCandidates = new Map<string, number>();
  /** A list of 30,000 people of one name may be meant by as many rows; it is written out once. */
  private readonly idOfList = new WeakMap<PersonIndex[], number>();

  add(source: string, name: string, matching: string, candidates: PersonIndex[]): void {
    const key = `${source} ${this.idOf(candidates)} ${matching}`;
    const known = this.mentions.get(key);
    if (known === undefined) this.mentions.set(key, { source, name, matching, candidates });
    else if (compareText(name, known.name) < 0) known.name = name;
  }

  private idOf(candidates: PersonIndex[]): number {
    let id = this.idOfList.get(candidates);
    if (id === undefined) {
      const text = JSON.stringify(candidates);
      id = this.idOfCandidates.get(text) ?? this.idOfCandidates.size;
      this.idOfCandidates.set(text, id);
      this.idOfList.set(candidates, id);
    }
    return id;
  }

  sorted(): UnjoinedMention[] {
    return [...this.mentions.values()]
      .map(({ source, name, matching, candidates }) => ({
        key: JSON.stringify([source, matching, candidates]),
        mention: { source, name, candidates },
      }))
      .sort((a, b) => compareText(a.key, b.key))
      .map(({ mention }) => mention);
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
  private atCompany: Map<string, Set<PersonIndex>> | null = null;

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
    const [only, ...others] = this.narrowedBy(company, candidates, matching);
    if (only !== undefined && others.length === 0) return only;
    this.unjoined.add(source, mention.name, matching, candidates);
    return null;
  }

  /** Those of several people of one name who stand with that company; everybody when it decides nothing. */
  private narrowedBy(company: string | null, candidates: PersonIndex[], matching: string): PersonIndex[] {
    if (candidates.length < 2 || company === null) return candidates;
    this.atCompany ??= this.learnCompanies();
    const there = this.atCompany.get(`${this.names.of(company)}\n${matching}`);
    return there?.size === 1 ? [...there] : candidates;
  }

  /** People by company and name as they stand together in a row. */
  private learnCompanies(): Map<string, Set<PersonIndex>> {
    const people = new Map<string, Set<PersonIndex>>();
    for (const { name, node, record } of this.view.rows) {
      const person = this.numbering.indexOfNode(node);
      if (record.company === null || person === this.owner) continue;
      const key = `${this.names.of(record.company)}\n${name}`;
      people.set(key, (people.get(key) ?? new Set()).add(person));
    }
    return people;
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
    for (const name of this.view.addressesOfName.keys())
      for (const node of addressesOf(this.view, name)) add(name, node);
    return new Map([...known].map(([name, people]) => [name, [...people].sort((a, b) => a - b)]));
  }
}
