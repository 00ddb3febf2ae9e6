import { afterAll, describe, expect, it } from 'vitest';
import { sharedMemory } from '../../../../electron/backend/engine/measure-tasks.ts';
import { MeasureWorkers } from '../../../../electron/backend/engine/measure-workers.ts';
import { betweenness } from '../../../../shared/insight/betweenness.ts';
import { type BrokerageGraph, brokerageGraph } from '../../../../shared/insight/brokerage-graph.ts';
import { communities } from '../../../../shared/insight/communities.ts';
import { constraint } from '../../../../shared/insight/constraint.ts';
import { sampledBetweenness } from '../../../../shared/insight/sampled-betweenness.ts';
import { circlesOf, tieGraphOf } from '../../../shared/insight/brokerage-helpers.ts';

/** Pools by number of threads: starting threads is most of the time of these tests. */
const pools = new Map<number, MeasureWorkers>();

function threads(count: number): MeasureWorkers {
  const workers = pools.get(count) ?? new MeasureWorkers(count);
  pools.set(count, workers);
  return workers;
}

function network(people: number, ties: number): BrokerageGraph {
  return brokerageGraph(tieGraphOf(people, circlesOf(people, 10, ties, 1)), sharedMemory);
}

afterAll(async () => {
  for (const workers of pools.values()) await workers.close();
});

describe('MeasureWorkers', () => {
  it('gives the same to the last bit with 1, 2 and 4 threads as without any', async () => {
    const graph = network(1200, 5000);
    const exact = betweenness(graph);
    const sampled = sampledBetweenness(graph, 3);
    for (const count of [1, 2, 4]) {
      const workers = threads(count);
      expect(await workers.exactBetweenness(graph)).toEqual(exact);
      expect((await workers.sampledBetweenness(graph, 3)).values).toEqual(sampled);
    }
  });

  it('measures structure on a thread', async () => {
    const graph = network(600, 2000);
    const found = await threads(2).structure(graph, 1, new Int32Array(601));
    expect(found.constraint).toEqual(constraint(graph));
    expect(found.communities).toEqual(communities(graph, 1));
  });

  it('measures structure beside a sample, and both as if alone, with 1 and 2 threads', async () => {
    const graph = network(900, 4000);
    for (const count of [1, 2]) {
      const { structure, sampled } = await threads(count).structureAndSample(graph, 3, new Int32Array(901));
      expect(structure.constraint).toEqual(constraint(graph));
      expect(structure.communities).toEqual(communities(graph, 3));
      expect(sampled.values).toEqual(sampledBetweenness(graph, 3));
    }
  });

  it('reports progress that rises to 1', async () => {
    const shares: number[] = [];
    await threads(2).exactBetweenness(network(800, 3000), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('stops when told to, says so, and is ready for the next run', async () => {
    const graph = network(3000, 15000);
    const workers = threads(2);
    const stop = new AbortController();
    let reports = 0;
    const run = workers.exactBetweenness(graph, {
      signal: stop.signal,
      onProgress: () => {
        reports++;
        stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ kind: 'cancelled', code: 'measure-cancelled' });
    const small = network(100, 300);
    expect(await workers.exactBetweenness(small)).toEqual(betweenness(small));
    expect(reports).toBe(1);
  });

  it('does not begin what was cancelled before', async () => {
    const signal = AbortSignal.abort();
    await expect(threads(1).sampledBetweenness(network(100, 300), 1, { signal })).rejects.toMatchObject({
      code: 'measure-cancelled',
    });
  });

  it('answers runs that were asked at once one after the other', async () => {
    const graph = network(500, 1500);
    const workers = threads(2);
    const [one, two] = await Promise.all([workers.exactBetweenness(graph), workers.exactBetweenness(graph)]);
    expect(two).toEqual(one);
  });

  it('fails a run when it is closed, and every run after', async () => {
    const workers = new MeasureWorkers(2);
    const run = workers.exactBetweenness(network(3000, 15000), { onProgress: () => void workers.close() });
    await expect(run).rejects.toMatchObject({ code: 'measure-failed' });
    await expect(workers.exactBetweenness(network(50, 100))).rejects.toMatchObject({ code: 'measure-closed' });
  });

  it('is calm without ties', async () => {
    const empty = network(1, 0);
    const workers = threads(2);
    expect(await workers.exactBetweenness(empty)).toEqual(new Float64Array(0));
    expect((await workers.sampledBetweenness(empty, 1)).values).toEqual(new Float64Array(0));
    expect((await workers.structure(empty, 1, new Int32Array(2))).communities.sizes.length).toBe(0);
  });
});
