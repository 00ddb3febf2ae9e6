import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../shared/model/dates.ts';
import { MAPPABLE_FIELDS } from '../../../shared/model/records.ts';
import { outcomeOf, readFiles, reportOf } from './read-files.ts';

const day = (iso: string) => dayFromIso(iso)!;

describe('files that carry ties', () => {
  it('settled 4: skips a connection whose account is gone, with its line and reason', () => {
    const { content, files } = readFiles({
      'Connections.csv': 'First Name,Last Name,Connected On\nAna,Vidal,17 Apr 2021\nLinkedIn,Member,18 Apr 2021\n',
    });
    expect(content.connections).toHaveLength(1);
    expect(files[0]).toMatchObject({
      rows: 2,
      kept: 1,
      skipped: [{ line: 3, reason: 'LinkedIn Member (account is gone)' }],
    });
  });

  it('reads a recommendation from the right when its date is not quoted', () => {
    const header = 'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n';
    const { recommendations } = readFiles({
      'Recommendations_Given.csv': `${header}Ana,Vidal,Kestrel,Head,"a, b",06/15/21, 04:20 PM,VISIBLE\nBo,Lind,,,c,"11/02/24, 09:15 AM",HIDDEN\nCy,Roe,,,one, two, three,06/16/21, 04:20 PM,PENDING\n`,
    }).content;
    expect(
      recommendations.map(({ name, direction, writtenOn, status }) => [name, direction, writtenOn, status]),
    ).toEqual([
      ['Ana Vidal', 'given', day('2021-06-15'), 'visible'],
      ['Bo Lind', 'given', day('2024-11-02'), 'hidden'],
      ['Cy Roe', 'given', day('2021-06-16'), 'pending'],
    ]);
  });

  it('reads endorsements of both directions, addresses without a scheme included', () => {
    const row = '2024/04/18 09:41:07 UTC,"Research, Applied",Petra,Novotná,www.linkedin.com/in/petra-zt1,ACCEPTED\n';
    const header = (who: string) =>
      `Endorsement Date,Skill Name,${who} First Name,${who} Last Name,${who} Public Url,Endorsement Status\n`;
    const { endorsements } = readFiles({
      'Endorsement_Given_Info.csv': header('Endorsee') + row,
      'Endorsement_Received_Info.csv': header('Endorser') + row,
    }).content;
    const same = {
      other: { slug: 'petra-zt1', name: 'Petra Novotná' },
      skill: 'Research, Applied',
      endorsedOn: day('2024-04-18'),
      status: 'accepted',
    };
    expect(endorsements).toEqual([
      { direction: 'given', ...same },
      { direction: 'received', ...same },
    ]);
  });

  it('reads invitations with and without addresses, and whether a note came along', () => {
    const { invitations } = readFiles({
      'Invitations.csv':
        'From,To,Sent At,Message,Direction\nNoor,Theo,"4/21/26, 3:08\u202fPM",,OUTGOING\nImani,Noor,"12/1/25, 9:05 AM","Hi, Noor",INCOMING\nx,y,,,SIDEWAYS\n',
    }).content;
    expect(invitations.map(({ inviter, sentOn, hasNote }) => [inviter.name, sentOn, hasNote])).toEqual([
      ['Imani', day('2025-12-01'), true],
      ['Noor', day('2026-04-21'), false],
    ]);
  });

  it('reads private notes only with consent', () => {
    const notes = {
      'Notes.csv':
        'Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\nPetra,Novotná,,met in Brno,2026-01-02,\n',
    };
    const without = readFiles(notes);
    expect(without.content.notes).toEqual([]);
    expect(without.files[0]).toMatchObject({ kind: 'notes', kept: 0 });
    expect(without.files[0]!.notices.join()).toContain('--with-notes');
    expect(readFiles(notes, { withNotes: true }).content.notes).toEqual([
      { about: { slug: null, name: 'Petra Novotná' }, text: 'met in Brno', writtenOn: day('2026-01-02') },
    ]);
  });
});

