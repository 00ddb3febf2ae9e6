import { describe, expect, it } from 'vitest';
import { resolve, resolveNetwork } from '../../../shared/identity/resolve.ts';
import {
  batch,
  byKey,
  card,
  connection,
  day,
  FRIEND,
  friendsExport,
  invitation,
  keys,
  ME,
  ME_NAME,
  meMention,
  mention,
  myExport,
  owner,
  proposedPairs,
  statement,
  thread,
  tie,
} from './invented-exports.ts';

const PETRA = 'petra-novotna-zt3';
const ANA = 'ana-reis-zt5';

describe('me', () => {
  it('is there in an empty store, as an owner without ties', () => {
    const network = resolveNetwork([], []);
    expect(network.people).toHaveLength(1);
    expect(network.people[network.ego]).toMatchObject({ id: 1, key: 'me', slug: null, isContact: false });
    expect(network.owners).toMatchObject([{ person: network.ego, isMe: true, ties: [] }]);
  });

  it('is one person over exports with and without my address', () => {
    const bare = batch({ connections: [connection('Petra Novotná', { slug: PETRA })] });
    const network = resolveNetwork([bare, myExport('2026-01-01', {})], []);
    expect(network.people[network.ego]).toMatchObject({ key: ME, slug: ME, name: ME_NAME });
    expect(network.indexOfKey.get('me')).toBe(network.ego);
    expect(network.owners).toHaveLength(1);
  });

  it('corpus 55: my own address among my contacts and a message to myself make no tie', () => {
    const network = resolveNetwork(
      [
        myExport('2026-01-01', {
          connections: [connection(ME_NAME, { slug: ME }), connection('Petra Novotná', { slug: PETRA })],
          threads: [thread('c1', [meMention], [['2025-01-01', 0, 3]])],
          invitations: [invitation(meMention)],
        }),
      ],
      [],
    );
    expect(keys(network)).toEqual([PETRA]);
    expect(network.owners[0]?.ties.map((each) => network.people[each.alter]?.key)).toEqual([PETRA]);
    expect(network.people[network.ego]).toMatchObject({ isContact: false, isPending: false });
  });

  it('stands in a friend’s contacts as me, and the friend is an owner', () => {
    const mine = myExport('2026-01-01', { connections: [connection('Bram Oakhollow', { slug: FRIEND })] });
    const friend = friendsExport('2026-01-01', {
      connections: [connection(ME_NAME, { slug: ME, company: 'Kestrel Labs' }), connection('Ana Reis', { slug: ANA })],
    });
    const network = resolveNetwork([friend, mine], []);
    expect(network.owners.map(({ person, isMe }) => [network.people[person]?.key, isMe])).toEqual([
      [ME, true],
      [FRIEND, false],
    ]);
    expect(tie(network, 'me', FRIEND)?.isConnection).toBe(true);
    expect(tie(network, ANA)).toBeUndefined();
    expect(byKey(network, ANA)).toMatchObject({ isContact: false, isVanished: false });
  });
});

describe('who is listed', () => {
  const network = resolveNetwork(
    [
      myExport('2026-01-01', {
        connections: [connection('Petra Novotná', { slug: PETRA })],
        contacts: [card('Ana Reis', { emails: ['ana@mail.example'], company: 'Brightwater' })],
        threads: [
          thread('c1', [mention('Theo Granger', 'theo-zt6'), meMention], [['2025-01-01', 0]]),
          thread('c2', [mention('LinkedIn Member'), meMention], [['2025-01-01', 0]]),
          thread('c3', [meMention], [['2025-01-02', 0]], 1),
        ],
        invitations: [
          invitation(mention('Imani Bello', 'imani-zt7'), { direction: 'incoming', hasNote: true }),
          invitation(mention('Petra Novotná', PETRA)),
          invitation(mention('Somebody Unknown')),
        ],
      }),
    ],
    [],
  );

  it('knows contacts, address book, pending invitations and those who only wrote, and nobody else', () => {
    expect(network.people.map((each) => [each.key, each.isContact, each.isInAddressBook, each.isPending])).toEqual([
      ['imani-zt7', false, false, true],
      ['mail:ana@mail.example', false, true, false],
      [ME, false, false, false],
      [PETRA, true, false, false],
      ['theo-zt6', false, false, false],
    ]);
  });

  it('keeps a name it cannot place, and never the member who is gone', () => {
    expect(network.unjoined).toEqual([{ source: 'invitation', name: 'Somebody Unknown', candidates: [] }]);
  });
});

