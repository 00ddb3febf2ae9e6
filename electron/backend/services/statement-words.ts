/** What the user said, as one sentence. */
import type { Network } from '../../../shared/model/network.ts';
import type { Closeness, GiveKind, StatementBody } from '../../../shared/model/statement.ts';
import { assertNever } from '../../../shared/model/weft-error.ts';
import { countOf, exactDay, withOneStop } from '../../../shared/model/words.ts';

const CLOSENESS_WORDS: Record<Closeness, string> = {
  0: 'you do not know them',
  1: 'met once or online only',
  2: 'an acquaintance',
  3: 'you know them well',
  4: 'close',
};

const GIVE_WORDS: Record<GiveKind, string> = {
  intro: 'an introduction',
  article: 'an article',
  job: 'a job post',
  event: 'an event',
  advice: 'advice',
  praise: 'praise',
};

const OUTCOME_WORDS = {
  none: 'no answer yet',
  reply: 'they replied',
  helped: 'they helped',
  opportunity: 'it led to an opportunity',
} as const;

/** @param network names people by key; a key that nobody holds any more is said as it was stored */
export function statementText(body: StatementBody, network: Network): string {
  // What the user wrote, and a company, may end in a full stop of its own.
  return withOneStop(sentenceOf(body, network));
}

function sentenceOf(body: StatementBody, network: Network): string {
  const name = (key: string): string => {
    const index = network.indexOfKey.get(key);
    return (index === undefined ? undefined : network.people[index]?.name) ?? key;
  };
  const whoOf = (members: readonly string[]): string =>
    members.length === 1 ? name(members[0]!) : countOf(members.length, 'person', 'people');
  switch (body.kind) {
    case 'knows':
      return `${name(body.a)} knows ${name(body.b)}${body.how === null ? '' : `: ${body.how}`}.`;
    case 'not-knows':
      return `${name(body.a)} does not know ${name(body.b)}.`;
    case 'closeness':
      return `${name(body.person)}: ${CLOSENESS_WORDS[body.value]}.`;
    case 'vouch':
      return `${name(body.person)} ${body.would ? 'would' : 'would not'} vouch for you.`;
    case 'introduced':
      return `${name(body.a)} introduced you to ${name(body.b)}.`;
    case 'circle':
      return `Circle ${body.name}: ${whoOf(body.members)}.`;
    case 'circle-leave':
      return `No longer in the circle ${body.name}: ${whoOf(body.members)}.`;
    case 'circle-rename':
      return `Circle ${body.name} is called ${body.to}.`;
    case 'circle-remove':
      return `${body.name} is no circle any more.`;
    case 'circle-asked':
      return `Asked about as a circle: ${whoOf(body.members)}.`;
    case 'employer-size':
      return `About ${countOf(body.size, 'person works', 'people work')} at ${body.company}.`;
    case 'alias':
      return `${body.company} and ${body.other} are one company.`;
    case 'same':
      return `${name(body.a)}: two entries, one person.`;
    case 'network-until':
      return `The network of ${name(body.person)} is used until ${exactDay(body.until)}.`;
    case 'role':
      return `${name(body.person)}: ${body.role}.`;
    case 'helps-with':
      return `${name(body.person)} can help with ${body.text}.`;
    case 'note':
      return `Note on ${name(body.person)}: ${body.text}`;
    case 'mutuals':
      return `You and ${name(body.person)} have ${body.count === 0 ? 'no mutual connections' : countOf(body.count, 'mutual connection')}.`;
    case 'ask':
      return `You asked ${name(body.person)}${body.target === null ? '' : ` about ${body.target}`}: ${OUTCOME_WORDS[body.outcome]}.`;
    case 'give':
      return `You gave ${name(body.person)} ${GIVE_WORDS[body.give]}.`;
    case 'plan':
      return `You plan to talk with ${name(body.person)}${body.target === null ? '' : ` about ${body.target}`}${body.when === null ? '' : ` on ${exactDay(body.when)}`}.`;
    case 'meeting':
      return `You met ${name(body.person)}.`;
    case 'call':
      return `You talked with ${name(body.person)}.`;
    case 'referral':
      return `${name(body.person)} named ${name(body.named)} to you.`;
    case 'skip':
      return `${name(body.person)}: passed over for now.`;
    case 'snooze':
      return body.until === null
        ? `${name(body.person)} is not suggested any more.`
        : `${name(body.person)} is not suggested before ${exactDay(body.until)}.`;
    case 'company-questions':
      return `A question sheet about ${body.company}.`;
    case 'person-questions':
      return `A question sheet about ${name(body.person)}.`;
    case 'pitch':
      return 'Your pitch.';
    case 'people-filter':
      return `The filter ${body.name}.`;
    case 'weights':
      return `What matters now, kept as ${body.name}.`;
    case 'setting':
      return `A setting of the window: ${body.name} ${body.value}.`;
    case 'target-company':
      return `You want to reach ${body.company}.`;
    case 'target-person':
      return `You want to reach ${name(body.person)}.`;
    case 'person':
      return `${body.name}, added by hand.`;
    default:
      return assertNever(body);
  }
}
