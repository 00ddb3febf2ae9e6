/** The files of an export that carry ties, as they looked on the day of the export. */
import type { Day } from '../model/units.ts';
import { CONNECTIONS_HEADER, CONNECTIONS_PREAMBLE, csvText, MESSAGES_HEADER } from './export-csv.ts';
import { connectedOnText, endorsementDateText, messageDateText, usDateText } from './export-dates.ts';
import { PITCHES, SPONSORED } from './phrases.ts';
import { createRandom } from './random.ts';
import {
  type Conversation,
  fullName,
  type Link,
  OLD_EXPORT_DAY,
  profileUrl,
  SAMPLE_DAY,
  type SamplePerson,
} from './sample-person.ts';
import { standsInExport } from './world.ts';

/** Whose export it is, and when it was made. */
export interface Viewpoint {
  seed: number;
  owner: SamplePerson;
  exportDay: Day;
  links: readonly Link[];
  conversations: readonly Conversation[];
}

const isOld = (exportDay: Day): boolean => exportDay <= OLD_EXPORT_DAY;
const SECONDS_PER_DAY = 86_400;

/** The address of a person as it was on that day. */
function urlOn(person: SamplePerson, exportDay: Day): string {
  return profileUrl(isOld(exportDay) ? (person.oldSlug ?? person.slug) : person.slug);
}

/** Members who hid their profile altogether: a date and nothing else. */
const HIDDEN_EVERY_DAYS = 611;

export function connectionsCsv(view: Viewpoint): string {
  const { exportDay, links } = view;
  const rows: { on: Day; cells: string[] }[] = [];
  for (const { person, connectedOn, vanished, ...link } of links) {
    const date = connectedOnText(connectedOn);
    if (standsInExport({ person, connectedOn, vanished, ...link }, exportDay)) {
      const job = isOld(exportDay) ? person.before : person.now;
      const url = person.hasUrl ? urlOn(person, exportDay) : '';
      const cells = [person.first, person.last, url, person.email ?? '', job.company, job.position, date];
      rows.push({ on: connectedOn, cells });
    } else if (vanished === 'closed') {
      rows.push({ on: connectedOn, cells: ['', '', '', '', '', '', date] });
    }
  }
  const oldest = Math.min(...links.map((link) => link.connectedOn));
  for (let on = oldest + 200; on < exportDay; on += HIDDEN_EVERY_DAYS) {
    rows.push({ on, cells: ['', '', '', '', '', '', connectedOnText(on)] });
  }
  // The platform lists the newest first.
  rows.sort((a, b) => b.on - a.on);
  return CONNECTIONS_PREAMBLE + csvText([CONNECTIONS_HEADER, ...rows.map((row) => row.cells)]);
}

interface Face {
  name: string;
  url: string;
}

export function messagesCsv(view: Viewpoint, withExtras: boolean): string {
  const { owner, exportDay, conversations } = view;
  const closed = new Set(
    view.links
      .filter((link) => link.vanished === 'closed' && !standsInExport(link, exportDay))
      .map((link) => link.person),
  );
  const face = (person: SamplePerson): Face =>
    closed.has(person)
      ? { name: 'LinkedIn Member', url: '' }
      : { name: fullName(person), url: urlOn(person, exportDay) };
  const endOfExport = (exportDay + 1) * SECONDS_PER_DAY;
  const threads: { last: number; rows: string[][] }[] = [];

  const seen = conversations.filter((conversation) => conversation.members.includes(owner));
  for (const conversation of seen) {
    const messages = conversation.messages.filter((message) => message.at < endOfExport);
    const last = messages.at(-1);
    if (!last) continue;
    const isArchived = last.at < (exportDay - 900) * SECONDS_PER_DAY;
    const rows = messages.map((message) => {
      const from = face(message.from);
      const others = conversation.members.filter((member) => member !== message.from).map(face);
      return [
        conversation.id,
        conversation.title,
        from.name,
        from.url,
        others.map((other) => other.name).join(', '),
        others.flatMap((other) => (other.url === '' ? [] : [other.url])).join(','),
        messageDateText(message.at),
        '',
        message.text,
        isArchived ? 'ARCHIVE' : 'INBOX',
        '',
        'No',
        'No',
      ];
    });
    threads.push({ last: last.at, rows: rows.reverse() });
  }
  if (withExtras) threads.push(...extraThreads(view, face(owner), seen));
  threads.sort((a, b) => b.last - a.last);

  const rows = threads.flatMap((thread) => thread.rows);
  // Since March 2026 every field is quoted and both draft columns are there.
  const columns = isOld(exportDay) ? MESSAGES_HEADER.length - 1 : MESSAGES_HEADER.length;
  const table = [MESSAGES_HEADER, ...rows].map((row) => row.slice(0, columns));
  return csvText(table, isOld(exportDay) ? 'needed' : 'all');
}

