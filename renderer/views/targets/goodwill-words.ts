/** What has passed between me and somebody, in sentences. */
import type { Goodwill } from '../../../shared/contract/common.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import { spokenDate } from '../../../shared/model/words.ts';
import { FOLLOW_UP_DAYS, followUpDate } from './dates.ts';

/** Null when nothing has passed. "You asked twice and gave once." */
export function goodwillInWords({ asks, gives }: Goodwill): string | null {
  if (asks === 0 && gives === 0) return null;
  if (asks === 0) return `You gave ${times(gives)} and asked for nothing.`;
  if (gives === 0) return `You asked ${times(asks)} and gave nothing yet.`;
  return `You asked ${times(asks)} and gave ${times(gives)}.`;
}

const OUTCOMES: Record<string, string> = {
  none: 'no answer yet',
  reply: 'they replied',
  helped: 'they helped',
  opportunity: 'it led to an opportunity',
};

/**
 * The last ask and what came of it; while it is new and unanswered, also until when to leave them alone. Null without an ask.
 *
 * @param asOf the day it is seen from; null while that is not known
 */
export function lastAskInWords({ lastAsk }: Goodwill, asOf: string | null): string | null {
  if (lastAsk === null) return null;
  const said = asOf === null ? null : spokenDate(lastAsk.on, asOf);
  const about = lastAsk.target === null ? '' : ` about ${lastAsk.target}`;
  const asked = `You asked them ${said ?? `on ${lastAsk.on}`}${about}; ${OUTCOMES[lastAsk.outcome] ?? 'no answer yet'}.`;
  return isResting({ lastAsk }, asOf) ? `${asked} Give it until ${followUpDate(lastAsk.on)}.` : asked;
}

/** Whether they were asked so lately that an answer may still come: a second ask would spoil the first. */
export function isResting({ lastAsk }: Pick<Goodwill, 'lastAsk'>, asOf: string | null): boolean {
  if (lastAsk === null || lastAsk.outcome !== 'none' || asOf === null) return false;
  const [asked, now] = [dayFromIso(lastAsk.on), dayFromIso(asOf)];
  return asked !== null && now !== null && now - asked < FOLLOW_UP_DAYS;
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
