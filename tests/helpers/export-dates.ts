/**
 * Dates in the spelling of each export file (linkedin-export.md, section 3). Every function takes `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM[:SS][Z]`; any other text is given back unchanged, so that a test can write an odd date as it likes.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

interface Moment {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

function momentOf(iso: string): Moment | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?Z?)?$/.exec(iso);
  if (!match) return null;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = match;
  return { year, month, day, hour, minute, second };
}

function monthName(moment: Moment): string {
  return MONTHS[Number(moment.month) - 1] ?? moment.month;
}

/** `3:08 PM`, or `03:08 PM` when padded. */
function twelveHours(moment: Moment, isPadded: boolean): string {
  const hour = Number(moment.hour);
  const shown = String(hour % 12 === 0 ? 12 : hour % 12);
  return `${isPadded ? shown.padStart(2, '0') : shown}:${moment.minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Connections: `17 Apr 2026`. */
export function connectedOnText(iso: string): string {
  const at = momentOf(iso);
  return at ? `${at.day} ${monthName(at)} ${at.year}` : iso;
}

/** messages: `2026-03-02 16:47:09 UTC`. */
export function messageDateText(iso: string): string {
  const at = momentOf(iso);
  return at ? `${at.year}-${at.month}-${at.day} ${at.hour}:${at.minute}:${at.second} UTC` : iso;
}

/** Invitations, saved jobs, job applications: `4/21/26, 3:08 PM`. */
export function sentAtText(iso: string): string {
  const at = momentOf(iso);
  return at ? `${Number(at.month)}/${Number(at.day)}/${at.year.slice(2)}, ${twelveHours(at, false)}` : iso;
}

/** Endorsements and searches: `2024/04/18 09:41:07 UTC`. */
export function endorsementDateText(iso: string): string {
  const at = momentOf(iso);
  return at ? `${at.year}/${at.month}/${at.day} ${at.hour}:${at.minute}:${at.second} UTC` : iso;
}

/** Recommendations: `06/15/21, 04:20 PM`. */
export function recommendationDateText(iso: string): string {
  const at = momentOf(iso);
  return at ? `${at.month}/${at.day}/${at.year.slice(2)}, ${twelveHours(at, true)}` : iso;
}

/** Company follows: `Tue Mar 03 10:15:00 UTC 2026`. */
export function followedOnText(iso: string): string {
  const at = momentOf(iso);
  if (!at) return iso;
  const weekday = WEEKDAYS[new Date(Date.UTC(Number(at.year), Number(at.month) - 1, Number(at.day))).getUTCDay()];
  return `${weekday} ${monthName(at)} ${at.day} ${at.hour}:${at.minute}:${at.second} UTC ${at.year}`;
}

/** Positions and schools: `Mar 2021` from `2021-03`; `2021` and the empty text stay as they are. */
export function monthText(iso: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(iso);
  return match ? `${MONTHS[Number(match[2]) - 1]} ${match[1]}` : iso;
}
