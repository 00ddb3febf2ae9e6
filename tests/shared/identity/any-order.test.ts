import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve, resolveNetwork } from '../../../shared/identity/resolve.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Batch, ExportContent, Mention, ThreadRecord } from '../../../shared/model/records.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { packThreadDays, unpackThreadDays } from '../../../shared/model/thread-days.ts';
import {
  batch,
  card,
  connection,
  endorsement,
  invitation,
  ME,
  meMention,
  owner,
  recommendation,
  statement,
} from './invented-exports.ts';

// Few names, slugs, days and mails, so that rows meet in every way there is.
const SLUGS = ['ana-zt1', 'ana-zt2', 'bo-zt3', 'cy-zt4', ME];
const NAMES = ['Ana Reis', 'ANA REIS', 'Аna Reis', 'Bo Lind', 'Cy Moss', 'Noor Example', 'LinkedIn Member', '🎉'];
const MAILS = ['ana@mail.example', 'bo@mail.example', 'info@shop.example'];
const KEYS = [...SLUGS, 'mail:ana@mail.example', 'name:ana reis|1970-04-11|1', 'said:dora', 'me'];

const name = fc.constantFrom(...NAMES);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const slug = maybe(fc.constantFrom(...SLUGS));
const day = fc.integer({ min: 100, max: 103 });
const company = maybe(fc.constantFrom('Kestrel Labs', 'Brightwater'));
const someone: fc.Arbitrary<Mention> = fc.record({ slug, name });

const connections = fc.array(
  fc
    .record({ slug, name, email: maybe(fc.constantFrom(...MAILS)), company, connectedOn: maybe(day) })
    .map((row) => connection(row.name, row)),
  { maxLength: 6 },
);
const contacts = fc.array(
  fc
    .record({
      slug,
      name,
      emails: fc.uniqueArray(fc.constantFrom(...MAILS), { maxLength: 2 }),
      company,
      closeness: maybe(fc.constantFrom(0, 3)),
    })
    .map((row) => card(row.name, row)),
  { maxLength: 3 },
);
const threads: fc.Arbitrary<ThreadRecord[]> = fc.array(
  fc
    .record({
      conversationId: fc.constantFrom('c1', 'c2', ''),
      others: fc.uniqueArray(someone, { maxLength: 3, selector: (member) => JSON.stringify(member) }),
      goneMembers: fc.constantFrom(0, 0, 1),
      days: fc.uniqueArray(fc.tuple(day, fc.nat(3), fc.integer({ min: 1, max: 3 })), {
        maxLength: 4,
        selector: ([on, sender]) => `${on}|${sender}`,
      }),
    })
    .map(({ conversationId, others, goneMembers, days }) => {
      const members = [meMention, ...others];
      return {
        conversationId,
        members,
        goneMembers,
        days: packThreadDays(
          days
            .filter(([, sender]) => sender < members.length)
            .map(([on, sender, count]) => {
              const first = on * 86_400 + sender;
              return { sender, day: on, count, first, last: first + count };
            }),
        ),
      };
    }),
  { maxLength: 3 },
);
const content: fc.Arbitrary<Partial<ExportContent>> = fc.record(
  {
    connections,
    contacts,
    threads,
    invitations: fc.array(
      someone.map((other) => invitation(other)),
      { maxLength: 2 },
    ),
    recommendations: fc.array(
      fc.record({ name, company }).map((row) => recommendation(row.name, row)),
      { maxLength: 2 },
    ),
    endorsements: fc.array(
      someone.map((other) => endorsement(other)),
      { maxLength: 2 },
    ),
    notes: fc.array(fc.record({ about: someone, text: fc.constant('note'), writtenOn: maybe(day) }), { maxLength: 2 }),
    profile: maybe(fc.record({ name, headline: fc.constant(null) })),
  },
  { requiredKeys: ['connections'] },
);
const anyBatch: fc.Arbitrary<Batch> = fc
  .record({
    content,
    whose: fc.constantFrom('bare', 'mine', 'mine', 'bo-zt3', 'cy-zt4'),
    exportDate: maybe(fc.integer({ min: 100, max: 102 })),
  })
  .map(({ content: rows, whose, exportDate }) => {
    if (whose === 'bare') return batch(rows, { exportDate });
    if (whose === 'mine') return batch(rows, { owner: owner(ME, 'Noor Example'), exportDate });
    return batch(rows, { role: 'circle', owner: owner(whose, 'Bo Lind'), exportDate });
  });
