/** Reads what is typed and pasted where targets are named: companies as they are typed, lists of targets, lists of names. */
import type { CheckedInputOf, OutputOf } from '../../../shared/contract/api.ts';
import type { CompanySearch, NameMatches, TargetLine } from '../../../shared/contract/routes.ts';
import { companyKey } from '../../../shared/graph/company-key.ts';
import { matchCompany, peopleAt } from '../../../shared/graph/match-company.ts';
import { nameKey } from '../../../shared/import/names.ts';
import { slugFromUrl } from '../../../shared/import/profile-url.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { Session } from '../engine/session.ts';
import { lookUpPerson } from './person-lookup.ts';
import { indexesOfNumbers } from './person-numbers.ts';
import { personRef } from './person-ref.ts';
import { targetStatements } from './targets-service.ts';

/** More than so many candidates are no choice any more: the user types more of the name. */
const MAX_CANDIDATES = 8;

/** Employers with a word that begins with the query: names that begin with it first, then by contacts of mine there. */
export function suggestCompanies(session: Session, input: CheckedInputOf<'suggestCompanies'>): CompanySearch {
  const { judged } = session.judge(input.asOf);
  const wanted = plain(input.query);
  if (wanted === '') return { companies: [] };
  const found: { name: string; people: number; contacts: number; isStart: boolean }[] = [];
  for (const { key, name } of judged.employers.byKey.values()) {
    const text = plain(name);
    const isStart = text.startsWith(wanted);
    if (!isStart && !text.includes(` ${wanted}`)) continue;
    const people = peopleAt(judged, key);
    if (people.length === 0) continue;
    const contacts = people.filter((person) => judged.graph.egoTies.isTie[person] === 1).length;
    found.push({ name, people: people.length, contacts, isStart });
  }
  found.sort(
    (a, b) =>
      Number(b.isStart) - Number(a.isStart) ||
      b.contacts - a.contacts ||
      b.people - a.people ||
      (a.name < b.name ? -1 : 1),
  );
  return { companies: found.slice(0, input.limit).map(({ name, people, contacts }) => ({ name, people, contacts })) };
}

/**
 * What each line of a list of targets means: a profile address a person, anything else an employer; but where nobody is known at
 * an employer of that name and one person is called so, that person.
 */
export function readTargetLines(
  session: Session,
  input: CheckedInputOf<'readTargetLines'>,
): OutputOf<'readTargetLines'> {
  const { judged } = session.judge(input.asOf);
  const { network } = judged;
  const seen = new Set<string>();
  for (const { body } of targetStatements(session.statements())) {
    if (body.kind === 'target-company') seen.add(`c ${companyKey(body.company)}`);
    else seen.add(`p ${network.indexOfKey.get(body.person)}`);
  }
  const once = (mark: string): boolean => {
    const isRepeated = seen.has(mark);
    seen.add(mark);
    return isRepeated;
  };
  const lines = input.lines.map((text): TargetLine => {
    if (text.includes('/') && slugFromUrl(text) !== null) {
      const index = lookUpPerson(network, text)[0];
      if (index === undefined || index === network.ego) {
        return { text, kind: 'unknown-address', person: null, people: null, isRepeated: false };
      }
      return { text, kind: 'person', person: personRef(network, index), people: null, isRepeated: once(`p ${index}`) };
    }
    const key = companyKey(text);
    if (key === null) return { text, kind: 'no-employer', person: null, people: null, isRepeated: false };
    const people = matchCompany(judged, text).people.length;
    const bearer = people === 0 ? onlyBearer(network, text) : null;
    if (bearer !== null) {
      const isRepeated = once(`p ${bearer}`);
      return { text, kind: 'person', person: personRef(network, bearer), people: null, isRepeated };
    }
    return { text, kind: 'company', person: null, people, isRepeated: once(`c ${key}`) };
  });
  return { lines };
}

const bearers = new WeakMap<Network, ReadonlyMap<string, PersonIndex | null>>();

/** The one person of that name, me apart; null where there is none, or more than one. */
function onlyBearer(network: Network, name: string): PersonIndex | null {
  let known = bearers.get(network);
  if (known === undefined) {
    const found = new Map<string, PersonIndex | null>();
    for (const [index, person] of network.people.entries()) {
      const key = nameKey(person.name);
      if (index !== network.ego) found.set(key, found.has(key) ? null : index);
    }
    bearers.set(network, found);
    known = found;
  }
  return known.get(nameKey(name)) ?? null;
}

/** Whom each of the names may mean, contacts of mine first. A name nobody bears is looked for word by word. */
export function matchNames(session: Session, input: CheckedInputOf<'matchNames'>): NameMatches {
  const { judged } = session.judge(input.asOf);
  const { network } = judged;
  const isMine = (index: PersonIndex) => judged.graph.egoTies.isTie[index] === 1;
  return {
    matches: input.names.map((text) => {
      const exact = lookUpPerson(network, text).filter((index) => index !== network.ego);
      const candidates = exact.length > 0 ? exact : searched(session, network, text);
      const ordered = candidates.toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)) || a - b);
      return {
        text,
        candidates: ordered.slice(0, MAX_CANDIDATES).map((index) => personRef(network, index)),
        isExact: exact.length > 0,
      };
    }),
  };
}

/** People whose name holds every word: "Ana Mora" finds "Ana Lucía Mora". */
function searched(session: Session, network: Network, text: string): PersonIndex[] {
  const words = nameKey(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = session.reading().searchPeople(text, 50).flat();
  return indexesOfNumbers(network, found).filter((index) => {
    if (index === network.ego) return false;
    const name = nameKey(network.people[index]!.name).split(' ');
    return words.every((word) => name.some((part) => part.startsWith(word)));
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
