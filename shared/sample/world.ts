/** Who is connected to whom: ego with about 600 contacts in circles, and two friends whose networks overlap hers. */
import type { Day } from '../model/units.ts';
import { CAST, NOOR, PETRA, TOM } from './cast.ts';
import { inventName } from './invent-name.ts';
import { createRandom, type Random } from './random.ts';
import { day, type Link, OLD_EXPORT_DAY, SAMPLE_DAY, type SamplePerson, type Warmth } from './sample-person.ts';
import { inventJob, inventRecruiterJob, inventTitle, type Job, PAST_EMPLOYERS, spellEmployer } from './work.ts';

export interface World {
  /** Sorted by date of acceptance, oldest first. Includes those who vanished before SAMPLE_DAY. */
  noor: Link[];
  petra: Link[];
  tom: Link[];
  /** Invitations without a connection: who wrote to Noor, and to whom Noor wrote. */
  pendingIn: SamplePerson[];
  pendingOut: SamplePerson[];
}

interface CircleDraft {
  name: string;
  count: number;
  from: Day;
  to: Day;
  employer: string | null;
}

const [HALDEN, TESSELLATE, MIRABEAU] = PAST_EMPLOYERS;

/** Acceptances of a job fall between its start and a few weeks after its end; a conference's within days. */
const CIRCLES: readonly CircleDraft[] = [
  { name: 'university', count: 50, from: day('2009-02-01'), to: day('2012-08-20'), employer: null },
  { name: 'halden', count: 82, from: day('2012-09-05'), to: day('2016-02-28'), employer: HALDEN },
  { name: 'tessellate', count: 114, from: day('2016-03-02'), to: day('2021-02-20'), employer: TESSELLATE },
  { name: 'mirabeau', count: 106, from: day('2021-02-03'), to: day('2025-12-01'), employer: MIRABEAU },
  { name: 'fjordline', count: 12, from: day('2019-05-03'), to: day('2019-05-09'), employer: null },
  { name: 'porto', count: 11, from: day('2023-09-18'), to: day('2023-09-22'), employer: null },
  { name: 'volunteers', count: 24, from: day('2017-10-05'), to: day('2026-05-30'), employer: null },
  { name: 'recruiters', count: 34, from: day('2015-01-10'), to: day('2026-06-20'), employer: null },
  { name: 'clients', count: 14, from: day('2025-11-10'), to: day('2026-06-25'), employer: null },
  { name: 'random', count: 122, from: day('2011-05-01'), to: day('2026-06-27'), employer: null },
];

/** How many of each circle vanish between the two exports; they come on top of `count`. */
const VANISHED_PER_CIRCLE: Record<string, number> = { halden: 4, tessellate: 5, mirabeau: 2, recruiters: 3, random: 4 };

/** First number of a drawn person; the cast stays below. */
const FIRST_NUMBER = 101;

