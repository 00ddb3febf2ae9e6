/**
 * `npm run bench`: what the reaches of the product ask for, beside pandas, networkx and igraph where Python has them. Ours and theirs
 * take turns, each figure is the median of several rounds, and nothing is kept afterwards. Ends with 0 also where a reach is missed.
 *
 * Options: --json (figures for programs), --rounds N (default 3), --quick (a tenth of the data, to try the bench itself).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../electron/shells/web/ensure-built.ts';
import { appFigures } from './app-figures.ts';
import { brokerageFigures } from './brokerage-figures.ts';
import { fewFigures } from './few-figures.ts';
import { importFigures } from './import-figures.ts';
import { machineFacts, watchStolenTime } from './machine.ts';
import { mapFigures } from './map-figures.ts';
import { pageFigures } from './page-figures.ts';
import { peersOfPython } from './peers.ts';
import { type Figure, printReport, type Report } from './report.ts';
import { routeFigures } from './route-figures.ts';
import { withScratch } from './scratch.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    inside: { type: 'string' },
    graphology: { type: 'boolean', default: false },
    folder: { type: 'string', default: '' },
    files: { type: 'string', default: '' },
    people: { type: 'string', default: '0' },
    ties: { type: 'string', default: '0' },
  },
});

if (values.inside === 'few') {
  const { measureFew } = await import('./inside-few.ts');
  process.stdout.write(`${JSON.stringify(await measureFew(values.folder))}\n`);
} else if (values.inside === 'app') {
  const { measureApp } = await import('./inside-app.ts');
  process.stdout.write(`${JSON.stringify(await measureApp(values.folder))}\n`);
} else if (values.inside === 'page') {
  const { measurePage } = await import('./inside-page.ts');
  const files = { connections: join(values.files, 'Connections.csv'), messages: join(values.files, 'messages.csv') };
  const run = await withScratch((scratch) => measurePage(values.folder, scratch, files));
  process.stdout.write(`${JSON.stringify(run)}\n`);
} else if (values.inside === 'routes') {
  const { measureRoutes } = await import('./inside-routes.ts');
  const figures = await measureRoutes(values.folder, Number(values.people), Number(values.ties));
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} else if (values.inside === 'brokerage') {
  const { measureBrokerage } = await import('./inside-brokerage.ts');
  const size = { people: Number(values.people), ties: Number(values.ties) };
  process.stdout.write(`${JSON.stringify(await measureBrokerage(values.folder, size, values.graphology))}\n`);
} else {
  const share = values.quick ? 0.1 : 1;
  const size = {
    connections: 30_000 * share,
    messages: 300_000 * share,
    people: 50_000 * share,
    ties: 500_000 * share,
  };
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number from 1.');
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const report: Report = await withScratch(async (folder) => {
    const peers = peersOfPython();
    const machine = machineFacts(peers);
    say(`${machine.join(' · ')}`);
    // What is measured is what people start.
    await ensureBuilt(say);
    const stolen: Report['stolen'] = {};
    const measured = async <T>(work: () => Promise<T>, figuresOf: (of: T) => Figure[]): Promise<T> => {
      const share = watchStolenTime();
      const done = await work();
      for (const { area } of figuresOf(done)) stolen[area] = share();
      return done;
    };
    const imported = await measured(
      () => importFigures({ folder, size, rounds, peers, say }),
      (of) => of.figures,
    );
    const { store } = imported;
    const figures = [...imported.figures];
    for (const work of [
      () => appFigures({ store, rounds, say }),
      () => fewFigures({ folder, store, rounds, say }),
      () => pageFigures({ store, folder, rounds, say }),
      () => mapFigures({ store, rounds, say }),
      () => routeFigures({ folder, size, rounds, peers, say }),
      () => brokerageFigures({ folder, size, rounds, peers, say }),
    ]) {
      figures.push(...(await measured(work, (of) => of)));
    }
    return { machine, size, rounds, figures, stolen };
  });
  if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else printReport(report);
}
