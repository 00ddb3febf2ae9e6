import { expect, it } from 'vitest';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { strengthSummary } from '../../../shared/ties/strength.ts';
import { handMadeNetwork, ME, statementsOn } from '../../helpers/hand-made-network.ts';

const TODAY = 20_000;
const day = (value: number) => ({ day: value, precision: 'day' }) as const;

it('gives the quick strength of an owner’s tie the value of the full formula, with and without a shared past', () => {
  const past = [
    { kind: 'position', organization: 'Kestrel', role: 'Accountant', startedOn: day(15_000), endedOn: day(18_000) },
  ] as const;
  const ties = {
    'ben-zt1': { acceptedOn: TODAY - 700 },
    'cem-zt1': { acceptedOn: TODAY - 700 },
    'dev-zt1': { acceptedOn: TODAY - 700 },
    'eli-zt1': { acceptedOn: TODAY - 40_000 },
    'fay-zt1': { acceptedOn: null },
    'gus-zt1': { acceptedOn: TODAY - 700, contact: [[TODAY - 5, 1, 1, 0]] as [number, number, number, number][] },
    [ME]: { acceptedOn: TODAY - 700 },
  };
  const network = handMadeNetwork({
    people: {
      'ana-zt1': { company: 'Nordlys' },
      'ben-zt1': { company: 'The Kestrel Ltd', position: 'Controller' },
      'cem-zt1': { company: 'Nordlys' },
      'dev-zt1': {},
      'eli-zt1': { company: 'Nordlys' },
      'fay-zt1': { company: 'Nordlys' },
      'gus-zt1': {},
      'hal-zt1': {},
    },
    owners: {
      'ana-zt1': { has: { past: true }, past: [...past], ties: { ...ties, 'hal-zt1': { acceptedOn: TODAY - 700 } } },
      'hal-zt1': { has: { past: true, messages: true }, past: [...past], ties },
    },
  });
  const result = judgeNetwork(network, statementsOn(TODAY, { kind: 'employer-size', company: 'Kestrel', size: 24 }), {
    asOf: TODAY,
    constants: DEFAULT_CONSTANTS,
    calibration: null,
  });
  const strengths = new Set<number>();
  for (const owner of network.owners) {
    for (const evidence of owner.ties) {
      const quick = result.views.strengthOf(owner, evidence);
      expect(quick).toBe(strengthSummary(result.views.inputOf(owner, evidence), TODAY, DEFAULT_CONSTANTS).s);
      strengths.add(quick);
    }
  }
  // Shared past, none, no date, very old and contact all differ, and owners with messages from those without.
  expect(strengths.size).toBeGreaterThanOrEqual(8);
  const [ana] = network.owners.filter((owner) => network.people[owner.person]!.key === 'ana-zt1');
  const shared = (name: string): number | undefined => result.views.sharedWith(ana!, network.indexOfKey.get(name)!)?.x;
  expect(shared('ben-zt1')).toBeGreaterThan(0);
  expect(shared('cem-zt1')).toBe(0);
  // Both owners tell of the same years at Kestrel.
  expect(shared('hal-zt1')).toBeGreaterThan(shared('ben-zt1')!);
});