/** What stands between real messages: advertisements, drafts, spam, and threads with accounts that are gone. */
function extraThreads(view: Viewpoint, me: Face, seen: readonly Conversation[]): { last: number; rows: string[][] }[] {
  const random = createRandom(view.seed, 'extras');
  const threads: { last: number; rows: string[][] }[] = [];
  const add = (
    at: number,
    cells: { title: string; from: Face; to: Face; subject: string; text: string; folder: string },
  ) => {
    // Draw for every thread, also those after the export, so that both exports name a thread alike.
    const id = `2-${String(random.int(0, 0x7fff_ffff)).padStart(11, '0')}zt${'A'.repeat(9)}==`;
    if (at >= (view.exportDay + 1) * SECONDS_PER_DAY) return;
    const { title, from, to, subject, text, folder } = cells;
    const date = messageDateText(at);
    const row = [id, title, from.name, from.url, to.name, to.url, date, subject, text, folder, '', 'No', 'No'];
    threads.push({ last: at, rows: [row] });
  };
  const gone: Face = { name: 'LinkedIn Member', url: '' };
  for (let i = 0; i < 10; i += 1) {
    const [name, subject, text] = SPONSORED[i % SPONSORED.length]!;
    const at = (SAMPLE_DAY - 9 - i * 97) * SECONDS_PER_DAY + 25_200;
    add(at, { title: 'Sponsored', from: { name, url: '' }, to: me, subject, text, folder: 'INBOX' });
  }
  for (let i = 0; i < 6; i += 1) {
    const at = (SAMPLE_DAY - 500 - i * 260) * SECONDS_PER_DAY + 40_000;
    const isMine = i % 3 === 2;
    const text = isMine ? 'Are you still on here?' : 'It was good to meet you.\nLet us keep in touch.';
    add(at, { title: '', from: isMine ? me : gone, to: isMine ? gone : me, subject: '', text, folder: 'ARCHIVE' });
  }
  for (let i = 0; i < 3; i += 1) {
    const from = { name: 'Corvid Crypto Desk', url: profileUrl(`corvid-crypto-desk-zt${90 + i}`) };
    const at = (SAMPLE_DAY - 30 - i * 210) * SECONDS_PER_DAY + 11_000;
    add(at, { title: '', from, to: me, subject: '', text: `${random.pick(PITCHES)} $$$`, folder: 'SPAM' });
  }
  for (const conversation of seen.filter(({ members }) => members.length === 2).slice(0, 5)) {
    const other = conversation.members.find((member) => member !== view.owner)!;
    const to = { name: fullName(other), url: urlOn(other, view.exportDay) };
    const at = view.exportDay * SECONDS_PER_DAY + 30_000;
    const text = 'yes please (unsent)';
    const row = [conversation.id, conversation.title, me.name, me.url, to.name, to.url, messageDateText(at), '', text];
    threads.push({ last: at, rows: [[...row, 'INBOX', '', 'Yes', 'No']] });
  }
  return threads;
}

/** Invitations reach back about fourteen months, as far as anybody knows. */
const INVITATIONS_DAYS = 430;

