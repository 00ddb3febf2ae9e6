import { expect, it } from 'vitest';
import { prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import { targetReach } from '../../../shared/insight/target-reach.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { handMadeGraph } from '../../helpers/hand-made-graph.ts';

it('sorts the people of a target by the shortest route worth taking', () => {
  const graph = handMadeGraph(
    8,
    [
      { person: 1, help: 0.8 },
      { person: 2, help: 0.1 },
    ],
    [
      { a: 1, b: 3, s: 0.9 },
      { a: 3, b: 4, s: 0.9 },
      { a: 4, b: 5, s: 0.9 },
      // .1 * .17 * .7 is below .02: no route, though they know each other.
      { a: 2, b: 6, s: 0.1 },
    ],
  );
  expect(targetReach(prepareRoutes(graph, DEFAULT_CONSTANTS), [7, 6, 5, 4, 3, 2, 1, 1])).toEqual({
    direct: [1, 2],
    oneStep: [3],
    twoSteps: [4],
    none: [5, 6, 7],
  });
});

it('knows two steps only where they take at most one inferred tie', () => {
  const guess = { q: 0.9, s: 0.9, basis: 'inferred' } as const;
  const graph = handMadeGraph(
    4,
    [{ person: 1, help: 0.8 }],
    [
      { a: 1, b: 2, ...guess },
      { a: 2, b: 3, ...guess },
    ],
  );
  const prepared = prepareRoutes(graph, DEFAULT_CONSTANTS);
  expect(targetReach(prepared, [2, 3])).toMatchObject({ oneStep: [2], none: [3] });
});
