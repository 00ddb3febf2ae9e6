/** What measure threads are asked and what they answer. Arrays stand in shared memory: nothing big is copied. */
import type { BrokerageGraph, Memory } from '../../../shared/insight/brokerage-graph.ts';
import type { Communities } from '../../../shared/insight/communities.ts';
import type { EffectiveSize } from '../../../shared/insight/effective-size.ts';
import type { FoldedGraph } from '../../../shared/insight/fold-trees.ts';
import type { BrokerageRoles } from '../../../shared/insight/gould-fernandez.ts';
import type { Layout, LayoutQuestion } from '../../../shared/insight/map-layout.ts';
import type { SamplingPlan } from '../../../shared/insight/sampled-betweenness.ts';

/** Memory that threads share. */
export const sharedMemory: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** Places in the numbers that all threads of a run share. */
export const Control = { nextBlock: 0, isCancelled: 1 } as const;

/** All measures that need no blocks, since they take well under a second. */
export interface Structure {
  constraint: Float64Array;
  effectiveSize: EffectiveSize;
  communities: Communities;
  participation: Float64Array;
  withinModuleZ: Float64Array;
  roles: BrokerageRoles;
}

export type MeasureTask =
  | { kind: 'structure'; graph: BrokerageGraph; seed: number; groupOf: Int32Array }
  | { kind: 'layout'; question: LayoutQuestion }
  | { kind: 'fold'; graph: BrokerageGraph }
  | { kind: 'plan'; graph: BrokerageGraph; seed: number }
  /** Takes blocks until none is left; reports each with its result, and answers null. */
  | { kind: 'betweenness'; folded: FoldedGraph; control: Int32Array }
  /** Takes blocks until none is left; reports each, and answers the counts of those it took. */
  | { kind: 'sample'; plan: SamplingPlan; control: Int32Array };

/** The answer to each kind of task. */
export interface MeasureAnswers {
  structure: Structure;
  layout: Layout;
  fold: FoldedGraph;
  plan: SamplingPlan;
  betweenness: null;
  sample: Uint32Array;
}

export type MeasureReply =
  | { kind: 'block'; block: number; part: Float64Array | null }
  | { kind: 'answer'; answer: MeasureAnswers[keyof MeasureAnswers] }
  | { kind: 'failed'; message: string };
