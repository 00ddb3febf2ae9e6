/**
 * A small map of invented people, as the archives it comes from: Noor's export of May, her newer one of June (a new job, a changed
 * address, somebody gone, somebody new), and the export of her friend Ana.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ConnectionRow,
  companyFollowsCsv,
  connectionsCsv,
  invitationsCsv,
  jobApplicationsCsv,
  messagesCsv,
  notesCsv,
  people,
  person,
  positionsCsv,
  profileCsv,
  savedJobsCsv,
  tempFolder,
  zipOf,
} from '../helpers/linkedin-export.ts';

export const AS_OF = '2026-07-01';
export const NOOR = person('Noor Example');
/** Twelve contacts of Noor; the first, Ana Reis, is the friend whose export joins. */
export const CONTACTS = people(12);
export const ANA = CONTACTS[0]!;
export const BRAM = CONTACTS[1]!;
export const CHIDI = CONTACTS[2]!;
export const EDDA = CONTACTS[4]!;
export const VANISHING = CONTACTS[10]!;
/** Chidi's address after he changed it. */
export const CHIDI_NEW_URL = 'https://www.linkedin.com/in/chidi-writes-zt901';
export const NEWCOMER = person('Wanja Kimathi', 40);
/** Known through Ana only. */
export const OUTSIDER = person('Marta Silvestri', 50);

const COMPANIES = ['Kestrel Labs', 'Brightwater Robotics', 'Studio Zuraw'];

function myRows(): ConnectionRow[] {
  return CONTACTS.map((one, at) => ({
    first: one.first,
    last: one.last,
    url: one.url,
    company: COMPANIES[at % COMPANIES.length]!,
    position: at % 2 === 0 ? 'Head of Data' : 'Designer',
    connectedOn: `20${String(14 + at).padStart(2, '0')}-03-0${1 + (at % 9)}`,
  }));
}

function talk(thread: string, other: typeof ANA, month: string) {
  return [1, 2, 3].flatMap((day) => [
    { thread, from: NOOR, to: [other], at: `${month}-0${day}T09:00:00Z`, content: 'Hello' },
    { thread, from: other, to: [NOOR], at: `${month}-0${day}T12:00:00Z`, content: 'Hi' },
  ]);
}

function myFiles(rows: readonly ConnectionRow[]): Record<string, string> {
  return {
    'Connections.csv': connectionsCsv([...rows, { connectedOn: '2025-08-22' }]),
    'messages.csv': messagesCsv([
      ...talk('t-ana', ANA, '2026-03'),
      ...talk('t-bram', BRAM, '2025-11'),
      {
        thread: 't-group',
        title: 'Dinner',
        from: ANA,
        to: [NOOR, BRAM],
        at: '2026-02-11T09:00:00Z',
        content: 'Three?',
      },
      { thread: 't-draft', from: NOOR, to: [EDDA], at: '2026-02-12T09:00:00Z', content: 'unsent', isDraft: true },
    ]),
    'Invitations.csv': invitationsCsv([
      { from: NOOR, to: EDDA, sentAt: '2026-01-05T15:08', direction: 'OUTGOING' },
      { from: BRAM, to: NOOR, sentAt: '2025-12-01T09:05', message: 'We met at your talk', direction: 'INCOMING' },
    ]),
    'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
    'Company Follows.csv': companyFollowsCsv([{ organization: 'Nordlys', followedOn: '2026-03-03T10:15:00Z' }]),
    'Jobs/Saved Jobs.csv': savedJobsCsv([{ on: '2026-04-01T08:15', company: 'Quillfeather', title: 'Analyst' }]),
    'Jobs/Job Applications.csv': jobApplicationsCsv([{ on: '2026-04-02T08:15', company: 'Palisade Bio' }]),
    'Notes.csv': notesCsv([{ about: EDDA, note: 'sails a wooden boat', createdOn: '2026-04-02' }]),
  };
}

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Noor's export of 3 May 2026: twelve contacts and a hidden member. */
export function myZip(): string {
  return write('Complete_LinkedInDataExport_05-03-2026.zip', zipOf(myFiles(myRows())));
}

/** Noor's export of 30 June 2026: Bram has a new job, Chidi a new address, one is gone, one is new. */
export function myNewerZip(): string {
  const rows = myRows()
    .filter((row) => row.url !== VANISHING.url)
    .map((row) => {
      if (row.url === BRAM.url) return { ...row, company: 'Quillfeather', position: 'Head of Design' };
      return row.url === CHIDI.url ? { ...row, url: CHIDI_NEW_URL } : row;
    });
  rows.push({
    first: NEWCOMER.first,
    last: NEWCOMER.last,
    url: NEWCOMER.url,
    company: 'Kestrel Labs',
    position: 'Recruiter',
    connectedOn: '2026-06-20',
  });
  return write('Complete_LinkedInDataExport_06-30-2026.zip', zipOf(myFiles(rows)));
}

