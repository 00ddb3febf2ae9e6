import { dayFromIso } from '../../../shared/model/dates.ts';
import { exactDay } from '../../../shared/model/words.ts';

/** When to ask again after an ask (product: every three to four weeks). */
export const FOLLOW_UP_DAYS = 21;

/** `2026-03-03` -> `3 March 2026`; what is no day stays as it is. */
export function exactDate(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : exactDay(day);
}

/** The day to follow up on an ask made on `iso`, as people say it; null while that day is not known. */
export function followUpDate(iso: string | null): string | null {
  const day = iso === null ? null : dayFromIso(iso);
  return day === null ? null : exactDay(day + FOLLOW_UP_DAYS);
}
