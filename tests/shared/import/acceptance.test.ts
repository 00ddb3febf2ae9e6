import { describe, expect, it } from 'vitest';
import { createExportCollector } from '../../../shared/import/collect-export.ts';
import { dayFromIso } from '../../../shared/model/dates.ts';
import { unpackThreadDays } from '../../../shared/model/thread-days.ts';
import { bytesOf, joinedBytes, latin1, readFiles, readInto, reportOf, TODAY, utf16 } from './read-files.ts';

const PREAMBLE =
  'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n\n';

const CONNECTIONS = `${PREAMBLE}First Name,Last Name,URL,Email Address,Company,Position,Connected On
Marisol,"Tavares-Quint, PhD, MBA",https://www.linkedin.com/in/marisol-tavares-quint-zt1,,"Brightwater Robotics, Inc.","VP Engineering, Platform",17 Apr 2026
Łukasz 🚀,Wróbel,https://www.linkedin.com/in/%C5%82ukasz-wr%C3%B3bel-zt2,lukasz@wrobel.example,Studio Żuraw,"Designer (""brand & web"")",14 Nov 2019
Odalys,,https://www.linkedin.com/in/odalys-zt3,,,,03 Jan 2017
,,,,,,22 Aug 2025
Petra,Novotná,,,Kestrel Labs,"Head of Data
(interim)",21 Sep 2023`;

const NOOR = 'https://www.linkedin.com/in/noor-example-zt9';
const MARISOL = 'https://www.linkedin.com/in/marisol-tavares-quint-zt1';
const PETRA = 'https://www.linkedin.com/in/petra-novotna-zt5';

const MESSAGES = `"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS","IS MESSAGE DRAFT","IS CONVERSATION DRAFT"
"t1","","Marisol Tavares-Quint, PhD, MBA","${MARISOL}","Noor Example","${NOOR}","2026-03-02 16:47:09 UTC","","Great to see you.
Shall I introduce you to Petra?","INBOX","","No","No"
"t2","Alumni dinner","Noor Example","${NOOR}","Marisol Tavares-Quint, PhD, MBA, Petra Novotná","${MARISOL},${PETRA}","2026-02-11 09:00:00 UTC","","Table for three?","INBOX","","No","No"
"t3","","LinkedIn Member","","Noor Example","${NOOR}","2021-05-30 18:20:00 UTC","","Old thread","ARCHIVE","","No","No"
"t4","Sponsored","Acme Talent Cloud","","Noor Example","${NOOR}","2026-01-20 07:00:00 UTC","Hiring?","<p class=""spinmail-quill-editor__spin-break"">Hi %FIRSTNAME%,</p>","INBOX","","No","No"
"t1","","Noor Example","${NOOR}","Marisol Tavares-Quint, PhD, MBA","${MARISOL}","2026-03-02 17:02:00 UTC","","yes please (unsent)","INBOX","","Yes","No"
"t5","","Ada Spam","https://www.linkedin.com/in/ada-zt8","Noor Example","${NOOR}","2026-01-02 17:02:00 UTC","","buy","SPAM","","No","No"`;

