/** Promises of safety.md that hold for every input, tried on generated ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTextTally } from '../../../shared/import/clean-text.ts';
import { CsvReader, type Delimiter } from '../../../shared/import/csv-reader.ts';
import { momentFromText, partialDateFromText } from '../../../shared/import/dates.ts';
import { emailKey, emailsFromText } from '../../../shared/import/emails.ts';
import { headerKey } from '../../../shared/import/header.ts';
import { lookAlikeSkeleton } from '../../../shared/import/look-alike.ts';
import { NameBook } from '../../../shared/import/name-book.ts';
import { cleanName, nameKey } from '../../../shared/import/names.ts';
import { slugFromUrl, slugsFromText, urlFromSlug } from '../../../shared/import/profile-url.ts';
import { splitRecipients } from '../../../shared/import/threads.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { bytesOf, readFiles } from './read-files.ts';

const SAMPLES: Record<string, string> = {
  'Connections.csv':
    'Notes:\n"Some, text"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nMarisol,"Tavares-Quint, PhD",https://www.linkedin.com/in/marisol-zt1,m@a.test,"A, Inc.","VP ""x""",17 Apr 2026\nŁukasz 🚀,Wróbel,,,,"a\nb",1-May-22\n,,,,,,22 Aug 2025\n',
  'messages.csv':
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\nt,,Ana,https://www.linkedin.com/in/ana-zt1,Bo,https://www.linkedin.com/in/bo-zt2,2024-05-05 10:00:00 UTC,,"x\ny",INBOX,No\nt,,LinkedIn Member,,Bo,,2024-05-05 10:00:00 UTC,,x,SPAM,Yes\nu,,Bo,,"Ana, PhD, Cy",,2024-05-06 10:00:00 UTC,s,x,,\n',
  'Invitations.csv':
    'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nAna,Bo,"4/21/26, 3:08 PM",hi,OUTGOING,https://www.linkedin.com/in/ana-zt1,\n',
  'Recommendations_Given.csv':
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAna,V,K,H,"a, ""b""\nc",06/15/21, 04:20 PM,VISIBLE\n',
  'Endorsement_Received_Info.csv':
    'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2024/04/18 09:41:07 UTC,X,Ana,V,www.linkedin.com/in/ana-zt1,ACCEPTED\n',
  'Positions.csv': 'Company Name,Title,Description,Location,Started On,Finished On\nK,T,D,L,Mar 2021,\n',
  'Contacts.csv':
    'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt\nG,Ana,V,K,T,"a@b.test, c@d.test",1,"4/7/25, 9:05 AM"\n',
  'table.csv': 'Name;E-Mail-Adresse;Firma\nAna Vidal;a@b.test;K\n',
  'cards.vcf':
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n  Vidal\r\nEMAIL;TYPE=work:a@b.test\r\nPHOTO;ENCODING=b:AAAA\r\n AAAA\r\nEND:VCARD\r\n',
};

/** A cut, a doubled stretch, or a byte that means something, anywhere in a sample. */
const mutation = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 40 }),
  insert: fc.oneof(
    fc.constantFrom(
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\u0000',
      '\ufeff',
      '\u202e',
      '\ud7ff',
      ',,,,',
      ' ',
      '=',
      ':',
      '\\',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
  raw: fc.option(fc.uint8Array({ maxLength: 4 })),
});

function mutated(
  bytes: Uint8Array,
  { at, remove, insert, raw }: { at: number; remove: number; insert: string; raw: Uint8Array | null },
) {
  const from = at % (bytes.length + 1);
  return Uint8Array.from([...bytes.subarray(0, from), ...(raw ?? bytesOf(insert)), ...bytes.subarray(from + remove)]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('I5, I7, I8: 20,000 mutated files', () => {
  it('I5: end in a result or a WeftError; I7: rows = kept + hidden + skipped; I8: no control character in what was read', () => {
    const file = fc.tuple(
      fc.constantFrom(...Object.keys(SAMPLES)),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 200 }),
    );
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(file, ([name, mutations, chunkBytes]) => {
        const bytes = mutations.reduce(mutated, bytesOf(SAMPLES[name]!));
        try {
          const { files, content } = readFiles({ [name]: bytes }, {}, chunkBytes);
          seen.read++;
          for (const { rows, kept, hidden, skippedCount, skipped } of files) {
            if (rows !== kept + hidden + skippedCount || skipped.length !== Math.min(skippedCount, 1000))
              throw new Error('rows were lost');
          }
          for (const text of stringsIn(content)) {
            // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be gone.
            if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text) || !text.isWellFormed())
              throw new Error(`unclean: ${JSON.stringify(text)}`);
          }
        } catch (error) {
          if (!(error instanceof WeftError)) throw error;
          if (error.kind !== 'input') throw error;
          seen.refused++;
        }
      }),
      { numRuns: 20_000 },
    );
    // Neither side of the property is empty.
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(500);
  });
});

