import { describe, expect, it } from 'vitest';
import { buildEmployers, jobOn, readEmployerNames } from '../../../shared/graph/employers.ts';
import type { JobSpell, Person } from '../../../shared/model/network.ts';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';

function person(key: string, jobs: Partial<JobSpell>[]): Person {
  const spells = jobs.map((job) => ({ company: null, position: null, firstSeen: null, lastSeen: null, ...job }));
  return {
    id: 1,
    key,
    name: key,
    originalName: key,
    credentials: null,
    slug: key,
    url: null,
    emails: [],
    company: spells.at(-1)?.company ?? null,
    position: spells.at(-1)?.position ?? null,
    connectedOn: null,
    isContact: true,
    isInAddressBook: false,
    isPending: false,
    isInvitedByMe: false,
    isVanished: false,
    isLookAlike: false,
    isMaybeSame: false,
    jobs: spells,
  };
}

let nextId = 0;
function said(on: number, body: StatementBody): Statement {
  nextId += 1;
  return { id: nextId, on, body, batch: null };
}

describe('employers', () => {
  it('joins spellings by key and by the user’s word, and names the employer as most people do', () => {
    const names = readEmployerNames([said(5, { kind: 'alias', company: 'Kestrel Labs', other: 'Brightwater' })], 10);
    const people = [
      person('ada-zt1', [{ company: 'Kestrel Labs Inc.' }]),
      person('ben-zt2', [{ company: 'Brightwater GmbH' }]),
      person('cem-zt3', [{ company: 'Brightwater GmbH' }]),
      person('dev-zt4', [{ company: 'Self-employed' }]),
      person('eli-zt5', []),
    ];

    const employers = buildEmployers(people, names, 10);

    expect([...employers.byKey.values()]).toEqual([
      { key: 'brightwater', name: 'Brightwater GmbH', members: [0, 1, 2], size: null },
    ]);
    expect(employers.keyOfPerson).toEqual(['brightwater', 'brightwater', 'brightwater', null, null]);
  });

  it('follows chains of aliases to one key, whatever the order in which they were said', () => {
    const ab = said(1, { kind: 'alias', company: 'Beta', other: 'Gamma' });
    const bc = said(2, { kind: 'alias', company: 'Gamma', other: 'Alpha' });
    const swapped = [
      { ...bc, on: 1 },
      { ...ab, on: 2 },
    ];
    for (const statements of [[ab, bc], [bc, ab], swapped]) {
      const names = readEmployerNames(statements, 10);
      expect(['Alpha', 'Beta', 'Gamma'].map((text) => names.keyOf(text))).toEqual(['alpha', 'alpha', 'alpha']);
    }
  });

  it('takes the latest size said until the day, under any spelling', () => {
    const statements = [
      said(1, { kind: 'employer-size', company: 'Kestrel', size: 100 }),
      said(3, { kind: 'employer-size', company: 'Kestrel Inc', size: 200 }),
      said(9, { kind: 'employer-size', company: 'Kestrel', size: 300 }),
    ];
    expect(readEmployerNames(statements, 2).sizeOf('kestrel')).toBe(100);
    expect(readEmployerNames(statements, 5).sizeOf('kestrel')).toBe(200);
    expect(readEmployerNames([...statements].reverse(), 9).sizeOf('kestrel')).toBe(300);
    expect(readEmployerNames(statements, 0).sizeOf('kestrel')).toBeNull();
  });

  it('ignores an alias that is said later, or names no employer', () => {
    const statements = [
      said(8, { kind: 'alias', company: 'Alpha', other: 'Beta' }),
      said(1, { kind: 'alias', company: 'Freelance', other: 'Beta' }),
    ];
    const names = readEmployerNames(statements, 5);
    expect(names.keyOf('Beta')).toBe('beta');
    expect(names.keyOf('Freelance')).toBeNull();
  });

  it('reads the job that an export had shown by the day', () => {
    const mover = person('ada-zt1', [
      { company: 'Alpha', firstSeen: 10, lastSeen: 10 },
      { company: 'Beta', firstSeen: 20, lastSeen: 20 },
    ]);
    expect([5, 10, 19, 20].map((day) => jobOn(mover, day).company)).toEqual(['Alpha', 'Alpha', 'Alpha', 'Beta']);
  });
});
