import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { makeSample, type SampleExport } from '../../../shared/sample/make-sample.ts';
import { SAMPLE_DAY } from '../../../shared/sample/sample-person.ts';

type Row = Record<string, string>;

function textOf(made: SampleExport, path: string): string {
  const file = made.files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`The archive has no ${path}.`);
  return file.text;
}

function rows(made: SampleExport, path: string): Row[] {
  const text = textOf(made, path).replace(/^Notes:\n"[^"]*"\n\n/, '');
  const parsed = Papa.parse<Row>(text, { header: true, delimiter: ',' });
  expect(parsed.errors, path).toEqual([]);
  return parsed.data;
}

const [older, newer, petra, tom] = makeSample(1) as [SampleExport, SampleExport, SampleExport, SampleExport];
const named = (made: SampleExport): Row[] => rows(made, 'Connections.csv').filter((row) => row['First Name'] !== '');
const urls = (made: SampleExport): Set<string> => new Set(named(made).flatMap((row) => row['URL'] || []));
const at = (made: SampleExport, company: RegExp): Row[] =>
  named(made).filter((row) => company.test(row['Company'] ?? ''));

describe('the invented network', () => {
  it('gives the same bytes for the same seed, and others for another seed', () => {
    expect(makeSample(7)).toEqual(makeSample(7));
    expect(makeSample(7)).not.toEqual(makeSample(8));
  });

  it('has two exports of ego and one of each of two friends, named as the platform names them', () => {
    expect([older, newer, petra, tom].map(({ fileName, role, ownerUrl }) => [fileName, role, ownerUrl])).toEqual([
      ['Complete_LinkedInDataExport_04-28-2025.zip', 'me', 'https://www.linkedin.com/in/noor-example-zt1'],
      ['Complete_LinkedInDataExport_06-30-2026.zip', 'me', 'https://www.linkedin.com/in/noor-example-zt1'],
      ['Complete_LinkedInDataExport_06-24-2026.zip', 'circle', 'https://www.linkedin.com/in/petra-novotna-zt2'],
      ['Complete_LinkedInDataExport_06-27-2026.zip', 'circle', 'https://www.linkedin.com/in/tom-adeyemi-zt3'],
    ]);
    expect(newer.exportDate).toBe(SAMPLE_DAY);
  });

  it.each([1, 2, 3])('has about 600 contacts with addresses of their own (seed %i)', (seed) => {
    const mine = makeSample(seed)[1]!;
    const contacts = named(mine);
    expect(contacts.length).toBeGreaterThan(580);
    expect(contacts.length).toBeLessThan(630);
    const withUrl = contacts.filter((row) => row['URL'] !== '');
    expect(new Set(withUrl.map((row) => row['URL'])).size).toBe(withUrl.length);
    expect(contacts.length - withUrl.length).toBe(3);
  });

  it('has members who hid their profile: a date and nothing else', () => {
    for (const made of [older, newer, petra, tom]) {
      const hidden = rows(made, 'Connections.csv').filter((row) => row['First Name'] === '');
      expect(hidden.length).toBeGreaterThan(3);
      for (const row of hidden) expect(Object.values(row).join('')).toMatch(/^\d\d [A-Z][a-z]{2} \d{4}$/);
    }
  });

  it('writes every file so that a strict reader finds the same number of cells in each row', () => {
    for (const made of [older, newer, petra, tom]) {
      for (const { path, text } of made.files) {
        if (path === 'LearningCoachMessages.csv' || path.startsWith('Comments_')) continue;
        expect(rows(made, path).length, path).toBeGreaterThanOrEqual(path === 'guide_messages.csv' ? 0 : 1);
        expect(text.endsWith('\n'), `${path} ends without a line end`).toBe(false);
      }
    }
  });

  it('writes each date in the form of its file', () => {
    const forms: [string, string, RegExp][] = [
      ['Connections.csv', 'Connected On', /^\d\d [A-Z][a-z]{2} \d{4}$/],
      ['messages.csv', 'DATE', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/],
      ['Invitations.csv', 'Sent At', /^\d{1,2}\/\d{1,2}\/\d\d, \d{1,2}:\d\d [AP]M$/],
      ['Recommendations_Received.csv', 'Creation Date', /^\d\d\/\d\d\/\d\d, \d\d:\d\d [AP]M$/],
      ['Endorsement_Given_Info.csv', 'Endorsement Date', /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d UTC$/],
      ['Company Follows.csv', 'Followed On', /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}$/],
      ['Jobs/Saved Jobs.csv', 'Saved Date', /^\d{1,2}\/\d{1,2}\/\d\d, \d{1,2}:\d\d [AP]M$/],
    ];
    for (const [path, column, form] of forms) {
      for (const row of rows(newer, path)) expect(row[column], path).toMatch(form);
    }
  });

  it('quotes every cell of the messages of 2026, as the platform does since March of that year', () => {
    expect(textOf(newer, 'messages.csv').startsWith('"CONVERSATION ID","CONVERSATION TITLE","FROM"')).toBe(true);
    expect(textOf(older, 'messages.csv').startsWith('CONVERSATION ID,CONVERSATION TITLE,FROM')).toBe(true);
  });

  it('mixes advertisements, drafts, spam, line breaks and accounts that are gone into the messages', () => {
    const messages = rows(newer, 'messages.csv');
    expect(messages.length).toBeGreaterThan(3000);
    expect(messages.filter((row) => row['CONTENT']?.includes('spinmail')).length).toBeGreaterThan(5);
    expect(messages.filter((row) => row['IS MESSAGE DRAFT'] === 'Yes').length).toBeGreaterThan(2);
    expect(messages.filter((row) => row['FOLDER'] === 'SPAM').length).toBeGreaterThan(1);
    expect(messages.filter((row) => row['FROM'] === 'LinkedIn Member').length).toBeGreaterThan(2);
    expect(messages.filter((row) => row['CONTENT']?.includes('\n')).length).toBeGreaterThan(100);
  });

  it('never dates anything after its export', () => {
    for (const made of [older, newer, petra, tom]) {
      const last = new Date((made.exportDate + 1) * 86_400_000).toISOString().slice(0, 10);
      expect(rows(made, 'messages.csv').filter((row) => (row['DATE'] ?? '') >= last)).toEqual([]);
      for (const row of named(made)) {
        expect(Date.parse(`${row['Connected On']} UTC`) / 86_400_000).toBeLessThanOrEqual(made.exportDate);
      }
    }
  });

  it('says whose export it is through its invitations', () => {
    for (const made of [older, newer, petra, tom]) {
      const owners = rows(made, 'Invitations.csv').map((row) =>
        row['Direction'] === 'OUTGOING' ? row['inviterProfileUrl'] : row['inviteeProfileUrl'],
      );
      expect(new Set(owners)).toEqual(new Set([made.ownerUrl]));
    }
  });

  it('shows moves, new titles, new and vanished contacts and a changed address between the two exports', () => {
    const before = new Map(named(older).map((row) => [row['URL'] ?? '', row]));
    const after = urls(newer);
    const moved = named(newer).filter((row) => {
      const was = before.get(row['URL'] ?? '');
      return was && was['Company'] !== row['Company'];
    });
    expect(moved.length).toBeGreaterThan(20);
    expect([...before.keys()].filter((url) => url !== '' && !after.has(url)).length).toBe(19);
    expect([...after].filter((url) => !before.has(url)).length).toBeGreaterThan(30);
    const freja = (made: SampleExport): Row[] => named(made).filter((row) => row['Last Name'] === 'Dalgaard');
    expect(freja(older).map((row) => [row['URL'], row['Connected On']])).toContainEqual([
      'https://www.linkedin.com/in/freja-dalgaard-zt25',
      '28 Feb 2018',
    ]);
    expect(freja(newer).map((row) => [row['URL'], row['Connected On']])).toContainEqual([
      'https://www.linkedin.com/in/freja-dalgaard-studio-zt25',
      '28 Feb 2018',
    ]);
  });

  it.each([1, 2, 3])('holds the story of the routes for every seed (seed %i)', (seed) => {
    const [, mine, hers, his] = makeSample(seed) as [SampleExport, SampleExport, SampleExport, SampleExport];
    expect(at(mine, /kestrel labs/i).map((row) => row['First Name'])).toEqual(expect.arrayContaining(['Petra', 'Ben']));
    expect(at(mine, /brightwater/i)).toEqual([]);
    expect(at(hers, /brightwater/i).length).toBe(2);
    expect(at(his, /brightwater/i).length).toBe(1);
    for (const made of [mine, hers, his]) expect(at(made, /nordlys|palisade|meridian/i)).toEqual([]);
  });

  it('lets the friends know some of ego’s contacts and many others', () => {
    const mine = urls(newer);
    for (const [made, least] of [
      [petra, 50],
      [tom, 35],
    ] as const) {
      const theirs = [...urls(made)];
      const shared = theirs.filter((url) => mine.has(url)).length;
      expect(shared).toBeGreaterThan(least);
      expect(theirs.length - shared).toBeGreaterThan(100);
      expect(theirs).toContain(newer.ownerUrl);
    }
    expect([...urls(petra)]).not.toContain(tom.ownerUrl);
    expect([...urls(tom)]).not.toContain(petra.ownerUrl);
  });

  it('repeats a thread between two owners word by word, with the same id, in both exports', () => {
    const between = (made: SampleExport): string[] =>
      rows(made, 'messages.csv')
        .filter(
          (row) =>
            [row['SENDER PROFILE URL'], row['RECIPIENT PROFILE URLS']].sort().join() ===
              [newer.ownerUrl, petra.ownerUrl].sort().join() && row['IS MESSAGE DRAFT'] === 'No',
        )
        .map((row) => [row['CONVERSATION ID'], row['DATE'], row['CONTENT']].join('|'));
    expect(between(newer).length).toBeGreaterThan(60);
    expect(between(petra)).toEqual(between(newer));
  });

  it('has bursts of acceptances within days, as after a conference', () => {
    const days = named(newer).map((row) => Date.parse(`${row['Connected On']} UTC`) / 86_400_000);
    const within = (from: string, to: string): number => {
      const [first, last] = [Date.parse(from) / 86_400_000, Date.parse(to) / 86_400_000];
      return days.filter((on) => on >= first && on <= last).length;
    };
    expect(within('2019-05-03', '2019-05-09')).toBeGreaterThanOrEqual(14);
    expect(within('2023-09-18', '2023-09-22')).toBeGreaterThanOrEqual(12);
  });

  it('has namesakes, so that a name alone never tells who it is', () => {
    const count = new Map<string, number>();
    for (const row of named(newer)) {
      const name = `${row['First Name']} ${row['Last Name']}`;
      count.set(name, (count.get(name) ?? 0) + 1);
    }
    for (const name of ['Lena Fischer', 'María García', 'Wei Chen']) {
      expect(count.get(name), name).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('P6: everybody in the sample is invented', () => {
  const text = [1, 2]
    .flatMap((seed) => makeSample(seed).flatMap((made) => made.files.map((file) => file.text)))
    .join('\n');

  it('P6: ends every profile address in -zt and a number', () => {
    const slugs = [...text.matchAll(/linkedin\.com\/in\/([^\s,"]*)/g)].map((match) => match[1] ?? '');
    expect(slugs.length).toBeGreaterThan(10_000);
    expect(slugs.filter((slug) => !/-zt\d+$/.test(slug))).toEqual([]);
  });

  it('P6: ends every mail address in .test or .example', () => {
    const addresses = [...text.matchAll(/[^\s,"]+@[^\s,"]+/g)].map((match) => match[0]);
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses.filter((address) => !/\.(test|example)$/.test(address))).toEqual([]);
  });

  it('P6: points to no host but linkedin.com', () => {
    const hosts = new Set([...text.matchAll(/https?:\/\/([^/\s,"]+)/g)].map((match) => match[1]));
    expect([...hosts]).toEqual(['www.linkedin.com']);
  });
});
