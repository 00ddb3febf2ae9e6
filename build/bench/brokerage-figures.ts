/** Measures of brokerage over random networks, beside igraph (C) and graphology on the same graphs. */
import { join } from 'node:path';
import { type Peers, runPeer } from './peers.ts';
import { runInside } from './process.ts';
import { type Figure, figure } from './report.ts';

export interface BrokerageRun {
  /** Milliseconds. */
  exact: number;
  sampled: number;
  constraint: number;
  effectiveSize: number;
  communities: number;
  layout: number;
  /** null where graphology-metrics is not installed, or not asked. */
  graphology: number | null;
  graphs: { people: number; ties: number }[];
}

interface IgraphRun {
  betweenness: number;
  constraint: number;
  communities: number;
}

const AREA = 'Connectors';

export async function brokerageFigures(bench: {
  folder: string;
  size: { people: number; ties: number };
  rounds: number;
  peers: Peers | null;
  say: (line: string) => void;
}): Promise<Figure[]> {
  const { folder, size, rounds, peers, say } = bench;
  const ours: BrokerageRun[] = [];
  const igraph: IgraphRun[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Connectors, round ${round} of ${rounds}`);
    const sizes = ['--people', String(size.people), '--ties', String(size.ties)];
    // The slowest by far; one round tells enough.
    const more = round === 1 ? ['--graphology'] : [];
    const { stdout } = await runInside('brokerage', '--folder', folder, ...sizes, ...more);
    ours.push(JSON.parse(stdout) as BrokerageRun);
    if (peers?.packages.igraph) {
      const run = await runPeer('igraph-brokerage', join(folder, 'middling.txt'), join(folder, 'large.txt'));
      igraph.push(JSON.parse(run.stdout) as IgraphRun);
    }
  }
  const each = (what: keyof Omit<BrokerageRun, 'graphology' | 'graphs'>) => ours.map((run) => run[what]);
  const [middling, large] = ours[0]!.graphs.map(
    ({ people, ties }) => `${people.toLocaleString('en')} people, ${ties.toLocaleString('en')} ties`,
  );
  const figures = [
    figure(AREA, `betweenness, exact: ${middling}`, 'ms', each('exact')),
    figure(AREA, `betweenness, sampled, ε .02: ${large}`, 'ms', each('sampled'), 2000),
    figure(AREA, 'constraint of all, one thread', 'ms', each('constraint'), 500),
    figure(AREA, 'effective size of all, one thread', 'ms', each('effectiveSize'), 500),
    figure(AREA, 'communities, one thread', 'ms', each('communities'), 500),
    figure(AREA, 'layout of what is drawn, from nothing', 'ms', each('layout'), 1000),
  ];
  if (igraph.length > 0) {
    const ratio = (own: readonly number[], what: keyof IgraphRun) => own.map((value, at) => value / igraph[at]![what]);
    for (const what of ['betweenness', 'constraint', 'communities'] as const) {
      figures.push(
        figure(
          AREA,
          `igraph, ${what}`,
          'ms',
          igraph.map((run) => run[what]),
        ),
      );
    }
    figures.push(figure(AREA, 'ours over igraph, betweenness', 'times', ratio(each('exact'), 'betweenness'), 1));
    figures.push(figure(AREA, 'ours over igraph, constraint', 'times', ratio(each('constraint'), 'constraint')));
    figures.push(figure(AREA, 'ours over igraph, communities', 'times', ratio(each('communities'), 'communities')));
  }
  const graphology = ours[0]!.graphology;
  if (graphology === null) say('graphology-metrics is not installed: betweenness is not compared with it.');
  else {
    figures.push(figure(AREA, 'graphology, betweenness', 'ms', [graphology]));
    figures.push(figure(AREA, 'ours over graphology, betweenness', 'times', [ours[0]!.exact / graphology], 0.2));
  }
  return figures;
}