describe('acceptance 1: every generation of Connections.csv', () => {
  const rows = ['Ana,Vidal', 'Bo,Lind'];
  const generations: [string, string][] = [
    [
      '2016',
      `First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers\n${rows.map((row) => `${row},,,Kestrel,Engineer,7 Apr 2016,,`).join('\n')}`,
    ],
    [
      'no preamble',
      `First Name,Last Name,Email Address,Company,Position,Connected On\n${rows.map((row) => `${row},,Kestrel,Engineer,07 Apr 2016`).join('\n')}`,
    ],
    [
      'preamble without address',
      `${PREAMBLE}First Name,Last Name,Email Address,Company,Position,Connected On\n${rows.map((row) => `${row},,Kestrel,Engineer,07 Apr 2016`).join('\n')}`,
    ],
    [
      'preamble with address',
      `${PREAMBLE}First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.map((row) => `${row},,,Kestrel,Engineer,07 Apr 2016`).join('\n')}`,
    ],
  ];

  it.each(generations)('gives the same people and dates (%s)', (_, text) => {
    const { connections } = readFiles({ 'Connections.csv': text }).content;
    expect(
      connections.map(({ name, company, position, connectedOn }) => ({ name, company, position, connectedOn })),
    ).toEqual([
      { name: 'Ana Vidal', company: 'Kestrel', position: 'Engineer', connectedOn: dayFromIso('2016-04-07') },
      { name: 'Bo Lind', company: 'Kestrel', position: 'Engineer', connectedOn: dayFromIso('2016-04-07') },
    ]);
  });

  it('reads the Outlook and Yahoo files of the old instant export', () => {
    const outlook =
      'Title,First Name,Middle Name,Last Name,Suffix,E-mail Address,Company,Job Title\nMs,Ana,,Vidal,,ana@vidal.test,Kestrel,Engineer\n';
    const yahoo = 'First,Last,Email,Company,Title\nAna,Vidal,ana@vidal.test,Kestrel,Engineer\n';
    for (const [name, text] of [
      ['linkedin_connections_export_microsoft_outlook.csv', outlook],
      ['linkedin_connections_export_yahoo.csv', yahoo],
    ] as const) {
      const { files, content } = readFiles({ [name]: text });
      expect(files[0]!.kind).toBe('connections');
      expect(content.connections[0]).toMatchObject({
        name: 'Ana Vidal',
        email: 'ana@vidal.test',
        company: 'Kestrel',
        position: 'Engineer',
      });
    }
  });
});

describe('acceptance 2: the example of Connections.csv', () => {
  it('gives four people and one hidden member, with titles split off and the last row kept', () => {
    const { files, content } = readFiles({ 'Connections.csv': CONNECTIONS });
    expect(files[0]).toMatchObject({ kind: 'connections', rows: 5, kept: 4, hidden: 1, skippedCount: 0 });
    const byName = new Map(content.connections.map((record) => [record.name, record]));
    expect(byName.get('Marisol Tavares-Quint')).toMatchObject({
      credentials: 'PhD, MBA',
      originalName: 'Marisol Tavares-Quint, PhD, MBA',
      slug: 'marisol-tavares-quint-zt1',
      company: 'Brightwater Robotics, Inc.',
    });
    expect(byName.get('Łukasz 🚀 Wróbel')).toMatchObject({
      slug: 'łukasz-wróbel-zt2',
      email: 'lukasz@wrobel.example',
      position: 'Designer ("brand & web")',
    });
    expect(byName.get('Odalys')).toMatchObject({ connectedOn: dayFromIso('2017-01-03'), company: null });
    expect(byName.get('Petra Novotná')).toMatchObject({ position: 'Head of Data\n(interim)', slug: null, url: null });
  });
});

