/** Companies and people the user wants to reach, and who is known there. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { TargetList } from '../../../shared/contract/routes.ts';
import { companyKey } from '../../../shared/graph/company-key.ts';
import { keyOfSaid, keyOfSlug } from '../../../shared/identity/person-key.ts';
import { slugFromUrl, withHttps } from '../../../shared/import/profile-url.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { Session } from '../engine/session.ts';
import type { Store } from '../store/store.ts';
import { leftWithout, MUTUAL } from './hand-added.ts';
import { deriveAgain } from './import-service.ts';
import { findPerson, lookUpPerson } from './person-lookup.ts';
import { addStatement, decidesWho } from './statement-service.ts';
import { targetRow } from './target-row.ts';

export function listTargets(session: Session, input: CheckedInputOf<'listTargets'>): TargetList {
  const day = session.judge(input.asOf);
  const targets = targetStatements(session.statements()).map((statement) => targetRow(day, statement));
  return { total: targets.length, targets };
}

/** Adds companies, and a person who may be nobody's contact, with the mutual contacts that their profile page shows. */
export function addTargets(session: Session, input: CheckedInputOf<'addTargets'>): TargetList {
  const iso = session.asOf(input.on);
  session.changing();
  const network = session.network();
  for (const company of input.companies) {
    if (companyKey(company) === null) {
      throw new WeftError(
        'arguments',
        'not-a-company',
        `"${company}" names no employer, so nobody can be found there.`,
      );
    }
  }
  const known = input.people.map((query) => findPerson(network, query));
  if (known.includes(network.ego)) {
    throw new WeftError('arguments', 'about-yourself', 'That is you. Name somebody else.');
  }
  const mutuals = (input.person?.mutuals ?? []).map((query) => network.people[findPerson(network, query)]!.key);
  const before = new Set(session.statements().map(({ id }) => id));
  const write = (store: Store) => {
    const standing = targetStatements(store.readStatements());
    const companies = new Set(
      standing.map(({ body }) => (body.kind === 'target-company' ? companyKey(body.company) : null)),
    );
    for (const company of input.companies) {
      const key = companyKey(company);
      if (!companies.has(key)) addStatement(store, { kind: 'target-company', company }, iso);
      companies.add(key);
    }
    const people = new Set(
      standing.map(({ body }) => (body.kind === 'target-person' ? network.indexOfKey.get(body.person) : undefined)),
    );
    for (const index of known) {
      if (!people.has(index)) {
        addStatement(store, { kind: 'target-person', person: network.people[index]!.key }, iso);
      }
      people.add(index);
    }
    if (input.person === undefined) return;
    const key = addPerson(store, network, input.person, iso);
    for (const mutual of mutuals) {
      if (mutual !== key) addStatement(store, { kind: 'knows', a: mutual, b: key, how: MUTUAL, closeness: null }, iso);
    }
    if (!standing.some(({ body }) => body.kind === 'target-person' && body.person === key)) {
      addStatement(store, { kind: 'target-person', person: key }, iso);
    }
  };
  // Somebody added by hand decides who is who.
  session.writeBeside(write, () => input.person !== undefined);
  const added = session.statements().flatMap(({ id }) => (before.has(id) ? [] : [id]));
  return { ...listTargets(session, { asOf: iso }), added };
}

export function removeTarget(
  session: Session,
  { target = '', id: number }: CheckedInputOf<'removeTarget'>,
): TargetList {
  session.changing();
  const network = session.network();
  const key = companyKey(target);
  const people = new Set(lookUpPerson(network, target).flatMap((index) => keysOf(session, index)));
  const removed = targetStatements(session.statements()).filter(({ id, body }) => {
    if (number !== undefined) return id === number;
    if (String(id) === target.trim()) return true;
    return body.kind === 'target-company' ? key !== null && companyKey(body.company) === key : people.has(body.person);
  });
  if (removed.length === 0) {
    throw new WeftError('arguments', 'target-unknown', 'That is no target of yours. weft targets lists them.');
  }
  const all = [...removed, ...leftWithout(removed, session.statements())];
  session.writeBeside(
    (store) => {
      for (const { id } of all) store.withdrawStatement(id);
      if (decidesWho(all)) deriveAgain(store);
    },
    () => decidesWho(all),
  );
  return { ...listTargets(session, {}), removed: all.map(({ id }) => id) };
}

export type TargetStatement = Statement & {
  body: Extract<Statement['body'], { kind: 'target-company' | 'target-person' }>;
};

/** In the order in which they were named. */
export function targetStatements(statements: readonly Statement[]): TargetStatement[] {
  return statements.filter(
    (statement): statement is TargetStatement =>
      statement.body.kind === 'target-company' || statement.body.kind === 'target-person',
  );
}

/** Key of the person: one who is known by that address already, else one written down by hand. */
function addPerson(
  store: Store,
  network: Network,
  person: NonNullable<CheckedInputOf<'addTargets'>['person']>,
  iso: string,
): string {
  const slug = person.url === undefined ? null : slugFromUrl(person.url);
  if (person.url !== undefined && slug === null) {
    throw new WeftError('arguments', 'bad-input', 'A profile address reads https://www.linkedin.com/in/name.');
  }
  const known = slug === null ? undefined : network.indexOfKey.get(keyOfSlug(slug));
  if (known !== undefined) return network.people[known]!.key;
  // Only somebody without an address and without a company said may be a contact meant by name.
  const isOnlyNamed = slug === null && person.company === undefined && person.title === undefined;
  const named = isOnlyNamed ? lookUpPerson(network, person.name) : [];
  if (named.length === 1) return network.people[named[0]!]!.key;
  const key = slug === null ? keyOfSaid(person.name, person.company ?? '') : keyOfSlug(slug);
  if (network.indexOfKey.has(key)) return key;
  addStatement(
    store,
    {
      kind: 'person',
      person: key,
      name: person.name,
      url: person.url === undefined ? null : withHttps(person.url.trim()),
      company: person.company ?? null,
      position: person.title ?? null,
    },
    iso,
  );
  return key;
}

function keysOf(session: Session, index: number): string[] {
  const keys: string[] = [];
  for (const [key, at] of session.network().indexOfKey) if (at === index) keys.push(key);
  return keys;
}
