/**
 * Dates as each export file writes them (linkedin-export.md, section 3). Nothing is guessed: a column has its formats, and the
 * one ambiguous form, a numeric date from a spreadsheet, is read only when the whole column settles its order.
 */
import { dayFromYmd } from '../model/dates.ts';
import type { PartialDate } from '../model/records.ts';
import type { Day, EpochSeconds } from '../model/units.ts';
import { countOf } from '../model/words.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SECONDS_PER_DAY = 86_400;
/** Two-digit years up to here are 20xx: LinkedIn opened in 2003, so nothing in an export is older. */
const LAST_TWO_DIGIT_YEAR_OF_20XX = 69;
/** Day 0 of the serial numbers that spreadsheets write: 30 December 1899. */
const SERIAL_EPOCH_DAY = -25_569;
// 1982-07 to 2064-04, so that a year or a plain count is never taken for a date.
const SERIAL_RANGE = { from: 30_000, to: 60_000 };

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year <= LAST_TWO_DIGIT_YEAR_OF_20XX ? 2000 + year : 1900 + year;
}

/** A moment as written: `second` counts from the start of the day; null for a date without a time. */
export interface Moment {
  day: Day;
  second: number | null;
}

type Form = (text: string) => Moment | null;

function moment(day: Day | null, hours?: string, minutes?: string, seconds?: string, half?: string): Moment | null {
  if (day === null) return null;
  if (hours === undefined || minutes === undefined) return { day, second: null };
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  const minute = Number(minutes);
  const second = Number(seconds ?? 0);
  if (hour > 23 || minute > 59 || second > 60) return null;
  return { day, second: Math.min(hour * 3600 + minute * 60 + second, SECONDS_PER_DAY - 1) };
}

/** `17 Apr 2026`, `7-Apr-26`: the month is a word, so the order is plain. */
const dayMonthWord: Form = (text) => {
  const m = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]{1,2}(\d{4}|\d{2})$/.exec(text);
  return m ? moment(dayFromYmd(fullYear(m[3]!), monthNumber(m[2]!), Number(m[1]))) : null;
};

/** `Apr 17, 2026`, with a time or without. */
const monthWordDay: Form = (text) => {
  const m = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))? ?([AP]M)?)?$/i.exec(text);
  return m ? moment(dayFromYmd(Number(m[3]), monthNumber(m[1]!), Number(m[2])), m[4], m[5], m[6], m[7]) : null;
};

/** `2026-03-02 16:47:09 UTC`, `2024/04/18 09:41:07 UTC`, `2023-05-04 17:25 UTC`, `2026-06-12T08:30:15Z`, date alone. */
const yearFirst: Form = (text) => {
  const m =
    /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: ?(?:UTC|GMT|Z))?)?$/.exec(
      text,
    );
  return m ? moment(dayFromYmd(Number(m[1]), Number(m[3]), Number(m[4])), m[5], m[6], m[7]) : null;
};

/** `4/21/26, 3:08 PM`: US order, as the file's format says. */
const usWithTime: Form = (text) => {
  const m = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2}),? (\d{1,2}):(\d{2})(?::(\d{2}))? ?([AP]M)$/i.exec(text);
  return m ? moment(dayFromYmd(fullYear(m[3]!), Number(m[1]), Number(m[2])), m[4], m[5], m[6], m[7]) : null;
};

/** `Tue Mar 03 10:15:00 UTC 2026`. */
const javaStyle: Form = (text) => {
  const m = /^[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) [A-Z]{3,4} (\d{4})$/.exec(text);
  return m ? moment(dayFromYmd(Number(m[6]), monthNumber(m[1]!), Number(m[2])), m[3], m[4], m[5]) : null;
};

const FORMS = { dayMonthWord, monthWordDay, yearFirst, usWithTime, javaStyle } as const;
export type DateForm = keyof typeof FORMS;

/** A file's own form first; the others stand for older and re-saved files, none of which can be mistaken for it. */
const ALL_FORMS: readonly DateForm[] = ['yearFirst', 'dayMonthWord', 'usWithTime', 'javaStyle', 'monthWordDay'];

/** Reads one date by the given form, else by any form that is unambiguous. Spaces of every kind count as one space. */
export function momentFromText(text: string, form: DateForm): Moment | null {
  if (text.length > 48) return null;
  const plain = text.replace(/\s+/g, ' ').trim();
  const own = FORMS[form](plain);
  if (own !== null) return own;
  for (const other of ALL_FORMS) {
    const read = other === form ? null : FORMS[other](plain);
    if (read !== null) return read;
  }
  return null;
}

/** `Mar 2021`, `2021`, or a full date; null for blank, `Present` and what cannot be read. */
export function partialDateFromText(text: string): PartialDate | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length > 48) return null;
  let day: Day | null = null;
  const year = /^\d{4}$/.exec(plain);
  if (year) {
    day = dayFromYmd(Number(plain), 1, 1);
    return day === null ? null : { day, precision: 'year' };
  }
  const month = /^([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})$/.exec(plain) ?? /^(?:(\d{1,2})\/)(\d{4})$/.exec(plain);
  if (month) {
    const number = /^\d/.test(month[1]!) ? Number(month[1]) : monthNumber(month[1]!);
    day = dayFromYmd(fullYear(month[2]!), number, 1);
    return day === null ? null : { day, precision: 'month' };
  }
  const full = momentFromText(plain, 'yearFirst');
  return full === null ? null : { day: full.day, precision: 'day' };
}

/**
 * Seconds since 1970 of `2026-03-02 16:47:09 UTC` straight from its bytes: the one date that is read 300,000 times.
 *
 * @returns null for every other form, also for dates the calendar does not have
 */