describe('files about the owner', () => {
  it('reads positions and schools as precisely as they are dated', () => {
    const { past } = readFiles({
      'Positions.csv':
        'Company Name,Title,Description,Location,Started On,Finished On\nKestrel,Analyst,,,Mar 2021,\nAcme,Clerk,,,2015,Feb 2019\n',
      'Education.csv':
        'School Name,Start Date,End Date,Notes,Degree Name,Activities\nBrno University,2010,Aug 2014,,MSc,\n',
    }).content;
    expect(past).toEqual([
      {
        kind: 'education',
        organization: 'Brno University',
        role: 'MSc',
        startedOn: { day: day('2010-01-01'), precision: 'year' },
        endedOn: { day: day('2014-08-01'), precision: 'month' },
      },
      {
        kind: 'position',
        organization: 'Acme',
        role: 'Clerk',
        startedOn: { day: day('2015-01-01'), precision: 'year' },
        endedOn: { day: day('2019-02-01'), precision: 'month' },
      },
      {
        kind: 'position',
        organization: 'Kestrel',
        role: 'Analyst',
        startedOn: { day: day('2021-03-01'), precision: 'month' },
        endedOn: null,
      },
    ]);
  });

  it('reads the companies they follow, applied to and saved', () => {
    const { interests } = readFiles({
      'Company Follows.csv': 'Organization,Followed On\n"Kestrel, Inc.",Tue Mar 03 10:15:00 UTC 2026\n',
      'Jobs/Job Applications.csv':
        'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"7/30/26, 8:15 AM",a@b.test,1,Acme,Lead,,,secret\n',
      'Jobs/Saved Jobs.csv': 'Saved Date,Job Url,Job Title,Company Name\n"7/29/26, 8:15 AM",,Head,Acme\n',
    }).content;
    expect(interests).toEqual([
      { kind: 'application', company: 'Acme', title: 'Lead', on: day('2026-07-30') },
      { kind: 'follow', company: 'Kestrel, Inc.', title: null, on: day('2026-03-03') },
      { kind: 'saved-job', company: 'Acme', title: 'Head', on: day('2026-07-29') },
    ]);
  });
});

describe('address books', () => {
  it.each([
    [
      'LinkedIn 2016',
      'First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At,Full Name,Profiles\nAna,Vidal,Kestrel,Engineer,ana@vidal.test,1,,Ana Vidal,',
    ],
    [
      'LinkedIn Contacts.csv',
      'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses\nGOOGLE,Ana,Vidal,Kestrel,Engineer,ana@vidal.test,1,,',
    ],
    [
      'LinkedIn recent',
      'FirstName,MiddleName,LastName,Title,Emails,PhoneNumbers,CreatedAt,Companies\nAna,Maria,Vidal,Engineer,ana@vidal.test,1,,Kestrel',
    ],
    [
      'Google today',
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value\nAna,,Vidal,Kestrel,Engineer,* myContacts,* ,ana@vidal.test,1',
    ],
    [
      'Google before',
      'Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\nAna Vidal,Ana,Vidal,* myContacts,* ,ana@vidal.test,Kestrel,Engineer',
    ],
    [
      'Outlook',
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,E-mail Address,Mobile Phone\nMs,Ana,,Vidal,,Kestrel,,Engineer,,ana@vidal.test,1',
    ],
    ['German table', 'Vorname;Nachname;E-Mail-Adresse;Firma;Position\nAna;Vidal;ana@vidal.test;Kestrel;Engineer'],
  ])('reads %s', (_, text) => {
    const { files, content } = readFiles({ 'people.csv': text });
    expect(files[0]).toMatchObject({ kind: 'contacts', rows: 1, kept: 1 });
    expect(content.contacts).toMatchObject([
      { name: 'Ana Vidal', emails: ['ana@vidal.test'], company: 'Kestrel', position: 'Engineer' },
    ]);
  });

  it('takes several addresses and a profile out of Google columns, and no address for a name', () => {
    const text =
      'First Name,Last Name,E-mail 1 - Value,E-mail 2 - Value,Website 1 - Value\nAna,Vidal,a@v.test ::: b@v.test,c@v.test,https://www.linkedin.com/in/ana-zt1\nbo@lind.test,,bo@lind.test,,\n';
    expect(readFiles({ 'google.csv': text }).content.contacts).toMatchObject([
      { slug: 'ana-zt1', url: 'https://www.linkedin.com/in/ana-zt1', emails: ['a@v.test', 'b@v.test', 'c@v.test'] },
      { name: 'bo@lind.test', emails: ['bo@lind.test'] },
    ]);
  });

  it('reads the columns that the user names', () => {
    const text = 'Who,Where,How close,Remark\nAna Vidal,Kestrel,4,from school\nBo Lind,Acme,nine,\n';
    const { files, content } = readFiles(
      { 'mine.csv': text },
      { map: { full: 'Who', company: 'Where', closeness: 'How close', note: 'Remark' } },
    );
    expect(content.contacts).toMatchObject([
      { name: 'Ana Vidal', company: 'Kestrel', closeness: 4, note: 'from school' },
      { name: 'Bo Lind', company: 'Acme', closeness: null, note: null },
    ]);
    expect(files[0]!.notices.join()).toContain('1 closeness value');
    expect(outcomeOf({ 'mine.csv': text })).toBe('not-an-export');
    expect(MAPPABLE_FIELDS).toContain('closeness');
  });

  it('reads vCards of three versions: folds, escapes, groups, quoted-printable, photos', () => {
    const cards = [
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Novotn=C3=A1;Pe=\r\ntra;;;\r\nORG:Kestrel;Research\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n /9j/4AAQ\r\n\r\nEMAIL;INTERNET:petra@kestrel.test\r\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:3.0\nFN:Theo Granger\\, PhD\nitem1.URL:https://www.linkedin.com/in/theo-zt1\nitem1.X-ABLabel:_$!<HomePage>!$_\nNOTE:met at a con\n ference\\nin Brno\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:4.0\nN:Vidal;Ana;;;\nTITLE:Engineer\nEND:VCARD',
      'BEGIN:VCARD\nTEL:1\nEND:VCARD',
      'BEGIN:VCARD\nFN:Cut',
    ].join('\n');
    for (const chunkBytes of [1, 5, 65_536]) {
      const { files, content } = readFiles({ 'phone.vcf': cards }, {}, chunkBytes);
      expect(files[0]).toMatchObject({ kind: 'contacts', rows: 5, kept: 3, skippedCount: 2 });
      expect(content.contacts).toMatchObject([
        { slug: 'theo-zt1', name: 'Theo Granger', credentials: 'PhD', note: 'met at a conference\nin Brno' },
        { name: 'Ana Vidal', position: 'Engineer' },
        { name: 'Petra Novotná', company: 'Kestrel', emails: ['petra@kestrel.test'] },
      ]);
    }
  });
});

