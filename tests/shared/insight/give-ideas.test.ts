import { describe, expect, it } from 'vitest';
import { giveIdeas } from '../../../shared/insight/give-ideas.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { AS_OF, networkOf, rank, said } from './ranked-world.ts';

const world = () =>
  networkOf({
    people: {
      'ana-zt2': { company: 'Kestrel Labs', position: 'Data Analyst' },
      'ben-zt3': { company: 'Nordlys', position: 'Data Engineer' },
      'cem-zt4': { company: 'Nordlys', position: 'Data Analyst' },
    },
    ties: { 'ana-zt2': {}, 'ben-zt3': {}, 'cem-zt4': {} },
  });
const ideasWith = (...bodies: StatementBody[]) => {
  const statements = said(...bodies.map((body) => [AS_OF - 1, body] as const));
  return giveIdeas(rank(world(), statements), statements);
};
const close = (person: string): StatementBody => ({ kind: 'closeness', person, value: 4 });

describe('giveIdeas', () => {
  it('brings together two of one field whom I know well, who work apart', () => {
    const [idea, ...others] = ideasWith(close('ana-zt2'), close('ben-zt3'));
    expect(others).toEqual([]);
    expect(idea).toMatchObject({ kind: 'introduce', people: expect.arrayContaining([0, 1]) });
  });

  it('names the field as one that people work in', () => {
    const statements = said(...['ana-zt2', 'ben-zt3'].map((person) => [AS_OF - 1, close(person)] as const));
    const people = {
      'ana-zt2': { company: 'Kestrel', position: 'Founder' },
      'ben-zt3': { company: 'Halden', position: 'Managing Director' },
    };
    const leaders = networkOf({ people, ties: { 'ana-zt2': {}, 'ben-zt3': {} } });
    expect(giveIdeas(rank(leaders, statements), statements)[0]?.reason).toContain('both work in leadership (');
  });

  it('introduces nobody who is known to know the other, who works beside them, or whom I hardly know', () => {
    const know: StatementBody = { kind: 'knows', a: 'ana-zt2', b: 'ben-zt3', how: null, closeness: null };
    expect(ideasWith(close('ana-zt2'), close('ben-zt3'), know)).toEqual([]);
    expect(ideasWith(close('ben-zt3'), close('cem-zt4'))).toEqual([]);
    expect(ideasWith(close('ana-zt2'))).toEqual([]);
  });

  it('brings who needs something, by my note, to who can help with it, as I said', () => {
    const [offer] = ideasWith(
      { kind: 'note', person: 'ana-zt2', text: 'Moved flat. Is looking for interview practice.' },
      { kind: 'helps-with', person: 'cem-zt4', text: 'Interview training' },
    );
    expect(offer).toMatchObject({ kind: 'offer', people: [0, 2] });
    expect(offer!.reason).toContain('interview practice');
    expect(ideasWith({ kind: 'note', person: 'ana-zt2', text: 'Is looking for interview practice.' })).toEqual([]);
  });

  it('congratulates on a change of work that an export showed within half a year', () => {
    const network = world();
    const at = network.indexOfKey.get('ben-zt3')!;
    const job = { company: 'Kestrel Labs', position: 'Data Engineer', lastSeen: AS_OF - 20 };
    network.people[at]!.jobs = [
      { ...job, company: 'Nordlys', firstSeen: AS_OF - 400 },
      { ...job, firstSeen: AS_OF - 20 },
    ];
    const [idea] = giveIdeas(rank(network), []);
    expect(idea).toMatchObject({ kind: 'congratulate', people: [at] });
    network.people[at]!.jobs[1]!.firstSeen = AS_OF - 200;
    expect(giveIdeas(rank(network), [])).toEqual([]);
  });
});
