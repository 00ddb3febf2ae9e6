import { describe, expect, it } from 'vitest';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import {
  batch,
  connection,
  contactRows,
  day,
  endorsement,
  FRIEND,
  friendsExport,
  invitation,
  ME,
  ME_NAME,
  meMention,
  mention,
  myExport,
  owner,
  recommendation,
  thread,
  tie,
} from './invented-exports.ts';

const PETRA = 'petra-novotna-zt3';
const ANA = 'ana-reis-zt5';
const petra = mention('Petra Novotná', PETRA);
const ana = mention('Ana Reis', ANA);
const bram = mention('Bram Oakhollow', FRIEND);

describe('contact in threads of two', () => {
  it('counts messages by day and direction, and sees who began', () => {
    const members = [meMention, petra];
    const threads = [
      thread('c1', members, [
        ['2025-01-01', 0, 2, 100],
        ['2025-01-01', 1, 1, 200],
        ['2025-01-03', 0, 1, 300],
        ['2025-01-03', 1, 4, 250],
      ]),
      thread('c2', members, [['2025-01-03', 0, 1, 10]]),
    ];
    const network = resolveNetwork([myExport('2026-01-01', { threads })], []);
    expect(contactRows(tie(network, PETRA))).toEqual([
      ['2025-01-01', 1, 2, 1, 0],
      ['2025-01-03', 4, 2, 1, 0],
    ]);
    expect(tie(network, PETRA)?.isConnection).toBe(false);
  });

  it('takes the larger count where two exports hold the same day, and adds days only one of them holds', () => {
    const older = thread(
      'c1',
      [meMention, petra],
      [
        ['2024-12-31', 1, 1],
        ['2025-01-01', 1, 2, 500],
      ],
    );
    const newer = thread(
      'c1',
      [meMention, petra],
      [
        ['2025-01-01', 1, 5, 400],
        ['2025-01-02', 0, 1],
      ],
    );
    const batches = [myExport('2025-01-01', { threads: [older] }), myExport('2026-01-01', { threads: [newer] })];
    expect(contactRows(tie(resolveNetwork(batches, []), PETRA))).toEqual([
      ['2024-12-31', 1, 0, 0, 0],
      ['2025-01-01', 5, 0, 0, 0],
      ['2025-01-02', 0, 1, 1, 0],
    ]);
  });

  it('is a thread of the same two people in an export without recipient addresses', () => {
    const threads = [
      thread(
        'c1',
        [petra, meMention, mention(ME_NAME), mention('Petra Novotná')],
        [
          ['2022-01-01', 0, 1],
          ['2022-01-02', 1, 1],
        ],
      ),
      thread('c2', [ana, mention('N. Example')], [['2022-01-01', 0]]),
    ];
    const network = resolveNetwork([myExport('2022-06-01', { threads })], []);
    expect(contactRows(tie(network, PETRA))).toHaveLength(2);
    expect(contactRows(tie(network, ANA))).toEqual([['2022-01-01', 1, 0, 0, 0]]);
    expect(network.groupThreads).toEqual([]);
    expect(network.unjoined).toEqual([]);
  });

  it('does not guess which of two people of one name took part', () => {
    const network = resolveNetwork(
      [
        myExport('2022-06-01', {
          connections: [connection('Alex Lee', { slug: 'alex-zt1' }), connection('Alex Lee', { slug: 'alex-zt2' })],
          threads: [thread('c1', [meMention, mention('Alex Lee')], [['2022-01-01', 1]])],
        }),
      ],
      [],
    );
    expect(contactRows(tie(network, 'alex-zt1'))).toEqual([]);
    expect(network.unjoined).toMatchObject([{ source: 'message', name: 'Alex Lee' }]);
    expect(network.unjoined[0]?.candidates).toHaveLength(2);
  });

  it('leaves nobody to talk to when the other account is gone', () => {
    const threads = [thread('c1', [meMention], [['2022-01-01', 0]], 1)];
    const network = resolveNetwork([myExport('2022-06-01', { threads })], []);
    expect(network.owners[0]?.ties).toEqual([]);
    expect(network.owners[0]?.has.messages).toBe(true);
  });
});