describe('acceptance 3: a quoted messages.csv of 2026', () => {
  it('keeps the 1:1 and the group and skips draft, spam, sponsored and gone members with their reason', () => {
    const { files, content } = readFiles({ 'messages.csv': MESSAGES });
    expect(files[0]).toMatchObject({ kind: 'messages', rows: 6, kept: 2, skippedCount: 4 });
    expect(files[0]!.skipped).toEqual([
      { line: 5, reason: 'LinkedIn Member (account is gone)' },
      { line: 6, reason: 'sponsored message' },
      { line: 7, reason: 'draft' },
      { line: 8, reason: 'spam' },
    ]);
    expect(content.threads.map(({ conversationId, members }) => [conversationId, members])).toEqual([
      [
        't1',
        [
          { slug: 'marisol-tavares-quint-zt1', name: 'Marisol Tavares-Quint' },
          { slug: 'noor-example-zt9', name: 'Noor Example' },
        ],
      ],
      [
        't2',
        [
          { slug: 'marisol-tavares-quint-zt1', name: 'Marisol Tavares-Quint' },
          { slug: 'noor-example-zt9', name: 'Noor Example' },
          { slug: 'petra-novotna-zt5', name: 'Petra Novotná' },
        ],
      ],
    ]);
    const day = dayFromIso('2026-03-02')!;
    const second = day * 86_400 + 16 * 3600 + 47 * 60 + 9;
    expect(unpackThreadDays(content.threads[0]!.days)).toEqual([
      { sender: 0, day, count: 1, first: second, last: second },
    ]);
  });

  it('counts a gone member for the size of a thread that others wrote in', () => {
    const row = (from: string, url: string, to: string, urls: string, date: string) =>
      `"g","","${from}","${url}","${to}","${urls}","${date}","","x","INBOX"\n`;
    const text = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n${row('Noor Example', NOOR, 'Petra Novotná, LinkedIn Member', PETRA, '2020-01-01 10:00:00 UTC')}${row('LinkedIn Member', '', 'Noor Example, Petra Novotná', `${NOOR},${PETRA}`, '2020-01-02 10:00:00 UTC')}`;
    const [thread] = readFiles({ 'messages.csv': text }).content.threads;
    expect(thread).toMatchObject({
      goneMembers: 1,
      members: [{ slug: 'noor-example-zt9' }, { slug: 'petra-novotna-zt5' }],
    });
    expect(unpackThreadDays(thread!.days)).toHaveLength(1);
  });

  it('adds up the messages of one sender on one day and counts a repeated row once', () => {
    const row = (time: string, text: string) =>
      `t,,Petra,${PETRA},Noor,${NOOR},2024-05-05 ${time} UTC,,${text},INBOX\n`;
    const header =
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n';
    const { files, content } = readFiles({
      'messages.csv':
        header + row('12:00:00', 'a') + row('08:00:00', 'b') + row('12:00:00', 'a') + row('12:00:00', 'c'),
    });
    const day = dayFromIso('2024-05-05')!;
    expect(unpackThreadDays(content.threads[0]!.days)).toEqual([
      { sender: 1, day, count: 3, first: day * 86_400 + 8 * 3600, last: day * 86_400 + 12 * 3600 },
    ]);
    expect(files[0]).toMatchObject({ rows: 4, kept: 4 });
    expect(files[0]!.notices.join()).toContain('more than once');
  });
});

describe('acceptance 4: TO before 2023', () => {
  const header = 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n';

  it('resolves names joined by commas to two known people, whatever file is read first', () => {
    const messages = `${header}t,,Noor Example,${NOOR},"Marisol Tavares-Quint, PhD, MBA, Petra Novotná",2022-01-01 10:00:00 UTC,,hi,INBOX\n`;
    const connections = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nMarisol,"Tavares-Quint, PhD, MBA",${MARISOL},,,,01 Jan 2020\nPetra,Novotná,${PETRA},,,,01 Jan 2020\n`;
    const expected = [
      { slug: 'marisol-tavares-quint-zt1', name: 'Marisol Tavares-Quint' },
      { slug: 'noor-example-zt9', name: 'Noor Example' },
      { slug: 'petra-novotna-zt5', name: 'Petra Novotná' },
    ];
    for (const files of [
      { 'messages.csv': messages, 'Connections.csv': connections },
      { 'Connections.csv': connections, 'messages.csv': messages },
    ]) {
      expect(readFiles(files).content.threads[0]!.members).toEqual(expected);
    }
  });

  it('leaves a name that nobody else in the export has as it is, without a cut', () => {
    const text = `${header}t,,Noor Example,${NOOR},"Odd, Comma Name",2022-01-01 10:00:00 UTC,,hi,INBOX\n`;
    expect(readFiles({ 'messages.csv': text }).content.threads[0]!.members).toContainEqual({
      slug: null,
      name: 'Odd, Comma Name',
    });
  });

  it('does not choose between two people of one name', () => {
    const connections = `First Name,Last Name,URL,Connected On\nAlex,Lee,https://www.linkedin.com/in/alex-zt1,01 Jan 2020\nAlex,Lee,https://www.linkedin.com/in/alex-zt2,01 Jan 2020\n`;
    const text = `${header}t,,Noor Example,${NOOR},Alex Lee,2022-01-01 10:00:00 UTC,,hi,INBOX\n`;
    const { threads } = readFiles({ 'messages.csv': text, 'Connections.csv': connections }).content;
    expect(threads[0]!.members).toContainEqual({ slug: null, name: 'Alex Lee' });
  });

  it('reads the files of 2016 that have neither conversations nor addresses', () => {
    const text =
      'From,To,Date,Subject,Content,Direction,Folder\nNoor Example,Petra Novotná,2016-03-01 10:00:00 UTC,Hello,hi,OUTGOING,\nPetra Novotná,Noor Example,2016-03-02 10:00:00 UTC,Re: Hello,hi,INCOMING,INBOX\n';
    const { threads } = readFiles({ 'Messages.csv': text }).content;
    expect(threads).toHaveLength(1);
    expect(threads[0]!.members.map(({ name }) => name)).toEqual(['Noor Example', 'Petra Novotná']);
    expect(unpackThreadDays(threads[0]!.days)).toHaveLength(2);
  });
});

