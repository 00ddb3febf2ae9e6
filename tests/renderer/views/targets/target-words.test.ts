import { describe, expect, it } from 'vitest';
import { exactDate, followUpDate } from '../../../../renderer/views/targets/dates.ts';
import { backChannelAddress, readTargetAddress, routesAddress } from '../../../../renderer/views/targets/goal.ts';
import { goodwillInWords, lastAskInWords } from '../../../../renderer/views/targets/goodwill-words.ts';
import { namesOf } from '../../../../renderer/views/targets/routes/mutual-names.ts';
import { secondDegreeSearch } from '../../../../renderer/views/targets/second-degree-search.ts';

describe('the address of a target', () => {
  it.each(['Kestrel Labs', 'Halden & Ruiz', '100 % Grid', 'A/B Test?', 'Müller GmbH & Co. KG', '#1 Foods'])(
    'leads back to %s',
    (name) => {
      const goal = { kind: 'company', name } as const;
      expect(readTargetAddress(routesAddress(goal))).toEqual({ goal, isBackChannel: false });
      expect(readTargetAddress(backChannelAddress(goal))).toEqual({ goal, isBackChannel: true });
    },
  );

  it('takes a bare percent sign as it stands', () => {
    expect(readTargetAddress('/targets/company/100%')?.goal).toEqual({ kind: 'company', name: '100%' });
  });

  it('is the list where nobody is named', () => {
    for (const path of ['/targets', '/targets/', '/targets/company/', '/targets/company/%20', '/targets/other/1']) {
      expect(readTargetAddress(path)).toBeNull();
    }
  });
});

describe('names of mutual connections', () => {
  it.each([
    ['Ana Mora\nBram Dahl', ['Ana Mora', 'Bram Dahl']],
    ['Ana Mora, Bram Dahl and 3 other mutual connections', ['Ana Mora', 'Bram Dahl']],
    ['1. Ana Mora · 1st\n- Bram Dahl • 1st degree connection', ['Ana Mora', 'Bram Dahl']],
    ['Ana Mora is a mutual connection', ['Ana Mora']],
    ['Ana Mora\r\nAna Mora\n\n', ['Ana Mora']],
    ['Sandro Anders', ['Sandro Anders']],
    ['', []],
  ])('reads %j', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});

describe('the words of a route', () => {
  it('says what has passed between us, and nothing where nothing has', () => {
    expect(goodwillInWords({ asks: 0, gives: 0, lastAsk: null })).toBeNull();
    expect(goodwillInWords({ asks: 2, gives: 1, lastAsk: null })).toBe('You asked twice and gave once.');
    expect(goodwillInWords({ asks: 3, gives: 0, lastAsk: null })).toBe('You asked 3 times and gave nothing yet.');
  });

  it('says the last ask and what came of it, and while it is new until when to leave them alone', () => {
    const lastAsk = { id: 4, on: '2026-06-25', target: 'Nordlys', outcome: 'none' };
    const on = (asOf: string, change: Partial<typeof lastAsk> = {}) =>
      lastAskInWords({ asks: 1, gives: 0, lastAsk: { ...lastAsk, ...change } }, asOf);
    expect(on('2026-06-30')).toBe(
      'You asked them 5 days ago about Nordlys; no answer yet. Give it until 16 July 2026.',
    );
    expect(on('2026-07-16')).toBe('You asked them in June about Nordlys; no answer yet.');
    expect(on('2026-06-30', { outcome: 'helped' })).toBe('You asked them 5 days ago about Nordlys; they helped.');
    expect(lastAskInWords({ asks: 0, gives: 2, lastAsk: null }, '2026-06-30')).toBeNull();
  });

  it('says days, and the day to follow up three weeks later', () => {
    expect(exactDate('2026-03-03')).toBe('3 March 2026');
    expect(followUpDate('2026-12-20')).toBe('10 January 2027');
    expect(followUpDate(null)).toBeNull();
  });
});

describe('the search for second-degree connections', () => {
  it('puts the words into one parameter of one fixed address', () => {
    const url = new URL(secondDegreeSearch('Halden & Ruiz#x"\ud800'));
    expect(url.origin + url.pathname).toBe('https://www.linkedin.com/search/results/people/');
    expect(url.searchParams.get('network')).toBe('["S"]');
    expect(url.searchParams.get('keywords')).toBe('Halden & Ruiz#x"\ufffd');
    expect([...url.searchParams.keys()]).toEqual(['network', 'keywords']);
  });
});
