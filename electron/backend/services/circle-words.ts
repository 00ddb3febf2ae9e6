/** Groups that may be circles, asked as questions. */
import type { CircleQuestion } from '../../../shared/contract/circles.ts';
import type { CircleSuggestion } from '../../../shared/insight/circle-suggestion.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Day } from '../../../shared/model/units.ts';
import { countOf, exactDay } from '../../../shared/model/words.ts';

type Words = Pick<CircleQuestion, 'question' | 'evidence' | 'guess'>;

/** What is asked, why, and a name to begin with. */
export function circleWords({ source, members, organization, from, to }: CircleSuggestion): Words {
  const people = countOf(members.length, 'person', 'people');
  const these = `These ${people}`;
  switch (source) {
    case 'burst':
      return {
        question: `${these} came ${betweenDays(from!, to!)}. A conference? A team?`,
        evidence: 'More people in so few days than is usual for you. What brought them, no file says.',
        guess: monthOf(from!),
      };
    case 'job':
      return {
        question: `You worked at ${organization} ${sinceOrWhile(from!, to)}, and these ${people} came in that time. Colleagues?`,
        evidence: 'By the days on which you connected, a month early and three months late included.',
        guess: organization,
      };
    case 'school':
      return {
        question: `You were at ${organization} ${sinceOrWhile(from!, to)}, and these ${people} came in that time. Fellow students?`,
        evidence: 'By the days on which you connected, a month early and three months late included.',
        guess: organization,
      };
    case 'employer':
      return {
        question: `${these} work at ${organization}. A circle of yours?`,
        evidence: 'By the employer in your newest export. Whether they know each other is not known from it.',
        guess: organization,
      };
    case 'thread':
      return {
        question: `These ${people} stood in one conversation with you, from ${exactDay(from!)} on. What brought them together?`,
        evidence: 'By a group thread in your messages.',
        guess: null,
      };
    case 'community':
      return {
        question: `These ${people} are tied to one another more than to your other contacts. What joins them?`,
        evidence: 'By the ties that exports of friends, group threads and your own word show.',
        guess: organization,
      };
  }
}

/** What would bring more questions, by what is not here. */
export function missingForCircles(network: Network): string[] {
  const me = network.owners.find(({ isMe }) => isMe);
  if (me === undefined) return [];
  const missing: string[] = [];
  if (!me.has.past) {
    missing.push(
      'Positions.csv and Education.csv of the full archive say where you worked and studied: who came in those years becomes a question.',
    );
  }
  if (!me.has.messages) missing.push('messages.csv shows who stood in one conversation with you.');
  if (network.owners.length < 2) {
    missing.push('A friend’s export, imported as theirs, shows which of your contacts belong together.');
  }
  return missing;
}

/** `between 3 and 9 May 2019`, `on 3 May 2019`, `between 28 April and 2 May 2019`. */
function betweenDays(from: Day, to: Day): string {
  if (from === to) return `on ${exactDay(to)}`;
  const [day, month, year] = exactDay(from).split(' ');
  const [, lastMonth, lastYear] = exactDay(to).split(' ');
  const first = year !== lastYear ? exactDay(from) : month !== lastMonth ? `${day} ${month}` : day;
  return `between ${first} and ${exactDay(to)}`;
}

/** `from September 2012 to February 2016`, `since September 2012`. */
function sinceOrWhile(from: Day, to: Day | null): string {
  return to === null ? `since ${monthOf(from)}` : `from ${monthOf(from)} to ${monthOf(to)}`;
}

function monthOf(day: Day): string {
  return exactDay(day).replace(/^\d+ /, '');
}