describe('acceptance 5: what an archive holds', () => {
  const collector = () =>
    createExportCollector({ withNotes: false, map: null, kind: null, today: TODAY, exportDate: null });

  it.each([
    ['Connections.csv', 'connections'],
    ['Basic_Export/connections.CSV', 'connections'],
    ['messages.csv', 'messages'],
    ['top/Company Follows.csv', 'company-follows'],
    ['Company_Follows.csv', 'company-follows'],
    ['Recommendations Given.csv', 'recommendations-given'],
    ['Jobs/Job Applications_1.csv', 'job-applications'],
    ['Jobs/Saved Jobs.csv', 'saved-jobs'],
    ['Imported Contacts.csv', 'contacts'],
    ['phone.vcf', 'contacts'],
  ])('wants %s as %s', (path, kind) => {
    expect(collector().wants(path)).toBe(kind);
  });

  it.each([
    'guide_messages.csv',
    'coach_messages.csv',
    'learning_coach_messages.csv',
    'learning_role_play_messages.csv',
    'LearningCoachMessages.csv',
    'Comments_123456.csv',
    'Ad_Targeting.csv',
    'PhoneNumbers.csv',
    'Articles/Articles/hello.html',
    'Notes.csv',
    'my-messages.csv',
    'Connections.csv/',
  ])('leaves %s unopened', (path) => {
    expect(collector().wants(path)).toBeNull();
  });

  it('names what it left, without the number of the member', () => {
    const archive = collector();
    archive.leaveOut('top/Comments_123456.csv');
    archive.leaveOut('Notes.csv');
    archive.leaveOut('inner.zip');
    expect(archive.finish().files.map(({ name, kind, kept }) => [name, kind, kept])).toEqual([
      ['top/Comments.csv', 'ignored', 0],
      ['Notes.csv', 'notes', 0],
      ['inner.zip', 'unknown', 0],
    ]);
  });
});

describe('acceptance 6: one profile address in many forms', () => {
  it('gives one slug', () => {
    const urls = [
      'https://www.linkedin.com/in/X%C3%A9-1/',
      'www.linkedin.com/in/xé-1',
      'http://linkedin.com/in/X%c3%a9-1?x=y',
    ];
    const rows = urls.map((url) => `Xé,One,${url},,,,01 Jan 2020`).join('\n');
    const { connections } = readFiles({
      'Connections.csv': `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows}`,
    }).content;
    expect(new Set(connections.map(({ slug }) => slug))).toEqual(new Set(['xé-1']));
  });
});

describe('acceptance 7: two people with one name', () => {
  it('keeps both rows and leaves the recommendation a name', () => {
    const { content } = readFiles({
      'Connections.csv': `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nPetra,Novotná,${PETRA},,,,01 Jan 2020\nPetra,Novotná,,,,,01 Jan 2020\n`,
      'Recommendations_Received.csv':
        'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nPetra,Novotná,Kestrel,Head,Good,"06/15/21, 04:20 PM",VISIBLE\n',
    });
    expect(content.connections.map(({ slug }) => slug)).toEqual(['petra-novotna-zt5', null]);
    expect(content.recommendations).toHaveLength(1);
  });
});

describe('acceptance 8: files saved again by a spreadsheet', () => {
  const text =
    'First Name;Last Name;Email Address;Company;Position;Connected On\r\nJosé;Muñoz;;Café; Kestrel;Engineer, senior;9-May-22\r\n'.replace(
      ' Kestrel;',
      '',
    );

  it.each([
    ['Windows-1252 with semicolons', latin1(text)],
    ['UTF-16 LE with tabs', utf16(text.replaceAll(';', '\t'), 'le', true)],
    ['UTF-16 BE with tabs', utf16(text.replaceAll(';', '\t'), 'be', true)],
    ['UTF-8 with a mark and CRLF', joinedBytes(Uint8Array.of(0xef, 0xbb, 0xbf), text)],
  ])('reads %s', (_, bytes) => {
    const { content, files } = readFiles({ 'Connections.csv': bytes });
    expect(content.connections).toMatchObject([
      { name: 'José Muñoz', company: 'Café', position: 'Engineer, senior', connectedOn: dayFromIso('2022-05-09') },
    ]);
    expect(files[0]!.notices.join()).toContain('edited in a spreadsheet');
  });
});

