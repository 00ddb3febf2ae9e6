/** An export as large as they come, for benches and limits: made piece by piece, never whole in memory. */
import type { Day } from '../model/units.ts';
import { CONNECTIONS_HEADER, CONNECTIONS_PREAMBLE, csvRow, MESSAGES_HEADER } from './export-csv.ts';
import { archiveDateText, connectedOnText, messageDateText, usDateText } from './export-dates.ts';
import { inventName } from './invent-name.ts';
import { OPENERS, REPLIES } from './phrases.ts';
import { createRandom, type Random } from './random.ts';
import { day, profileUrl, SAMPLE_DAY } from './sample-person.ts';
import { inventJob } from './work.ts';

interface LargeFile {
  path: string;
  /** The text in pieces of about 64 Ki characters; each call starts anew and gives the same text. */
  chunks(): Generator<string, void, undefined>;
}

export interface LargeExport {
  fileName: string;
  ownerUrl: string;
  exportDate: Day;
  files: LargeFile[];
}

export interface LargeExportOptions {
  /** Rows of Connections.csv, at least 1. */
  connections: number;
  /** Rows of messages.csv. 300,000 make about 137 MB. */
  messages: number;
  seed: number;
}

const OWNER_NAME = 'Noor Example';
const OWNER_URL = profileUrl('noor-example-zt1');
const CHUNK_CHARACTERS = 65_536;
const FIRST_CONNECTION = day('2006-03-01');
const FIRST_NUMBER = 101;
const SECONDS_PER_DAY = 86_400;
const INVITATIONS = 200;

interface Contact {
  name: string;
  url: string;
}

/** Joins lines with line ends into pieces of useful size. No line end after the last line. */
function* inChunks(lines: Iterable<string>): Generator<string, void, undefined> {
  let held = '';
  let isFirst = true;
  for (const line of lines) {
    held += isFirst ? line : `\n${line}`;
    isFirst = false;
    if (held.length >= CHUNK_CHARACTERS) {
      yield held;
      held = '';
    }
  }
  if (held !== '') yield held;
}

/** Every contact in the order of the file; what they are called does not depend on how many there are. */
function* contacts(seed: number, count: number): Generator<{ contact: Contact; cells: string[] }> {
  const random = createRandom(seed, 'large contacts');
  for (let i = 0; i < count; i += 1) {
    const name = inventName(random);
    const number = FIRST_NUMBER + i;
    const url = profileUrl(`${name.latin}-zt${number}`);
    const email = random.chance(0.03) ? `contact.${number}@example-mail.test` : '';
    const job = inventJob(random);
    // The platform lists the newest first.
    const span = SAMPLE_DAY - FIRST_CONNECTION;
    const on = SAMPLE_DAY - Math.floor((i / count) * span);
    const cells = [name.first, name.last, url, email, job.company, job.position, connectedOnText(on)];
    yield { contact: { name: `${name.first} ${name.last}`, url }, cells };
  }
}

function* connectionLines(seed: number, count: number): Generator<string> {
  yield CONNECTIONS_PREAMBLE + csvRow(CONNECTIONS_HEADER);
  for (const { cells } of contacts(seed, count)) yield csvRow(cells);
}

function* invitationLines(seed: number, count: number): Generator<string> {
  yield 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl';
  const random = createRandom(seed, 'large invitations');
  let sent = SAMPLE_DAY * SECONDS_PER_DAY + 40_000;
  for (const { contact } of contacts(seed, Math.min(count, INVITATIONS))) {
    sent -= random.int(3000, 90_000);
    const isOutgoing = random.chance(0.5);
    const [from, to] = isOutgoing ? [OWNER_NAME, contact.name] : [contact.name, OWNER_NAME];
    const urls = isOutgoing ? [OWNER_URL, contact.url] : [contact.url, OWNER_URL];
    yield csvRow([from, to, usDateText(sent), '', isOutgoing ? 'OUTGOING' : 'INCOMING', ...urls]);
  }
}

