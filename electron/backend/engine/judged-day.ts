/**
 * The network judged on one day, with what was made of it on the way: rankings, routes, measures. When something is said, all of
 * it that still holds goes over to the day as it is then.
 */
import type { CallContext } from '../../../shared/contract/api.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { editJudged } from '../../../shared/graph/judge-edit.ts';
import { editRanking } from '../../../shared/insight/opportunity-edit.ts';
import { type Ranking, rankOpportunities } from '../../../shared/insight/opportunity-ranking.ts';
import { namedTargets, statedTargets } from '../../../shared/insight/opportunity-targets.ts';
import { type PreparedRoutes, prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { type Brokerage, measureBrokerage } from './brokerage.ts';
import type { MeasureWorkers } from './measure-workers.ts';

/** Lists of targets whose rankings stay at hand: the stated one, and what was asked about beside it. */
const KEPT_RANKINGS = 6;

export class JudgedDay {
  readonly judged: Judged;
  readonly statements: readonly Statement[];
  readonly #workers: () => MeasureWorkers;
  /** By the companies asked about; may be of before the last edit, and is brought up to date when asked for. */
  #rankings = new Map<string, Ranking>();
  #routes: PreparedRoutes | null = null;
  /** By seed. Me and my ties have no part in it, so that it outlives what is said about those. */
  #measured = new Map<number, Promise<Brokerage>>();

  /** What was measured last on any day, by seed: it holds for this one too while ties and employers are the same. */
  readonly #lastMeasured: Map<number, Brokerage>;

  constructor(
    judged: Judged,
    statements: readonly Statement[],
    workers: () => MeasureWorkers,
    lastMeasured: Map<number, Brokerage>,
  ) {
    this.judged = judged;
    this.statements = statements;
    this.#workers = workers;
    this.#lastMeasured = lastMeasured;
  }

  /** The same day with other statements; null when everything has to be judged anew. */
  with(statements: readonly Statement[]): JudgedDay | null {
    const judged = editJudged(this.judged, this.statements, statements);
    if (judged === null) return null;
    const day = new JudgedDay(judged, statements, this.#workers, this.#lastMeasured);
    day.#rankings = this.#rankings;
    day.#measured = this.#measured;
    day.#routes = this.#routes;
    return day;
  }

  /** The ranking for some companies; with none named for the stated targets. */
  ranking(companies: readonly string[] = []): Ranking {
    const name = JSON.stringify(companies);
    const isStated = companies.length === 0;
    const { judged, statements } = this;
    const known = this.#rankings.get(name);
    if (known?.judged === judged && known.statements === statements) return known;
    const edited = known === undefined ? null : editRanking(known, judged, statements, isStated);
    const ranking =
      edited ??
      rankOpportunities(
        judged,
        statements,
        isStated ? statedTargets(judged, statements) : namedTargets(judged, companies),
      );
    this.#rankings.delete(name);
    this.#rankings.set(name, ranking);
    const oldest = this.#rankings.size > KEPT_RANKINGS ? this.#rankings.keys().next().value : undefined;
    if (oldest !== undefined) this.#rankings.delete(oldest);
    return ranking;
  }

  /** Made on first use: most questions need no routes. */
  routes(): PreparedRoutes {
    const { graph, constants, calibration } = this.judged;
    // Those of before the last edit still know what ties between others cost.
    if (this.#routes?.graph !== graph) this.#routes = prepareRoutes(graph, constants, calibration, this.#routes);
    return this.#routes;
  }

  /** Measured on first use; a run that was stopped is measured again when somebody asks again. */
  brokerage(seed: number, context: CallContext = {}): Promise<Brokerage> {
    const measured = this.#measured;
    let brokerage = measured.get(seed);
    if (brokerage === undefined) {
      const last = this.#lastMeasured;
      brokerage = measureBrokerage(this.judged, seed, this.#workers, runOf(context), last.get(seed) ?? null);
      measured.set(seed, brokerage);
      brokerage.then(
        (value) => last.set(seed, value),
        () => measured.delete(seed),
      );
    }
    return brokerage;
  }
}

function runOf({ onProgress, signal }: CallContext) {
  return {
    ...(onProgress !== undefined && {
      onProgress: (share: number) =>
        onProgress({ step: 'Measuring who connects whom', done: Math.round(share * 100), total: 100 }),
    }),
    ...(signal !== undefined && { signal }),
  };
}
