/** Numbers of a tie in words: what speaks for it, what is not known, and what would settle it (model.md §11). */
import { isoFromDay } from '../model/dates.ts';
import type { Day } from '../model/units.ts';
import { spokenDay } from '../model/words.ts';
import { CLOSENESS_WORDS } from './constants.ts';
import type { FeatureName } from './features.ts';
import type { HelpEstimate } from './help.ts';
import type { FunctionMatch } from './p-know.ts';
import type { Term, TieStrength } from './strength.ts';

/** One fact that speaks for a tie. */
export interface EvidenceLine {
  kind: string;
  text: string;
  /** `YYYY-MM-DD`; null when undated. */
  date: string | null;
  count: number | null;
  /** Its part of the logit z; null where it has none. */
  term: number | null;
}

/** A feature that could not be seen, and what the user can do about it. */
export interface UnknownLine {
  feature: FeatureName;
  text: string;
  settle: string;
}

/**
 * Everything that speaks for a tie, the self-report first, then by its part of the strength, largest first; equal parts in
 * the order of the model.
 *
 * @param owner name of the person whose view it is; null for me
 */
export function strengthEvidence(tie: TieStrength, asOf: Day, owner: string | null): EvidenceLine[] {
  const lines: EvidenceLine[] = [];
  if (tie.selfReport !== null) {
    const { value, on } = tie.selfReport;
    lines.push({
      kind: 'self-report',
      text: `You said: ${CLOSENESS_WORDS[value]} (${sayDay(on)}).`,
      date: isoFromDay(on),
      count: null,
      term: null,
    });
  }
  for (const term of largestTerms(tie.terms, tie.terms.length)) {
    lines.push({
      kind: term.feature,
      text: termInWords(term, tie, asOf, owner ?? 'You'),
      date: term.lastOn === null ? null : isoFromDay(term.lastOn),
      count: term.count,
      term: term.product,
    });
  }
  return lines;
}

/** The `count` terms that add most. */
export function largestTerms(terms: readonly Term[], count: number): Term[] {
  return [...terms].sort((a, b) => b.product - a.product).slice(0, count);
}

/** What is not known about a tie, with the step that would tell. */
export function unknownInWords(unknown: readonly FeatureName[], owner: string | null): UnknownLine[] {
  return unknown.map((feature) => ({ feature, ...UNKNOWN[feature](owner === null ? 'your' : `${owner}’s`) }));
}

const UNKNOWN: Record<FeatureName, (whose: string) => { text: string; settle: string }> = {
  recency: (whose) => ({ text: 'When they last wrote is not known.', settle: `Import ${whose} messages.csv.` }),
  intensity: (whose) => ({ text: 'How often they wrote is not known.', settle: `Import ${whose} messages.csv.` }),
  reciprocity: (whose) => ({ text: 'Who answers whom is not known.', settle: `Import ${whose} messages.csv.` }),
  recommend: (whose) => ({
    text: 'Recommendations are not known.',
    settle: `Import ${whose} Recommendations_Given.csv and Recommendations_Received.csv.`,
  }),
  shared: (whose) => ({
    text: 'A shared employer or school is not known.',
    settle: `Import ${whose} Positions.csv and Education.csv, and see that their employer is known.`,
  }),
  duration: () => ({ text: 'Since when is not known.', settle: 'Import a Connections.csv that has their date.' }),
  note: () => ({
    text: 'Whether the invitation came with a personal note is not known.',
    settle: 'Nothing to do: LinkedIn lists only some invitations.',
  }),
  endorse: (whose) => ({
    text: 'Endorsements are not known.',
    settle: `Import ${whose} Endorsement_Given_Info.csv and Endorsement_Received_Info.csv.`,
  }),
};

function termInWords(term: Term, tie: TieStrength, asOf: Day, subject: string): string {
  const { contact } = tie;
  switch (term.feature) {
    case 'recency':
      if (term.lastOn === null) {
        return contact.groupDays > 0
          ? `${subject} never heard from them alone, only in group threads.`
          : `${subject} never heard from them here.`;
      }
      return `${subject} last ${LAST_CONTACT[contact.lastInboundKind ?? 'message']} ${ago(term.lastOn, asOf)}.`;
    case 'intensity':
      if (contact.contactDays === 0) return `${subject} and they exchanged no message here.`;
      return `${sayContactDays(tie)}, most recently ${ago(term.lastOn ?? asOf, asOf)}.`;
    case 'reciprocity':
      if (contact.outboundDays === 0) return `${subject} never wrote to them here.`;
      return `${subject} ${contact.calls + contact.meetings > 0 ? 'wrote, called or met' : 'wrote'} on ${days(contact.outboundDays)}; an answer came within two weeks on ${contact.answeredDays} of them.`;
    case 'recommend':
      return (term.count ?? 0) === 0
        ? 'No recommendation in either direction.'
        : counted(term.count ?? 0, 'recommendation', term.lastOn);
    case 'shared':
      return sharedInWords(tie, subject);
    case 'duration':
      return term.lastOn === null
        ? 'Since when is not known.'
        : `The first sign of this tie was ${ago(term.lastOn, asOf)}.`;
    case 'note':
      return term.x > 0 ? 'The invitation came with a personal note.' : 'The invitation came without a note.';
    case 'endorse':
      return (term.count ?? 0) === 0
        ? 'No endorsement in either direction.'
        : `Endorsements on ${days(term.count ?? 0)}.`;
  }
}

