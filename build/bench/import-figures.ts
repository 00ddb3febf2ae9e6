/** Importing a large export as a whole process, beside the time pandas needs only to read the same files. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeLargeExport } from '../../shared/sample/large-export.ts';
import { type Peers, runPeer } from './peers.ts';
import { type Measured, runWeft } from './process.ts';
import { type Figure, figure } from './report.ts';

const AREA = 'Import';
const SEED = 1;
const MEGABYTE = 1e6;

interface ImportBench {
  folder: string;
  size: { connections: number; messages: number };
  rounds: number;
  peers: Peers | null;
  say: (line: string) => void;
}

/** @returns also a store that holds the export, for the figures that follow */
export async function importFigures(bench: ImportBench): Promise<{ figures: Figure[]; store: string }> {
  const { folder, rounds, say } = bench;
  say('Making an export');
  const { connections, messages, ownerUrl } = writeExport(folder, bench.size);
  const runs = { both: [] as Measured[], alone: [] as Measured[], again: [] as Measured[], read: [] as Measured[] };
  const inside: { seconds: number; cpuSeconds: number }[] = [];
  const people: Measured[] = [];
  const routes: Measured[] = [];
  let store = '';
  for (let round = 1; round <= rounds; round++) {
    say(`Import, round ${round} of ${rounds}`);
    store = join(folder, `store-${round}`);
    runs.both.push(await runWeft(store, 'import', connections, messages, '--owner', ownerUrl));
    if (bench.peers?.packages.pandas) {
      const read = await runPeer('read', connections, messages);
      runs.read.push(read);
      inside.push(JSON.parse(read.stdout) as { seconds: number; cpuSeconds: number });
    }
    runs.alone.push(await runWeft(join(folder, `alone-${round}`), 'import', connections, '--owner', ownerUrl));
    runs.again.push(await runWeft(store, 'import', connections, messages, '--owner', ownerUrl));
    people.push(await runWeft(store, 'people'));
    routes.push(await runWeft(store, 'routes', '--to', someCompany(people.at(-1)!)));
  }
  const seconds = (of: readonly Measured[]) => of.map((run) => run.seconds);
  const processor = (of: readonly { cpuSeconds: number }[]) => of.map((run) => run.cpuSeconds);
  const memory = (of: readonly Measured[]) => of.map((run) => run.peakBytes / MEGABYTE);
  const figures = [
    figure(AREA, 'both files, stored and derived', 's', seconds(runs.both)),
    figure(AREA, 'both files, processor time', 's', processor(runs.both)),
    figure(AREA, 'both files, peak memory', 'MB', memory(runs.both), 400),
    figure(AREA, 'connections alone', 's', seconds(runs.alone)),
    figure(AREA, 'the same again, nothing new', 's', seconds(runs.again)),
  ];
  if (inside.length > 0) {
    const ratio = (ours: readonly number[], theirs: readonly number[]) => ours.map((own, i) => own / theirs[i]!);
    const readSeconds = inside.map((run) => run.seconds);
    figures.push(
      figure(AREA, 'pandas reads both files, inside Python', 's', readSeconds),
      figure(AREA, 'pandas reads both files, processor time inside', 's', processor(inside)),
      figure(AREA, 'pandas reads both files, as a process', 's', seconds(runs.read)),
      figure(AREA, 'pandas reads both files, processor time', 's', processor(runs.read)),
      figure(AREA, 'pandas reads both files, peak memory', 'MB', memory(runs.read)),
      figure(AREA, 'ours over pandas inside', 'times', ratio(seconds(runs.both), readSeconds), 2),
      figure(
        AREA,
        'ours over pandas inside, processor time',
        'times',
        ratio(processor(runs.both), processor(inside)),
        2,
      ),
      figure(AREA, 'ours over pandas, process by process', 'times', ratio(seconds(runs.both), seconds(runs.read)), 2),
    );
  }
  figures.push(
    figure('Command', 'weft people, from start to answer', 's', seconds(people)),
    figure('Command', 'weft people, peak memory', 'MB', memory(people)),
    figure('Command', 'weft routes, from start to answer', 's', seconds(routes)),
  );
  return { figures, store };
}

function writeExport(folder: string, size: { connections: number; messages: number }) {
  const made = makeLargeExport({ ...size, seed: SEED });
  const paths = ['Connections.csv', 'messages.csv'].map((name) => {
    const path = join(folder, name);
    const handle = openSync(path, 'w');
    for (const chunk of made.files.find((file) => file.path === name)!.chunks()) writeSync(handle, chunk);
    closeSync(handle);
    return path;
  });
  return { connections: paths[0]!, messages: paths[1]!, ownerUrl: made.ownerUrl };
}

function someCompany(people: Measured): string {
  const list = JSON.parse(people.stdout) as { people: { company: string | null }[] };
  return list.people.find(({ company }) => company !== null)?.company ?? 'Kestrel';
}