describe('groups', () => {
  const dinner = [meMention, petra, ana, bram];

  it('weighs a day by the size of the group, at most 1 a day, and only for those who wrote', () => {
    const trio = (id: string) => thread(id, [meMention, petra, ana], [['2025-01-01', 1]]);
    const threads = [
      thread('g1', dinner, [
        ['2025-01-01', 0],
        ['2025-01-01', 1, 3],
        ['2025-01-02', 1],
      ]),
      trio('g2'),
      trio('g3'),
    ];
    const network = resolveNetwork([myExport('2026-01-01', { threads })], []);
    expect(contactRows(tie(network, PETRA))).toEqual([
      ['2025-01-01', 0, 0, 0, 1_000_000],
      ['2025-01-02', 0, 0, 0, 333_333],
    ]);
    expect(tie(network, ANA)).toBeUndefined();
  });

  it('counts a gone member for the size', () => {
    const threads = [thread('g1', [meMention, petra], [['2025-01-01', 1]], 1)];
    const network = resolveNetwork([myExport('2026-01-01', { threads })], []);
    expect(contactRows(tie(network, PETRA))).toEqual([['2025-01-01', 0, 0, 0, 500_000]]);
    expect(network.groupThreads).toMatchObject([{ size: 3 }]);
  });

  it('seen by two owners is one group', () => {
    const mine = thread('g1', dinner, [
      ['2025-01-02', 1],
      ['2025-01-03', 3],
    ]);
    const theirs = thread('g1', dinner, [['2025-01-01', 1]]);
    const network = resolveNetwork(
      [myExport('2026-01-01', { threads: [mine] }), friendsExport('2026-01-01', { threads: [theirs] })],
      [],
    );
    expect(network.groupThreads).toHaveLength(1);
    const [group] = network.groupThreads;
    expect(group).toMatchObject({ conversationId: 'g1', size: 4, firstDay: day('2025-01-01') });
    const wroteOn = group?.members.map((member, at) => [network.people[member]?.key, group.wroteOn[at]]);
    expect(wroteOn).toEqual([
      [ANA, null],
      [FRIEND, day('2025-01-03')],
      [ME, null],
      [PETRA, day('2025-01-01')],
    ]);
  });
});

