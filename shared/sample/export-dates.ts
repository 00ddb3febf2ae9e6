/** Dates as the platform prints them, one way per file (linkedin-export.md §3). */
import type { Day, EpochSeconds } from '../model/units.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const two = (value: number): string => String(value).padStart(2, '0');
const utc = (at: EpochSeconds): Date => new Date(at * 1000);
const midnight = (day: Day): Date => new Date(day * 86_400_000);
const clock = (date: Date): string =>
  `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;
const half = (date: Date): string => (date.getUTCHours() < 12 ? 'AM' : 'PM');

/** `17 Apr 2026` (Connections). */
export function connectedOnText(day: Day): string {
  const date = midnight(day);
  return `${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `2026-03-02 16:47:09 UTC` (messages). */
export function messageDateText(at: EpochSeconds): string {
  const date = utc(at);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${clock(date)} UTC`;
}

/** `2024/04/18 09:41:07 UTC` (endorsements). */
export function endorsementDateText(at: EpochSeconds): string {
  return messageDateText(at).replaceAll('-', '/');
}

/** `4/21/26, 3:08 PM` (invitations, jobs, imported contacts). */
export function usDateText(at: EpochSeconds): string {
  const date = utc(at);
  const year = two(date.getUTCFullYear() % 100);
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${year}, ${hour12(date)}:${two(date.getUTCMinutes())} ${half(date)}`;
}

/** `06/15/21, 04:20 PM` (recommendations). */
export function paddedUsDateText(at: EpochSeconds): string {
  const date = utc(at);
  const year = two(date.getUTCFullYear() % 100);
  const day = `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${year}`;
  return `${day}, ${two(hour12(date))}:${two(date.getUTCMinutes())} ${half(date)}`;
}

/** `Tue Mar 03 10:15:00 UTC 2026` (company follows). */
export function javaDateText(at: EpochSeconds): string {
  const date = utc(at);
  const day = `${WEEKDAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())}`;
  return `${day} ${clock(date)} UTC ${date.getUTCFullYear()}`;
}

/** `06-30-2026` (names of archives). */
export function archiveDateText(day: Day): string {
  const date = midnight(day);
  return `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}-${date.getUTCFullYear()}`;
}
