/** The files of ego's export that are about herself, or that name people without their address. */
import type { Day } from '../model/units.ts';
import { CAST, NOOR } from './cast.ts';
import { csvText, MESSAGES_HEADER } from './export-csv.ts';
import { javaDateText, messageDateText, paddedUsDateText, usDateText } from './export-dates.ts';
import { day, fullName, OLD_EXPORT_DAY, profileUrl, type SamplePerson } from './sample-person.ts';
import { PAST_EMPLOYERS } from './work.ts';

const at = (iso: string, hour = 10, minute = 15): number => day(iso) * 86_400 + hour * 3600 + minute * 60;

const PROFILE_HEADER = [
  'First Name',
  'Last Name',
  'Maiden Name',
  'Address',
  'Birth Date',
  'Headline',
  'Summary',
  'Industry',
  'Zip Code',
  'Geo Location',
  'Twitter Handles',
  'Websites',
  'Instant Messengers',
];

export function profileCsv(owner: SamplePerson, headline: string): string {
  const summary = owner === NOOR ? 'I turn messy data into decisions.\nCurrently open to "the right problem".' : '';
  const cells = [
    owner.first,
    owner.last,
    '',
    '',
    '',
    headline,
    summary,
    'Information Services',
    '',
    'Westerholm',
    '',
    '',
    '',
  ];
  return csvText([PROFILE_HEADER, cells]);
}

export function positionsCsv(exportDay: Day): string {
  const header = ['Company Name', 'Title', 'Description', 'Location', 'Started On', 'Finished On'];
  const [halden, tessellate, mirabeau] = PAST_EMPLOYERS;
  const isOld = exportDay <= OLD_EXPORT_DAY;
  const rows = [
    [
      mirabeau,
      'Analytics Manager',
      'Forecasting,\npricing and a team of "six and a half".',
      'Westerholm',
      'Feb 2021',
      isOld ? '' : 'Oct 2025',
    ],
    [tessellate, 'Senior Data Analyst', '', 'Westerholm', 'Mar 2016', 'Jan 2021'],
    [halden, 'Data Analyst', 'Routes, costs, delays', '', 'Sep 2012', 'Feb 2016'],
  ];
  const now = ['Self-employed', 'Analytics lead, independent', '', 'Westerholm', 'Nov 2025', ''];
  return csvText([header, ...(isOld ? [] : [now]), ...rows]);
}

export function educationCsv(): string {
  const header = ['School Name', 'Start Date', 'End Date', 'Notes', 'Degree Name', 'Activities'];
  return csvText([header, ['Westerholm University', '2007', '2012', '', 'MSc, Statistics', 'Choir, debating']]);
}

/** `[who, company at the time, title at the time, text, when, status]`; no address, as in the real file. */
type Recommendation = readonly [name: readonly [string, string], string, string, string, number, string];

const RECEIVED: readonly Recommendation[] = [
  [
    ['Petra', 'Novotná'],
    'Tessellate Analytics',
    'Lead Data Scientist',
    'Noor is careful, fast,\nand "never late".',
    at('2021-01-28', 16, 20),
    'VISIBLE',
  ],
  [
    ['Dev', 'Malhotra'],
    'Halden Freight Systems',
    'Engineering Manager',
    'She asks the question nobody dares to ask.',
    at('2016-03-04'),
    'VISIBLE',
  ],
  [
    ['Cara', 'Ashworth'],
    'Mirabeau Energy',
    'Head of Operations',
    'Noor made our plans believable again, and kept us calm.',
    at('2025-11-03', 9, 5),
    'VISIBLE',
  ],
  [
    ['Jürgen', 'Hößle'],
    'Halden Freight Systems',
    'Sales Director',
    'Zuverlässig, klug, freundlich.',
    at('2016-02-12', 14),
    'VISIBLE',
  ],
  // Two contacts have this name: nobody can tell which one wrote it.
  [['Lena', 'Fischer'], '', 'Controller', 'A pleasure to work with.', at('2017-06-19', 11, 40), 'HIDDEN'],
];

