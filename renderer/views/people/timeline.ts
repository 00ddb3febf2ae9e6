/** What happened between me and somebody, in one row of days. */
import type { PersonPage } from '../../../shared/contract/people.ts';

export interface TimelineEntry {
  key: string;
  /** The day, newest first; null, at the end, for a note of an import without one. */
  on: string | null;
  text: string;
  isNote: boolean;
  /** What is taken back by taking this back; null for what files say. */
  statement: number | null;
}

/** Entries that are events; the rest of what was said stands where it belongs. */
const EVENTS = new Set(['ask', 'give', 'plan', 'meeting', 'call', 'referral', 'introduced']);

type Known = Pick<PersonPage, 'connectedOn' | 'jobs' | 'loop' | 'notes'>;

/** Connected, jobs as exports showed them, asks, gives, meetings and notes; newest first, on one day the later word first. */
export function timelineOf({ connectedOn, jobs, loop, notes }: Known): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...loop
      .filter(({ kind }) => EVENTS.has(kind))
      .map(({ id, on, text }) => ({ key: `said ${id}`, on, text, isNote: false, statement: id })),
    ...notes.map(({ id, on, text }, at) => ({
      key: id === null ? `note ${at}` : `said ${id}`,
      on,
      text,
      isNote: true,
      statement: id,
    })),
    ...jobs.flatMap((job, at) => {
      const what = [job.position, job.company].filter((part) => part !== null).join(' at ');
      if (job.firstSeen === null || what === '') return [];
      const text = `In ${at === 0 ? 'an' : 'a later'} export: ${what}.`;
      return [{ key: `job ${at}`, on: job.firstSeen, text, isNote: false, statement: null }];
    }),
    ...(connectedOn === null
      ? []
      : [{ key: 'connected', on: connectedOn, text: 'You connected.', isNote: false, statement: null }]),
  ];
  const dayOf = ({ on }: TimelineEntry) => on ?? '';
  return entries.sort((a, b) =>
    dayOf(a) === dayOf(b) ? (b.statement ?? 0) - (a.statement ?? 0) : dayOf(a) < dayOf(b) ? 1 : -1,
  );
}