describe('deliberate acts', () => {
  it('takes recommendations by name, each once, and none that is pending', () => {
    const given = recommendation('Petra Novotná', {
      direction: 'given',
      writtenOn: day('2022-03-03'),
      status: 'hidden',
    });
    const undated = recommendation('Petra Novotná', { writtenOn: null });
    const pending = recommendation('Petra Novotná', { status: 'pending' });
    const connections = [connection('Petra Novotná', { slug: PETRA })];
    const all = { connections, recommendations: [recommendation('Petra Novotná'), given, undated, pending] };
    const network = resolveNetwork([myExport('2025-01-01', all), myExport('2026-01-01', all)], []);
    expect(tie(network, PETRA)).toMatchObject({
      recommendationGivenOn: [day('2022-03-03')],
      recommendationReceivedOn: [day('2021-06-15')],
      recommendationsUndated: 1,
    });
  });

  it('lets the company decide between two people of one name', () => {
    const connections = [
      connection('Petra Novotná', { slug: PETRA, company: 'Kestrel Labs' }),
      connection('Petra Novotná', { slug: 'petra-zt4', company: 'Brightwater' }),
    ];
    const recommendations = [recommendation('Petra Novotná', { company: 'KESTREL LABS' })];
    const network = resolveNetwork([myExport('2026-01-01', { connections, recommendations })], []);
    expect(tie(network, PETRA)?.recommendationReceivedOn).toHaveLength(1);
    expect(network.unjoined).toEqual([]);
  });

  it('counts days of endorsements, not clicks', () => {
    const endorsements = [
      endorsement(petra),
      endorsement(petra, { skill: 'Planning' }),
      endorsement(petra, { direction: 'given', skill: 'Data', endorsedOn: day('2023-01-01'), status: 'hidden' }),
      endorsement(petra, { direction: 'given', skill: 'Waiting', status: 'pending' }),
    ];
    const network = resolveNetwork([myExport('2026-01-01', { endorsements })], []);
    expect(tie(network, PETRA)).toMatchObject({
      endorsementDays: [day('2023-01-01'), day('2024-04-18')],
      endorsedFor: ['Data'],
    });
  });

  it('knows which open invitations are mine to answer', () => {
    const network = resolveNetwork(
      [
        myExport('2026-01-01', {
          invitations: [invitation(petra), invitation({ slug: ANA, name: 'Ana Reis' }, { direction: 'incoming' })],
        }),
      ],
      [],
    );
    const person = (slug: string) => network.people[network.indexOfKey.get(slug)!];
    expect(person(PETRA)).toMatchObject({ isPending: true, isInvitedByMe: true });
    expect(person(ANA)).toMatchObject({ isPending: true, isInvitedByMe: false });
  });

  it('notes an invitation with a message, and knows nothing without a row', () => {
    const network = resolveNetwork(
      [
        myExport('2026-01-01', {
          connections: [connection('Petra Novotná', { slug: PETRA }), connection('Ana Reis', { slug: ANA })],
          invitations: [
            invitation(petra, { sentOn: day('2020-02-02'), hasNote: true }),
            invitation(petra, { direction: 'incoming' }),
          ],
        }),
      ],
      [],
    );
    expect(tie(network, PETRA)).toMatchObject({ invitationNote: true, invitedOn: day('2020-02-02') });
    expect(tie(network, ANA)).toMatchObject({ invitationNote: null, invitedOn: null });
  });
});

describe('owners', () => {
  const position = {
    kind: 'position' as const,
    organization: 'Kestrel Labs',
    role: 'Head of Data',
    startedOn: { day: day('2021-03-01'), precision: 'month' as const },
    endedOn: null,
  };

  it('have their own past and sources; an empty file of messages is a source', () => {
    const report = { name: 'messages.csv', rows: 0, kept: 0, hidden: 0, skipped: [], skippedCount: 0, notices: [] };
    const mine = batch({}, { owner: owner(ME, ME_NAME), files: [{ ...report, kind: 'messages' }] });
    const friend = friendsExport('2026-01-01', {
      past: [position],
      profile: { name: 'Bram Q. Oakhollow', headline: null },
    });
    const network = resolveNetwork([mine, friend], []);
    const [me, bramAsOwner] = network.owners;
    expect(me).toMatchObject({ isMe: true, exportDate: null, past: [] });
    expect(me?.has).toEqual({ messages: true, recommendations: false, endorsements: false, past: false });
    expect(bramAsOwner).toMatchObject({ exportDate: day('2026-01-01'), past: [position] });
    expect(network.people[bramAsOwner?.person ?? -1]).toMatchObject({
      name: 'Bram Q. Oakhollow',
      company: 'Kestrel Labs',
      position: 'Head of Data',
    });
  });

  it('accepted a contact on the earliest day any of their exports says', () => {
    const rows = (iso: string) => [connection('Petra Novotná', { slug: PETRA, connectedOn: day(iso) })];
    const network = resolveNetwork(
      [
        myExport('2025-01-01', { connections: rows('2021-02-02') }),
        myExport('2026-01-01', { connections: rows('2020-02-02') }),
      ],
      [],
    );
    expect(tie(network, PETRA)).toMatchObject({ isConnection: true, acceptedOn: day('2020-02-02') });
  });
});
