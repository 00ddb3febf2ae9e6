/**
 * How Weft says days and numbers to people: the same words in the windows and in the terminal. English; the exact value
 * stands beside or on hover.
 */
import { dayFromIso } from './dates.ts';
import type { Day } from './units.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `1 person`, `1,204 people`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** 1204 -> `1,204`. */
export function groupDigits(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `3 March 2026`. */
export function exactDay(day: Day): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/**
 * A day as people say it, seen from `asOf`: `today`, `yesterday`, `5 days ago`, `in March`, `in March 2025`, `4 years ago`.
 * Days after `asOf` are said exactly.
 */
export function spokenDay(day: Day, asOf: Day): string {
  const ago = asOf - day;
  if (ago < 0) return `on ${exactDay(day)}`;
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  if (ago < 14) return `${ago} days ago`;
  const date = new Date(day * 86_400_000);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  if (ago < 300) return `in ${month}`;
  if (ago < 730) return `in ${month} ${date.getUTCFullYear()}`;
  return `${Math.floor(ago / 365.25)} years ago`;
}

/** The same for an ISO date; null stays unsaid. */
export function spokenDate(iso: string | null, asOf: string): string | null {
  const day = iso === null ? null : dayFromIso(iso);
  const today = dayFromIso(asOf);
  return day === null || today === null ? null : spokenDay(day, today);
}

/** Since when something is due: `due today`, `due 5 days ago`, `due since May`. */
export function dueWords(iso: string, asOf: string): string {
  return `due ${(spokenDate(iso, asOf) ?? `on ${iso}`).replace(/^in /, 'since ')}`;
}

/** `Ana`, `Ana and Ben`, `Ana, Ben and 3 others`. */
export function listNames(names: readonly string[], most = 3): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const shown = names.slice(0, most - 1);
  return `${shown.join(', ')} and ${countOf(names.length - shown.length, 'other')}`;
}

/** A name may end in a full stop ("Metals S.p.A."): the sentence that ends with it needs none of its own. */
export function withOneStop(text: string): string {
  return text.replace(/([^.])\.\.(?=\s|$)/g, '$1.');
}

/** Reasons are sentences, or the end of one ("is connected, from your export"); standing alone they all read as sentences. */
export function asSentence(reason: string): string {
  const said = reason.replace(/^is (?=connected|in )/, '');
  if (said === '') return '';
  const text = said.charAt(0).toUpperCase() + said.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A measure in a line for people: what it answers, and which end of it marks a connector. */
export function explainMeasure({ question, better }: { question: string; better: 'high' | 'low' | 'neither' }): string {
  return better === 'neither' ? question : `${question} ${better === 'high' ? 'High' : 'Low'} marks a connector.`;
}
