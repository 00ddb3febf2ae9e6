/** The five contacts of model.md, example 13: me is 0, Tom (not my contact) is 6. */
import type { OpportunityInput } from '../../../shared/insight/opportunity.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { estimateHelp, helpFromStrength, type LoggedAsk } from '../../../shared/ties/help.ts';
import { handMadeGraph } from '../../helpers/hand-made-graph.ts';

export const [ANA, BEN, CARA, DEV, ELI, TOM] = [1, 2, 3, 4, 5, 6] as const;
const AS_OF = 20_000;
const SIZE = 7;

const asks = (count: number, outcome: LoggedAsk['outcome']): LoggedAsk[] =>
  Array.from({ length: count }, () => ({ on: AS_OF, outcome }));

/** Strengths of example 2, of which .1420 and .6584 are the rounded values. */
const SILENT = 1 / (1 + Math.exp(1.7986436776));
const IN_TOUCH = 1 / (1 + Math.exp(-0.6561377576));

const CONTACTS = [
  { person: ANA, s: IN_TOUCH, asks: asks(2, 'helped'), balance: 3, power: 0.25, mutuals: 10, guessed: Number.NaN },
  { person: BEN, s: 0.45, asks: [], balance: 0, power: 0.3, mutuals: Number.NaN, guessed: 0.15 },
  { person: CARA, s: SILENT, asks: [], balance: 0, power: 1, mutuals: Number.NaN, guessed: 0.15 },
  { person: DEV, s: 0.8, asks: asks(3, 'none'), balance: -3, power: 0.6, mutuals: Number.NaN, guessed: 0 },
  { person: ELI, s: SILENT, asks: [], balance: 0, power: 0.25, mutuals: Number.NaN, guessed: 0 },
];

export function exampleThirteen(changed: Partial<OpportunityInput> = {}): OpportunityInput {
  const byPerson = (empty: number, value: (contact: (typeof CONTACTS)[number]) => number) => {
    const values = new Float64Array(SIZE).fill(empty);
    for (const contact of CONTACTS) values[contact.person] = value(contact);
    return values;
  };
  const helps = CONTACTS.map(({ person, s, asks: logged }) => ({
    person,
    s,
    help: estimateHelp({ s, vouch: null, asks: logged, threads: [], calibration: null }, AS_OF, DEFAULT_CONSTANTS)
      .probability,
  }));
  const power = byPerson(0.25, (contact) => contact.power);
  power[TOM] = 0.8;
  return {
    graph: handMadeGraph(SIZE, helps, [{ a: ANA, b: TOM, s: 0.3 }]),
    contacts: Uint32Array.from(CONTACTS, ({ person }) => person),
    isUnknown: new Uint8Array(SIZE),
    prior: byPerson(0, ({ s }) => helpFromStrength(s, DEFAULT_CONSTANTS)),
    power,
    balance: byPerson(0, ({ balance }) => balance),
    mutuals: byPerson(Number.NaN, ({ mutuals }) => mutuals),
    ownersMutuals: new Float64Array(SIZE).fill(Number.NaN),
    guessedMutuals: byPerson(Number.NaN, ({ guessed }) => guessed),
    isAtTarget: Uint8Array.from({ length: SIZE }, (_, person) => Number([BEN, CARA, TOM].includes(person as 2))),
    targetPeople: Uint32Array.from([BEN, CARA, TOM]),
    hasTargets: true,
    constants: DEFAULT_CONSTANTS,
    calibration: null,
    ...changed,
  };
}