/**
 * A body of realistic length: mostly a sentence, sometimes a letter, now and then pages. The log-normal spread is chosen
 * so that 300,000 rows come to about 137 MB.
 */
function body(random: Random): string {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const wanted = Math.min(8000, Math.exp(4.883 + 0.95 * normal));
  let text = random.pick(OPENERS).replaceAll('{name}', 'there');
  while (text.length < wanted) {
    const joint = random.chance(0.2) ? '\n' : random.chance(0.05) ? '\n\n' : ' ';
    text += joint + random.pick(REPLIES);
  }
  return text;
}

/** How many people a thread has besides me: nearly always one. */
function threadSize(random: Random): number {
  return random.chance(0.02) ? random.int(2, 9) : 1;
}

function* messageLines(options: LargeExportOptions): Generator<string> {
  yield csvRow(MESSAGES_HEADER, 'all');
  const random = createRandom(options.seed, 'large messages');
  // Names and addresses of 30,000 people are a few megabytes; the text of the messages is never held.
  const people = [...contacts(options.seed, options.connections)].map(({ contact }) => contact);
  const me: Contact = { name: OWNER_NAME, url: OWNER_URL };
  let written = 0;
  for (let thread = 0; written < options.messages; thread += 1) {
    const others = new Set<Contact>();
    const size = Math.min(threadSize(random), people.length);
    // The first threads go to different people, the later ones anywhere.
    if (size === 1 && thread < people.length) others.add(people[(thread * 7919) % people.length]!);
    while (others.size < size) others.add(random.pick(people));
    const members = [me, ...others];
    // Heavy tail: many threads of two messages, few of thousands.
    const wanted = Math.ceil(2 / (1 - random.next()) ** 0.85);
    const length = Math.min(wanted, 5000, options.messages - written);
    const id = `2-${String(thread).padStart(12, '0')}${String(random.int(0, 0x7fff_ffff)).padStart(10, '0')}==`;
    const title = size > 1 ? 'Group' : '';
    let at = SAMPLE_DAY * SECONDS_PER_DAY - random.int(0, 2900) * SECONDS_PER_DAY + random.int(0, 86_399);
    const gap = Math.min(5, 3000 / length) * SECONDS_PER_DAY;
    for (let i = 0; i < length; i += 1) {
      const from = random.pick(members);
      const to = members.filter((member) => member !== from);
      yield csvRow(
        [
          id,
          title,
          from.name,
          from.url,
          to.map((member) => member.name).join(', '),
          to.map((member) => member.url).join(','),
          messageDateText(at),
          '',
          body(random),
          'INBOX',
          '',
          'No',
          'No',
        ],
        'all',
      );
      at -= 60 + Math.floor(random.next() * gap);
    }
    written += length;
  }
}

function* profileLines(): Generator<string> {
  yield 'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers';
  yield 'Noor,Example,,,,Analytics lead,,,,,,,';
}

/**
 * Describes a large export whose files are made while they are read. The same options give the same text.
 *
 * @throws RangeError without any connection: there would be nobody to write to
 */
export function makeLargeExport(options: LargeExportOptions): LargeExport {
  const { connections, seed } = options;
  if (connections < 1) throw new RangeError('A large export needs at least one connection.');
  return {
    fileName: `Complete_LinkedInDataExport_${archiveDateText(SAMPLE_DAY)}.zip`,
    ownerUrl: OWNER_URL,
    exportDate: SAMPLE_DAY,
    files: [
      { path: 'Connections.csv', chunks: () => inChunks(connectionLines(seed, connections)) },
      { path: 'messages.csv', chunks: () => inChunks(messageLines(options)) },
      { path: 'Invitations.csv', chunks: () => inChunks(invitationLines(seed, connections)) },
      { path: 'Profile.csv', chunks: () => inChunks(profileLines()) },
    ],
  };
}
