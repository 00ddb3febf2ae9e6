/** What the last import of mine changed, and which invitations wait, as Today tells it. */

import type { Judged } from '../graph/build-graph.ts';
import { jobOn } from '../graph/employers.ts';
import { peopleAt } from '../graph/match-company.ts';
import type { PersonIndex } from '../model/network.ts';
import type { Statement } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import { countOf, spokenDay } from '../model/words.ts';
import { lastMove } from './suggestions.ts';
import { answeredCards } from './triage.ts';

export interface ImportChanges {
  /** Date of the newest export of mine, and of the one before; null when unknown or absent. */
  exportDate: Day | null;
  before: Day | null;
  sentence: string;
  /** Contacts since the export before; all of them after the first. */
  added: number;
  moved: PersonIndex[];
  vanished: PersonIndex[];
}

/** @param exportDates of my exports, in any order; those of unknown date left out */
export function importChanges({ network, asOf }: Judged, exportDates: readonly Day[]): ImportChanges {
  const dates = [...new Set(exportDates.filter((date) => date <= asOf))].sort((a, b) => b - a);
  const [exportDate = null, before = null] = dates;
  const moved: PersonIndex[] = [];
  const vanished: PersonIndex[] = [];
  let added = 0;
  for (let person = 0; person < network.people.length; person++) {
    const { isContact, isVanished, jobs, connectedOn: on } = network.people[person]!;
    if (isVanished) vanished.push(person);
    if (!isContact) continue;
    const move = lastMove(jobs, asOf);
    if (move !== null && move.seen === exportDate) moved.push(person);
    if (before === null || (on !== null && on > before && on <= asOf)) added++;
  }
  return {
    exportDate,
    before,
    added,
    moved,
    vanished,
    sentence: sentenceOf(exportDate, before, asOf, added, moved.length, vanished.length),
  };
}

function sentenceOf(
  exportDate: Day | null,
  before: Day | null,
  asOf: Day,
  added: number,
  moved: number,
  vanished: number,
): string {
  if (added === 0 && exportDate === null) return 'Nothing is imported yet.';
  if (exportDate === null) return `Your export lists ${countOf(added, 'contact')}; its date is not known.`;
  if (before === null) {
    return `Your export of ${spokenDay(exportDate, asOf).replace(/^(in|on) /, '')} lists ${countOf(added, 'contact')}. The next one will show who moved.`;
  }
  const changes = [
    countOf(added, 'new contact'),
    countOf(moved, 'new job or title', 'new jobs or titles'),
    `${countOf(vanished, 'person', 'people')} no longer listed`,
  ];
  return `Since the export before: ${changes.join(', ')}.`;
}

export interface InvitationQuestion {
  person: PersonIndex;
  invitedOn: Day | null;
  hasNote: boolean;
  /** My contacts at their employer: the circle they may come from. */
  sharedCircle: PersonIndex[];
  company: string | null;
  questions: string[];
}

/**
 * Invitations to me that wait for an answer, newest first, with the three questions to ask oneself. Whom I invited need not be
 * asked about, and who was answered about does not come back.
 */
export function pendingInvitations(judged: Judged, statements: readonly Statement[]): InvitationQuestion[] {
  const { network, asOf, mySources, employers, graph } = judged;
  const found: InvitationQuestion[] = [];
  const answered = answeredCards(judged, statements);
  for (let person = 0; person < network.people.length; person++) {
    const { isPending, isInvitedByMe, name } = network.people[person]!;
    if (!isPending || isInvitedByMe || answered.has(person)) continue;
    const evidence = mySources.evidenceOf[person];
    const invitedOn = evidence?.invitedOn ?? null;
    if (invitedOn !== null && invitedOn > asOf) continue;
    const key = employers.keyOfPerson[person] ?? null;
    const colleagues = key === null ? [] : peopleAt(judged, key);
    const sharedCircle = colleagues.filter((other) => other !== person && graph.egoTies.isTie[other] === 1);
    const { company } = jobOn(network.people[person]!, asOf);
    const circle =
      sharedCircle.length > 0 && company !== null
        ? `You know ${countOf(sharedCircle.length, 'person', 'people')} at ${company}: is ${name} one of that circle?`
        : `Which circle do you share with ${name}?`;
    found.push({
      person,
      invitedOn,
      hasNote: evidence?.invitationNote === true,
      sharedCircle,
      company,
      questions: [circle, `Do you know ${name}?`, `Would you introduce ${name} to somebody you care about?`],
    });
  }
  return found.sort((a, b) => (b.invitedOn ?? 0) - (a.invitedOn ?? 0) || a.person - b.person);
}
