import { describe, expect, it } from 'vitest';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import {
  batch,
  byKey,
  connection,
  day,
  endorsement,
  friendsExport,
  keys,
  meMention,
  mention,
  myExport,
  proposedPairs,
  recommendation,
  statement,
  thread,
} from './invented-exports.ts';

const PETRA = 'petra-novotna-zt3';
const may4 = day('2021-05-04');

describe('rows of one export', () => {
  it('makes one person of rows with one slug (acceptance case 6, after reading)', () => {
    const slug = 'xé-zt1';
    const network = resolveNetwork(
      [
        myExport('2026-01-01', {
          connections: [connection('Xe', { slug, url: 'https://www.linkedin.com/in/X%C3%A9-zt1/' })],
          endorsements: [endorsement(mention('Xe', slug))],
          threads: [thread('c1', [mention('Xe', slug), meMention], [['2025-01-01', 0]])],
        }),
      ],
      [],
    );
    expect(keys(network)).toEqual([slug]);
    expect(byKey(network, slug).url).toBe('https://www.linkedin.com/in/X%C3%A9-zt1/');
  });

  it('joins a row without address with the one address of that name in the same export', () => {
    const network = resolveNetwork(
      [
        myExport('2022-01-01', {
          connections: [connection('Petra Novotná', { connectedOn: may4 })],
          threads: [thread('c1', [mention('Petra Novotná', PETRA), meMention], [['2021-06-01', 0]])],
        }),
      ],
      [],
    );
    expect(keys(network)).toEqual([PETRA]);
    expect(byKey(network, PETRA)).toMatchObject({ isContact: true, connectedOn: may4 });
  });

  it('joins nothing when the name has two addresses', () => {
    const network = resolveNetwork(
      [
        myExport('2022-01-01', {
          connections: [connection('Petra Novotná', { connectedOn: may4 })],
          threads: [
            thread('c1', [mention('Petra Novotná', PETRA), meMention], [['2021-06-01', 0]]),
            thread('c2', [mention('Petra Novotná', 'petra-zt4'), meMention], [['2021-06-01', 0]]),
          ],
        }),
      ],
      [],
    );
    expect(keys(network)).toEqual(['name:petra novotná|2021-05-04|1', PETRA, 'petra-zt4']);
  });

  it('joins neither of two rows without address that could be the one address', () => {
    const rows = [connection('Petra Novotná', { connectedOn: may4 }), connection('Petra Novotná')];
    const threads = [thread('c1', [mention('Petra Novotná', PETRA), meMention], [['2021-06-01', 0]])];
    const network = resolveNetwork([myExport('2022-01-01', { connections: rows, threads })], []);
    expect(keys(network)).toHaveLength(3);
  });

  it('never joins two people of one name, and leaves a recommendation from that name to the user (acceptance case 7)', () => {
    const network = resolveNetwork(
      [
        myExport('2026-01-01', {
          connections: [
            connection('Petra Novotná', { slug: PETRA, connectedOn: may4 }),
            connection('Petra Novotná', { connectedOn: day('2022-02-02') }),
          ],
          recommendations: [recommendation('Petra Novotná')],
        }),
      ],
      [],
    );
    expect(keys(network)).toEqual(['name:petra novotná|2022-02-02|1', PETRA]);
    expect(network.unjoined).toEqual([
      {
        source: 'recommendation',
        name: 'Petra Novotná',
        candidates: keys(network).map((key) => network.indexOfKey.get(key)),
      },
    ]);
    expect(proposedPairs(network)).toEqual([['name:petra novotná|2022-02-02|1', PETRA]]);
    expect(byKey(network, PETRA).isMaybeSame).toBe(true);
  });

  it('does not take my own name for an address of somebody else', () => {
    const network = resolveNetwork([myExport('2026-01-01', { connections: [connection('Noor Example')] })], []);
    expect(keys(network)).toEqual(['name:noor example|2020-01-01|1']);
    expect(network.people[network.ego]?.key).toBe('noor-example-zt1');
  });

  it('counts a row that is equal in every cell once, and rows that differ as different people', () => {
    const same = connection('Alex Lee', { company: 'Kestrel Labs' });
    const other = connection('Alex Lee', { company: 'Brightwater' });
    const network = resolveNetwork([batch({ connections: [same, other, { ...same }] })], []);
    // By content: Brightwater stands before Kestrel Labs.
    expect(network.people.filter((each) => each.isContact).map((each) => [each.key, each.company])).toEqual([
      ['name:alex lee|2020-01-01|1', 'Brightwater'],
      ['name:alex lee|2020-01-01|2', 'Kestrel Labs'],
    ]);
  });

  it('corpus 54: 500 people "Alex Lee" of one day are 500 people, and few proposals that say how many there are', () => {
    const connections = Array.from({ length: 500 }, (_, index) =>
      connection('Alex Lee', { position: `Role ${index}` }),
    );
    const network = resolveNetwork([batch({ connections })], []);
    expect(keys(network)).toHaveLength(500);
    expect(network.proposals.length).toBeLessThanOrEqual(20);
    expect(network.proposals[0]?.reason).toContain('of 124,750');
    expect(network.people.filter((each) => each.isMaybeSame)).toHaveLength(500);
  });

  // Compared one with another they would take minutes.
  it('I5: people of one name by the ten thousand, with and without an address, are told apart and recommend me', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => index);
    const rows = many.flatMap((index) => [
      connection('Alex Lee', { slug: `alex-lee-zt${index}`, company: `Company ${index}` }),
      connection('Alex Lee', { position: `Role ${index}` }),
    ]);
    const recommendations = many.map((index) => recommendation('Alex Lee', { company: `Company ${index}` }));
    const network = resolveNetwork([myExport('2026-01-01', { connections: rows, recommendations })], []);
    expect(keys(network)).toHaveLength(60_000);
    expect(network.unjoined).toEqual([]);
    expect(network.owners[0]?.ties.filter((tie) => tie.recommendationReceivedOn.length > 0)).toHaveLength(30_000);
  });
});

