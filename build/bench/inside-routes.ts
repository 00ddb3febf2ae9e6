import { createWriteStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Bench } from 'tinybench';
import { findIntroPaths } from '../../shared/insight/intro-paths.ts';
import { type PreparedRoutes, prepareRoutes, UNREACHABLE } from '../../shared/insight/prepare-routes.ts';
import { makeRandomTieGraph } from '../../shared/sample/random-graph.ts';
import { DEFAULT_CONSTANTS } from '../../shared/ties/constants.ts';
import type { RouteRun } from './route-figures.ts';

const SEED = 7;
/** A prime step through the people: every run asks for the same ones, and they stand all over the graph. */
const STEP = 7919;
const TARGETS = 1000;
/** Known people of one company. */
const COMPANY = 20;

/** @param folder where the same graph is written down for others, once */
export async function measureRoutes(folder: string, people: number, ties: number): Promise<RouteRun> {
  const graph = makeRandomTieGraph({ people, ties, seed: SEED });
  const beforePreparing = performance.now();
  const prepared = prepareRoutes(graph, DEFAULT_CONSTANTS);
  const prepare = performance.now() - beforePreparing;
  const targets = Array.from({ length: TARGETS }, (_, i) => 1 + ((i * STEP) % (people - 1)));
  if (!existsSync(join(folder, 'targets.json'))) {
    await pipeline(Readable.from(edgeLines(prepared)), createWriteStream(join(folder, 'edges.txt')));
    await writeFile(join(folder, 'targets.json'), JSON.stringify(targets));
  }
  const bench = new Bench({ iterations: TARGETS, time: 0, warmup: true, retainSamples: true });
  let next = 0;
  bench.add('routes', () => {
    findIntroPaths(prepared, [targets[next++ % TARGETS]!], { k: 3 });
  });
  bench.add('company', () => {
    const first = targets[next++ % TARGETS]!;
    const known = Array.from({ length: COMPANY }, (_, i) => 1 + ((first + i * STEP) % (people - 1)));
    findIntroPaths(prepared, known, { k: 3 });
  });
  const [person, company] = (await bench.run()).map(({ result }) => {
    if (!('latency' in result)) throw new Error('The bench of routes did not run.');
    return [...(result.latency.samples ?? [])];
  });
  const reached = targets.filter((target) => findIntroPaths(prepared, [target], { k: 3 }).length > 0).length;
  return { prepare, person: person!, company: company!, reachedOf1000: (1000 * reached) / TARGETS };
}

/** My ties by what asking costs, and all others by what passing on costs: `a b cost`, each tie once. */
function* edgeLines({ graph, askCosts, tieCosts }: PreparedRoutes): Generator<string> {
  let block = '';
  const { offsets, neighbors } = graph.alterTies;
  for (let a = 0; a < graph.size; a++) {
    if (askCosts[a]! < UNREACHABLE) block += `${graph.ego} ${a} ${askCosts[a]}\n`;
    for (let tie = offsets[a]!; tie < offsets[a + 1]!; tie++) {
      const b = neighbors[tie]!;
      if (a < b && tieCosts[tie]! < UNREACHABLE) block += `${a} ${b} ${tieCosts[tie]}\n`;
    }
    if (block.length > 65_536) {
      yield block;
      block = '';
    }
  }
  yield block;
}
