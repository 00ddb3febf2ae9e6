/** What a window shows beside the routes to a target: who is known there, what the user said about it, what could be said. */
import type { RouteDetails } from '../../../shared/contract/routes.ts';
import { companyKey } from '../../../shared/graph/company-key.ts';
import type { CompanyProposalFor } from '../../../shared/graph/match-company.ts';
import { targetReach } from '../../../shared/insight/target-reach.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import { personRef } from './person-ref.ts';
import { statementText } from './statement-words.ts';
import { strengthOf } from './strength-view.ts';

/** People of a target whose nearness is looked up; the rest is counted. */
const MAX_KNOWN = 100;

export interface DetailedGoal {
  /** Canonical key of the employer; null for a person without one, and for a text that names none. */
  employerKey: string | null;
  people: readonly PersonIndex[];
  proposals: readonly CompanyProposalFor[];
}

/** @param onRoutes everybody who stands on a route shown */
export function routeDetails(
  day: JudgedDay,
  statements: readonly Statement[],
  goal: DetailedGoal,
  onRoutes: ReadonlySet<PersonIndex>,
): RouteDetails {
  const { judged } = day;
  const { employers, network } = judged;
  const reach = targetReach(day.routes(), goal.people.slice(0, MAX_KNOWN));
  const byNearness = [
    ...reach.direct
      .toSorted((a, b) => judged.graph.egoTies.s[b]! - judged.graph.egoTies.s[a]! || a - b)
      .map((index) => ({ index, near: 'direct' as const })),
    ...reach.oneStep.map((index) => ({ index, near: 'one-step' as const })),
    ...reach.twoSteps.map((index) => ({ index, near: 'two-steps' as const })),
    ...reach.none.map((index) => ({ index, near: 'none' as const })),
  ];
  const employer = goal.employerKey === null ? undefined : employers.byKey.get(goal.employerKey);
  return {
    known: byNearness.map(({ index, near }) => {
      const strength = strengthOf(judged, index);
      return {
        person: personRef(network, index),
        near,
        s: strength?.s ?? null,
        band: strength?.band ?? null,
      };
    }),
    knownTotal: goal.people.length,
    size: goal.employerKey === null ? null : employers.names.sizeOf(goal.employerKey),
    employer: employer?.name ?? null,
    proposals: goal.proposals.map(({ name, people }) => ({ name, people: people.length })),
    corrections: corrections(day, statements, goal, onRoutes),
  };
}

/** Statements that bear on this target: its spellings and size, who knows whom around it, and how close I am to whom it asks. */
function corrections(
  { judged }: JudgedDay,
  statements: readonly Statement[],
  { employerKey, people }: DetailedGoal,
  onRoutes: ReadonlySet<PersonIndex>,
): RouteDetails['corrections'] {
  const { network, employers, asOf } = judged;
  const there = new Set(people);
  const place = (key: string) => network.indexOfKey.get(key) ?? -1;
  const isEmployer = (text: string) => {
    const key = companyKey(text);
    return employerKey !== null && key !== null && employers.names.canonical(key) === employerKey;
  };
  return statements
    .filter(({ on, body }) => {
      if (on > asOf) return false;
      switch (body.kind) {
        case 'knows':
        case 'not-knows':
        case 'introduced':
          return there.has(place(body.a)) || there.has(place(body.b));
        case 'closeness':
          return onRoutes.has(place(body.person));
        case 'alias':
          return isEmployer(body.company) || isEmployer(body.other);
        case 'employer-size':
          return isEmployer(body.company);
        default:
          return false;
      }
    })
    .sort((a, b) => b.on - a.on || b.id - a.id)
    .map(({ id, on, body }) => ({ id, kind: body.kind, on: isoFromDay(on), text: statementText(body, network) }));
}
