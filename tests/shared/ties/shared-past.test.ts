import { describe, expect, it } from 'vitest';
import { companyKey } from '../../../shared/graph/company-key.ts';
import { classifyTitle } from '../../../shared/graph/title.ts';
import { dayFromYmd } from '../../../shared/model/dates.ts';
import type { PartialDate, PastRecord } from '../../../shared/model/records.ts';
import { DEFAULT_CONSTANTS as C } from '../../../shared/ties/constants.ts';
import { indexPast, sharedPast, staysFromJobs, staysFromPast } from '../../../shared/ties/shared-past.ts';

const titleOf = (position: string | null) => classifyTitle(position, C);
const ofSize = (size: number | null) => () => ({ size, listed: 2 });
const AS_OF = dayFromYmd(2026, 3, 1)!;

const year = (value: number): PartialDate => ({ day: dayFromYmd(value, 1, 1)!, precision: 'year' });
const on = (value: number, month: number, day: number): PartialDate => ({
  day: dayFromYmd(value, month, day)!,
  precision: 'day',
});
const past = (parts: Partial<PastRecord>): PastRecord => ({
  kind: 'position',
  organization: 'Kestrel Inc.',
  role: 'Software Engineer',
  startedOn: null,
  endedOn: null,
  ...parts,
});
const mine = (...records: PastRecord[]) => indexPast(staysFromPast(records, companyKey, titleOf, AS_OF));
const job = (company: string, position: string | null = null, firstSeen: number | null = null) =>
  staysFromJobs([{ company, position, firstSeen, lastSeen: firstSeen }], companyKey, titleOf, AS_OF);

describe('sharedPast', () => {
  it('takes pKnow with the average overlap for an employer whose dates are not known', () => {
    const shared = sharedPast(mine(past({})), job('Kestrel', 'Developer'), ofSize(101), AS_OF, C);
    expect(shared?.x).toBeCloseTo(0.4123, 4);
    expect(shared).toMatchObject({ organization: 'Kestrel Inc.', kind: 'position', endedOn: null, since: null });
  });

  it('halves every five years since my own end', () => {
    const ended = past({ endedOn: on(2021, 3, 1) });
    const shared = sharedPast(mine(ended), job('Kestrel', 'Developer'), ofSize(101), AS_OF, C);
    expect(shared?.x).toBeCloseTo(0.4123 / 2, 3);
    expect(shared?.know).toBeCloseTo(0.4123, 4);
    expect(shared?.endedOn).toBe(dayFromYmd(2021, 3, 1));
  });

  it('ends a year on its last day, and does not let the future end what runs', () => {
    const [stay] = staysFromPast([past({ endedOn: year(2021) })], companyKey, titleOf, AS_OF);
    expect(stay?.to).toBe(dayFromYmd(2021, 12, 31));
    const [running] = staysFromPast([past({ endedOn: year(2026) })], companyKey, titleOf, AS_OF);
    expect(running).toMatchObject({ isOpen: true, to: null });
  });

  it('is unknown without my past or the alter’s employer, and 0 where both are known and differ', () => {
    expect(sharedPast(null, job('Kestrel'), ofSize(101), AS_OF, C)).toBeNull();
    expect(sharedPast(mine(past({})), job('Freelance'), ofSize(101), AS_OF, C)).toBeNull();
    expect(sharedPast(mine(past({})), job('Brightwater'), ofSize(101), AS_OF, C)).toMatchObject({
      x: 0,
      organization: null,
    });
  });

  it('ignores stays that begin or were seen later', () => {
    expect(sharedPast(mine(past({ startedOn: on(2026, 3, 2) })), job('Kestrel'), ofSize(101), AS_OF, C)?.x).toBe(0);
    expect(sharedPast(mine(past({})), job('Kestrel', null, AS_OF + 1), ofSize(101), AS_OF, C)).toBeNull();
  });

  it('counts a school only with overlapping years known for both', () => {
    const school = (from: number | null, to: number | null) =>
      past({
        kind: 'education',
        organization: 'Larch College',
        startedOn: from === null ? null : year(from),
        endedOn: to === null ? null : year(to),
      });
    const theirs = (from: number | null, to: number | null) =>
      staysFromPast([school(from, to)], companyKey, titleOf, AS_OF);
    const judge = (from: number | null, to: number | null) =>
      sharedPast(mine(school(2010, 2014)), theirs(from, to), ofSize(708), AS_OF, C);
    expect(judge(null, null)?.x).toBe(0);
    expect(judge(2012, null)?.x).toBe(0);
    expect(judge(2015, 2018)?.x).toBe(0);
    expect(judge(2012, 2016)?.x).toBeGreaterThan(0);
    expect(judge(2012, 2016)?.since).toBe(dayFromYmd(2012, 1, 1));
  });

  it('takes the best of several, in any order of the files', () => {
    const records = [past({ endedOn: year(2016) }), past({ organization: 'Brightwater', endedOn: year(2025) })];
    const theirs = [...job('Kestrel'), ...job('Brightwater')];
    const best = sharedPast(mine(...records), theirs, ofSize(101), AS_OF, C);
    expect(best?.organization).toBe('Brightwater');
    expect(sharedPast(mine(...records.reverse()), theirs.reverse(), ofSize(101), AS_OF, C)).toEqual(best);
  });
});
