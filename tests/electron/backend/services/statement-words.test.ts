import { expect, it } from 'vitest';
import { statementText } from '../../../../electron/backend/services/statement-words.ts';
import { dayFromIso } from '../../../../shared/model/dates.ts';
import type { StatementBody } from '../../../../shared/model/statement.ts';
import { handMadeNetwork } from '../../../helpers/hand-made-network.ts';

const network = handMadeNetwork({ people: { 'ana-zt1': {}, 'ben-zt2': {} } });
const ana = network.people[network.indexOfKey.get('ana-zt1')!]!.name;
const day = dayFromIso('2026-12-01')!;
const plan = { kind: 'plan', person: 'ana-zt1', target: null, what: null, why: null, where: null, when: null } as const;

it.each([
  [{ kind: 'employer-size', company: 'Kestrel Labs', size: 1 }, 'About 1 person works at Kestrel Labs.'],
  [{ kind: 'employer-size', company: 'Kestrel Labs', size: 12_000 }, 'About 12,000 people work at Kestrel Labs.'],
  [{ kind: 'mutuals', person: 'ana-zt1', count: 0 }, `You and ${ana} have no mutual connections.`],
  [{ kind: 'mutuals', person: 'ana-zt1', count: 1 }, `You and ${ana} have 1 mutual connection.`],
  [{ kind: 'mutuals', person: 'ana-zt1', count: 67 }, `You and ${ana} have 67 mutual connections.`],
  [{ kind: 'network-until', person: 'ana-zt1', until: day }, `The network of ${ana} is used until 1 December 2026.`],
  [{ kind: 'circle', name: 'Choir', members: ['ana-zt1'], size: null, from: null, to: null }, `Circle Choir: ${ana}.`],
  [{ kind: 'helps-with', person: 'ana-zt1', text: 'interviews.' }, `${ana} can help with interviews.`],
  [{ kind: 'target-company', company: 'Metals S.p.A.' }, 'You want to reach Metals S.p.A.'],
  [{ ...plan, target: 'Foo Inc.' }, `You plan to talk with ${ana} about Foo Inc.`],
  [{ ...plan, target: 'Nordlys', when: day }, `You plan to talk with ${ana} about Nordlys on 1 December 2026.`],
] satisfies [StatementBody, string][])('says %j as people would', (body, sentence) => {
  expect(statementText(body, network)).toBe(sentence);
});