describe('address book', () => {
  const petra = connection('Petra Novotná', { slug: PETRA, email: 'petra@mail.example', company: 'Kestrel Labs' });

  it('joins a contact by e-mail, and its company only speaks where the connection is silent', () => {
    const contacts = [card('Péťa', { emails: ['other@mail.example', 'Petra@Mail.example'], company: 'Old Employer' })];
    const network = resolveNetwork([myExport('2026-01-01', { connections: [petra], contacts })], []);
    expect(keys(network)).toEqual([PETRA]);
    expect(byKey(network, 'mail:other@mail.example')).toMatchObject({
      name: 'Petra Novotná',
      company: 'Kestrel Labs',
      isInAddressBook: true,
      emails: ['other@mail.example', 'petra@mail.example'],
    });
  });

  it('proposes an entry of the same name and does not join it', () => {
    const network = resolveNetwork(
      [myExport('2026-01-01', { connections: [petra], contacts: [card('Petra Novotná')] })],
      [],
    );
    expect(proposedPairs(network)).toEqual([['book:petra novotná|-|1', PETRA]]);
    expect(network.proposals[0]?.reason).toBe('same name, at least one of them from the address book');
  });

  it('joins neither of two people whose e-mails stand on one card', () => {
    const theo = connection('Theo Granger', { slug: 'theo-zt6', email: 'theo@mail.example' });
    const contacts = [card('Petra and Theo', { emails: ['petra@mail.example', 'theo@mail.example'] })];
    const network = resolveNetwork([myExport('2026-01-01', { connections: [petra, theo], contacts })], []);
    expect(keys(network)).toEqual(['book:petra and theo|-|1', PETRA, 'theo-zt6']);
  });

  it('keeps two names with one e-mail apart', () => {
    const contacts = [
      card('Ana Reis', { emails: ['info@shop.example'] }),
      card('Bo Lind', { emails: ['info@shop.example'] }),
    ];
    expect(keys(resolveNetwork([myExport('2026-01-01', { contacts })], []))).toHaveLength(2);
  });

  it('hands over what a file says in my voice', () => {
    const noted = batch(
      {
        connections: [petra],
        contacts: [card('Petra', { emails: ['petra@mail.example'], closeness: 3, note: 'met in Brno' })],
        notes: [
          { about: mention('Petra Novotná'), text: 'likes tea', writtenOn: day('2024-01-01') },
          { about: mention('Nobody Here'), text: 'lost', writtenOn: null },
        ],
      },
      { exportDate: day('2026-01-01') },
    );
    const network = resolveNetwork([noted], []);
    expect(network.saidInFiles).toEqual([
      { on: day('2026-01-01'), body: { kind: 'closeness', person: PETRA, value: 3 } },
      { on: day('2024-01-01'), body: { kind: 'note', person: PETRA, text: 'likes tea' } },
      { on: day('2026-01-01'), body: { kind: 'note', person: PETRA, text: 'met in Brno' } },
    ]);
    expect(network.unjoined).toEqual([{ source: 'note', name: 'Nobody Here', candidates: [] }]);
  });
});

describe('facts about a person', () => {
  it('takes name, address and employer from the newest export of mine, and others’ only where mine are silent', () => {
    const older = myExport('2024-01-01', {
      connections: [connection('Petra Svobodová', { slug: PETRA, company: 'Old' })],
    });
    const newer = myExport('2025-01-01', {
      connections: [connection('Petra Novotná', { slug: PETRA, company: null })],
    });
    const friend = friendsExport('2026-01-01', {
      connections: [
        connection('P. Novotná', { slug: PETRA, company: 'Friend says' }),
        connection('Ana Reis', { slug: ANA, company: 'Brightwater' }),
      ],
    });
    const network = resolveNetwork([friend, newer, older], []);
    expect(byKey(network, PETRA)).toMatchObject({ name: 'Petra Novotná', company: null });
    expect(byKey(network, PETRA).jobs.map(({ company, firstSeen }) => [company, firstSeen])).toEqual([
      ['Old', day('2024-01-01')],
      [null, day('2025-01-01')],
    ]);
    expect(byKey(network, ANA).company).toBe('Brightwater');
  });

  it('flags who is missing from my newest export, also when the older one comes later', () => {
    const newer = myExport('2025-01-01', { connections: [connection('Petra Novotná', { slug: PETRA })] });
    const older = myExport('2024-01-01', { connections: [connection('Ana Reis', { slug: ANA })] });
    const network = resolveNetwork([newer, older], []);
    expect(byKey(network, ANA)).toMatchObject({ isContact: true, isVanished: true });
    expect(byKey(network, PETRA).isVanished).toBe(false);
  });

  it('orders exports of unknown date by the newest date inside', () => {
    const older = batch({ connections: [connection('Petra Novotná', { slug: PETRA, company: 'Old' })] });
    const newer = batch({
      connections: [
        connection('Petra Novotná', { slug: PETRA, company: 'New' }),
        connection('Ana Reis', { slug: ANA, connectedOn: day('2023-03-03') }),
      ],
    });
    expect(byKey(resolveNetwork([newer, older], []), PETRA).company).toBe('New');
  });
});

