/** Answers "who can bring me there?": to a company, a person, or a whole list. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { Route, RouteAnswer, RouteAnswers } from '../../../shared/contract/routes.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { type CompanyProposalFor, matchCompany } from '../../../shared/graph/match-company.ts';
import { BANDS } from '../../../shared/graph/my-ties.ts';
import { slugFromUrl } from '../../../shared/import/profile-url.ts';
import {
  atLeastOne,
  findIntroPaths,
  type IntroPath,
  probabilityWithAttrition,
} from '../../../shared/insight/intro-paths.ts';
import {
  answerSentence,
  askKind,
  firstStep,
  nextStepsToCompany,
  nextStepsToPerson,
} from '../../../shared/insight/route-words.ts';
import { chanceInWord } from '../../../shared/model/chance-words.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { bandOf } from '../../../shared/ties/strength.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import type { Session } from '../engine/session.ts';
import { goodwillOf } from './goodwill.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { routeDetails } from './route-details.ts';
import { saidAboutHop } from './said-about-hop.ts';
import { shortReasons } from './tie-words.ts';

/** People at a company that an answer lists. */
const MAX_PEOPLE = 100;

export function findRoutes(session: Session, input: CheckedInputOf<'findRoutes'>): RouteAnswer {
  const asked: Asked = {
    day: session.judge(input.asOf),
    statements: session.statements(),
    k: input.k,
    details: input.details,
  };
  const { network } = asked.day.judged;
  if (input.toPerson !== undefined) return routesToPerson(asked, findPerson(network, input.toPerson));
  return routesToCompany(asked, input.to ?? '');
}

/** What every answer is made from. */
interface Asked {
  day: JudgedDay;
  statements: readonly Statement[];
  k: number;
  details: boolean;
}

/** One answer a line, in the order of the lines. A profile address nobody is known by is an unknown target, not a failure. */
export function findRoutesToMany(session: Session, input: CheckedInputOf<'findRoutesToMany'>): RouteAnswers {
  const day = session.judge(input.asOf);
  const asked: Asked = { day, statements: session.statements(), k: input.k, details: false };
  return {
    answers: input.lines.map((line) => {
      if (slugFromUrl(line) === null || !line.includes('/')) return routesToCompany(asked, line);
      try {
        return routesToPerson(asked, findPerson(day.judged.network, line));
      } catch (error) {
        if (error instanceof WeftError && error.code === 'person-unknown') return unknownPerson(line, day);
        throw error;
      }
    }),
  };
}

function routesToCompany(asked: Asked, text: string): RouteAnswer {
  const { day } = asked;
  const { judged } = day;
  const match = matchCompany(judged, text);
  if (match.kind === 'none' || match.kind === 'proposed') {
    const alike = match.proposals.flatMap((proposal) => proposal.people);
    return {
      target: {
        kind: 'company',
        name: text,
        matchedBy: match.kind === 'proposed' ? 'proposed' : null,
        people: refs(day, alike),
      },
      status: 'unknown-target',
      sentence:
        match.kind === 'proposed' ? `Nobody at ${text} is known; a similar name is.` : `Nobody at ${text} is known.`,
      routes: [],
      atLeastOne: null,
      calibrated: judged.calibration !== null,
      nextSteps: [
        ...match.proposals.map(
          ({ name, people }) => `Is ${name} the same company (${people.length} known there)? Then say so.`,
        ),
        ...nextStepsToCompany(judged, text, []),
      ],
      ...detailsOf(asked, [], match.key, [], match.proposals),
    };
  }
  const name = judged.employers.byKey.get(match.key ?? '')?.name ?? text;
  const goal: Goal = { kind: 'company', name, matchedBy: match.kind, people: match.people, employerKey: match.key };
  return answer(asked, goal, () => nextStepsToCompany(judged, name, match.people));
}