const INVITATION_NOTES = [
  'Hi, we spoke after your talk; I would like to stay in touch.',
  'Great working with you this week!',
  'We have "about a hundred" people in common, time to say hello.',
  'Hello,\nyour article on demand forecasting helped us a lot.',
] as const;

export function invitationsCsv(
  view: Viewpoint,
  pending: { incoming: readonly SamplePerson[]; outgoing: readonly SamplePerson[] },
): string {
  const { seed, owner, exportDay } = view;
  const header = ['From', 'To', 'Sent At', 'Message', 'Direction', 'inviterProfileUrl', 'inviteeProfileUrl'];
  const rows: { at: number; cells: string[] }[] = [];
  const add = (other: SamplePerson, isOutgoing: boolean, at: number, note: string): void => {
    const [from, to] = isOutgoing ? [owner, other] : [other, owner];
    const direction = isOutgoing ? 'OUTGOING' : 'INCOMING';
    const urls = [urlOn(from, exportDay), urlOn(to, exportDay)];
    rows.push({ at, cells: [fullName(from), fullName(to), usDateText(at), note, direction, ...urls] });
  };
  for (const link of view.links) {
    const random = createRandom(seed, `invitation ${owner.slug} ${link.person.slug}`);
    const isOutgoing = random.chance(0.45);
    const note = random.chance(0.3) ? random.pick(INVITATION_NOTES) : '';
    const at = (link.connectedOn - random.int(0, 6)) * SECONDS_PER_DAY + random.int(25_000, 75_000);
    if (!standsInExport(link, exportDay) || link.connectedOn < exportDay - INVITATIONS_DAYS) continue;
    add(link.person, isOutgoing, at, note);
  }
  const random = createRandom(seed, `pending ${owner.slug} ${exportDay}`);
  const some = (): number => (exportDay - random.int(3, 160)) * SECONDS_PER_DAY + random.int(25_000, 75_000);
  for (const person of pending.incoming) add(person, false, some(), random.chance(0.4) ? INVITATION_NOTES[0] : '');
  for (const person of pending.outgoing) add(person, true, some(), '');
  rows.sort((a, b) => b.at - a.at);
  return csvText([header, ...rows.map((row) => row.cells)]);
}

const SKILLS = [
  'Data Analysis',
  'Forecasting',
  'SQL',
  'Mentoring',
  'Stakeholder Management',
  'Research, Applied',
] as const;

/** Endorsements in one direction: several skills clicked within seconds make several rows. */
export function endorsementsCsv(view: Viewpoint, direction: 'given' | 'received'): string {
  const who = direction === 'received' ? 'Endorser' : 'Endorsee';
  const header = [
    'Endorsement Date',
    'Skill Name',
    `${who} First Name`,
    `${who} Last Name`,
    `${who} Public Url`,
    'Endorsement Status',
  ];
  const rows: string[][] = [];
  for (const link of view.links) {
    const { person } = link;
    const random = createRandom(view.seed, `endorsement ${direction} ${view.owner.slug} ${person.slug}`);
    const likely = { close: 0.7, warm: 0.35, dormant: 0.5, light: 0.08 } as Record<string, number>;
    if (!random.chance(likely[link.warmth] ?? 0.01) || !standsInExport(link, view.exportDay)) continue;
    for (let session = random.int(1, 3); session > 0; session -= 1) {
      const at = random.int(link.connectedOn + 20, SAMPLE_DAY) * SECONDS_PER_DAY + random.int(20_000, 80_000);
      const skills = random.shuffle(SKILLS).slice(0, random.int(1, 4));
      const status = random.chance(0.9) ? 'ACCEPTED' : random.pick(['PENDING', 'HIDDEN']);
      if (at >= (view.exportDay + 1) * SECONDS_PER_DAY) continue;
      for (const [index, skill] of skills.entries()) {
        const url = urlOn(person, view.exportDay).replace('https://', '');
        rows.push([endorsementDateText(at + index * 4), skill, person.first, person.last, url, status]);
      }
    }
  }
  return csvText([header, ...rows]);
}
