/** Routes as sentences a person can act on: the answer, the first step, the kind of ask, and what would open a route. */
import type { Judged } from '../graph/build-graph.ts';
import { peopleAt } from '../graph/match-company.ts';
import { BANDS } from '../graph/my-ties.ts';
import type { Person, PersonIndex } from '../model/network.ts';
import type { IntroPath, PathHop } from './intro-paths.ts';

export type AskKind = 'introduction' | 'name-use' | 'advice' | 'back-channel';

/** From here on somebody is likely enough to help that the larger favour can be asked (J: h of a moderate tie). */
const INTRODUCTION_HELP = 0.4;
const MAX_NAMED = 3;

/**
 * The smallest favour that serves: who is there and close can speak frankly; who is there, advise; a go-between who is likely
 * to help introduces, another one lends their name, and where it is not known that they know each other, that is asked first.
 */
export function askKind(judged: Judged, path: IntroPath): AskKind {
  const [first, ...later] = path.hops;
  if (first === undefined) return 'advice';
  if (later.length === 0) return bandOf(judged, first.b) === 'strong' ? 'back-channel' : 'advice';
  if (later.some((hop) => isGuess(judged, hop))) return 'advice';
  return first.help >= INTRODUCTION_HELP ? 'introduction' : 'name-use';
}

/** Sentences say "may" of what is inferred, and of what was seen so faintly that it is more likely not there (model.md §12.2). */
function isGuess({ constants }: Judged, { basis, q }: PathHop): boolean {
  return basis === 'inferred' || q < constants.brokerMinimumQ;
}

/** Why two people of whom it is a guess may know each other. */
function whatTheyShare({ employers, statements }: Judged, { basis, a, b }: PathHop): string {
  if (basis !== 'inferred') return 'both were in one group conversation';
  const employer = employers.keyOfPerson[a] ?? null;
  if (employer !== null && employer === employers.keyOfPerson[b]) return 'both work at the same place';
  const circle = statements.circles.find(({ members }) => members.includes(a) && members.includes(b));
  return `both are in ${circle?.name ?? 'one circle'}`;
}

/** What to do first, as one sentence. */
export function firstStep(judged: Judged, path: IntroPath): string {
  const person = (at: number) => judged.network.people[path.people[at] ?? 0]!;
  const connector = person(1);
  const ask = askKind(judged, path);
  if (path.hops.length === 1) {
    return ask === 'back-channel'
      ? `Ask ${connector.name} for a frank word on the place and on who decides.`
      : `Write to ${connector.name} and ask for fifteen minutes of advice, not for a job.`;
  }
  const next = person(2);
  const [, second, third] = path.hops;
  if (second !== undefined && isGuess(judged, second)) {
    return `Ask ${connector.name} whether they know ${described(next)}: ${whatTheyShare(judged, second)}, so they may.`;
  }
  if (third !== undefined) {
    const target = person(3);
    return isGuess(judged, third)
      ? `Ask ${connector.name} to introduce you to ${next.name}, who may know ${described(target)}.`
      : `Ask ${connector.name} to introduce you to ${next.name}, who knows ${described(target)}.`;
  }
  return ask === 'introduction'
    ? `Ask ${connector.name} to introduce you to ${described(next)}.`
    : `Ask ${connector.name} whether you may mention their name to ${described(next)}.`;
}

/** The answer in one sentence. */
export function answerSentence(judged: Judged, goal: string, paths: readonly IntroPath[]): string {
  const [best] = paths;
  if (best === undefined) return `No route to ${goal} yet.`;
  const connector = judged.network.people[best.people[1] ?? 0]!;
  const target = judged.network.people[best.people.at(-1) ?? 0]!;
  if (best.hops.length === 1) {
    return target.name === goal
      ? `You know ${target.name} yourself.`
      : `You know ${target.name} at ${goal}${titled(target)}: write to them yourself.`;
  }
  const through = best.people
    .slice(2, -1)
    .map((index) => judged.network.people[index]!.name)
    .join(', ');
  const way = through === '' ? '' : `, through ${through}`;
  const knows = best.hops.some((hop) => isGuess(judged, hop)) ? 'may be able to bring' : 'can bring';
  return target.name === goal
    ? `Ask ${connector.name}: they ${knows} you to ${goal}${way}.`
    : `Ask ${connector.name}: they ${knows} you to ${target.name} at ${goal}${way}.`;
}