const GIVEN: readonly Recommendation[] = [
  [
    ['Petra', 'Novotná'],
    'Tessellate Analytics',
    'Lead Data Scientist',
    'Petra explains hard things simply.',
    at('2021-01-29', 8, 45),
    'VISIBLE',
  ],
  [
    ['Cem', 'Demirel'],
    'Tessellate Analytics',
    'Senior Data Analyst',
    'Give Cem the pipeline, sleep well.',
    at('2020-08-14', 17, 30),
    'VISIBLE',
  ],
  [
    ['Aurélie', 'Delaunay'],
    'Mirabeau Energy',
    'Senior Data Analyst',
    'Rigorous, generous, and very funny.',
    at('2024-11-02', 9, 15),
    'VISIBLE',
  ],
  [['Tom', 'Adeyemi'], '', 'Operations Manager', 'Tom could organise the tide.', at('2025-06-06', 12), 'PENDING'],
];

export function recommendationsCsv(direction: 'given' | 'received', exportDay: Day): string {
  const header = ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status'];
  const rows = (direction === 'given' ? GIVEN : RECEIVED)
    .filter(([, , , , writtenAt]) => writtenAt < (exportDay + 1) * 86_400)
    .map(([[first, last], company, title, text, writtenAt, status]) => [
      first,
      last,
      company,
      title,
      text,
      paddedUsDateText(writtenAt),
      status,
    ]);
  return csvText([header, ...rows]);
}

const FOLLOWS: readonly (readonly [string, number])[] = [
  ['Kestrel Labs', at('2025-11-18')],
  ['Nordlys', at('2026-03-03')],
  ['Palisade Bio', at('2026-02-09', 19)],
  ['Brightwater Robotics', at('2026-01-12', 8)],
  ['Lanternfish AI', at('2025-12-30', 21)],
  ['Starling Grid', at('2023-05-17')],
  ['Wren, Wren and Daughters', at('2022-07-21', 13)],
];

export function companyFollowsCsv(exportDay: Day): string {
  const rows = FOLLOWS.filter(([, on]) => on < (exportDay + 1) * 86_400).map(([name, on]) => [name, javaDateText(on)]);
  return csvText([['Organization', 'Followed On'], ...rows]);
}

/** Leading zeros: no posting has such a number. */
const jobUrl = (number: number): string => `https://www.linkedin.com/jobs/view/${String(number).padStart(10, '0')}`;

export function jobApplicationsCsv(): string {
  const header = [
    'Application Date',
    'Contact Email',
    'Contact Phone Number',
    'Company Name',
    'Job Title',
    'Job Url',
    'Resume Name',
    'Question And Answers',
  ];
  const row = (when: number, company: string, title: string, number: number): string[] => [
    usDateText(when),
    NOOR.email ?? '',
    '',
    company,
    title,
    jobUrl(number),
    'noor-example.pdf',
    'Are you allowed to work here?: Yes | Years with data?: 13',
  ];
  return csvText([
    header,
    row(at('2026-06-02', 8, 15), 'Kestrel Labs', 'Director, Decision Science', 1),
    row(at('2026-05-19', 20, 40), 'Palisade Bio', 'Head of Analytics', 2),
    row(at('2026-04-27', 13, 5), 'Brightwater Robotics, Inc.', 'Analytics Lead, Fleet', 3),
    row(at('2026-02-16', 9, 30), 'Starling Grid', 'Head of Forecasting', 4),
  ]);
}

export function savedJobsCsv(): string {
  return csvText([
    ['Saved Date', 'Job Url', 'Job Title', 'Company Name'],
    [usDateText(at('2026-06-22', 21, 10)), jobUrl(5), 'Head of Data, Energy Markets', 'Nordlys'],
    [usDateText(at('2026-06-11', 7, 50)), jobUrl(6), 'Principal Analyst', 'Meridian Tidal'],
    [usDateText(at('2026-05-30', 12, 0)), jobUrl(7), 'Director, Decision Science', 'Kestrel Labs'],
    [usDateText(at('2026-03-08', 15, 25)), jobUrl(8), 'Analytics Manager', 'Fjordkraft Sensing AS'],
  ]);
}

