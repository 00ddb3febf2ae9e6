import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { scoreOpportunities } from '../../../shared/insight/opportunity.ts';
import { opportunityInput } from '../../../shared/insight/opportunity-input.ts';
import { namedTargets } from '../../../shared/insight/opportunity-targets.ts';
import { markRobust, ROBUST_RUNS, robustRuns } from '../../../shared/insight/robust.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { handMadeNetwork, ME, statementsOn } from '../../helpers/hand-made-network.ts';

const AS_OF = 20_000;

/** Ten contacts; the first is a director at the target and close, the ninth knows somebody there. */
function world() {
  const keys = Array.from({ length: 10 }, (_, at) => `person-zt${at + 10}`);
  const people = Object.fromEntries(
    keys.map((key, at) => [
      key,
      { company: at < 2 ? 'Kestrel Labs' : `Studio ${at}`, position: at === 0 ? 'Director' : 'Designer' },
    ]),
  );
  const network = handMadeNetwork({
    people: { ...people, 'tom-zt99': { company: 'Kestrel Labs', position: 'VP Sales' } },
    owners: {
      [ME]: {
        has: { messages: true },
        ties: Object.fromEntries(keys.map((key) => [key, { acceptedOn: AS_OF - 900 }])),
      },
    },
  });
  const statements = statementsOn(
    AS_OF - 10,
    { kind: 'closeness', person: keys[0]!, value: 4 },
    { kind: 'knows', a: keys[8]!, b: 'tom-zt99', how: null, closeness: 3 },
    { kind: 'employer-size', company: 'Kestrel Labs', size: 60 },
  );
  const judged = judgeNetwork(network, statements, { asOf: AS_OF, constants: DEFAULT_CONSTANTS, calibration: null });
  return { judged, input: opportunityInput(judged, statements, namedTargets(judged, ['Kestrel Labs'])) };
}

describe('markRobust', () => {
  it('marks who stays in the top 20 % whatever the judged constants, and nobody below', () => {
    const { judged, input } = world();
    const marks = markRobust(judged, input, 1);
    expect([...marks].map((mark, at) => (mark === 1 ? at : -1)).filter((at) => at >= 0)).toContain(0);
    const { order } = scoreOpportunities(input);
    expect(marks[order.at(-1)!]).toBe(0);
  });

  it('marks nobody whom only their key puts among the first', () => {
    const network = handMadeNetwork({
      people: Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`alike-zt${at}`, {}])),
      owners: { [ME]: { ties: Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`alike-zt${at}`, {}])) } },
    });
    const judged = judgeNetwork(network, [], { asOf: AS_OF, constants: DEFAULT_CONSTANTS, calibration: null });
    const input = opportunityInput(judged, [], namedTargets(judged, []));
    expect([...markRobust(judged, input, 1)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('gives the same marks for the same seed, run after run', () => {
    const { judged, input } = world();
    expect(markRobust(judged, input, 7)).toEqual(markRobust(judged, input, 7));
    const runs = robustRuns(judged, input, 7);
    while (runs.next());
    expect(runs.done()).toBe(ROBUST_RUNS);
  });
});
