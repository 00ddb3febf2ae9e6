/** One measure thread: does one task at a time and ends with the thread that started it. */
import { parentPort } from 'node:worker_threads';
import { betweennessBlock, betweennessBlocks, betweennessScratch } from '../../../shared/insight/betweenness.ts';
import { communities } from '../../../shared/insight/communities.ts';
import { constraint } from '../../../shared/insight/constraint.ts';
import { effectiveSize } from '../../../shared/insight/effective-size.ts';
import { foldTrees } from '../../../shared/insight/fold-trees.ts';
import { gouldFernandez } from '../../../shared/insight/gould-fernandez.ts';
import { layOutMap } from '../../../shared/insight/map-layout.ts';
import { participation } from '../../../shared/insight/participation.ts';
import { planSampling, sampledBetweennessBlock, samplingScratch } from '../../../shared/insight/sampled-betweenness.ts';
import { tieTriangles } from '../../../shared/insight/triangles.ts';
import { withinModuleZ } from '../../../shared/insight/within-module-z.ts';
import { assertNever } from '../../../shared/model/weft-error.ts';
import { Control, type MeasureAnswers, type MeasureReply, type MeasureTask, sharedMemory } from './measure-tasks.ts';

function send(reply: MeasureReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(reply, transfer);
}

/** The next block nobody took yet, in ascending order; -1 when none is left or the run was cancelled. */
function takeBlock(control: Int32Array, count: number): number {
  if (Atomics.load(control, Control.isCancelled) === 1) return -1;
  const block = Atomics.add(control, Control.nextBlock, 1);
  return block < count ? block : -1;
}

function answer(task: MeasureTask): MeasureAnswers[keyof MeasureAnswers] {
  switch (task.kind) {
    case 'structure': {
      const triangles = tieTriangles(task.graph);
      const found = communities(task.graph, task.seed);
      return {
        constraint: constraint(task.graph, triangles),
        effectiveSize: effectiveSize(task.graph, triangles),
        communities: found,
        participation: participation(task.graph, found.communityOf),
        withinModuleZ: withinModuleZ(task.graph, found.communityOf),
        roles: gouldFernandez(task.graph, task.groupOf, triangles),
      };
    }
    case 'layout':
      return layOutMap(task.question);
    case 'fold':
      return foldTrees(task.graph, sharedMemory);
    case 'plan':
      return planSampling(task.graph, task.seed, sharedMemory);
    case 'betweenness': {
      const { folded, control } = task;
      const { count } = betweennessBlocks(folded);
      const scratch = betweennessScratch(folded);
      for (let block = takeBlock(control, count); block >= 0; block = takeBlock(control, count)) {
        const part = new Float64Array(folded.coreSize);
        betweennessBlock(folded, block, part, scratch);
        send({ kind: 'block', block, part }, [part.buffer]);
      }
      return null;
    }
    case 'sample': {
      const { plan, control } = task;
      const counts = new Uint32Array(plan.rows.order.length);
      const scratch = samplingScratch(plan);
      for (let block = takeBlock(control, plan.blocks); block >= 0; block = takeBlock(control, plan.blocks)) {
        sampledBetweennessBlock(plan, block, counts, scratch);
        send({ kind: 'block', block, part: null });
      }
      return counts;
    }
    default:
      return assertNever(task);
  }
}

parentPort?.on('message', (task: MeasureTask) => {
  try {
    send({ kind: 'answer', answer: answer(task) });
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
