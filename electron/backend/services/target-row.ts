/** One target with who is known there and how near they are. */
import type { TargetRow } from '../../../shared/contract/routes.ts';
import { matchCompany } from '../../../shared/graph/match-company.ts';
import { findIntroPaths, type IntroPath } from '../../../shared/insight/intro-paths.ts';
import { answerSentence } from '../../../shared/insight/route-words.ts';
import { targetReach } from '../../../shared/insight/target-reach.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import { personRef } from './person-ref.ts';
import type { TargetStatement } from './targets-service.ts';

const STATUS_OF_HOPS = ['none', 'direct', 'one-step', 'two-steps'] as const;

export function targetRow(day: JudgedDay, { id, body }: TargetStatement): TargetRow {
  const { judged } = day;
  if (body.kind === 'target-person') {
    const index = judged.network.indexOfKey.get(body.person);
    const name = index === undefined ? body.person : judged.network.people[index]!.name;
    const people = index === undefined ? [] : [index];
    return {
      id,
      kind: 'person',
      name,
      person: index === undefined ? null : personRef(judged.network, index),
      matchedBy: index === undefined ? null : 'exact',
      ...reachOf(day, name, people),
      proposals: [],
    };
  }
  const match = matchCompany(judged, body.company);
  const name = judged.employers.byKey.get(match.key ?? '')?.name ?? body.company;
  return {
    id,
    kind: 'company',
    name,
    person: null,
    matchedBy: match.kind === 'none' ? null : match.kind,
    ...reachOf(day, name, match.people),
    proposals: match.proposals.map((proposal) => ({ name: proposal.name, people: proposal.people.length })),
  };
}

/** Everybody known at a target; nobody for a name that is only similar. */
export function peopleOfTarget({ judged }: JudgedDay, { body }: TargetStatement): readonly PersonIndex[] {
  if (body.kind === 'target-company') return matchCompany(judged, body.company).people;
  const index = judged.network.indexOfKey.get(body.person);
  return index === undefined ? [] : [index];
}

type Reach = Pick<TargetRow, 'direct' | 'oneStep' | 'twoSteps' | 'none' | 'status' | 'sentence'>;

/** Counts the known people of a target by the fewest introductions that reach them. */
function reachOf(day: JudgedDay, name: string, people: readonly PersonIndex[]): Reach {
  const prepared = day.routes();
  const best = findIntroPaths(prepared, people, { k: 3 });
  const reach = targetReach(prepared, people);
  return {
    direct: reach.direct.length,
    oneStep: reach.oneStep.length,
    twoSteps: reach.twoSteps.length,
    none: reach.none.length,
    status: statusOf(best),
    sentence: sentenceOf(day, name, people, best),
  };
}

function statusOf(paths: readonly IntroPath[]): TargetRow['status'] {
  const fewest = Math.min(...paths.map((path) => path.hops.length));
  return STATUS_OF_HOPS[fewest] ?? 'none';
}

function sentenceOf(
  { judged }: JudgedDay,
  name: string,
  people: readonly PersonIndex[],
  paths: readonly IntroPath[],
): string {
  if (people.length === 0) return `Nobody at ${name} is known yet.`;
  return answerSentence(judged, name, paths);
}