describe('e-mail', () => {
  const mail = 'petra@mail.example';

  it('joins a row without slug with the one person who has that e-mail', () => {
    const network = resolveNetwork(
      [
        myExport('2020-01-01', { connections: [connection('Petra Svobodová', { email: mail })] }),
        myExport('2026-01-01', {
          connections: [connection('Petra Novotná', { slug: PETRA, email: mail, connectedOn: may4 })],
        }),
      ],
      [],
    );
    expect(keys(network)).toEqual([PETRA]);
    expect(byKey(network, `mail:${mail}`).key).toBe(PETRA);
  });

  it('joins nobody when two people share it, and proposes them', () => {
    const network = resolveNetwork(
      [
        myExport('2020-01-01', { connections: [connection('Petra Novotná', { email: mail })] }),
        myExport('2026-01-01', {
          connections: [
            connection('Ana Reis', { slug: 'ana-reis-zt5', email: mail }),
            connection('Theo Granger', { slug: 'theo-zt6', email: mail }),
          ],
        }),
      ],
      [],
    );
    expect(keys(network)).toHaveLength(3);
    expect(network.proposals).toHaveLength(3);
  });

  it('keeps two rows of one file apart although both have one e-mail', () => {
    const connections = [connection('Petra Novotná', { email: mail }), connection('Ana Reis', { email: mail })];
    expect(keys(resolveNetwork([batch({ connections })], []))).toEqual([
      'name:ana reis|2020-01-01|1',
      'name:petra novotná|2020-01-01|1',
    ]);
  });

  it('never joins two slugs', () => {
    const rows = [connection('Petra Novotná', { slug: PETRA, email: mail })];
    const later = [connection('Petra Novotná', { slug: 'petra-zt4', email: mail, connectedOn: may4 })];
    const network = resolveNetwork(
      [myExport('2025-01-01', { connections: rows }), myExport('2026-01-01', { connections: later })],
      [],
    );
    expect(keys(network)).toEqual([PETRA, 'petra-zt4']);
  });
});