/** Ana's export: she knows Noor, Bram and somebody at Palisade Bio. */
export function friendZip(): string {
  const row = (one: typeof ANA, company: string, position: string): ConnectionRow => ({
    first: one.first,
    last: one.last,
    url: one.url,
    company,
    position,
    connectedOn: '2020-03-01',
  });
  return write(
    'Basic_LinkedInDataExport_06-01-2026.zip',
    zipOf({
      'Connections.csv': connectionsCsv([
        row(NOOR, 'Freelance', 'Analyst'),
        row(BRAM, 'Brightwater Robotics', 'Designer'),
        row(OUTSIDER, 'Palisade Bio', 'VP Research'),
      ]),
      'Invitations.csv': invitationsCsv([
        { from: ANA, to: OUTSIDER, sentAt: '2026-01-05T15:08', direction: 'OUTGOING' },
        { from: ANA, to: BRAM, sentAt: '2026-01-06T15:08', direction: 'OUTGOING' },
      ]),
      'Profile.csv': profileCsv({ first: ANA.first, last: ANA.last }),
    }),
  );
}

/** Messages whose owner nobody can tell: no profile, no invitations, two people in one thread. */
export function ownerlessZip(): string {
  return write(
    'Basic_LinkedInDataExport_05-03-2026.zip',
    zipOf({
      'Connections.csv': connectionsCsv(myRows()),
      'messages.csv': messagesCsv(talk('t-ana', ANA, '2026-03').slice(0, 2)),
    }),
  );
}

/** The six of a week in May 2019; they work at one employer by now, and one conversation holds three of them. */
export const TEAM = people(30).slice(20, 26);
/** One of the quiet years around. */
export const BYSTANDER = people(30)[12]!;

/**
 * Noor's export with circles to find: six people who came between 3 and 9 May 2019, nine of twelve others while she worked at
 * Halden Freight. `turn` rotates the rows of the file.
 */
export function circlesZip(turn = 0): string {
  const others = CONTACTS.map((one, at) => ({ one, company: `Company ${at}`, connectedOn: `${2009 + at}-11-20` }));
  const team = TEAM.map((one, at) => ({ one, company: 'Kestrel Labs', connectedOn: `2019-05-0${3 + (at % 2) * 6}` }));
  const all = [...others, ...team];
  const rows = all.map((_, at) => all[(at + turn) % all.length]!);
  return write(
    'Complete_LinkedInDataExport_05-03-2026.zip',
    zipOf({
      'Connections.csv': connectionsCsv(
        rows.map(({ one, company, connectedOn }) => ({ ...one, company, position: 'Analyst', connectedOn })),
      ),
      'messages.csv': messagesCsv([
        {
          thread: 't-team',
          from: TEAM[0]!,
          to: [NOOR, ...TEAM.slice(1, 3)],
          at: '2020-02-11T09:00:00Z',
          content: 'Hi',
        },
        { thread: 't-ana', from: NOOR, to: [ANA], at: '2020-02-12T09:00:00Z', content: 'Hi' },
      ]),
      'Positions.csv': positionsCsv([
        { company: 'Halden Freight', title: 'Analyst', startedOn: '2010-12', finishedOn: '2018-08' },
      ]),
      'Invitations.csv': invitationsCsv([{ from: NOOR, to: EDDA, sentAt: '2026-01-05T15:08', direction: 'OUTGOING' }]),
      'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
    }),
  );
}

/** An export large enough to be followed and stopped. */
export function largeZip(connections: number, messages: number): string {
  const crowd = people(connections);
  return write(
    'Complete_LinkedInDataExport_05-03-2026.zip',
    zipOf({
      'Connections.csv': connectionsCsv(
        crowd.map((one, at) => ({
          first: one.first,
          last: one.last,
          url: one.url,
          company: `Company ${at % 97}`,
          position: at % 3 === 0 ? 'Engineer' : 'Buyer',
          connectedOn: `20${10 + (at % 16)}-0${1 + (at % 9)}-1${at % 9}`,
        })),
      ),
      'messages.csv': messagesCsv(
        Array.from({ length: messages }, (_, at) => {
          const other = crowd[at % Math.min(connections, 400)]!;
          const when = `202${at % 6}-0${1 + (at % 9)}-1${at % 10}T0${at % 10}:00:00Z`;
          const [from, to] = at % 2 === 0 ? [NOOR, other] : [other, NOOR];
          return { thread: `t-${at % 400}`, from, to: [to], at: when, content: 'Hello there, how are you?' };
        }),
      ),
      'Invitations.csv': invitationsCsv([
        { from: NOOR, to: crowd[1]!, sentAt: '2026-01-05T15:08', direction: 'OUTGOING' },
      ]),
      'Profile.csv': profileCsv({ first: 'Noor', last: 'Example' }),
    }),
  );
}