describe('CsvReader', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', '🚀', ',', ';', '\t', '"', '\n', '\r', ' ', '\u2028'), maxLength: 8 }),
    fc.constant(''),
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 });

  it('reads back every table that RFC 4180 can write, in chunks of any size', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom('\n', '\r', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (rows, delimiter, lineEnd, chunkBytes, hasLastLineEnd) => {
          const quoted = (text: string) => (/["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const lines = rows.map((row) => row.map(quoted).join(delimiter));
          const bytes = bytesOf(lines.join(lineEnd) + (hasLastLineEnd && lines.length > 0 ? lineEnd : ''));
          const read: string[][] = [];
          const at: number[] = [];
          const reader = new CsvReader({
            delimiter,
            tally: newTextTally(),
            onRow: (row) => {
              read.push(row.texts());
              at.push(row.line);
            },
          });
          for (let i = 0; i < bytes.length; i += chunkBytes) reader.push(bytes.slice(i, i + chunkBytes));
          reader.finish();
          const isBlank = (row: string[]) => row.every((text) => /^[ \t\r\n]*$/.test(text));
          expect(read).toEqual(rows.filter((row) => !isBlank(row)));
          let line = 1;
          const expectedLines: number[] = [];
          for (const [i, row] of rows.entries()) {
            if (!isBlank(row)) expectedLines.push(line);
            line += 1 + (lines[i]!.match(/\r\n|\r|\n/g)?.length ?? 0);
          }
          expect(at).toEqual(expectedLines);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('order and repetition', () => {
  const lines = (name: string) => SAMPLES[name]!;
  const messageRows = fc.array(
    fc.record({
      thread: fc.constantFrom('a', 'b'),
      from: fc.constantFrom(
        ['Ana', 'https://www.linkedin.com/in/ana-zt1'],
        ['Bo Lind, PhD', ''],
        ['bo lind', ''],
        ['Cy', 'https://www.linkedin.com/in/cy-zt3'],
      ),
      to: fc.constantFrom('Ana', 'Bo Lind, PhD, Ana', 'Cy', 'Somebody Else, Ana'),
      day: fc.integer({ min: 1, max: 4 }),
      second: fc.integer({ min: 0, max: 3 }),
      text: fc.constantFrom('x', 'y'),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('gives the same conversations for any order of rows and with every row twice', () => {
    fc.assert(
      fc.property(messageRows, fc.integer(), (rows, shuffle) => {
        const header = 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER';
        const written = rows.map(
          ({ thread, from, to, day, second, text }) =>
            `${thread},,"${from[0]}",${from[1]},"${to}",2024-05-0${day} 10:00:0${second} UTC,${from[1] === '' ? '' : 's'},${text},INBOX`,
        );
        const read = (some: string[]) => readFiles({ 'messages.csv': [header, ...some].join('\n') }).content;
        const expected = read(written);
        const turned = written
          .map((row, i) => ({ row, key: Math.imul(i + 1, shuffle | 1) }))
          .sort((a, b) => a.key - b.key);
        expect(read(turned.map(({ row }) => row))).toEqual(expected);
        expect(read([...written, ...written])).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same content for any order of files', () => {
    const names = Object.keys(SAMPLES);
    const expected = readFiles(Object.fromEntries(names.map((name) => [name, lines(name)])));
    const reversed = readFiles(Object.fromEntries(names.toReversed().map((name) => [name, lines(name)])));
    expect(reversed.content).toEqual(expected.content);
    expect(reversed.owner).toEqual(expected.owner);
  });
});

describe('I9: keys of names', () => {
  it('I9: hang on no case, composition, spaces or invisible marks', () => {
    const mark = fc.constantFrom('\u200b', '\ufeff', '\u00ad', '\u2066', '\ufe0f');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', 'ł', 'ß', ' ', 'ш', 'Σ', '🚀', "'"), maxLength: 12 }),
        mark,
        fc.nat(),
        (name, invisible, at) => {
          const key = nameKey(name);
          const cut = [...name];
          cut.splice(at % (cut.length + 1), 0, invisible);
          expect(nameKey(cut.join(''))).toBe(key);
          expect(nameKey(name.normalize('NFD'))).toBe(key);
          expect(nameKey(`  ${name}\t`)).toBe(key);
          expect(nameKey(key)).toBe(key);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('I9: never join letters of two scripts', () => {
    for (const [latin, other] of [
      ['a', 'а'],
      ['e', 'е'],
      ['o', 'ο'],
      ['p', 'р'],
      ['x', 'х'],
      ['i', 'і'],
    ] as const) {
      expect(nameKey(`P${latin}ul`)).not.toBe(nameKey(`P${other}ul`));
      expect(lookAlikeSkeleton(`P${latin}ul`)).toBe(lookAlikeSkeleton(`P${other}ul`));
    }
  });

  it('gives a slug back from the address built of it', () => {
    const slug = fc.string({
      unit: fc.constantFrom('a', 'é', 'ł', '-', '7', '田', '%', '🚀'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(slug, (text) => {
        const key = slugFromUrl(urlFromSlug(text));
        expect(key).toBe(text.normalize('NFC').toLowerCase());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('I10: no input makes a parser slow', () => {
  const LENGTH = 100_000;
  const hostile = [
    'a',
    'A',
    ' ',
    '(',
    '1',
    '%',
    '/',
    '.',
    ',',
    '"',
    'a@',
    'a,',
    ', ',
    'A.',
    'in/',
    'linkedin.com/in/',
    'http',
    'https://',
    '\u0301',
    '🚀',
    '\u200b',
    '-A',
    '%C3',
    '&A',
    'PhD, ',
    'Ã¡',
  ];
  const readers: Record<string, (text: string) => unknown> = {
    slugFromUrl,
    slugsFromText,
    cleanName,
    nameKey,
    emailKey,
    emailsFromText,
    headerKey,
    lookAlikeSkeleton,
    partialDateFromText,
    momentFromText: (text) => momentFromText(text, 'usWithTime'),
    splitRecipients: (text) => splitRecipients(text, new NameBook()),
  };

  // A pattern that looks back needs minutes for each of these, so the limit of time is no measure of speed.
  it.each(Object.entries(readers))(
    'I10: %s takes 100 KB of hostile text',
    (_, read) => {
      for (const unit of hostile) {
        const text = unit.repeat(LENGTH / unit.length);
        for (const variant of [text, `${text}!`, `linkedin.com/in/${text}`, `x@${text}`])
          expect(() => read(variant)).not.toThrow();
      }
    },
    60_000,
  );
});
