import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromYmd } from '../../../shared/model/dates.ts';
import { DEFAULT_CONSTANTS as C } from '../../../shared/ties/constants.ts';
import { basisInWords, helpInWords, strengthEvidence, unknownInWords } from '../../../shared/ties/explain.ts';
import { estimateHelp } from '../../../shared/ties/help.ts';
import { tieStrength } from '../../../shared/ties/strength.ts';
import { AS_OF, anyInput, contactOf, evidenceOf, inputOf } from './evidence.ts';

describe('explain', () => {
  it('tells when they last wrote as people say it, with the day behind', () => {
    const asOf = dayFromYmd(2026, 5, 24)!;
    const evidence = evidenceOf({ contact: contactOf([{ day: asOf - 73, inbound: 1 }]) });
    const lines = strengthEvidence(tieStrength(inputOf({ evidence }), asOf, C), asOf, null);
    expect(lines[0]).toMatchObject({
      kind: 'recency',
      text: 'You last heard from them in March (12 Mar 2026).',
      date: '2026-03-12',
    });
    expect(lines[0]?.term).toBeCloseTo(1.1324, 4);
  });

  it('speaks of another owner by name', () => {
    const evidence = evidenceOf({ contact: contactOf([{ day: AS_OF, inbound: 1 }]) });
    const [first] = strengthEvidence(tieStrength(inputOf({ evidence }), AS_OF, C), AS_OF, 'Ana');
    expect(first?.text).toBe('Ana last heard from them today (1 Mar 2026).');
  });

  it('says that we met or talked where that is what counts, and who only wrote in groups', () => {
    const textOf = (kind: string, parts: Parameters<typeof inputOf>[0]) =>
      strengthEvidence(tieStrength(inputOf(parts), AS_OF, C), AS_OF, null).find((line) => line.kind === kind)?.text;
    expect(textOf('reciprocity', { logged: [{ day: AS_OF - 5, kind: 'meeting' }] })).toBe(
      'You wrote, called or met on 1 day; an answer came within two weeks on 1 of them.',
    );
    const grouped = evidenceOf({ contact: contactOf([{ day: AS_OF - 5, group: 0.5 }]) });
    expect(textOf('recency', { evidence: grouped })).toBe('You never heard from them alone, only in group threads.');
    expect(textOf('recency', {})).toBe('You never heard from them here.');
    expect(textOf('intensity', {})).toBe('You and they exchanged no message here.');
    expect(textOf('reciprocity', {})).toBe('You never wrote to them here.');
    expect(textOf('duration', { evidence: evidenceOf({ acceptedOn: AS_OF }) })).toBe(
      'The first sign of this tie was today (1 Mar 2026).',
    );
  });

  it('gives every term its line, largest first, and the user’s word before them', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const tie = tieStrength(input, AS_OF, C);
        const lines = strengthEvidence(tie, AS_OF, null);
        const terms = lines.map((line) => line.term).filter((term) => term !== null);
        expect(terms).toEqual(tie.terms.map((term) => term.product).sort((a, b) => b - a));
        expect(lines[0]?.kind === 'self-report').toBe(tie.selfReport !== null);
        for (const { text } of lines) {
          expect(text).toMatch(/^[A-Z1-9].*\.$/);
          expect(text).not.toMatch(/%|probab|undefined|null|NaN/);
        }
      }),
    );
  });

  it('says what is not known and what would tell', () => {
    expect(unknownInWords(['recency'], null)).toEqual([
      { feature: 'recency', text: 'When they last wrote is not known.', settle: 'Import your messages.csv.' },
    ]);
    expect(unknownInWords(['shared'], 'Ana')[0]?.settle).toContain('Ana’s Positions.csv');
  });

  it('words a basis, and a guess as a guess', () => {
    const employer = { kind: 'employer', q: 0.4123, size: 101, functions: 'same', bothSenior: false } as const;
    expect(basisInWords(employer)).toBe('may know, 41 %: same employer of about 100 people, same function');
    expect(basisInWords({ ...employer, size: null, functions: 'unknown', q: 0.01 })).toBe(
      'may know, 1 %: same employer of unknown size',
    );
    expect(basisInWords({ kind: 'connected', owner: 'Ana' })).toBe('is connected, from Ana’s export');
    expect(basisInWords({ kind: 'connected', owner: null })).toBe('is connected, from your export');
    expect(basisInWords({ kind: 'knows', on: AS_OF, how: 'rowing club' })).toBe(
      'you said they know each other: rowing club (1 Mar 2026)',
    );
    expect(basisInWords({ kind: 'group-thread', threads: 1, smallest: 5 })).toBe('shared a group thread of 5 people');
  });

  it('tells what asks and conversations showed, without a percentage', () => {
    const asks = [
      { on: AS_OF, outcome: 'helped' as const },
      { on: AS_OF, outcome: 'none' as const },
    ];
    const threads = [{ on: AS_OF - 30, isAnswered: true }];
    const help = estimateHelp({ s: 0.5, vouch: true, asks, threads, calibration: null }, AS_OF, C);
    expect(helpInWords(help, true)).toEqual([
      'You said they would vouch for you.',
      'They helped 1 of the 2 times you asked.',
      'They answered the one conversation you began after a silence, within two weeks.',
    ]);
  });
});
