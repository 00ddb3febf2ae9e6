import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import type { WeftApi } from '../../../../shared/contract/api.ts';
import { tempFolder } from '../../../helpers/linkedin-export.ts';

const AS_OF = '2026-07-01';
const open: Backend[] = [];
afterAll(async () => {
  for (const backend of open) await backend.close();
});
function backendOn(folder: string): Backend {
  const backend = createBackend({ folder });
  open.push(backend);
  return backend;
}

type Step = (api: WeftApi, people: readonly string[]) => Promise<number[]>;

const on = fc.constantFrom('2025-11-02', '2026-05-20', AS_OF);
const at = fc.nat(59);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ at, on, value: fc.constantFrom(0 as const, 2 as const, 4 as const) }).map(
    ({ at, on, value }): Step =>
      async (api, people) => [(await api.say({ said: { kind: 'closeness', person: people[at]!, value }, on })).id],
  ),
  fc.record({ at, on, would: fc.boolean() }).map(
    ({ at, on, would }): Step =>
      async (api, people) => [(await api.say({ said: { kind: 'vouch', person: people[at]!, would }, on })).id],
  ),
  fc.record({ at, on, isHelped: fc.boolean() }).map(
    ({ at, on, isHelped }): Step =>
      async (api, people) => {
        const logged = { kind: 'ask', person: people[at]!, outcome: isHelped ? 'helped' : 'none' } as const;
        return [(await api.log({ logged, on })).id];
      },
  ),
  fc.record({ at, on }).map(
    ({ at, on }): Step =>
      async (api, people) => [(await api.log({ logged: { kind: 'give', person: people[at]!, give: 'event' }, on })).id],
  ),
  fc.record({ at, on }).map(
    ({ at, on }): Step =>
      async (api, people) => [(await api.say({ said: { kind: 'role', person: people[at]!, role: 'mentor' }, on })).id],
  ),
  fc.record({ at, other: at, on }).map(
    ({ at, other, on }): Step =>
      async (api, people) => {
        if (at === other) return [];
        return [(await api.say({ said: { kind: 'knows', a: people[at]!, b: people[other]! }, on })).id];
      },
  ),
  fc.record({ at, on, answer: fc.constantFrom('introduce' as const, 'collected' as const, 'skip' as const) }).map(
    ({ at, on, answer }): Step =>
      async (api, people) =>
        (await api.answerCard({ person: people[at]!, answer, on })).ids,
  ),
  fc.record({ at, on }).map(
    ({ at, on }): Step =>
      async (api, people) => [(await api.answerSuggestion({ person: people[at]!, answer: 'snooze', on })).id],
  ),
  fc.record({ at, on }).map(
    ({ at, on }): Step =>
      async (api, people) =>
        (await api.addTargets({ people: [people[at]!], on })).added ?? [],
  ),
);

/** Everything that is kept between two questions. */
async function answers(api: WeftApi): Promise<unknown> {
  return {
    top: await api.listTop({ asOf: AS_OF, limit: 40 }),
    cover: await api.listTop({ asOf: AS_OF, cover: true }),
    named: await api.listTop({ asOf: AS_OF, targets: ['Kestrel Labs'], limit: 10 }),
    today: await api.today({ asOf: AS_OF }),
    cards: await api.nextCards({ asOf: AS_OF, limit: 20 }),
    people: await api.listPeople({ asOf: AS_OF, limit: 30, sort: 'strength', descending: true }),
    targets: await api.listTargets({ asOf: AS_OF }),
    routes: await api.findRoutes({ asOf: AS_OF, to: 'Kestrel Labs' }),
    connectors: await api.listConnectors({ asOf: AS_OF, limit: 10 }),
  };
}

describe('a backend that is told things', () => {
  it('answers as one that reads the same map anew, after any sequence said, taken back and said again', async () => {
    const folder = join(tempFolder(), 'map');
    const live = backendOn(folder);
    await live.api.makeSample({});
    await live.api.addTargets({ companies: ['Kestrel Labs', 'Saltmarsh Wind'], on: '2026-01-01' });
    const { people } = await live.api.listPeople({ all: true, limit: 60, asOf: AS_OF });
    const ids = people.map(({ id }) => String(id));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.constantFrom('keep', 'undo', 'redo', 'ask')), { minLength: 2, maxLength: 6 }),
        async (steps) => {
          for (const [one, then] of steps) {
            const said = await one(live.api, ids);
            if (then === 'ask') await answers(live.api);
            if (said.length === 0 || then === 'keep' || then === 'ask') continue;
            await live.api.listTop({ asOf: AS_OF, limit: 1 });
            await live.api.withdrawMany({ ids: said });
            if (then === 'redo') await live.api.reinstate({ ids: said });
          }
          const fresh = createBackend({ folder });
          try {
            expect(await answers(live.api)).toEqual(await answers(fresh.api));
          } finally {
            await fresh.close();
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});
