import { expect, it } from 'vitest';
import { measureBrokerage } from '../../../../electron/backend/engine/brokerage.ts';
import { communityNames } from '../../../../electron/backend/services/community-names.ts';
import { judgeNetwork } from '../../../../shared/graph/build-graph.ts';
import { DEFAULT_CONSTANTS } from '../../../../shared/ties/constants.ts';
import { handMadeNetwork, ME } from '../../../helpers/hand-made-network.ts';

it('calls a community by the employer of most, with one article', async () => {
  const keys = ['ana-zt2', 'ben-zt3', 'cara-zt4', 'dev-zt5'];
  const network = handMadeNetwork({
    people: Object.fromEntries(keys.map((key) => [key, { company: 'The Wren & Partners' }])),
    owners: { [ME]: { ties: {} }, 'ana-zt2': { ties: Object.fromEntries(keys.slice(1).map((key) => [key, {}])) } },
  });
  const judged = judgeNetwork(network, [], { asOf: 20_000, constants: DEFAULT_CONSTANTS, calibration: null });
  const noThreads = () => {
    throw new Error('four people are measured without threads');
  };
  const [name] = communityNames(judged, await measureBrokerage(judged, 1, noThreads));
  expect(name).toMatchObject({ suggestedName: 'The Wren & Partners', label: 'the Wren & Partners circle' });
});
