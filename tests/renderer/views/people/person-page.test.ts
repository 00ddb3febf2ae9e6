import { describe, expect, it } from 'vitest';
import { strengthInNumbers, surenessInWords } from '../../../../renderer/views/people/strength-words.ts';
import { timelineOf } from '../../../../renderer/views/people/timeline.ts';

describe('the timeline of a person', () => {
  it('holds connection, jobs, asks, gives and notes in one row, newest first', () => {
    const entries = timelineOf({
      connectedOn: '2019-05-03',
      jobs: [
        { company: 'Kestrel Labs', position: 'Analyst', firstSeen: '2025-04-28', lastSeen: '2025-04-28' },
        { company: 'Kestrel Labs', position: 'Head of Data', firstSeen: '2026-06-30', lastSeen: '2026-06-30' },
      ],
      loop: [
        { id: 4, kind: 'ask', on: '2026-06-30', text: 'You asked Ana: no answer yet.' },
        { id: 7, kind: 'give', on: '2026-06-30', text: 'You gave Ana advice.' },
        { id: 5, kind: 'closeness', on: '2026-06-29', text: 'Ana: close.' },
      ],
      notes: [
        { id: null, on: null, text: 'from my address book' },
        { id: 9, on: '2026-01-02', text: 'likes sailing' },
      ],
    });
    expect(entries.map(({ on, text }) => [on, text])).toEqual([
      ['2026-06-30', 'You gave Ana advice.'],
      ['2026-06-30', 'You asked Ana: no answer yet.'],
      ['2026-06-30', 'In a later export: Head of Data at Kestrel Labs.'],
      ['2026-01-02', 'likes sailing'],
      ['2025-04-28', 'In an export: Analyst at Kestrel Labs.'],
      ['2019-05-03', 'You connected.'],
      [null, 'from my address book'],
    ]);
    // What the user said can be taken back there; what files say cannot.
    expect(entries.map(({ statement }) => statement)).toEqual([7, 4, null, 9, null, null, null]);
  });
});

describe('how sure a strength is', () => {
  const strength = (change: object) => ({ s: 0.28, sd: 0.1, coverage: 0.96, band: 'weak' as const, ...change });

  it('says in words what the spread leaves open and how much is known', () => {
    expect(surenessInWords(strength({}))).toBe('It may be moderate. Most of what would tell is known.');
    expect(surenessInWords(strength({ s: 0.9, sd: 0.07, band: 'strong' }))).toBe('Most of what would tell is known.');
    expect(surenessInWords(strength({ s: 0.5, sd: 0.2, band: 'moderate', coverage: 0.3 }))).toBe(
      'It may be weak or strong. Little of what would tell is known.',
    );
  });

  it('names no spread where the band itself is not known', () => {
    expect(surenessInWords(strength({ band: 'unknown' }))).toBe('How close you are cannot be told from what is here.');
  });

  it('gives the numbers where they are asked for', () => {
    expect(strengthInNumbers(strength({}))).toBe(
      'Strength 0.28 on a scale from 0 to 1, give or take 0.10; 96 % of what would tell is known.',
    );
  });
});
