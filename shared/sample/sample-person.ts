/** The nouns of the invented network. */
import { dayFromIso } from '../model/dates.ts';
import type { Day, EpochSeconds } from '../model/units.ts';
import type { Job } from './work.ts';

/** A date literal of this folder. */
export function day(iso: string): Day {
  const value = dayFromIso(iso);
  if (value === null) throw new RangeError(`No such day: ${iso}`);
  return value;
}

/** The day on which the invented network is looked at: the date of its newest export. */
export const SAMPLE_DAY: Day = day('2026-06-30');
/** Date of the older export of the same person. */
export const OLD_EXPORT_DAY: Day = day('2025-04-28');

export interface SamplePerson {
  /** Decoded; ends in `-zt` and a number. */
  slug: string;
  /** Slug in the older export, where it was another one. */
  oldSlug: string | null;
  /** False: their row in Connections.csv has no URL. */
  hasUrl: boolean;
  first: string;
  last: string;
  email: string | null;
  /** On OLD_EXPORT_DAY and on SAMPLE_DAY. */
  before: Job;
  now: Job;
}

/** How much two people write to each other. */
export type Warmth = 'close' | 'warm' | 'light' | 'unanswered' | 'recruiter' | 'dormant' | 'silent';

/** One row of somebody's Connections.csv. */
export interface Link {
  person: SamplePerson;
  connectedOn: Day;
  warmth: Warmth;
  circle: string;
  /** Day of the last message, where the story needs one. */
  lastContact: Day | null;
  /** What became of them between the two exports of ego: the tie was cut, or the account closed. */
  vanished: 'cut' | 'closed' | null;
}

export interface Message {
  from: SamplePerson;
  at: EpochSeconds;
  text: string;
}

export interface Conversation {
  id: string;
  title: string;
  members: readonly SamplePerson[];
  /** Oldest first. */
  messages: Message[];
}

export function fullName(person: SamplePerson): string {
  return `${person.first} ${person.last}`.trim();
}

/** The address as an export prints it: percent-encoded where it must be. */
export function profileUrl(slug: string): string {
  return `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
}
