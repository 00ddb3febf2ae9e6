import { describe, expect, it } from 'vitest';
import { draftAsk, firstPurpose, wholeDraft } from '../../../../renderer/views/targets/composer/drafts.ts';
import type { PersonRef } from '../../../../shared/contract/common.ts';
import type { Route } from '../../../../shared/contract/routes.ts';

const person = (id: number, name: string, position: string | null, company: string | null): PersonRef => ({
  id,
  name,
  url: null,
  company,
  position,
});
const ME = person(1, 'Noor Example', 'Analyst', 'Saltmarsh Wind');
const PETRA = person(2, 'Petra Novotná', 'Head of Data', 'Kestrel Labs');
const TOM = person(3, 'Tom Adeyemi', 'Director', 'Nordlys, Inc.');

function route(people: PersonRef[], ask: Route['ask'], basis: 'observed' | 'inferred' = 'observed'): Route {
  const hops = people.slice(1).map((b, index) => ({
    a: people[index] ?? b,
    b,
    basis: index === 0 ? ('observed' as const) : basis,
    q: 1,
    s: 0.5,
    help: 0.5,
    band: 'moderate' as const,
    why: [],
    said: null,
  }));
  return { people, hops, ask } as unknown as Route;
}

describe('the drafts of an ask', () => {
  it('asks the connector for an introduction and writes a note the connector can forward', () => {
    const draft = draftAsk({ route: route([ME, PETRA, TOM], 'introduction'), me: ME, purpose: 'the grid team.' });
    expect(draft.why).toContain('Hi Petra,');
    expect(draft.why).toContain('Would you introduce me to Tom Adeyemi? Below is a note you can forward as it is.');
    expect(draft.note).toContain('Hi Tom,');
    expect(draft.note).toContain('I work as Analyst at Saltmarsh Wind. I would like to ask you about the grid team.');
    expect(draft.note).not.toContain('..');
    expect(draft.offer).toContain('suits Tom');
  });

  it('asks first whether they know each other where that is only inferred', () => {
    const draft = draftAsk({ route: route([ME, PETRA, TOM], 'advice', 'inferred'), me: ME, purpose: 'the grid team' });
    expect(draft.why).toContain('Do you know Tom Adeyemi?');
    expect(draft.why).not.toContain('introduce');
    const faint = route([ME, PETRA, TOM], 'advice');
    faint.hops[1]!.q = 0.3;
    expect(draftAsk({ route: faint, me: ME, purpose: 'the grid team' })).toEqual(draft);
  });

  it('writes to a contact at the target without a note to forward, and asks for no job', () => {
    const draft = draftAsk({ route: route([ME, TOM], 'advice'), me: ME, purpose: 'the grid team' });
    expect(draft.why).toContain('I am not asking you for a job.');
    expect(draft.note).toBe('');
  });

  it('says nothing of an employer where somebody has none', () => {
    const me = person(1, 'Noor Example', 'Analytics lead', 'Self-employed');
    const draft = draftAsk({ route: route([ME, PETRA, TOM], 'name-use'), me, purpose: 'the grid team' });
    expect(draft.note).toContain('I work as Analytics lead. ');
    expect(draft.note).not.toContain('Self-employed');
  });

  it('R3: takes direction marks out of names', () => {
    const odd = person(2, '\u202eartep Novotná', null, null);
    const draft = draftAsk({ route: route([ME, odd, TOM], 'introduction'), me: ME, purpose: 'the grid team' });
    expect(JSON.stringify(draft)).not.toContain('\u202e');
  });

  it('asks about the company as it is called among the targets', () => {
    expect(firstPurpose('Nordlys', TOM)).toBe('what it is like to work at Nordlys');
    expect(firstPurpose('Tom Adeyemi', TOM)).toBe('what it is like to work at Nordlys, Inc.');
    expect(firstPurpose('Tom Adeyemi', { ...TOM, company: null })).toBe('the work you do');
  });

  it('copies all boxes as plain text and leaves an empty one out', () => {
    expect(wholeDraft({ why: 'A', offer: 'B', note: '' }, 'Petra', 'Tom')).toBe(
      'To Petra\n\nA\n\n---\n\nWhat is in it for Tom\n\nB',
    );
  });
});
