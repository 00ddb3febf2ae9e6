import { describe, expect, it } from 'vitest';
import {
  CONNECTIONS_PREAMBLE,
  companyFollowsCsv,
  connectionsCsv,
  educationCsv,
  endorsementsCsv,
  invitationsCsv,
  LINKEDIN_MEMBER,
  messagesCsv,
  people,
  person,
  positionsCsv,
  recommendationsCsv,
} from './linkedin-export.ts';

const NOOR = person('Noor Example', 9);
const MARISOL = { ...person('Marisol Tavares-Quint', 7), name: 'Marisol Tavares-Quint, PhD, MBA' };
const PETRA = person('Petra Novotná', 3);

/** The examples of linkedin-export.md, section 4, are the measure; slugs apart. */
describe('the writer of invented exports', () => {
  it('writes Connections.csv with preamble, quotes where needed, and no last line end', () => {
    const text = connectionsCsv([
      {
        first: 'Marisol',
        last: 'Tavares-Quint, PhD, MBA',
        url: MARISOL.url,
        company: 'Brightwater Robotics, Inc.',
        position: 'Designer ("brand & web")',
        connectedOn: '2026-04-17',
      },
      { connectedOn: '2025-08-22' },
    ]);
    expect(text).toBe(
      `${CONNECTIONS_PREAMBLE}First Name,Last Name,URL,Email Address,Company,Position,Connected On
Marisol,"Tavares-Quint, PhD, MBA",https://www.linkedin.com/in/marisol-tavares-quint-zt7,,"Brightwater Robotics, Inc.","Designer (""brand & web"")",17 Apr 2026
,,,,,,22 Aug 2025`,
    );
  });

  it.each([
    ['2016', 'First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers'],
    ['2020', 'First Name,Last Name,Email Address,Company,Position,Connected On'],
    ['2022', `${CONNECTIONS_PREAMBLE}First Name,Last Name,Email Address,Company,Position,Connected On`],
  ] as const)('writes the header of Connections.csv as in %s', (era, header) => {
    expect(connectionsCsv([], { era })).toBe(header);
  });

  it('writes messages.csv of 2026 with every cell quoted', () => {
    const rows = [
      {
        thread: '2-aW52ZW50ZWQtMDI=',
        title: 'Alumni dinner',
        from: NOOR,
        to: [MARISOL, PETRA],
        at: '2026-02-11T09:00:00Z',
        content: 'Table for\nthree?',
      },
      {
        thread: '2-aW52ZW50ZWQtMDM=',
        from: LINKEDIN_MEMBER,
        to: [NOOR],
        at: '2021-05-30T18:20:00Z',
        folder: 'ARCHIVE',
      },
    ];
    const [header, ...lines] = messagesCsv(rows).split('\n');
    expect(header).toBe(
      '"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS","IS MESSAGE DRAFT","IS CONVERSATION DRAFT"',
    );
    expect(lines.join('\n')).toBe(
      `"2-aW52ZW50ZWQtMDI=","Alumni dinner","Noor Example","https://www.linkedin.com/in/noor-example-zt9","Marisol Tavares-Quint, PhD, MBA, Petra Novotná","https://www.linkedin.com/in/marisol-tavares-quint-zt7,https://www.linkedin.com/in/petra-novotna-zt3","2026-02-11 09:00:00 UTC","","Table for
three?","INBOX","","No","No"
"2-aW52ZW50ZWQtMDM=","","LinkedIn Member","","Noor Example","https://www.linkedin.com/in/noor-example-zt9","2021-05-30 18:20:00 UTC","","","ARCHIVE","","No","No"`,
    );
  });

  it('leaves out the columns an older messages.csv did not have', () => {
    expect(messagesCsv([], { era: '2022' })).not.toContain('RECIPIENT');
    expect(messagesCsv([], { era: '2025' })).toMatch(/FOLDER,ATTACHMENTS,IS MESSAGE DRAFT$/);
    expect(messagesCsv([], { era: '2016' })).toBe('From,To,Date,Subject,Content,Direction,Folder');
  });

  it('writes the dates of each file in its own way', () => {
    const invitation = { from: NOOR, to: PETRA, sentAt: '2026-04-21T15:08:00Z', direction: 'OUTGOING' } as const;
    expect(invitationsCsv([invitation])).toContain('"4/21/26, 3:08 PM"');
    const recommendation = { first: 'Petra', last: 'Novotná', writtenOn: '2021-06-15T16:20:00Z' };
    expect(recommendationsCsv([recommendation])).toContain('"06/15/21, 04:20 PM",VISIBLE');
    expect(recommendationsCsv([recommendation], { bareDate: true })).toContain(',06/15/21, 04:20 PM,VISIBLE');
    const endorsement = { on: '2024-04-18T09:41:07Z', skill: 'Mentoring', first: 'Petra', last: 'N', url: PETRA.url };
    expect(endorsementsCsv([endorsement])).toContain(
      '2024/04/18 09:41:07 UTC,Mentoring,Petra,N,www.linkedin.com/in/petra-novotna-zt3,ACCEPTED',
    );
    expect(companyFollowsCsv([{ organization: 'Acme', followedOn: '2026-03-03T10:15:00Z' }])).toContain(
      'Acme,Tue Mar 03 10:15:00 UTC 2026',
    );
    expect(positionsCsv([{ company: 'Acme', startedOn: '2021-03' }])).toMatch(/Acme,,,,Mar 2021,$/);
    expect(educationCsv([{ school: 'Lycée', startDate: '2014' }])).toMatch(/Lycée,2014,,,,$/);
  });

  it('invents as many different people as asked, each with the mark of the invented', () => {
    const slugs = people(500).map((one) => one.slug);
    expect(new Set(slugs).size).toBe(500);
    expect(slugs.every((slug) => /-zt\d+$/.test(slug))).toBe(true);
  });
});