export function secondsFromUtcBytes(bytes: Uint8Array, start: number, end: number): EpochSeconds | null {
  if (end - start !== 23 || bytes[start + 20] !== 85 || bytes[start + 21] !== 84 || bytes[start + 22] !== 67)
    return null;
  const year = number(bytes, start, 4);
  const month = number(bytes, start + 5, 2);
  const dayOfMonth = number(bytes, start + 8, 2);
  const hour = number(bytes, start + 11, 2);
  const minute = number(bytes, start + 14, 2);
  const second = number(bytes, start + 17, 2);
  const isPunctuated =
    bytes[start + 4] === 45 &&
    bytes[start + 7] === 45 &&
    bytes[start + 10] === 32 &&
    bytes[start + 13] === 58 &&
    bytes[start + 16] === 58;
  if (!isPunctuated || year < 1970 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 28) {
    // The end of a month is left to the calendar.
    const day = isPunctuated && year >= 0 ? dayFromYmd(year, month, dayOfMonth) : null;
    return day === null || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
      ? null
      : day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  return daysFromCivil(year, month, dayOfMonth) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

function number(bytes: Uint8Array, start: number, digits: number): number {
  let value = 0;
  for (let i = start; i < start + digits; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Days since 1970 in the Gregorian calendar, without a Date object. */
function daysFromCivil(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * A column of dates of one file. Dates are given back at once when their form is plain; numeric ones (`04/05/21`, `44290`) wait
 * for the end of the column, since only the whole column can say whether the day or the month stands first, and whether a
 * spreadsheet wrote it: a bare number among dates as LinkedIn writes them is no date.
 */
export class DateColumn {
  /** Cells that hold no date the calendar knows, or one in the future. */
  oddCount = 0;
  /** Cells left empty because nothing told day from month. */
  ambiguousCount = 0;
  /** Newest accepted day; null without one. */
  newest: Day | null = null;
  hasSpreadsheetDates = false;
  readonly #form: DateForm;
  readonly #lastDay: Day;
  readonly #waiting: { parts: [number, number, number]; set: (day: Day) => void }[] = [];
  readonly #serials: { day: Day; set: (day: Day) => void }[] = [];
  /** A date as the file's own format has it, which no spreadsheet would have left. */
  #hasOwnForm = false;
  #firstIsDay = false;
  #secondIsDay = false;

  /** @param lastDay later dates are in the future: export date plus one day, or today plus one (settled.md 9) */
  constructor(form: DateForm, lastDay: Day) {
    this.#form = form;
    this.#lastDay = lastDay;
  }

  /** Reads one cell. `set` is called with the day now or in {@link finish}, or never. */
  read(text: string, set: (day: Day) => void): void {
    if (text === '' || text.trim() === '') return;
    const plain = momentFromText(text, this.#form);
    if (plain !== null) {
      // LinkedIn never writes `9-May-22`; spreadsheets do.
      if (/^\d{1,2}-[A-Za-z]/.test(text)) this.hasSpreadsheetDates = true;
      else this.#hasOwnForm = true;
      this.#accept(plain.day, set);
      return;
    }
    this.#readSpreadsheetDate(text.trim(), set);
  }

  #readSpreadsheetDate(text: string, set: (day: Day) => void): void {
    if (/^\d{5}(?:\.\d{1,10})?$/.test(text)) {
      const serial = Math.floor(Number(text));
      if (serial >= SERIAL_RANGE.from && serial <= SERIAL_RANGE.to) {
        this.#serials.push({ day: serial + SERIAL_EPOCH_DAY, set });
        return;
      }
    }
    const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,? \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
    if (!numeric) {
      this.oddCount++;
      return;
    }
    this.hasSpreadsheetDates = true;
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    if (first > 12 && second <= 12) this.#firstIsDay = true;
    if (second > 12 && first <= 12) this.#secondIsDay = true;
    this.#waiting.push({ parts: [first, second, fullYear(numeric[4]!)], set });
  }

  #accept(day: Day, set: (day: Day) => void): void {
    if (day > this.#lastDay) {
      this.oddCount++;
      return;
    }
    if (this.newest === null || day > this.newest) this.newest = day;
    set(day);
  }

  /** Settles the numeric dates. Call once, after the last row. */
  finish(): void {
    for (const { parts, set } of this.#waiting) {
      const [first, second, year] = parts;
      if (this.#firstIsDay === this.#secondIsDay && first !== second) {
        this.ambiguousCount++;
        continue;
      }
      const day = this.#firstIsDay ? dayFromYmd(year, second, first) : dayFromYmd(year, first, second);
      if (day === null) this.oddCount++;
      else this.#accept(day, set);
    }
    this.#waiting.length = 0;
    for (const { day, set } of this.#serials) {
      if (this.#hasOwnForm) {
        this.oddCount++;
      } else {
        this.hasSpreadsheetDates = true;
        this.#accept(day, set);
      }
    }
    this.#serials.length = 0;
  }

  /** Sentences for the report about what could not be read; empty when all was well. */
  notices(column: string): string[] {
    const notices: string[] = [];
    if (this.oddCount > 0) {
      notices.push(
        `${countOf(this.oddCount, 'date')} in "${column}" could not be read or would lie in the future; the field was left empty.`,
      );
    }
    if (this.ambiguousCount > 0) {
      notices.push(
        `${countOf(this.ambiguousCount, 'date')} in "${column}" may be day first or month first and nothing in the file tells which; the field was left empty. The file as LinkedIn sent it tells.`,
      );
    }
    if (this.hasSpreadsheetDates)
      notices.push('This file was edited in a spreadsheet; its dates were read as the spreadsheet writes them.');
    return notices;
  }
}