const batches = fc.array(anyBatch, { minLength: 1, maxLength: 4 });
const key = fc.constantFrom(...KEYS);
const statements: fc.Arbitrary<Statement[]> = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('same' as const), a: key, b: key }),
      fc.record({ kind: fc.constant('meeting' as const), person: key }),
    ),
    { maxLength: 2 },
  )
  .map((bodies) => bodies.map((body, index) => statement(index + 1, body)));

/** The order of a Map's entries counts too: the store writes them down. */
function comparable(network: Network): unknown {
  return { ...network, indexOfKey: [...network.indexOfKey] };
}

function shuffled<Value>(rows: readonly Value[], seed: number): Value[] {
  return rows
    .map((row, index) => ({ row, rank: Math.imul(index + 1, seed * 2 + 1) >>> 7 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

function shuffledContent(rows: ExportContent, seed: number): ExportContent {
  const lists = Object.entries(rows).map(([kind, list]) => [
    kind,
    Array.isArray(list) ? shuffled<unknown>(list, seed) : list,
  ]);
  const copy: ExportContent = Object.fromEntries(lists);
  copy.threads = copy.threads.map((each) => {
    const order = shuffled(each.members.keys().toArray(), seed);
    return {
      ...each,
      members: order.map((at) => each.members[at]!),
      days: packThreadDays(
        shuffled(unpackThreadDays(each.days), seed).map((contact) => ({
          ...contact,
          sender: order.indexOf(contact.sender),
        })),
      ),
    };
  });
  return copy;
}

describe('the set of imports', () => {
  it('D16: any order and repetition of imports gives one network', () => {
    fc.assert(
      fc.property(batches, statements, fc.nat(1000), (imports, said, seed) => {
        const again = imports.map((each) => ({ ...each, meta: { ...each.meta, id: each.meta.id + 100_000 } }));
        const once = resolveNetwork(imports, said);
        expect(comparable(resolveNetwork(shuffled([...imports, ...again], seed), shuffled(said, seed)))).toEqual(
          comparable(once),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('D16: an import taken back leaves the network as if it had never been, numbers included', () => {
    fc.assert(
      fc.property(batches, anyBatch, statements, (imports, extra, said) => {
        const before = resolveNetwork(imports, said);
        const idOfKey = (of: Network) => (each: string) => of.people[of.indexOfKey.get(each) ?? -1]?.id;
        const during = resolveNetwork([extra, ...imports], said, { idOfKey: idOfKey(before) });
        const old = idOfKey(before);
        const now = idOfKey(during);
        const undone = resolveNetwork(imports, said, { idOfKey: (each) => old(each) ?? now(each) });
        expect(comparable(undone)).toEqual(comparable(before));
      }),
      { numRuns: 200 },
    );
  });

  it('D16: the order of rows in a file plays no part', () => {
    fc.assert(
      fc.property(batches, statements, fc.nat(1000), (imports, said, seed) => {
        const other = imports.map((each) => ({ ...each, content: shuffledContent(each.content, seed) }));
        expect(comparable(resolveNetwork(other, said))).toEqual(comparable(resolveNetwork(imports, said)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps two rows of one Connections.csv two people, however imports meet, unless the user says otherwise', () => {
    fc.assert(
      fc.property(batches, (imports) => {
        const { personOfRow } = resolve(imports, []);
        for (const { content: rows, meta } of imports) {
          const personOf = new Map(
            rows.connections.map((row) => [row.slug ?? JSON.stringify(row), personOfRow(meta.id, row)]),
          );
          const found = [...personOf.values()].filter((person) => person !== null);
          expect(new Set(found).size).toBe(found.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('numbers everybody once, sorts people by key, and points every key at its person', () => {
    fc.assert(
      fc.property(batches, statements, (imports, said) => {
        const { people, indexOfKey, ego, owners } = resolveNetwork(imports, said);
        const sorted = people.map((each) => each.key);
        expect(sorted).toEqual([...sorted].sort());
        people.forEach((each, index) => {
          expect(indexOfKey.get(each.key)).toBe(index);
        });
        expect(indexOfKey.get('me')).toBe(ego);
        for (const { ties, person } of owners) {
          expect(ties.map((each) => each.alter)).not.toContain(person);
        }
        expect(people.map((each) => each.name)).not.toContain('LinkedIn Member');
      }),
      { numRuns: 200 },
    );
  });
});
