/** Gathers what the opportunity score needs from the judged network and from what was said (model.md §8, settled 15, 23). */
import type { Judged } from '../graph/build-graph.ts';
import { BANDS } from '../graph/my-ties.ts';
import { isConnectedOn } from '../graph/observed-ties.ts';
import { isSenior, type TitleFunction, type TitleReading } from '../graph/title.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from '../ties/constants.ts';
import { hasHelped, helpFromStrength, vouchedHelp } from '../ties/help.ts';
import { matchFunctions, pKnow } from '../ties/p-know.ts';
import type { OpportunityInput } from './opportunity.ts';
import type { TargetSet } from './opportunity-targets.ts';

/** @param statements all that hold; those of a later day than the judged one are ignored */
export function opportunityInput(
  judged: Judged,
  statements: readonly Statement[],
  targets: TargetSet,
): OpportunityInput {
  const { graph, constants, calibration } = judged;
  const people: PersonIndex[] = [];
  for (let person = 0; person < graph.size; person++) if (graph.egoTies.isTie[person] === 1) people.push(person);
  const contacts = Uint32Array.from(people);
  const isUnknown = new Uint8Array(graph.size);
  const prior = new Float64Array(graph.size);
  for (const person of contacts) {
    isUnknown[person] = isClosenessUnknown(judged, person) ? 1 : 0;
    prior[person] = priorHelp(judged, person);
  }
  const fromOwners = ownersMutuals(judged);
  const mutuals = fromOwners.slice();
  for (const [person, count] of typedMutuals(judged, statements)) mutuals[person] = count;
  return {
    graph,
    contacts,
    isUnknown,
    prior,
    power: powers(judged),
    balance: balances(judged, statements),
    mutuals,
    ownersMutuals: fromOwners,
    guessedMutuals: guessMutuals(graph.size, colleaguesOf(judged, contacts), constants),
    isAtTarget: targets.isAt,
    targetPeople: targets.people,
    hasTargets: targets.targets.length > 0,
    constants,
    calibration,
  };
}

/** A bare connection tells nothing; my word on vouching does, also where nothing else is known. */
export function isClosenessUnknown({ mySummaries, statements }: Judged, contact: PersonIndex): boolean {
  return BANDS[mySummaries.band[contact]!] === 'unknown' && !statements.vouches.has(contact);
}

/** h(s) of a contact, with the user's word on vouching. */
export function priorHelp({ graph, statements, constants, calibration }: Judged, contact: PersonIndex): number {
  const line = helpFromStrength(graph.egoTies.s[contact]!, constants, calibration);
  return vouchedHelp(line, statements.vouches.get(contact) ?? null, constants);
}

function powers({ titles }: Judged): Float64Array {
  const power = new Float64Array(titles.length);
  for (let person = 0; person < power.length; person++) power[person] = titles[person]!.power;
  return power;
}

/** By person: gives minus asks that brought no help. */
export function balances({ network, asOf }: Judged, statements: readonly Statement[]): Float64Array {
  const balance = new Float64Array(network.people.length);
  for (const { on, body } of statements) {
    if (on > asOf || (body.kind !== 'give' && body.kind !== 'ask')) continue;
    const person = network.indexOfKey.get(body.person);
    if (person === undefined || (body.kind === 'ask' && hasHelped(body.outcome))) continue;
    balance[person] = balance[person]! + (body.kind === 'give' ? 1 : -1);
  }
  return balance;
}

/** How many of my contacts each other owner's list holds; NaN for everybody else: a few exports would undercount. */
function ownersMutuals({ network, graph, asOf }: Judged): Float64Array {
  const mutuals = new Float64Array(network.people.length).fill(Number.NaN);
  for (const owner of network.owners) {
    if (owner.isMe) continue;
    let count = 0;
    for (const tie of owner.ties) {
      if (graph.egoTies.isTie[tie.alter] === 1 && isConnectedOn(tie, asOf)) count++;
    }
    mutuals[owner.person] = count;
  }
  return mutuals;
}

/** The number the user read off the profile page, which wins over an owner's list; of several the later. */
export function typedMutuals({ network, asOf }: Judged, statements: readonly Statement[]): Map<PersonIndex, number> {
  const typed = new Map<PersonIndex, { on: Day; id: number; count: number }>();
  for (const { id, on, body } of statements) {
    const person = body.kind === 'mutuals' ? network.indexOfKey.get(body.person) : undefined;
    if (body.kind !== 'mutuals' || person === undefined || on > asOf) continue;
    const before = typed.get(person);
    if (before !== undefined && (before.on > on || (before.on === on && before.id > id))) continue;
    typed.set(person, { on, id, count: body.count });
  }
  return new Map([...typed].map(([person, { count }]) => [person, count]));
}

/** People of one employer who cannot be told apart when guessing who knows whom. */
interface TitleClass {
  fn: TitleFunction;
  isSenior: boolean;
  members: PersonIndex[];
}

/** Contacts of one employer by what their titles tell, for guessing who knows whom. */
export interface Colleagues {
  size: number | null;
  listed: number;
  classes: readonly TitleClass[];
}

/** The employers at which I have contacts. */
export function colleaguesOf(
  { network, employers, titles }: Pick<Judged, 'network' | 'employers' | 'titles'>,
  contacts: Uint32Array,
): Colleagues[] {
  const isContact = new Uint8Array(network.people.length);
  for (let at = 0; at < contacts.length; at++) isContact[contacts[at]!] = 1;
  const found: Colleagues[] = [];
  for (const { members, size } of employers.byKey.values()) {
    const classes = titleClasses(members, isContact, titles);
    if (classes.length > 0) found.push({ size, listed: members.length, classes });
  }
  return found;
}

/**
 * m̂ by person: `Σ pKnow(i, j)` over my other contacts j at their employer; NaN without an employer. Colleagues are counted by
 * class of title, so that an employer of thousands costs a few hundred steps.
 */
export function guessMutuals(people: number, colleagues: readonly Colleagues[], constants: Constants): Float64Array {
  const guessed = new Float64Array(people).fill(Number.NaN);
  for (const { size, listed, classes } of colleagues) {
    for (const own of classes) {
      let expected = 0;
      let withOwn = 0;
      for (const other of classes) {
        const chance = pKnow(
          {
            size,
            listed,
            functions: matchFunctions(own.fn, other.fn),
            bothSenior: own.isSenior && other.isSenior,
            overlapYears: null,
          },
          constants,
        );
        expected += chance * other.members.length;
        if (other === own) withOwn = chance;
      }
      for (const person of own.members) guessed[person] = Math.max(0, expected - withOwn);
    }
  }
  return guessed;
}

/** In a fixed order, so that sums do not depend on who stands first. */
function titleClasses(
  members: readonly PersonIndex[],
  isContact: Uint8Array,
  titles: readonly TitleReading[],
): TitleClass[] {
  const classes: TitleClass[] = [];
  for (const person of members) {
    if (isContact[person] !== 1) continue;
    const { fn, level } = titles[person]!;
    const senior = isSenior(level);
    // A dozen at most: looking through them is quicker than naming them.
    const known = classes.find((one) => one.fn === fn && one.isSenior === senior);
    if (known === undefined) classes.push({ fn, isSenior: senior, members: [person] });
    else known.members.push(person);
  }
  const name = (one: TitleClass) => `${one.fn} ${one.isSenior}`;
  return classes.length < 2 ? classes : classes.sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