const LAST_CONTACT = { message: 'heard from them', call: 'called them', meeting: 'met them' } as const;

function sayContactDays({ contact }: TieStrength): string {
  const parts = [`Contact on ${days(contact.contactDays)}`];
  if (contact.groupDays > 0) parts.push(`${contact.groupDays} in group threads`);
  if (contact.calls > 0) parts.push(`${contact.calls} ${contact.calls === 1 ? 'call' : 'calls'}`);
  if (contact.meetings > 0) parts.push(`${contact.meetings} ${contact.meetings === 1 ? 'meeting' : 'meetings'}`);
  return parts.join(', ');
}

/** A shared employer is no proof of having met, and the sentence does not say so. */
function sharedInWords({ shared }: TieStrength, subject: string): string {
  if (shared === null || shared.organization === null) return 'No shared employer or school is known.';
  const place = shared.kind === 'education' ? 'studied at' : 'worked at';
  const until =
    shared.endedOn === null ? '' : ` (${subject === 'You' ? 'you' : subject} until ${sayDay(shared.endedOn)})`;
  return `${subject} and they both ${place} ${shared.organization}${until}; ${subject === 'You' ? 'you' : 'the two'} may have met there.`;
}

/** What stands behind a tie between two other people, or behind one of mine. */
export type BasisReason =
  | { kind: 'connected'; owner: string | null }
  | { kind: 'group-thread'; threads: number; smallest: number }
  | { kind: 'introduced'; on: Day }
  | { kind: 'knows'; on: Day; how: string | null }
  | { kind: 'employer'; q: number; size: number | null; functions: FunctionMatch; bothSenior: boolean }
  | { kind: 'circle'; q: number; name: string; size: number };

/** The basis of a tie in words. Only a guess carries a percentage, and always behind "may know". */
export function basisInWords(reason: BasisReason): string {
  switch (reason.kind) {
    case 'connected':
      return `is connected, from ${reason.owner === null ? 'your' : `${reason.owner}’s`} export`;
    case 'group-thread': {
      const people = `${reason.smallest} people`;
      return reason.threads === 1
        ? `shared a group thread of ${people}`
        : `shared ${reason.threads} group threads, the smallest of ${people}`;
    }
    case 'introduced':
      return `you said that one introduced you to the other (${sayDay(reason.on)})`;
    case 'knows':
      return `you said they know each other${reason.how === null ? '' : `: ${reason.how}`} (${sayDay(reason.on)})`;
    case 'employer': {
      const size = reason.size === null ? 'of unknown size' : `of about ${roundedCount(reason.size)} people`;
      const functions = reason.functions === 'unknown' ? '' : `, ${reason.functions} function`;
      const seniority = reason.bothSenior ? ', both senior' : '';
      return `${mayKnow(reason.q)}: same employer ${size}${functions}${seniority}`;
    }
    case 'circle':
      return `${mayKnow(reason.q)}: both in ${reason.name}, a circle of about ${roundedCount(reason.size)} people`;
  }
}

/** What asks and conversations showed about somebody's readiness to help; empty when nothing is known beyond strength. */
export function helpInWords(help: HelpEstimate, vouch: boolean | null): string[] {
  const lines: string[] = [];
  if (vouch !== null)
    lines.push(vouch ? 'You said they would vouch for you.' : 'You said they would not vouch for you.');
  if (help.asks === 1) {
    lines.push(`They ${help.asksHelped === 1 ? 'helped' : 'did not help'} the one time you asked.`);
  } else if (help.asks > 1) {
    lines.push(`They helped ${help.asksHelped} of the ${help.asks} times you asked.`);
  }
  if (help.threads === 1) {
    const answered = help.threadsAnswered === 1 ? 'answered' : 'did not answer';
    lines.push(`They ${answered} the one conversation you began after a silence, within two weeks.`);
  } else if (help.threads > 1) {
    const answered = `${help.threadsAnswered} of ${help.threads}`;
    lines.push(`They answered ${answered} conversations you began after a silence, within two weeks.`);
  }
  return lines;
}

/** A day as it is read: `12 Mar 2026`. */
function sayDay(day: Day): string {
  const [year, month, date] = isoFromDay(day).split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** As people say it, with the day behind it. */
function ago(day: Day, asOf: Day): string {
  return `${spokenDay(day, asOf)} (${sayDay(day)})`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function counted(count: number, noun: string, lastOn: Day | null): string {
  const last = lastOn === null ? '' : `, ${count === 1 ? '' : 'the latest '}${sayDay(lastOn)}`;
  return `${count} ${noun}${count === 1 ? '' : 's'}${last}.`;
}

function mayKnow(q: number): string {
  return `may know, ${Math.round(q * 100)} %`;
}

/** Two digits are as exact as a number of employees is known. */
function roundedCount(size: number): string {
  return String(Number(size.toPrecision(2)));
}
