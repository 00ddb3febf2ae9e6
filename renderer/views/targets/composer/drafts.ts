/** Drafts of an ask: short, plain, without flattery, easy to decline. The user edits every word. */
import type { PersonRef } from '../../../../shared/contract/common.ts';
import type { Route } from '../../../../shared/contract/routes.ts';
import { firstName, plainLine } from '../../../client/plain-line.ts';

export interface Draft {
  /** To the person who is asked. */
  why: string;
  /** What is in it for the target. */
  offer: string;
  /** To be forwarded by the connector, or sent with their name; empty where nobody stands between. */
  note: string;
}

export interface DraftFacts {
  route: Pick<Route, 'people' | 'hops' | 'ask'>;
  me: PersonRef | null;
  /** What I want to talk about, as it continues "to talk with Tom about …". */
  purpose: string;
}

/** What people write where an employer would stand (model.md §2); "at Self-employed" would read odd. */
const NO_EMPLOYER =
  /^(?:self[ -]?employed|freelancer?|independent.*|stealth.*|confidential|retired|student|none|n\/?a)$/i;

/** Below, two people more likely do not know each other: nothing is asked as if they did. */
const LIKELY = 0.5;

/** The part of an ask that is always the same: what I want to hear about. */
export function firstPurpose(targetName: string, target: PersonRef | undefined): string {
  const company = target?.name === targetName ? target.company : targetName;
  return company === null ? 'the work you do' : `what it is like to work at ${plainLine(company, 60)}`;
}

export function draftAsk({ route, me, purpose: written }: DraftFacts): Draft {
  const purpose = written.trim().replace(/[.]+$/, '');
  const connector = route.people[1];
  const target = route.people.at(-1);
  if (connector === undefined || target === undefined) return { why: '', offer: '', note: '' };
  return route.hops.length === 1 ? directDraft(route.ask, target, me, purpose) : introducedDraft(route, me, purpose);
}

function directDraft(ask: Route['ask'], target: PersonRef, me: PersonRef | null, purpose: string): Draft {
  const favour =
    ask === 'back-channel'
      ? `I am looking at ${placeOf(target)} and would value a frank word from you: ${purpose}, what you would look at twice, and who decides. What you tell me stays with me.`
      : `I am looking at ${placeOf(target)}. Could I ask you about ${purpose}? Fifteen minutes by phone would do. I am not asking you for a job.`;
  return {
    why: letter(target, favour, 'If now is not a good time, just say so.', me),
    offer: offerTo(target, me),
    note: '',
  };
}

function introducedDraft({ people, hops, ask }: DraftFacts['route'], me: PersonRef | null, purpose: string): Draft {
  const [, connector, next] = people as [PersonRef, PersonRef, PersonRef];
  const target = people.at(-1) ?? next;
  const isKnown = hops[1] !== undefined && hops[1].basis !== 'inferred' && hops[1].q >= LIKELY;
  const onward = next.id === target.id ? '' : `, who may be able to introduce me to ${nameOf(target)}`;
  const goal = `I would like to talk with ${described(target)} about ${purpose}.`;
  const decline = 'If you would rather not, that is fine: just say so.';
  const favours = {
    introduction: `Would you introduce me to ${nameOf(next)}${onward}? Below is a note you can forward as it is.`,
    'name-use': `May I mention your name when I write to ${nameOf(next)}${onward}? You need not do anything else.`,
    advice: isKnown
      ? `How would you go about reaching ${nameOf(next)}${onward}?`
      : `Do you know ${nameOf(next)}${onward}? If you do, would you forward the note below? If not, whom would you ask?`,
    'back-channel': `Before I write: what should I know about ${nameOf(next)}${onward}?`,
  } as const satisfies Record<Route['ask'], string>;
  const opening = ask === 'name-use' ? `${nameOf(connector)} said that I may mention their name. ` : '';
  return {
    why: letter(connector, `${goal} ${favours[ask]}`, decline, me),
    offer: offerTo(target, me),
    note: letter(
      next,
      `${opening}${introduction(me)}I would like to ask ${next.id === target.id ? 'you' : nameOf(target)} about ${purpose}. Fifteen minutes are enough, whenever it suits.`,
      'If this is not for you, no answer is needed.',
      me,
    ),
  };
}

function letter(to: PersonRef, ...parts: [string, string, PersonRef | null]): string {
  const [favour, decline, me] = parts;
  const sign = me === null ? '' : `\n\nThank you,\n${nameOf(me)}`;
  return `Hi ${firstName(to.name)},\n\n${favour}\n\n${decline}${sign}`;
}

function offerTo(target: PersonRef, me: PersonRef | null): string {
  const name = firstName(target.name);
  const work = workOf(me);
  return work === null
    ? `Fifteen minutes at a time that suits ${name}, and what I learn from others in the field in return.`
    : `Fifteen minutes at a time that suits ${name}. In return I can say how these questions look to me, as ${work}.`;
}

function introduction(me: PersonRef | null): string {
  const work = workOf(me);
  return work === null ? '' : `I work as ${work}. `;
}

function workOf(me: PersonRef | null): string | null {
  if (me === null || me.position === null) return null;
  const isEmployed = me.company !== null && !NO_EMPLOYER.test(me.company);
  return plainLine(isEmployed ? `${me.position} at ${me.company}` : me.position, 120).replace(/[.]+$/, '');
}

function placeOf({ company }: PersonRef): string {
  return company === null ? 'your field' : plainLine(company, 60);
}

function nameOf({ name }: PersonRef): string {
  return plainLine(name, 80);
}

function described(person: PersonRef): string {
  const work = [person.position, person.company].filter((part) => part !== null);
  return work.length === 0 ? nameOf(person) : `${nameOf(person)} (${plainLine(work.join(', '), 100)})`;
}

/** All boxes as one plain text, each under its heading. */
export function wholeDraft({ why, offer, note }: Draft, connectorName: string, targetName: string): string {
  const parts: [string, string][] = [
    [`To ${plainLine(connectorName, 80)}`, why],
    [`What is in it for ${plainLine(targetName, 80)}`, offer],
    ['To forward', note],
  ];
  return parts
    .filter(([, text]) => text.trim() !== '')
    .map(([heading, text]) => `${heading}\n\n${text.trim()}`)
    .join('\n\n---\n\n');
}