describe('the address of a person', () => {
  it.each([
    ['http://www.linkedin.com/in/petra-novotna-zt3', 'https://www.linkedin.com/in/petra-novotna-zt3'],
    ['www.linkedin.com/in/petra-novotna-zt3', 'https://www.linkedin.com/in/petra-novotna-zt3'],
    ['//de.linkedin.com/in/Petra-Novotna-zt3', 'https://de.linkedin.com/in/Petra-Novotna-zt3'],
    ['https://www.linkedin.com/in/petra-novotna-zt3?x=y', 'https://www.linkedin.com/in/petra-novotna-zt3?x=y'],
  ])('%s is given as %s, which opens', (url, opens) => {
    for (const content of [
      { connections: [connection('Petra Novotná', { slug: PETRA, url })] },
      { contacts: [card('Petra Novotná', { slug: PETRA, url })] },
    ]) {
      expect(byKey(resolveNetwork([myExport('2026-01-01', content)], []), PETRA).url).toBe(opens);
    }
  });

  it('of somebody added by hand keeps the case in which it opens', () => {
    const url = 'https://www.linkedin.com/in/ACoAABzt7';
    const body = { kind: 'person', person: 'acoaabzt7', name: 'Odalys', url, company: null, position: null } as const;
    expect(byKey(resolveNetwork([], [statement(1, body)]), 'acoaabzt7').url).toBe(url);
  });
});

describe('statements', () => {
  it('keeps people added by hand, and people named by statements whom no import holds', () => {
    const said = [
      statement(1, {
        kind: 'person',
        person: 'said:ana reis',
        name: 'Ana Reis',
        url: 'https://www.linkedin.com/in/ana-reis-zt5',
        company: 'Brightwater',
        position: null,
      }),
      statement(2, { kind: 'closeness', person: PETRA, value: 4 }),
    ];
    const network = resolveNetwork([], said);
    expect(keys(network)).toEqual([ANA, PETRA]);
    expect(byKey(network, 'said:ana reis')).toMatchObject({ key: ANA, name: 'Ana Reis', company: 'Brightwater' });
  });

  it('withdraws with an import what arrived with it', () => {
    const said = [statement(1, { kind: 'closeness', person: PETRA, value: 4 }, 77)];
    expect(keys(resolveNetwork([], said))).toEqual([]);
  });
});

describe('ids', () => {
  const old = myExport('2025-01-01', {
    connections: [connection('Petra Novotná'), connection('Ana Reis', { slug: ANA })],
  });
  const recent = myExport('2026-01-01', { connections: [connection('Petra Novotná', { slug: PETRA })] });

  it('keep their number when a stronger key is learned, and are given on for new people in the order of keys', () => {
    const before = resolveNetwork([old], []);
    const idOfKey = (key: string) => {
      const index = before.indexOfKey.get(key);
      return index === undefined ? undefined : before.people[index]?.id;
    };
    const after = resolveNetwork([old, recent], [], { idOfKey });
    expect(byKey(after, PETRA).id).toBe(byKey(before, 'name:petra novotná|2020-01-01|1').id);
    expect(byKey(after, ANA).id).toBe(byKey(before, ANA).id);
    const grown = resolveNetwork(
      [old, myExport('2026-02-01', { connections: [connection('Zoe', { slug: 'zoe-zt9' })] })],
      [],
      {
        idOfKey,
        nextId: 40,
      },
    );
    expect(byKey(grown, 'zoe-zt9').id).toBe(40);
  });

  it('stay with the strongest key when people part', () => {
    const rows = [connection('Petra Novotná', { slug: PETRA }), connection('Petra N', { slug: 'petra-zt4' })];
    const all = [myExport('2026-01-01', { connections: rows })];
    const merged = resolveNetwork(all, [statement(1, { kind: 'same', a: PETRA, b: 'petra-zt4' })]);
    const parted = resolveNetwork(all, [], { idOfKey: (key) => merged.people[merged.indexOfKey.get(key) ?? -1]?.id });
    const ids = parted.people.map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(byKey(parted, PETRA).id).toBe(byKey(merged, PETRA).id);
  });
});

it('tells which people the rows of an import became', () => {
  const contact = card('Petra', { emails: ['petra@mail.example'] });
  const mine = myExport('2026-01-01', {
    connections: [connection('Petra Novotná', { email: 'petra@mail.example' }), connection(ME_NAME, { slug: ME })],
    contacts: [contact],
  });
  const friend = friendsExport('2026-01-01', { connections: [connection('Ana Reis', { slug: ANA })] });
  const { network, peopleOfBatch, personOfRow } = resolve([mine, friend], []);
  const petra = network.indexOfKey.get('mail:petra@mail.example');
  expect(peopleOfBatch(mine.meta.id)).toEqual([petra]);
  expect(personOfRow(mine.meta.id, contact)).toBe(petra);
  expect(personOfRow(mine.meta.id, mine.content.connections[1]!)).toBeNull();
  expect(peopleOfBatch(friend.meta.id)).toEqual([network.indexOfKey.get(ANA)]);
});

it('names a circle’s owner from the import when nothing else does', () => {
  const friend = batch({}, { role: 'circle', owner: owner('zoe-zt9', null) });
  expect(byKey(resolveNetwork([friend], []), 'zoe-zt9').name).toBe('zoe-zt9');
});
