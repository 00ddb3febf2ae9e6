/**
 * Keys under which statements, the store and repeated imports find a person again. A person may have several; the strongest one
 * names them (settled.md 10). Formats:
 *
 *     ana-reis-zt1                      profile slug
 *     mail:ana@mail.example             e-mail address
 *     name:ana reis|2021-05-04|1        matching name, Connected On and occurrence of that pair in its file
 *     name:ana reis|2021-05-04|1|of …   the same in the export of another owner, whose slug follows
 *     book:ana reis|2021-05-04|1        address book: matching name, day of the entry and occurrence
 *     said:…                            added by hand
 *     me                                me, also before my slug is known
 */
import { nameKey } from '../import/names.ts';
import { isoFromDay } from '../model/dates.ts';
import type { Day } from '../model/units.ts';

export const ME_KEY = 'me';

// No profile slug holds a colon, so a prefix never hides one; a hostile slug that does is set apart by `slug:`.
const PREFIXED = /^(?:mail|name|book|said|slug|owner):/;
const STRENGTHS = ['mail:', 'name:', 'book:', 'said:', 'owner:'];

/** The slug itself; `/in/me` is LinkedIn's own address for oneself and is me. */
export function keyOfSlug(slug: string): string {
  return PREFIXED.test(slug) ? `slug:${slug}` : slug;
}

/** @param email matching form (import/emails.ts) */
export function keyOfMail(email: string): string {
  return `mail:${email}`;
}

/**
 * @param matchingName see matchingName
 * @param occurrence from 1
 * @param ownerSlug null in my own exports. The date of a connection says when that owner accepted it, so the same name and date in two
 *   owners' exports are no sign of one person.
 */
export function keyOfNameAndDay(
  matchingName: string,
  day: Day | null,
  occurrence: number,
  ownerSlug: string | null,
): string {
  return `name:${nameAndDay(matchingName, day, occurrence, ownerSlug)}`;
}

/** As keyOfNameAndDay, for an entry of an address book without address. */
export function keyOfBookEntry(
  matchingName: string,
  day: Day | null,
  occurrence: number,
  ownerSlug: string | null,
): string {
  return `book:${nameAndDay(matchingName, day, occurrence, ownerSlug)}`;
}

function nameAndDay(name: string, day: Day | null, occurrence: number, ownerSlug: string | null): string {
  const base = `${name}|${day === null ? '-' : isoFromDay(day)}|${occurrence}`;
  return ownerSlug === null ? base : `${base}|of ${ownerSlug}`;
}

/** The key of somebody added by hand who has no profile address. Two of one name are told apart by what follows the name. */
export function keyOfSaid(name: string, distinction = ''): string {
  return `said:${matchingName(name)}${distinction === '' ? '' : `|${distinction}`}`;
}

/** 0 for a slug; a larger number is a weaker key. */
export function weaknessOfKey(key: string): number {
  if (key === ME_KEY) return STRENGTHS.length + 1;
  const index = STRENGTHS.findIndex((prefix) => key.startsWith(prefix));
  return index + 1;
}

/** The slug a key stands for; null for keys of another kind. */
export function slugOfKey(key: string): string | null {
  if (weaknessOfKey(key) !== 0) return null;
  return key.startsWith('slug:') ? key.slice('slug:'.length) : key;
}

/** The best name a key gives for somebody whom no file holds. */
export function nameOfKey(key: string): string {
  if (weaknessOfKey(key) === 0 || key === ME_KEY) return key;
  const rest = key.slice(key.indexOf(':') + 1);
  return key.startsWith('mail:') || key.startsWith('owner:') ? rest : (rest.split('|')[0] ?? rest);
}

/** Strongest first, then by code units: the one order in which people and keys are compared. */
export function compareKeys(a: string, b: string): number {
  return weaknessOfKey(a) - weaknessOfKey(b) || compareText(a, b);
}

/** The matching name in a `name:…` key; null for keys of another kind. */
export function matchingNameOfKey(key: string): string | null {
  return /^name:(.*)\|(?:-|\d{4}-\d{2}-\d{2})\|\d+(?:\|of .*)?$/s.exec(key)?.[1] ?? null;
}

/** By code units, which no locale changes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The name under which rows are matched; text that has no matching form is compared as written. */
export function matchingName(name: string): string {
  return nameKey(name) || name.trim();
}