describe('name and date across exports', () => {
  const old = myExport('2020-01-01', {
    connections: [connection('Petra Novotná', { connectedOn: may4, company: 'Old' })],
  });
  const recent = connection('Petra Novotná', { slug: PETRA, connectedOn: may4, company: 'New' });

  it('joins an old row without address with the later one that has it', () => {
    const network = resolveNetwork([old, myExport('2026-01-01', { connections: [recent] })], []);
    expect(keys(network)).toEqual([PETRA]);
    expect(byKey(network, 'name:petra novotná|2021-05-04|1').jobs.map((job) => job.company)).toEqual(['Old', 'New']);
  });

  it.each([
    ['the date differs', [{ ...recent, connectedOn: day('2021-05-05') }]],
    ['two addresses have name and date', [recent, { ...recent, slug: 'petra-zt4' }]],
  ])('joins nothing when %s', (_, connections) => {
    const network = resolveNetwork([old, myExport('2026-01-01', { connections })], []);
    expect(keys(network)).toHaveLength(connections.length + 1);
    expect(byKey(network, 'name:petra novotná|2021-05-04|1').slug).toBeNull();
  });

  it('does not join when the address has a row of its own in the old export', () => {
    const both = myExport('2020-01-01', {
      connections: [connection('Petra Novotná', { connectedOn: may4 }), connection('Petra N.', { slug: PETRA })],
    });
    const network = resolveNetwork([both, myExport('2026-01-01', { connections: [recent] })], []);
    expect(keys(network)).toHaveLength(2);
  });

  it('does not join rows of different owners: each date is that owner’s', () => {
    const network = resolveNetwork([old, friendsExport('2026-01-01', { connections: [recent] })], []);
    expect(byKey(network, 'name:petra novotná|2021-05-04|1').slug).toBeNull();
    expect(proposedPairs(network)).toContainEqual(['name:petra novotná|2021-05-04|1', PETRA]);
  });

  it('finds what was said about the weaker key after the old export is taken back', () => {
    const said = [statement(1, { kind: 'closeness', person: 'name:petra novotná|2021-05-04|1', value: 3 })];
    const network = resolveNetwork([myExport('2026-01-01', { connections: [recent] })], said);
    expect(keys(network)).toEqual([PETRA]);
  });

  it('proposes a changed slug and merges it only when the user says so', () => {
    const before = myExport('2025-01-01', { connections: [{ ...recent, slug: 'petra-old-zt4', url: null }] });
    const after = myExport('2026-01-01', { connections: [recent] });
    const network = resolveNetwork([before, after], []);
    expect(proposedPairs(network)).toEqual([[PETRA, 'petra-old-zt4']]);
    expect(byKey(network, 'petra-old-zt4')).toMatchObject({ isVanished: true, isMaybeSame: true });
    const same = statement(1, { kind: 'same', a: PETRA, b: 'petra-old-zt4' });
    const merged = resolveNetwork([before, after], [same]);
    expect(keys(merged)).toEqual([PETRA]);
    expect(byKey(merged, 'petra-old-zt4')).toMatchObject({ slug: PETRA, isVanished: false, url: recent.url });
  });
});

describe('names that look or are written alike', () => {
  it('corpus 42: a composed and a decomposed name are one name', () => {
    const network = resolveNetwork(
      [
        myExport('2020-01-01', { connections: [connection('Petra Novotna\u0301')] }),
        myExport('2026-01-01', { connections: [connection('Petra Novotn\u00e1', { slug: PETRA })] }),
      ],
      [],
    );
    expect(keys(network)).toEqual([PETRA]);
  });

  it('I9, corpus 43: a name with a Cyrillic letter is another person, and both are pointed out', () => {
    const connections = [
      connection('Petra Novotna', { slug: PETRA }),
      connection('Petr\u0430 Novotna', { slug: 'petra-zt4' }),
      connection('Ana Reis', { slug: 'ana-reis-zt5' }),
    ];
    const network = resolveNetwork([batch({ connections })], []);
    expect(network.people.filter((each) => each.isLookAlike).map((each) => each.key)).toEqual([PETRA, 'petra-zt4']);
    expect(network.proposals).toEqual([]);
  });

  it('I9, corpus 44: zero-width marks inside a name do not part it from its twin', () => {
    const network = resolveNetwork(
      [
        myExport('2020-01-01', { connections: [connection('Pe\u200btra\u00ad Novotná\ufeff')] }),
        myExport('2026-01-01', { connections: [connection('Petra Novotná', { slug: PETRA })] }),
      ],
      [],
    );
    expect(keys(network)).toEqual([PETRA]);
  });
});