describe('acceptance 9: whose export it is', () => {
  const invitations = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nNoor Example,Theo Granger,"4/21/26, 3:08 PM",,OUTGOING,${NOOR},https://www.linkedin.com/in/theo-zt1\nImani Bello,Noor Example,"12/1/25, 9:05 AM","Hi, Noor",INCOMING,https://www.linkedin.com/in/imani-zt2,${NOOR}\n`;
  const profile = 'First Name,Last Name,Headline\nNoor,Example,Analyst\n';

  it('is found from invitations', () => {
    const { owner, ownerFoundBy } = readFiles({ 'Invitations.csv': invitations });
    expect([owner?.slug, ownerFoundBy]).toEqual(['noor-example-zt9', 'invitations']);
  });

  it('is found from the address that sends under the name of the profile', () => {
    const text = `${MESSAGES}\n"t6","","Noor Example","${NOOR}","Petra Novotná","${PETRA}","2026-03-02 16:47:09 UTC","","x","INBOX","","No","No"`;
    const { owner, ownerFoundBy } = readFiles({ 'messages.csv': text, 'Profile.csv': profile });
    expect([owner?.slug, owner?.name, ownerFoundBy]).toEqual(['noor-example-zt9', 'Noor Example', 'messages']);
  });

  it('is found from the one address in nearly every conversation', () => {
    const rows = ['a', 'b', 'c', 'd'].map(
      (id) => `${id},,P ${id},https://www.linkedin.com/in/${id}-zt1,Noor,${NOOR},2024-05-05 10:00:00 UTC,,x,INBOX`,
    );
    const text = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n${rows.join('\n')}`;
    const { owner, ownerFoundBy } = readFiles({ 'messages.csv': text });
    expect([owner?.slug, ownerFoundBy]).toEqual(['noor-example-zt9', 'messages']);
  });

  it('stays open when nothing tells', () => {
    expect(readFiles({ 'Connections.csv': CONNECTIONS })).toMatchObject({ owner: null, ownerFoundBy: 'none' });
  });
});

describe('acceptance 12: what is not an export', () => {
  it('says that a part-one archive is one', () => {
    const part = { 'Profile.csv': 'First Name,Last Name,Headline\nNoor,Example,Analyst\n' };
    expect(readFiles(part)).toMatchObject({
      isPartOne: true,
      content: { profile: { name: 'Noor Example', headline: 'Analyst' } },
    });
    expect(readFiles({ ...part, 'Connections.csv': CONNECTIONS }).isPartOne).toBe(false);
  });

  it('routes a messages file that is called Connections.csv and says so', () => {
    const report = reportOf({ 'Connections.csv': MESSAGES });
    expect(report.kind).toBe('messages');
    expect(report.notices.join()).toContain('"messages"');
  });

  it('does not depend on how the bytes arrive', () => {
    for (const text of [CONNECTIONS, MESSAGES]) {
      const name = text === MESSAGES ? 'messages.csv' : 'Connections.csv';
      const whole = readFiles({ [name]: text });
      for (const size of [1, 2, 3, 7, 64]) expect(readFiles({ [name]: text }, {}, size)).toEqual(whole);
    }
  });

  it('starts over from the first byte when the encoding turns out to be another', () => {
    const collector = createExportCollector({
      withNotes: false,
      map: null,
      kind: null,
      today: TODAY,
      exportDate: null,
    });
    const bytes = latin1('First Name,Last Name,Connected On\nJosé,Muñoz,09 May 2022\n');
    const reader = collector.open('Connections.csv');
    reader.push(bytes);
    const end = reader.end();
    expect(end.status).toBe('restart');
    if (end.status === 'restart') readInto(end.reader, bytesOf(bytes), 10);
    const { files, content } = collector.finish();
    expect(files).toHaveLength(1);
    expect(content.connections.map(({ name }) => name)).toEqual(['José Muñoz']);
  });
});
