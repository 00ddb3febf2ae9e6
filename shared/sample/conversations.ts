/** Who wrote to whom and when: one thread per pair, and group threads across circles. */
import type { Day, EpochSeconds } from '../model/units.ts';
import { NOOR, PETRA, TOM } from './cast.ts';
import { GROUP_LINES, OPENERS, PITCH_ANSWERS, PITCHES, REPLIES, UNANSWERED } from './phrases.ts';
import { createRandom, type Random } from './random.ts';
import {
  type Conversation,
  day,
  fullName,
  type Link,
  type Message,
  SAMPLE_DAY,
  type SamplePerson,
} from './sample-person.ts';
import { FRIEND_EXPORT_DAYS, type World } from './world.ts';

const SECONDS_PER_DAY = 86_400;
const ID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Messages of people in touch go back three years; only dormant ties have older ones. */
const THREE_YEARS_DAYS = 1095;

/** Looks like the ids of the export: `2-`, then Base64. */
function conversationId(random: Random): string {
  let id = '2-';
  for (let i = 0; i < 22; i += 1) id += ID_ALPHABET[random.int(0, ID_ALPHABET.length - 1)];
  return `${id}==`;
}

const greetingName = (person: SamplePerson): string => person.first.replace(/[^\p{L}\p{M}' -]/gu, '').trim();

function say(random: Random, templates: readonly string[], to: SamplePerson): string {
  return random.pick(templates).replaceAll('{name}', greetingName(to) || 'there');
}

/** A time between 7:00 and 20:00 UTC. */
const timeOn = (random: Random, on: Day): EpochSeconds =>
  on * SECONDS_PER_DAY + 7 * 3600 + random.int(0, 13 * 3600 - 1);

/** One day of back and forth; `lines` messages, the other person taking every second turn. */
function exchange(random: Random, opener: SamplePerson, other: SamplePerson, on: Day, lines: number): Message[] {
  const messages: Message[] = [];
  let at = timeOn(random, on);
  for (let i = 0; i < lines; i += 1) {
    const [from, to] = i % 2 === 0 ? [opener, other] : [other, opener];
    messages.push({ from, at, text: say(random, i === 0 ? OPENERS : REPLIES, to) });
    at += random.int(90, 2400);
  }
  return messages;
}

/** Distinct days in [from, to], `to` itself among them, oldest first. */
function spreadDays(random: Random, count: number, from: Day, to: Day): Day[] {
  const days = new Set<Day>([to]);
  const wanted = Math.min(count, to - from + 1);
  while (days.size < wanted) days.add(random.int(from, to));
  return [...days].sort((a, b) => a - b);
}

interface Rhythm {
  days: number;
  from: Day;
  to: Day;
}

function rhythm(random: Random, link: Link, today: Day): Rhythm {
  const since = Math.max(link.connectedOn, SAMPLE_DAY - THREE_YEARS_DAYS);
  const ending = (atLeast: number, atMost: number): Day =>
    Math.max(link.connectedOn, Math.min(today - 1, link.lastContact ?? today - random.int(atLeast, atMost)));
  switch (link.warmth) {
    case 'close':
      return { days: random.int(42, 78), from: since, to: ending(2, 60) };
    case 'warm':
      return { days: random.int(8, 22), from: since, to: ending(12, 330) };
    case 'dormant': {
      const to = Math.max(link.connectedOn + 900, link.lastContact ?? random.int(day('2021-02-01'), day('2022-12-01')));
      return { days: random.int(30, 42), from: Math.max(link.connectedOn, to - 1600), to };
    }
    case 'light':
    case 'unanswered':
    case 'recruiter':
    case 'silent':
      return { days: random.int(1, 3), from: since, to: ending(20, 1000) };
  }
}

function talk(random: Random, owner: SamplePerson, link: Link, today: Day): Message[] {
  const { days, from, to } = rhythm(random, link, today);
  const alter = link.person;
  const messages: Message[] = [];
  const allDays = spreadDays(random, days, Math.min(from, to), to);
  for (const [index, on] of allDays.entries()) {
    const isLast = index === allDays.length - 1;
    switch (link.warmth) {
      case 'close':
      case 'warm':
      case 'dormant': {
        const [opener, other] = random.chance(0.5) ? [owner, alter] : [alter, owner];
        messages.push(...exchange(random, opener, other, on, isLast ? 2 : random.int(1, 5)));
        break;
      }
      case 'light': {
        const isMine = random.chance(0.4);
        const lines = random.int(1, 2);
        messages.push(...exchange(random, isMine ? owner : alter, isMine ? alter : owner, on, lines));
        break;
      }
      case 'unanswered':
        messages.push({ from: owner, at: timeOn(random, on), text: say(random, UNANSWERED, alter) });
        break;
      case 'recruiter': {
        const at = timeOn(random, on);
        messages.push({ from: alter, at, text: say(random, PITCHES, owner) });
        if (random.chance(0.25)) messages.push({ from: owner, at: at + 5000, text: say(random, PITCH_ANSWERS, alter) });
        break;
      }
      case 'silent':
        break;
    }
  }
  return messages;
}

interface GroupDraft {
  title: string;
  members: SamplePerson[];
  days: number;
  from: Day;
  to: Day;
}

/** The first `count` contacts of a circle that stood there early enough, in the order of acceptance. */
function early(links: readonly Link[], circle: string, before: Day, count: number, skip = 0): SamplePerson[] {
  const isFree = (link: Link): boolean =>
    link.circle === circle && link.connectedOn < before && link.vanished === null && link.person.hasUrl;
  return links
    .filter((link) => isFree(link) && link.person !== PETRA && link.person !== TOM)
    .slice(skip, skip + count)
    .map((link) => link.person);
}

/** Small talk within circles: title, whose circle, how many threads. They show who knows whom apart from the owners. */
const CIRCLE_THREADS: readonly (readonly [
  owner: 'noor' | 'petra' | 'tom',
  circle: string,
  titles: readonly string[],
])[] = [
  ['noor', 'halden', ['Night shift reunion', '', 'Route planners']],
  ['noor', 'tessellate', ['', 'Pipeline veterans', 'Lunch club', '']],
  ['noor', 'mirabeau', ['Pricing squad', '', 'Winter cup', 'Forecast review']],
  ['noor', 'university', ['Choir', 'Study group B']],
  ['noor', 'volunteers', ['Bicycle corner']],
  ['petra', 'kestrel', ['Roadmap', '', 'Data platform', 'Tea & graphs', '']],
  ['petra', 'friends', ['Climbing', '', 'Mentors', '']],
  ['petra', 'tessellate', ['Old guard']],
  ['tom', 'saltmarsh', ['Turbine desk', 'Rota', '', 'Harbour run']],
  ['tom', 'friends', ['Allotment', '', 'Five-a-side', '']],
  ['tom', 'volunteers', ['Kettle team', 'Open day']],
];

function circleDrafts(world: World, seed: number): GroupDraft[] {
  const owners = { noor: NOOR, petra: PETRA, tom: TOM };
  return CIRCLE_THREADS.flatMap(([name, circle, titles]) => {
    const random = createRandom(seed, `circle threads ${name} ${circle}`);
    const since = day('2023-07-15');
    return titles.map((title) => {
      // Overlapping slices: some people sit in two threads and tie them together.
      const links = early(world[name], circle, since, 200);
      const first = random.int(0, Math.max(0, links.length - 5));
      const members = [owners[name], ...links.slice(first, first + random.int(2, 4))];
      return { title, members, days: random.int(3, 15), from: since, to: SAMPLE_DAY - random.int(20, 400) };
    });
  });
}

/** Threads of more than two. Those with Ana or Kwame cross circles; the others hold one together. */
function groupDrafts(world: World): GroupDraft[] {
  const cast = (slug: string): SamplePerson =>
    [...world.noor, ...world.petra, ...world.tom].find((link) => link.person.slug === slug)!.person;
  const ana = cast('ana-ferreira-zt4');
  const cem = cast('cem-demirel-zt16');
  const kwame = cast('kwame-mensah-zt23');
  const hana = cast('hana-marikova-zt24');
  const lukasz = cast('łukasz-wróbel-zt10');
  const cara = cast('cara-ashworth-zt17');
  const imani = cast('imani-bello-zt12');
  const ingrid = cast('ingrid-solheim-zt8');
  const marisol = cast('marisol-tavares-quint-zt5');
  const priya = cast('priya-raghunathan-zt36');
  const { noor, petra, tom } = world;
  const since = day('2023-08-01');
  const group = (title: string, members: SamplePerson[], days: number, from: Day, to: Day): GroupDraft => ({
    title,
    members,
    days,
    from,
    to,
  });
  return [
    group('Alumni dinner', [NOOR, PETRA, ana, cem], 22, since, day('2026-05-20')),
    group('Repair café rota', [NOOR, TOM, ana, kwame, hana], 40, since, day('2026-06-20')),
    group('Data for repair', [NOOR, ana, kwame, cem], 14, day('2024-01-10'), day('2026-04-11')),
    group('Ana’s summer table', [NOOR, ana, lukasz, hana], 9, day('2024-05-01'), day('2025-07-30')),
    group('', [NOOR, PETRA, lukasz], 12, since, day('2026-03-19')),
    group('Mirabeau leavers', [NOOR, cara, ...early(noor, 'mirabeau', since, 5)], 18, since, day('2026-05-29')),
    group('Fjordline ’19', [NOOR, imani, PETRA, ...early(noor, 'fjordline', since, 6)], 8, since, day('2025-05-06')),
    group('Halden pub quiz', [NOOR, ...early(noor, 'halden', since, 4)], 11, since, day('2026-02-12')),
    group('Tessellate data guild', [NOOR, cem, ...early(noor, 'tessellate', since, 3)], 16, since, day('2026-06-04')),
    group('Class of 2012', [NOOR, ...early(noor, 'university', since, 14)], 12, since, day('2025-12-31')),
    group('Kestrel launch', [PETRA, priya, ...early(petra, 'kestrel', since, 2)], 20, since, day('2026-06-18')),
    group('Robots & data', [PETRA, marisol, ana], 10, day('2024-03-01'), day('2026-05-07')),
    group(
      'Tessellate book club',
      [PETRA, ana, cem, ...early(petra, 'tessellate', since, 1, 4)],
      17,
      since,
      SAMPLE_DAY - 40,
    ),
    group('Wind & tide', [TOM, ingrid, ...early(tom, 'saltmarsh', since, 2)], 13, since, day('2026-06-12')),
    group(
      'Volunteers’ council',
      [TOM, ana, kwame, ...early(tom, 'volunteers', since, 1, 4)],
      25,
      since,
      day('2026-06-22'),
    ),
  ];
}

function talkInGroup(random: Random, draft: GroupDraft): Message[] {
  const messages: Message[] = [];
  for (const on of spreadDays(random, draft.days, draft.from, draft.to)) {
    let at = timeOn(random, on);
    for (let i = random.int(1, 5); i > 0; i -= 1) {
      messages.push({ from: random.pick(draft.members), at, text: random.pick(GROUP_LINES) });
      at += random.int(60, 1800);
    }
  }
  // In small groups everybody has spoken; in large ones some only listen.
  if (draft.members.length <= 5) {
    const at = draft.to * SECONDS_PER_DAY + 75_000;
    for (const [index, from] of draft.members.entries()) {
      messages.push({ from, at: at + index * 120, text: random.pick(GROUP_LINES) });
    }
  }
  return messages;
}

/** All threads of the three owners. A thread between two owners stands in both of their exports, with the same id. */
export function buildConversations(seed: number, world: World): Conversation[] {
  const conversations: Conversation[] = [];
  const add = (random: Random, title: string, members: SamplePerson[], messages: Message[]): void => {
    if (messages.length === 0) return;
    messages.sort((a, b) => a.at - b.at);
    conversations.push({ id: conversationId(random), title, members, messages });
  };
  const pairs: [SamplePerson, Link[], Day][] = [
    [NOOR, world.noor, SAMPLE_DAY],
    [PETRA, world.petra, FRIEND_EXPORT_DAYS.petra],
    [TOM, world.tom, FRIEND_EXPORT_DAYS.tom],
  ];
  for (const [owner, links, today] of pairs) {
    for (const link of links) {
      if (link.person === NOOR) continue;
      const random = createRandom(seed, `talk ${owner.slug} ${link.person.slug}`);
      add(random, '', [owner, link.person], talk(random, owner, link, today));
    }
  }
  for (const draft of [...groupDrafts(world), ...circleDrafts(world, seed)]) {
    const random = createRandom(seed, `group ${draft.members.map(fullName).join()} ${draft.title}`);
    add(random, draft.title, draft.members, talkInGroup(random, draft));
  }
  return conversations;
}