/** What would open a route, most useful first; never empty. */
export function nextStepsToCompany(judged: Judged, company: string, targets: readonly PersonIndex[]): string[] {
  const steps: string[] = [];
  if (targets.length > 0) {
    const names = targets.slice(0, MAX_NAMED).map((index) => judged.network.people[index]!.name);
    steps.push(
      `${names.join(', ')} ${targets.length === 1 ? 'works' : 'work'} at ${company}, and nobody you know is known to know them. Open their profiles, see whom you have in common, and add them here.`,
    );
  } else {
    steps.push(
      `Search LinkedIn for people at ${company} with 2nd-degree connections, and add the one you want to meet here, with the names of those you have in common.`,
    );
  }
  steps.push(...whoseExport(judged));
  return steps;
}

export function nextStepsToPerson(judged: Judged, target: PersonIndex): string[] {
  const person = judged.network.people[target]!;
  const steps: string[] = [];
  const key = judged.employers.keyOfPerson[target] ?? null;
  const colleagues =
    key === null ? [] : peopleAt(judged, key).filter((index) => index !== target && isMine(judged, index));
  if (key !== null && colleagues.length > 0) {
    const { name, size } = judged.employers.byKey.get(key)!;
    const names = colleagues.slice(0, MAX_NAMED).map((index) => judged.network.people[index]!.name);
    const others = colleagues.length > MAX_NAMED ? ` and ${colleagues.length - MAX_NAMED} more` : '';
    steps.push(`You know ${names.join(', ')}${others} at ${name}: ask whether they know ${person.name}.`);
    if (size === null) {
      steps.push(`Say about how many people work at ${name}: then Weft can tell how likely that is.`);
    }
  }
  steps.push(`Open the profile of ${person.name}, see whom you have in common, and add them here.`);
  steps.push(...whoseExport(judged));
  return steps;
}

/** Ties between others come from their own exports: the closest contacts without one are the ones to ask. */
function whoseExport(judged: Judged): string[] {
  const { network, graph } = judged;
  const owners = new Set(network.owners.map((owner) => owner.person));
  const close: PersonIndex[] = [];
  for (let index = 0; index < graph.size; index++) {
    const isClose = bandOf(judged, index) === 'strong' || bandOf(judged, index) === 'moderate';
    if (isMine(judged, index) && isClose && !owners.has(index)) close.push(index);
  }
  close.sort((a, b) => graph.egoTies.help[b]! - graph.egoTies.help[a]! || a - b);
  if (close.length === 0) {
    return ["A friend's own LinkedIn export would show whom they know. Ask for it, and import it as theirs."];
  }
  const names = close.slice(0, MAX_NAMED).map((index) => network.people[index]!.name);
  return [`The export of somebody close would show whom they know: ask ${names.join(', ')}, and import it as theirs.`];
}

function isMine(judged: Judged, index: PersonIndex): boolean {
  return judged.graph.egoTies.isTie[index] === 1;
}

function bandOf(judged: Judged, index: PersonIndex): string | null {
  return isMine(judged, index) ? (BANDS[judged.mySummaries.band[index]!] ?? null) : null;
}

function described(person: Person): string {
  const work = [person.position, person.company].filter((part) => part !== null).join(' at ');
  return work === '' ? person.name : `${person.name} (${work.replace(/\s+/g, ' ')})`;
}

function titled(person: Person): string {
  return person.position === null ? '' : ` (${person.position.replace(/\s+/g, ' ')})`;
}
