import { createWriteStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sharedMemory } from '../../electron/backend/engine/measure-tasks.ts';
import { MeasureWorkers } from '../../electron/backend/engine/measure-workers.ts';
import { type BrokerageGraph, brokerageGraph, tieCount } from '../../shared/insight/brokerage-graph.ts';
import { communities } from '../../shared/insight/communities.ts';
import { constraint } from '../../shared/insight/constraint.ts';
import { effectiveSize } from '../../shared/insight/effective-size.ts';
import { layOutMap } from '../../shared/insight/map-layout.ts';
import { noPlaces } from '../../shared/insight/map-places.ts';
import { tieTriangles } from '../../shared/insight/triangles.ts';
import { makeRandomTieGraph } from '../../shared/sample/random-graph.ts';
import type { BrokerageRun } from './brokerage-figures.ts';
import { graphologyBetweenness } from './graphology-peer.ts';

const SEED = 7;
/** Of the ties drawn, so many count in brokerage; the others are inferred or too uncertain. */
const COUNTED = 0.815;

/** @param folder where the same graphs are written down for others, once */
export async function measureBrokerage(
  folder: string,
  size: { people: number; ties: number },
  isWithGraphology: boolean,
): Promise<BrokerageRun> {
  const middling = graphOf(size.people / 5, size.ties * 0.12);
  const large = graphOf(size.people, size.ties);
  await writeEdges(middling, join(folder, 'middling.txt'));
  await writeEdges(large, join(folder, 'large.txt'));
  const workers = new MeasureWorkers();
  // Threads of a running Weft are there already.
  await workers.sampledBetweenness(graphOf(100, 300), SEED);
  const exact = await timeOf(() => workers.exactBetweenness(middling));
  const sampled = await timeOf(() => workers.sampledBetweenness(large, SEED));
  await workers.close();
  return {
    exact,
    sampled,
    constraint: await timeOf(() => constraint(large, tieTriangles(large))),
    effectiveSize: await timeOf(() => effectiveSize(large, tieTriangles(large))),
    communities: await timeOf(() => communities(large, SEED)),
    layout: await timeOf(() => layOutMap(crowd())),
    graphology: isWithGraphology ? await graphologyBetweenness(middling) : null,
    graphs: [middling, large].map((graph) => ({ people: graph.size, ties: tieCount(graph) })),
  };
}

function graphOf(people: number, ties: number): BrokerageGraph {
  const drawn = makeRandomTieGraph({ people: people + 1, ties: Math.round(ties / COUNTED), seed: SEED });
  return brokerageGraph(drawn, sharedMemory);
}

async function timeOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** As many as are ever drawn, in 60 circles of which a few are large, and nobody placed before. */
function crowd() {
  const sizes = Array.from({ length: 60 }, (_, at) => (at < 6 ? 70 : 3));
  let id = 0;
  const regions = sizes.map((size, at) => ({
    hasFold: true,
    others: [],
    people: Array.from({ length: size }, (_, place) => ({
      id: ++id,
      size: place < 3 ? 40 : 16,
      towards: (at * 7 + place) % sizes.length,
      company: `company ${place % 9}`,
    })),
  }));
  const links = Array.from({ length: 120 }, (_, at) => ({ a: at % 30, b: 30 + ((at * 7) % 30), ties: 1 + (at % 20) }));
  return { regions, links, seed: SEED, middle: 0, kept: noPlaces(0) };
}

async function writeEdges(graph: BrokerageGraph, path: string): Promise<void> {
  if (existsSync(path)) return;
  const lines = function* (): Generator<string> {
    for (let node = 0; node < graph.size; node++) {
      let block = '';
      for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) {
        const other = graph.neighbors[at]!;
        if (node < other) block += `${node} ${other} ${graph.q[at]}\n`;
      }
      yield block;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  await writeFile(`${path}.size`, String(graph.size));
}
