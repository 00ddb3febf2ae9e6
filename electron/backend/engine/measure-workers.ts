import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AbortSignalLike } from '../../../shared/contract/api.ts';
import { betweennessBlocks, finishBetweenness } from '../../../shared/insight/betweenness.ts';
import type { BrokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import type { Layout, LayoutQuestion } from '../../../shared/insight/map-layout.ts';
import { finishSampledBetweenness, type SamplingPlan } from '../../../shared/insight/sampled-betweenness.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { Control, type MeasureAnswers, type MeasureReply, type MeasureTask, type Structure } from './measure-tasks.ts';

export interface MeasureRun {
  /** Share of the work done, 0 to 1, never falling. */
  onProgress?: (share: number) => void;
  /** Ends the run: the promise fails with `measure-cancelled` at once, threads stop after the block they are in. */
  signal?: AbortSignalLike;
}

export interface SampledBetweenness {
  /** By node. */
  values: Float64Array;
  plan: SamplingPlan;
}

type OnBlock = (block: number, part: Float64Array | null) => void;

/**
 * Threads that measure, so that the one that answers never waits. Results do not depend on their number, to the last bit:
 * blocks are cut by the graph, drawn with chance of their own, and added in their order.
 *
 * Make graphs with `sharedMemory`, or each thread gets a copy. Runs follow one another in the order in which they were asked.
 */
export class MeasureWorkers {
  readonly #count: number;
  #threads: Worker[] = [];
  /** Settles when every thread is free again. */
  #free: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /** @param count threads, started at the first run; all cores unless told otherwise */
  constructor(count: number = availableParallelism()) {
    this.#count = Math.max(1, count);
  }

  /** Everything that one thread measures in well under a second. `groupOf`: see gouldFernandez. */
  structure(graph: BrokerageGraph, seed: number, groupOf: Int32Array, run: MeasureRun = {}): Promise<Structure> {
    return this.#inTurn(run, (threads) => ask(threads[0]!, { kind: 'structure', graph, seed, groupOf }));
  }

  /** Where everybody stands; see layOutMap. */
  layOut(question: LayoutQuestion, run: MeasureRun = {}): Promise<Layout> {
    return this.#inTurn(run, (threads) => ask(threads[0]!, { kind: 'layout', question }), 1);
  }

  /** Starts all threads, so that the next run finds them ready. */
  warmUp(): void {
    for (const thread of this.#start(this.#count)) thread.unref();
  }

  /** Exact betweenness by node; see betweenness. */
  exactBetweenness(graph: BrokerageGraph, run: MeasureRun = {}): Promise<Float64Array> {
    return this.#inTurn(run, async (threads, control, settled) => {
      const folded = await ask(threads[0]!, { kind: 'fold', graph });
      const { count } = betweennessBlocks(folded);
      const sum = new Float64Array(folded.coreSize);
      const waiting = new Map<number, Float64Array>();
      let added = 0;
      const onBlock: OnBlock = (block, part) => {
        if (part !== null) waiting.set(block, part);
        for (let next = waiting.get(added); next !== undefined; next = waiting.get(added)) {
          for (let core = 0; core < sum.length; core++) sum[core]! += next[core]!;
          waiting.delete(added++);
          if (!settled()) run.onProgress?.(added / count);
        }
      };
      await Promise.all(threads.map((thread) => ask(thread, { kind: 'betweenness', folded, control }, onBlock)));
      return finishBetweenness(graph, folded, sum);
    });
  }

  /** Betweenness from a sample, by node, with the plan that says how near it is; see sampledBetweenness. */
  sampledBetweenness(graph: BrokerageGraph, seed: number, run: MeasureRun = {}): Promise<SampledBetweenness> {
    return this.#inTurn(run, async (threads, control, settled) => {
      const plan = await ask(threads[0]!, { kind: 'plan', graph, seed });
      let done = 0;
      const onBlock: OnBlock = () => {
        done++;
        if (!settled()) run.onProgress?.(done / plan.blocks);
      };
      const parts = await Promise.all(threads.map((thread) => ask(thread, { kind: 'sample', plan, control }, onBlock)));
      return { values: addUp(plan, parts), plan };
    });
  }

  /** Structure on one thread beside the sample on the others; what `structure` and `sampledBetweenness` give, sooner. */
  structureAndSample(
    graph: BrokerageGraph,
    seed: number,
    groupOf: Int32Array,
    run: MeasureRun = {},
  ): Promise<{ structure: Structure; sampled: SampledBetweenness }> {
    return this.#inTurn(run, async (threads, control, settled) => {
      const [first, ...others] = threads;
      const measuring = ask(first!, { kind: 'structure', graph, seed, groupOf });
      // If planning fails, the threads end, and with them this task, which nobody waits for then.
      measuring.catch(() => undefined);
      const planning = others[0] === undefined ? measuring.then(() => first!) : Promise.resolve(others[0]);
      const plan = await ask(await planning, { kind: 'plan', graph, seed });
      let done = 0;
      const onBlock: OnBlock = () => {
        done++;
        if (!settled()) run.onProgress?.(done / plan.blocks);
      };
      const sample = (thread: Worker) => ask(thread, { kind: 'sample', plan, control }, onBlock);
      const [structure, ...parts] = await Promise.all([
        measuring,
        measuring.then(() => sample(first!)),
        ...others.map(sample),
      ]);
      return { structure, sampled: { values: addUp(plan, parts), plan } };
    });
  }

  /** Ends the threads, and with them a run that is still under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  #inTurn<T>(
    { signal }: MeasureRun,
    work: (threads: Worker[], control: Int32Array, settled: () => boolean) => Promise<T>,
    count = this.#count,
  ): Promise<T> {
    const control = new Int32Array(new SharedArrayBuffer(8));
    let isSettled = false;
    return new Promise<T>((resolve, reject) => {
      const cancel = (): void => {
        Atomics.store(control, Control.isCancelled, 1);
        isSettled = true;
        reject(new WeftError('cancelled', 'measure-cancelled', 'The measurement was stopped. Nothing was changed.'));
      };
      if (signal?.aborted) {
        cancel();
        return;
      }
      signal?.addEventListener('abort', cancel);
      const turn = this.#free.then(async () => {
        if (isSettled) return;
        const threads = this.#start(count);
        for (const thread of threads) thread.ref();
        try {
          resolve(await work(threads, control, () => isSettled));
        } catch (error) {
          // A thread that failed may be half way through something: the next run gets new ones.
          Atomics.store(control, Control.isCancelled, 1);
          this.#threads = [];
          await Promise.all(threads.map((thread) => thread.terminate()));
          reject(error);
        } finally {
          isSettled = true;
          signal?.removeEventListener('abort', cancel);
          // Threads without work do not keep the program alive.
          for (const thread of threads) thread.unref();
        }
      });
      // A failure before the work began, such as a closed pool, is this run's alone.
      this.#free = turn.catch(reject);
    });
  }

  #start(count: number): Worker[] {
    if (this.#isClosed)
      throw new WeftError('mistake', 'measure-closed', 'Measuring was asked for after it was closed.');
    while (this.#threads.length < count) {
      this.#threads.push(new Worker(new URL('./measure-worker.ts', import.meta.url)));
    }
    return this.#threads;
  }
}

function addUp(plan: SamplingPlan, parts: readonly Uint32Array[]): Float64Array {
  const counts = new Uint32Array(plan.rows.order.length);
  for (const part of parts) for (let place = 0; place < counts.length; place++) counts[place]! += part[place]!;
  return finishSampledBetweenness(plan, counts);
}

/** Gives a thread one task and waits for its answer. */
function ask<Kind extends MeasureTask['kind']>(
  thread: Worker,
  task: Extract<MeasureTask, { kind: Kind }>,
  onBlock?: OnBlock,
): Promise<MeasureAnswers[Kind]> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string, cause?: unknown): void => {
      stop();
      reject(new WeftError('mistake', 'measure-failed', 'Weft could not measure the network.', { reason }, cause));
    };
    const onMessage = (reply: MeasureReply): void => {
      if (reply.kind === 'block') {
        onBlock?.(reply.block, reply.part);
      } else if (reply.kind === 'answer') {
        stop();
        resolve(reply.answer as MeasureAnswers[Kind]);
      } else {
        fail(reply.message);
      }
    };
    const onError = (error: unknown): void => fail('thread', error);
    const onExit = (): void => fail('exit');
    const stop = (): void => {
      thread.off('message', onMessage);
      thread.off('error', onError);
      thread.off('exit', onExit);
    };
    thread.on('message', onMessage);
    thread.on('error', onError);
    thread.on('exit', onExit);
    thread.postMessage(task);
  });
}