/** Cards of ego's address book: some are contacts, some are not on the platform at all. */
const CARDS: readonly (readonly [string, string, string, string])[] = [
  ['Petra', 'Novotná', 'Head of Data', 'petra.novotna@kestrel.example,petra@novotna.example'],
  ['Tom', 'Adeyemi', '', 'tom.adeyemi@example-mail.test'],
  ['Ana', 'Ferreira-Lund', '', 'ana@ferreira-lund.example'],
  ['Lukasz', 'W', 'Designer', 'lukasz@zuraw.example'],
  ['Doctor', 'Marlow', 'Dentist', 'desk@marlow-dental.example'],
  ['Aunt', 'Salma', '', 'salma.family@example-mail.test'],
  ['Landlord', '', '', 'office@old-harbour-homes.example'],
  ['Henrike', 'Vestergaard', 'Choir', 'henrike.choir@example-mail.test'],
];

export function importedContactsCsv(): string {
  const header = [
    'FirstName',
    'MiddleName',
    'LastName',
    'MaidenName',
    'NickName',
    'NamePrefix',
    'NameSuffix',
    'Title',
    'Emails',
    'PhoneNumbers',
    'CreatedAt',
    'UpdatedAt',
    'CountryCode',
    'RegionCode',
    'ThirdPartyVerified',
    'Location',
  ];
  const created = usDateText(at('2018-04-07', 9, 5));
  const rows = CARDS.map(([first, last, title, emails]) => [
    first,
    '',
    last,
    '',
    '',
    '',
    '',
    title,
    emails,
    '',
    created,
    created,
    '',
    '',
    'false',
    '',
  ]);
  return csvText([header, ...rows]);
}

const NOTES: readonly (readonly [string, string, number])[] = [
  ['imani-bello-zt12', 'Met at Fjordline 2019, brilliant on pricing.\nLikes hand-drawn charts.', at('2026-02-06', 18)],
  ['marta-vezzoli-zt37', 'Wants a second workshop in autumn.', at('2026-06-28', 9)],
  ['bram-oakhollow-zt14', 'Honest about ranges; "never pushes".', at('2025-10-01', 15)],
];

export function notesCsv(): string {
  const header = [
    'Connection First Name',
    'Connection Last Name',
    'Connection Profile URL',
    'Note',
    'Created On',
    'Edited On',
  ];
  const rows = NOTES.map(([slug, note, on]) => {
    const { person } = CAST.find((member) => member.person.slug === slug)!;
    const written = messageDateText(on);
    return [person.first, person.last, profileUrl(slug), note, written, written];
  });
  return csvText([header, ...rows]);
}

export function emailAddressesCsv(): string {
  const rows = [[NOOR.email ?? '', 'Yes', 'Yes', usDateText(at('2012-09-01'))]];
  return csvText([['Email Address', 'Confirmed', 'Primary', 'Updated On'], ...rows]);
}

/** Files that every archive holds and nobody needs: a good importer passes over them in silence. */
export function idleFiles(): { path: string; text: string }[] {
  const people = ['Imani Bello', fullName(CAST[2]!.person)];
  const followed = people.map((name) => [messageDateText(at('2024-05-05')).replace(' UTC', ''), 'Active', name]);
  return [
    { path: 'Skills.csv', text: csvText([['Name'], ['Forecasting'], ['SQL'], ['Research, Applied']]) },
    { path: 'guide_messages.csv', text: csvText([MESSAGES_HEADER.slice(0, 10)]) },
    { path: 'LearningCoachMessages.csv', text: 'No conversations found' },
    { path: 'Member_Follows_1000000001.csv', text: csvText([['Date', 'Status', 'FullName'], ...followed]) },
    {
      path: 'Comments_1000000001.csv',
      // This file escapes quotes with a backslash.
      text: 'Date,Link,Message\n2026-04-12 08:30:15,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A0000000000000000001,"Imani, \\"hand-drawn\\" wins again."',
    },
  ];
}
