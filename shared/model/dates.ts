import type { Day } from './units.ts';

const MS_PER_DAY = 86_400_000;
export const DAYS_PER_YEAR = 365.25;

/**
 * Turns a calendar date into a day number.
 *
 * @param month 1 to 12
 * @returns null when the calendar has no such date (31 February, year 0, a year after 9998)
 */
export function dayFromYmd(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9998) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const isSame = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return isSame ? date.getTime() / MS_PER_DAY : null;
}

/** Reads `YYYY-MM-DD`; null for any other text and for dates the calendar does not have. */
export function dayFromIso(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? dayFromYmd(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Writes a day as `YYYY-MM-DD`. */
export function isoFromDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