describe('dates of re-saved files', () => {
  const connections = (dates: string[]) =>
    readFiles({
      'Connections.csv': `First Name,Last Name,Connected On\n${dates.map((date, i) => `P${i},X,${date}`).join('\n')}`,
    });

  it.each([
    ['month first, by the whole column', ['04/05/21', '04/25/21'], ['2021-04-05', '2021-04-25']],
    ['day first, by the whole column', ['04/05/21', '25/04/21'], ['2021-05-04', '2021-04-25']],
    ['serial numbers', ['44290'], ['2021-04-04']],
    ['serial numbers beside dates of a spreadsheet', ['44290', '9-May-22'], ['2021-04-04', '2022-05-09']],
    ['equal day and month', ['05/05/2021'], ['2021-05-05']],
    ['nothing that tells', ['04/05/21', '06/07/21'], [null, null]],
    ['both orders at once', ['04/25/21', '25/04/21'], [null, null]],
  ])('reads %s', (_, written, expected) => {
    const { content, files } = connections(written);
    const byName = content.connections.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(byName.map(({ connectedOn }) => connectedOn)).toEqual(
      expected.map((iso) => (iso === null ? null : day(iso))),
    );
    expect(files[0]!.notices.join()).toContain('spreadsheet');
    if (expected[0] === null) expect(files[0]!.notices.join()).toContain('day first or month first');
  });
});

it('corpus 52: a bare number among dates as LinkedIn writes them is no date, in any order of rows', () => {
  for (const dates of [
    ['44290', '17 Apr 2021'],
    ['17 Apr 2021', '44290'],
  ]) {
    const { content, files } = readFiles({
      'Connections.csv': `First Name,Last Name,Connected On\n${dates.map((date) => `P${date.length},X,${date}`).join('\n')}`,
    });
    expect(content.connections.map(({ name, connectedOn }) => [name, connectedOn]).sort()).toEqual([
      ['P11 X', day('2021-04-17')],
      ['P5 X', null],
    ]);
    expect(files[0]!.notices).toEqual([
      '1 date in "Connected On" could not be read or would lie in the future; the field was left empty.',
    ]);
  }
});

describe('what the user says a file is', () => {
  it('reads a table with a date as connections when told so', () => {
    const text = 'Name,Firma\nAna Vidal,Kestrel\n';
    expect(reportOf({ 'x.csv': text }).kind).toBe('contacts');
    expect(reportOf({ 'x.csv': text }, { kind: 'connections' }).kind).toBe('connections');
  });

  it('names the columns that the user meant and the file does not have', () => {
    const text = 'Wer;Arbeit\nAna Vidal;Kestrel\n';
    expect(() => reportOf({ 'x.csv': text }, { map: { full: 'Name', company: 'Arbeit' } })).toThrow(
      'x.csv has no header with all of the columns "Name", "Arbeit" in its first rows. Check how the file writes them.',
    );
    const known = 'First Name,Last Name,Connected On\nAna,Vidal,17 Apr 2021\n';
    expect(reportOf({ 'Connections.csv': known }, { map: { company: 'Arbeit' } }).notices).toEqual([
      'No column of this file is called "Arbeit".',
    ]);
  });

  it('refuses a file that is not what it was said to be', () => {
    expect(outcomeOf({ 'x.csv': 'Name,Firma\nAna Vidal,Kestrel\n' }, { kind: 'messages' })).toBe('not-an-export');
  });
});
