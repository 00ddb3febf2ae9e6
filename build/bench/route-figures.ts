/** Routes over a random network, beside the nearest that others have: the k shortest paths by the same costs, without our limits. */
import { join } from 'node:path';
import { type Peers, runPeer } from './peers.ts';
import { runInside } from './process.ts';
import { type Figure, figure, median, quantile } from './report.ts';

export interface RouteRun {
  prepare: number;
  /** Milliseconds for each target. */
  person: number[];
  company: number[];
  /** How many targets have a route at all; the others are answered soonest. */
  reachedOf1000: number;
}

const AREA = 'Routes, k = 3';
/** Enough for a median; networkx takes seconds for each. */
const IGRAPH_TARGETS = '40';
const NETWORKX_TARGETS = '3';

export async function routeFigures(bench: {
  folder: string;
  size: { people: number; ties: number };
  rounds: number;
  peers: Peers | null;
  say: (line: string) => void;
}): Promise<Figure[]> {
  const { folder, size, rounds, peers, say } = bench;
  const ours: RouteRun[] = [];
  const theirs = { igraph: [] as number[], networkx: [] as number[] };
  for (let round = 1; round <= rounds; round++) {
    say(`Routes, round ${round} of ${rounds}`);
    const sizes = ['--people', String(size.people), '--ties', String(size.ties)];
    ours.push(JSON.parse((await runInside('routes', '--folder', folder, ...sizes)).stdout) as RouteRun);
    const files = [join(folder, 'edges.txt'), join(folder, 'targets.json')] as const;
    if (peers?.packages.igraph) theirs.igraph.push(await medianOf('igraph', ...files, IGRAPH_TARGETS));
    // The slowest by far; one round tells enough.
    if (peers?.packages.networkx && round === 1)
      theirs.networkx.push(await medianOf('networkx', ...files, NETWORKX_TARGETS));
  }
  const medians = ours.map(({ person }) => median(person));
  const slow = ours.map(({ person }) => quantile(person, 0.95));
  const figures = [
    figure(
      AREA,
      'preparing, once per judged day',
      'ms',
      ours.map(({ prepare }) => prepare),
    ),
    figure(AREA, 'routes to one person, median', 'ms', medians, 10),
    figure(AREA, 'routes to one person, 95 of 100', 'ms', slow),
    figure(
      AREA,
      'routes to a company of 20 known people, median',
      'ms',
      ours.map(({ company }) => median(company)),
      10,
    ),
    figure(
      AREA,
      'people who have a route',
      'of 1,000',
      ours.map(({ reachedOf1000 }) => reachedOf1000),
    ),
  ];
  for (const peer of ['igraph', 'networkx'] as const) {
    if (theirs[peer].length === 0) continue;
    const own = medians.slice(0, theirs[peer].length);
    figures.push(figure(AREA, `${peer}, median`, 'ms', theirs[peer]));
    const ratios = own.map((value, i) => value / theirs[peer][i]!);
    figures.push(figure(AREA, `ours over ${peer}`, 'times', ratios, 1));
  }
  return figures;
}

async function medianOf(peer: 'igraph' | 'networkx', ...args: string[]): Promise<number> {
  const { stdout } = await runPeer(peer, ...args);
  return median((JSON.parse(stdout) as { milliseconds: number[] }).milliseconds);
}
