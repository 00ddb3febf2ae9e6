import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { BANDS, judgeMyTies } from '../../../shared/graph/my-ties.ts';
import { readMyTies } from '../../../shared/graph/my-ties-again.ts';
import { ownerViews } from '../../../shared/graph/owner-views.ts';
import { classifyTitle } from '../../../shared/graph/title.ts';
import { DEFAULT_CONSTANTS, perturbConstants } from '../../../shared/ties/constants.ts';
import { helpFromStrength, vouchedHelp } from '../../../shared/ties/help.ts';
import { handMadeNetwork, ME, statementsOn } from '../../helpers/hand-made-network.ts';

const AS_OF = 20_000;
const UNKNOWN = BANDS.indexOf('unknown');

/** Every ground and every kind of evidence. */
const network = handMadeNetwork({
  people: {
    'ana-zt10': { company: 'Kestrel Labs' },
    'ben-zt11': { company: 'Kestrel Labs' },
    'cara-zt12': { isInAddressBook: true },
    'dev-zt13': {},
    'eli-zt14': {},
    'fia-zt15': { company: 'Nordlys' },
  },
  owners: {
    [ME]: {
      has: { messages: true, recommendations: true, endorsements: true, past: true },
      past: [
        {
          kind: 'position',
          organization: 'Kestrel Labs',
          role: null,
          startedOn: { day: AS_OF - 3000, precision: 'day' },
          endedOn: { day: AS_OF - 900, precision: 'day' },
        },
      ],
      ties: {
        'ana-zt10': {
          acceptedOn: AS_OF - 2000,
          contact: [
            [AS_OF - 900, 1, 2, 1],
            [AS_OF - 899, 1, 0, 0],
            [AS_OF - 40, 0, 1, 1],
            [AS_OF - 30, 1, 1, 0],
          ],
        },
        'ben-zt11': { acceptedOn: AS_OF - 400 },
        'fia-zt15': { acceptedOn: null, contact: [[AS_OF - 1500, 4, 1, 0]] },
      },
    },
    'dev-zt13': { has: { messages: false }, ties: { [ME]: { acceptedOn: AS_OF - 700 } } },
  },
});
network.owners[0]!.ties[0]!.endorsementDays = [AS_OF - 50, AS_OF - 40];
network.owners[0]!.ties[0]!.recommendationsUndated = 1;
network.owners[0]!.ties[1]!.invitationNote = true;

const statements = statementsOn(
  AS_OF - 200,
  { kind: 'closeness', person: 'ben-zt11', value: 3 },
  { kind: 'closeness', person: 'eli-zt14', value: 2 },
  { kind: 'vouch', person: 'ana-zt10', would: true },
  { kind: 'vouch', person: 'dev-zt13', would: false },
  { kind: 'meeting', person: 'ana-zt10' },
  { kind: 'call', person: 'cara-zt12' },
  { kind: 'call', person: 'dev-zt13' },
  { kind: 'ask', person: 'ana-zt10', target: null, outcome: 'helped' },
  { kind: 'ask', person: 'fia-zt15', target: null, outcome: 'none' },
  { kind: 'ask', person: 'dev-zt13', target: null, outcome: 'none' },
);
const titleOf = (position: string | null) => {
  const { fn } = classifyTitle(position, DEFAULT_CONSTANTS);
  return { fn, isSenior: false };
};

describe('readMyTies', () => {
  for (const calibration of [null, { shift: -0.4, slope: 1.2 }]) {
    it(`judges with any constants as judging anew does, ${calibration === null ? 'not ' : ''}calibrated`, () => {
      const settings = { asOf: AS_OF, constants: DEFAULT_CONSTANTS, calibration };
      const judged = judgeNetwork(network, statements, settings);
      const contacts = Uint32Array.from(
        [...judged.graph.egoTies.isTie].flatMap((isTie, person) => (isTie === 1 ? [person] : [])),
      );
      expect(contacts.length).toBe(6);
      const again = readMyTies(judged.mySources, contacts);
      fc.assert(
        fc.property(fc.infiniteStream(fc.double({ min: -0.2, max: 0.2, noNaN: true })), (stream) => {
          const constants = perturbConstants(DEFAULT_CONSTANTS, () => Math.exp(stream.next().value));
          const views = ownerViews(network, judged.employers, titleOf, AS_OF, constants);
          const anew = judgeMyTies({ ...judged.mySources, views, constants });
          const ties = again(constants, views);
          for (const [at, person] of contacts.entries()) {
            const s = anew.ties.s[person]!;
            const vouch = judged.statements.vouches.get(person) ?? null;
            expect(ties.s[at]).toBe(s);
            expect(ties.help[at]).toBe(anew.ties.help[person]);
            expect(ties.prior[at]).toBe(vouchedHelp(helpFromStrength(s, constants, calibration), vouch, constants));
            expect(ties.isUnknown[at] === 1).toBe(vouch === null && anew.summaries.band[person] === UNKNOWN);
          }
        }),
      );
    });
  }
});
