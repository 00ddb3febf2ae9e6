/** Turns what was said about people as people name them into a statement about keys. */
import type { z } from 'zod';
import type { Logged, Said } from '../../../shared/contract/statements.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { assertNever, WeftError } from '../../../shared/model/weft-error.ts';
import { findPerson } from './person-lookup.ts';

type SaidOrLogged = z.output<typeof Said> | z.output<typeof Logged>;

/**
 * @throws WeftError arguments: `person-unknown`, `person-ambiguous`, `about-yourself`, `same-person`
 */
export function statementBody(said: SaidOrLogged, network: Network): StatementBody {
  const key = (query: string): string => network.people[findPerson(network, query)]!.key;
  const other = (query: string): string => {
    const found = key(query);
    if (found === network.people[network.ego]!.key) {
      throw new WeftError('arguments', 'about-yourself', 'That is you. Name somebody else.');
    }
    return found;
  };
  const pair = (a: string, b: string): { a: string; b: string } => {
    const [first, second] = [other(a), other(b)];
    if (first === second) throw new WeftError('arguments', 'same-person', 'Both names are one person. Name two.');
    return { a: first, b: second };
  };

  switch (said.kind) {
    case 'knows':
      return { kind: 'knows', ...pair(said.a, said.b), how: said.how ?? null, closeness: said.closeness ?? null };
    case 'not-knows':
    case 'introduced':
    case 'same':
      return { kind: said.kind, ...pair(said.a, said.b) };
    case 'closeness':
      return { kind: 'closeness', person: other(said.person), value: said.value };
    case 'vouch':
      return { kind: 'vouch', person: other(said.person), would: said.would };
    case 'circle':
      return {
        kind: 'circle',
        name: said.name,
        members: [...new Set(said.members.map(other))].sort(),
        size: said.size ?? null,
        from: said.from === undefined ? null : dayFromIso(said.from),
        to: said.to === undefined ? null : dayFromIso(said.to),
      };
    case 'circle-leave':
      return { kind: 'circle-leave', name: said.name, members: [...new Set(said.members.map(other))].sort() };
    case 'circle-rename':
      return { kind: 'circle-rename', name: said.name, to: said.to };
    case 'circle-remove':
      return { kind: 'circle-remove', name: said.name };
    case 'employer-size':
      return { kind: 'employer-size', company: said.company, size: said.size };
    case 'alias':
      return { kind: 'alias', company: said.company, other: said.other };
    case 'role':
      return { kind: 'role', person: other(said.person), role: said.role };
    case 'helps-with':
    case 'note':
      return { kind: said.kind, person: other(said.person), text: said.text };
    case 'company-questions':
      return { kind: 'company-questions', company: said.company, text: said.text };
    case 'person-questions':
      return { kind: 'person-questions', person: other(said.person), text: said.text };
    case 'pitch':
      return { kind: 'pitch', text: said.text };
    case 'people-filter':
      return { kind: 'people-filter', name: said.name, words: said.words };
    case 'weights':
      return { kind: 'weights', name: said.name, weights: said.weights };
    case 'setting':
      return { kind: 'setting', name: said.name, value: said.value };
    case 'network-until':
      return { kind: 'network-until', person: other(said.person), until: dayFromIso(said.until) ?? 0 };
    case 'mutuals':
      return { kind: 'mutuals', person: other(said.person), count: said.count };
    case 'ask':
      return { kind: 'ask', person: other(said.person), target: said.target ?? null, outcome: said.outcome };
    case 'give':
      return { kind: 'give', person: other(said.person), give: said.give };
    case 'plan':
      return {
        kind: 'plan',
        person: other(said.person),
        target: said.target ?? null,
        what: said.what ?? null,
        why: said.why ?? null,
        where: said.where ?? null,
        when: said.when === undefined ? null : dayFromIso(said.when),
      };
    case 'meeting':
    case 'call':
      return { kind: said.kind, person: other(said.person) };
    case 'referral': {
      const { a, b } = pair(said.person, said.named);
      return { kind: 'referral', person: a, named: b };
    }
    default:
      return assertNever(said);
  }
}