function routesToPerson(asked: Asked, target: PersonIndex): RouteAnswer {
  const { judged } = asked.day;
  if (target === judged.network.ego) {
    throw new WeftError('arguments', 'about-yourself', 'That is you. Name somebody else.');
  }
  const { name } = judged.network.people[target]!;
  const employerKey = judged.employers.keyOfPerson[target] ?? null;
  const goal: Goal = { kind: 'person', name, matchedBy: 'exact', people: [target], employerKey };
  return answer(asked, goal, () => nextStepsToPerson(judged, target));
}

interface Goal {
  kind: 'company' | 'person';
  name: string;
  matchedBy: 'exact' | 'alias';
  people: readonly PersonIndex[];
  employerKey: string | null;
}

function answer(asked: Asked, goal: Goal, nextSteps: () => string[]): RouteAnswer {
  const { day } = asked;
  const { judged } = day;
  const { kind, name, matchedBy, people, employerKey } = goal;
  const paths = findIntroPaths(day.routes(), people, { k: asked.k });
  const describe = routeDescriber(asked);
  return {
    target: { kind, name, matchedBy, people: refs(day, people) },
    status: paths.length > 0 ? 'routes' : 'no-route',
    sentence: answerSentence(judged, goal.name, paths),
    routes: paths.map(describe),
    atLeastOne: atLeastOne(paths),
    calibrated: judged.calibration !== null,
    nextSteps: paths.length > 0 ? [] : nextSteps(),
    ...detailsOf(asked, people, employerKey, paths, []),
  };
}

function detailsOf(
  { day, statements, details }: Asked,
  people: readonly PersonIndex[],
  employerKey: string | null,
  paths: readonly IntroPath[],
  proposals: readonly CompanyProposalFor[],
): Pick<RouteAnswer, 'details'> {
  if (!details) return {};
  const onRoutes = new Set(paths.flatMap((path) => path.people.slice(1)));
  return { details: routeDetails(day, statements, { employerKey, people, proposals }, onRoutes) };
}

function routeDescriber({ day: { judged }, statements }: Asked): (path: IntroPath) => Route {
  const goodwill = goodwillOf(judged.network, statements, judged.asOf);
  const said = saidAboutHop(judged.network, statements, judged.asOf);
  return (path) => describeRoute(judged, path, goodwill, said);
}

function describeRoute(
  judged: Judged,
  path: IntroPath,
  goodwill: ReturnType<typeof goodwillOf>,
  said: ReturnType<typeof saidAboutHop>,
): Route {
  const { constants, network } = judged;
  const low = probabilityWithAttrition(path, constants.attritionLow);
  const high = probabilityWithAttrition(path, constants.attritionHigh);
  return {
    probability: path.probability,
    probabilityLow: low,
    probabilityHigh: high,
    people: path.people.map((person) => personRef(network, person)),
    hops: path.hops.map(({ a, b, basis, q, s, help }) => ({
      a: personRef(network, a),
      b: personRef(network, b),
      basis,
      q,
      s,
      help,
      band: a === network.ego ? BANDS[judged.mySummaries.band[b]!]! : bandOf(s, constants),
      why: shortReasons(judged, a, b),
      said: said(a, b),
    })),
    weakest: path.weakest,
    firstStep: firstStep(judged, path),
    ask: askKind(judged, path),
    chance: { word: chanceInWord(path.probability), low: chanceInWord(low), high: chanceInWord(high) },
    goodwill: goodwill(path.people[1] ?? network.ego),
  };
}

function refs({ judged }: JudgedDay, people: readonly PersonIndex[]) {
  return people.slice(0, MAX_PEOPLE).map((person) => personRef(judged.network, person));
}

function unknownPerson(line: string, { judged }: JudgedDay): RouteAnswer {
  return {
    target: { kind: 'person', name: line, matchedBy: null, people: [] },
    status: 'unknown-target',
    sentence: 'Nobody is known by that address.',
    routes: [],
    atLeastOne: null,
    calibrated: judged.calibration !== null,
    nextSteps: [`Add them, with the mutual connections that their profile shows.`],
  };
}
