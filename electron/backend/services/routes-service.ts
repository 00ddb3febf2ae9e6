/** Answers "who can bring me there?": to a company, a person, or a whole list. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { Route, RouteAnswer, RouteAnswers } from '../../../shared/contract/routes.ts';
import { matchCompany } from '../../../shared/graph/match-company.ts';
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
import type { PersonIndex } from '../../../shared/model/network.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { JudgedDay, Session } from '../engine/session.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { shortReasons } from './tie-words.ts';

/** People at a company that an answer lists. */
const MAX_PEOPLE = 100;

export function findRoutes(session: Session, input: CheckedInputOf<'findRoutes'>): RouteAnswer {
  const day = session.judge(input.asOf);
  if (input.toPerson !== undefined) return routesToPerson(day, findPerson(day.judged.network, input.toPerson), input.k);
  return routesToCompany(day, input.to ?? '', input.k);
}

/** One answer a line, in the order of the lines. A profile address nobody is known by is an unknown target, not a failure. */
export function findRoutesToMany(session: Session, input: CheckedInputOf<'findRoutesToMany'>): RouteAnswers {
  const day = session.judge(input.asOf);
  return {
    answers: input.lines.map((line) => {
      if (slugFromUrl(line) === null || !line.includes('/')) return routesToCompany(day, line, input.k);
      try {
        return routesToPerson(day, findPerson(day.judged.network, line), input.k);
      } catch (error) {
        if (error instanceof WeftError && error.code === 'person-unknown') return unknownPerson(line, day);
        throw error;
      }
    }),
  };
}

export function routesToCompany(day: JudgedDay, text: string, k: number): RouteAnswer {
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
    };
  }
  const name = judged.employers.byKey.get(match.key ?? '')?.name ?? text;
  const paths = findIntroPaths(day.routes(), match.people, { k });
  return answer(day, { kind: 'company', name, matchedBy: match.kind, people: match.people }, paths, () =>
    nextStepsToCompany(judged, name, match.people),
  );
}

export function routesToPerson(day: JudgedDay, target: PersonIndex, k: number): RouteAnswer {
  const { judged } = day;
  if (target === judged.network.ego) {
    throw new WeftError('arguments', 'about-yourself', 'That is you. Name somebody else.');
  }
  const { name } = judged.network.people[target]!;
  const paths = findIntroPaths(day.routes(), [target], { k });
  return answer(day, { kind: 'person', name, matchedBy: 'exact', people: [target] }, paths, () =>
    nextStepsToPerson(judged, target),
  );
}

interface Goal {
  kind: 'company' | 'person';
  name: string;
  matchedBy: 'exact' | 'alias';
  people: readonly PersonIndex[];
}

function answer(day: JudgedDay, goal: Goal, paths: readonly IntroPath[], nextSteps: () => string[]): RouteAnswer {
  const { judged } = day;
  return {
    target: { ...goal, people: refs(day, goal.people) },
    status: paths.length > 0 ? 'routes' : 'no-route',
    sentence: answerSentence(judged, goal.name, paths),
    routes: paths.map((path) => describeRoute(day, path)),
    atLeastOne: atLeastOne(paths),
    calibrated: judged.calibration !== null,
    nextSteps: paths.length > 0 ? [] : nextSteps(),
  };
}

function describeRoute({ judged }: JudgedDay, path: IntroPath): Route {
  const { constants, network } = judged;
  return {
    probability: path.probability,
    probabilityLow: probabilityWithAttrition(path, constants.attritionLow),
    probabilityHigh: probabilityWithAttrition(path, constants.attritionHigh),
    people: path.people.map((person) => personRef(network, person)),
    hops: path.hops.map(({ a, b, basis, q, s, help }) => ({
      a: personRef(network, a),
      b: personRef(network, b),
      basis,
      q,
      s,
      help,
      why: shortReasons(judged, a, b),
    })),
    weakest: path.weakest,
    firstStep: firstStep(judged, path),
    ask: askKind(judged, path),
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