function createPeople(random: Random): (now: Job, before: Job) => SamplePerson {
  let number = FIRST_NUMBER;
  return (now, before) => {
    const name = inventName(random);
    // One in thirty keeps their own script in the address, which the export then percent-encodes.
    const isNative = random.chance(1 / 30);
    const stem = isNative
      ? name.plain
          .toLowerCase()
          .normalize('NFC')
          .replace(/[\s.’']+/g, '-')
      : name.latin;
    const slug = `${stem}-zt${number}`;
    // Few let their connections download the address.
    const email = random.chance(0.04) ? `${name.latin}.${number}@example-mail.test` : null;
    number += 1;
    return { slug, oldSlug: null, hasUrl: true, first: name.first, last: name.last, email, before, now };
  };
}

/** Today's job and the one of fourteen months ago: most stay, one in eight changes something. */
function inventCareer(random: Random, circle: CircleDraft): { now: Job; before: Job } {
  const draw = (): Job => {
    if (circle.name === 'recruiters') return inventRecruiterJob(random);
    if (circle.employer && random.chance(0.36)) {
      return { company: spellEmployer(random, circle.employer), position: inventTitle(random) };
    }
    return inventJob(random);
  };
  const before = draw();
  const roll = random.next();
  if (roll < 0.085) return { before, now: inventJob(random) };
  if (roll < 0.13 && before.company !== '') return { before, now: { ...before, position: inventTitle(random) } };
  return { before, now: before };
}

/** How often ego writes with a person of this circle who has no part in the story. */
function inventWarmth(random: Random, circle: string): Warmth {
  const roll = random.next();
  if (circle === 'recruiters') return roll < 0.7 ? 'recruiter' : 'silent';
  if (circle === 'random') return roll < 0.06 ? 'light' : roll < 0.14 ? 'recruiter' : 'silent';
  if (circle === 'clients') return roll < 0.35 ? 'warm' : roll < 0.75 ? 'light' : 'silent';
  if (circle === 'volunteers') return roll < 0.2 ? 'warm' : roll < 0.45 ? 'light' : 'silent';
  if (roll < 0.065) return 'warm';
  if (roll < 0.27) return 'light';
  if (roll < 0.33) return 'unanswered';
  return roll < 0.345 ? 'dormant' : 'silent';
}

const byDate = (a: Link, b: Link): number =>
  a.connectedOn - b.connectedOn || (a.person.slug < b.person.slug ? -1 : a.person.slug > b.person.slug ? 1 : 0);

function castLinks(owner: 'noor' | 'petra' | 'tom'): Link[] {
  return CAST.flatMap((member) => {
    const draft = member.links[owner];
    return draft ? [{ ...draft, person: member.person, vanished: null }] : [];
  });
}

function buildNoor(random: Random, create: (now: Job, before: Job) => SamplePerson): Link[] {
  const links = castLinks('noor');
  for (const circle of CIRCLES) {
    const vanishing = VANISHED_PER_CIRCLE[circle.name] ?? 0;
    for (let i = 0; i < circle.count + vanishing; i += 1) {
      const { now, before } = inventCareer(random, circle);
      const isVanishing = i >= circle.count;
      const link: Link = {
        person: create(now, before),
        connectedOn: random.int(circle.from, isVanishing ? Math.min(circle.to, OLD_EXPORT_DAY - 60) : circle.to),
        warmth: inventWarmth(random, circle.name),
        circle: circle.name,
        lastContact: null,
        vanished: isVanishing ? (i % 2 === 0 ? 'cut' : 'closed') : null,
      };
      if (link.connectedOn > OLD_EXPORT_DAY) link.person.before = now;
      // A strong tie that went quiet needs years to have been one.
      if (link.warmth === 'dormant' && link.connectedOn > day('2019-06-01')) link.warmth = 'silent';
      links.push(link);
    }
  }
  // A few old rows have no address: they can be told apart by name and date only.
  const withoutUrl = links.filter((link) => link.circle === 'university' && link.warmth === 'silent').slice(0, 2);
  for (const link of withoutUrl) link.person.hasUrl = false;
  return links.sort(byDate);
}

interface FriendDraft {
  me: SamplePerson;
  name: 'petra' | 'tom';
  /** How many of ego's circles this friend knows too. */
  shared: Record<string, number>;
  own: readonly CircleDraft[];
  exportDay: Day;
}

const PETRA_DRAFT: FriendDraft = {
  me: PETRA,
  name: 'petra',
  shared: { tessellate: 44, fjordline: 6, random: 7, halden: 3 },
  own: [
    { name: 'kestrel', count: 44, from: day('2021-03-01'), to: day('2026-06-20'), employer: 'Kestrel Labs' },
    { name: 'tessellate', count: 30, from: day('2015-06-01'), to: day('2021-03-01'), employer: TESSELLATE },
    { name: 'friends', count: 118, from: day('2012-01-15'), to: day('2026-06-22'), employer: null },
  ],
  exportDay: day('2026-06-24'),
};

const TOM_DRAFT: FriendDraft = {
  me: TOM,
  name: 'tom',
  shared: { volunteers: 20, mirabeau: 14, random: 5 },
  own: [
    { name: 'saltmarsh', count: 34, from: day('2019-08-01'), to: day('2026-06-20'), employer: 'Saltmarsh Wind' },
    { name: 'volunteers', count: 18, from: day('2016-03-01'), to: day('2026-06-10'), employer: null },
    { name: 'friends', count: 92, from: day('2013-01-15'), to: day('2026-06-22'), employer: null },
  ],
  exportDay: day('2026-06-27'),
};

export const FRIEND_EXPORT_DAYS = { petra: PETRA_DRAFT.exportDay, tom: TOM_DRAFT.exportDay } as const;

function inventFriendWarmth(random: Random): Warmth {
  const roll = random.next();
  return roll < 0.03 ? 'close' : roll < 0.14 ? 'warm' : roll < 0.36 ? 'light' : 'silent';
}

function buildFriend(
  random: Random,
  create: (now: Job, before: Job) => SamplePerson,
  draft: FriendDraft,
  noor: Link[],
): Link[] {
  const links = castLinks(draft.name);
  const known = new Set(links.map((link) => link.person));
  const toNoor = noor.find((link) => link.person === draft.me)!;
  links.push({ ...toNoor, person: NOOR });
  for (const [circle, count] of Object.entries(draft.shared)) {
    const candidates = noor.filter(
      (link) => link.circle === circle && link.vanished === null && !known.has(link.person) && link.person !== draft.me,
    );
    for (const link of random.shuffle(candidates).slice(0, count)) {
      links.push({
        person: link.person,
        connectedOn: Math.min(draft.exportDay - 2, link.connectedOn + random.int(0, 400)),
        warmth: inventFriendWarmth(random),
        circle,
        lastContact: null,
        vanished: null,
      });
    }
  }
  for (const circle of draft.own) {
    for (let i = 0; i < circle.count; i += 1) {
      const stays = circle.employer !== null && (circle.name !== 'tessellate' || random.chance(0.4));
      const now = stays ? { company: circle.employer ?? '', position: inventTitle(random) } : inventJob(random);
      links.push({
        person: create(now, now),
        connectedOn: random.int(circle.from, circle.to),
        warmth: inventFriendWarmth(random),
        circle: circle.name,
        lastContact: null,
        vanished: null,
      });
    }
  }
  return links.sort(byDate);
}

export function buildWorld(seed: number): World {
  const create = createPeople(createRandom(seed, 'names'));
  const noor = buildNoor(createRandom(seed, 'noor'), create);
  const petra = buildFriend(createRandom(seed, 'petra'), create, PETRA_DRAFT, noor);
  const tom = buildFriend(createRandom(seed, 'tom'), create, TOM_DRAFT, noor);
  const random = createRandom(seed, 'pending');
  const stranger = (): SamplePerson => {
    const job = inventJob(random);
    return create(job, job);
  };
  return {
    noor,
    petra,
    tom,
    pendingIn: Array.from({ length: 9 }, stranger),
    pendingOut: Array.from({ length: 12 }, stranger),
  };
}

/** Whether this row stands in an export of ego made on that day. */
export function standsInExport(link: Link, exportDay: Day): boolean {
  return link.connectedOn <= exportDay && (link.vanished === null || exportDay < SAMPLE_DAY);
}
