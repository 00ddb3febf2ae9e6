/** Evidence about a pair as lines to read: the basis first, then what the strength is made of. */
import type { EvidenceLine } from '../../../shared/contract/people.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { explainTie, type TieFact } from '../../../shared/graph/explain-tie.ts';
import type { MyTie, MyTieGround } from '../../../shared/graph/my-ties.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Day } from '../../../shared/model/units.ts';
import { type BasisReason, basisInWords, largestTerms, strengthEvidence } from '../../../shared/ties/explain.ts';

/** Terms that a short reason names. */
const SHORT_TERMS = 3;

/** Everything that is known about a pair, as `ties` and the person page show it. */
export function evidenceLines(judged: Judged, a: PersonIndex, b: PersonIndex): EvidenceLine[] {
  const explanation = explainTie(judged, a, b);
  if (explanation.mine !== null) return myTieLines(judged, explanation.mine);
  return explanation.facts.flatMap((fact) => {
    const line = { kind: fact.kind, text: factInWords(judged, fact), date: isoOf(fact.date), count: null, term: null };
    if (fact.kind !== 'connection') return [line];
    return [line, ...strengthEvidence(fact.strength, judged.asOf, nameOf(judged, fact.owner))];
  });
}

/** My tie: how it is known, then what speaks for its strength. */
export function myTieLines(judged: Judged, mine: MyTie): EvidenceLine[] {
  const ground: EvidenceLine = {
    kind: mine.ground,
    text: groundInWords(judged, mine),
    date: isoOf(judged.network.people[mine.person]!.connectedOn),
    count: null,
    term: null,
  };
  return [ground, ...strengthEvidence(mine.strength, judged.asOf, null)];
}

/** The few reasons that stand beside a hop of a route. */
export function shortReasons(judged: Judged, a: PersonIndex, b: PersonIndex): string[] {
  const explanation = explainTie(judged, a, b);
  const { mine } = explanation;
  if (mine !== null) {
    const top = new Set(
      largestTerms(mine.strength.terms, SHORT_TERMS)
        .filter((term) => term.product > 0)
        .map((term) => term.feature),
    );
    const lines = strengthEvidence(mine.strength, judged.asOf, null)
      .filter((line) => line.kind === 'self-report' || top.has(line.kind as never))
      .map((line) => line.text);
    return [groundInWords(judged, mine), ...lines];
  }
  const facts = explanation.facts.filter((fact) => fact.basis === explanation.basis);
  return facts.map((fact) => factInWords(judged, fact));
}

const GROUND_WORDS: Record<MyTieGround, (name: string) => string> = {
  connection: () => 'is connected, from your export',
  'address-book': () => 'is in your address book',
  'their-connection': (name) => `lists you, from ${name}’s export`,
  said: () => 'you said that you know them',
};

function groundInWords(judged: Judged, mine: MyTie): string {
  return GROUND_WORDS[mine.ground](nameOf(judged, mine.person));
}

function factInWords(judged: Judged, fact: TieFact): string {
  if (fact.kind === 'not-knows') return 'you said that they do not know each other';
  return basisInWords(reasonOf(judged, fact));
}

function reasonOf(judged: Judged, fact: Exclude<TieFact, { kind: 'not-knows' }>): BasisReason {
  switch (fact.kind) {
    case 'connection':
      return { kind: 'connected', owner: nameOf(judged, fact.owner) };
    case 'group-thread':
      return { kind: 'group-thread', threads: 1, smallest: fact.size };
    case 'introduced':
      return { kind: 'introduced', on: fact.date };
    case 'knows':
      return { kind: 'knows', on: fact.date, how: fact.how };
    case 'employer':
      return {
        kind: 'employer',
        q: fact.q,
        size: fact.isSizeKnown ? fact.size : null,
        functions: fact.functions,
        bothSenior: fact.bothSenior,
      };
    case 'circle':
      return { kind: 'circle', q: fact.q, name: fact.name, size: fact.size };
    default:
      throw new Error(`Unexpected evidence: ${JSON.stringify(fact)}`);
  }
}

function nameOf(judged: Judged, person: PersonIndex): string {
  return judged.network.people[person]!.name;
}

function isoOf(day: Day | null): string | null {
  return day === null ? null : isoFromDay(day);
}
