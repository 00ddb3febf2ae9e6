import { cpus, freemem, loadavg, totalmem } from 'node:os';
import type { Peers } from './peers.ts';

/** What the figures depend on, as short phrases. Load above the number of cores makes every figure of time too large. */
export function machineFacts(peers: Peers | null): string[] {
  const cores = cpus();
  return [
    `${cores.length} cores`,
    cores[0]?.model.trim() ?? 'unknown processor',
    `${(totalmem() / 2 ** 30).toFixed(1)} GB of memory, ${(freemem() / 2 ** 30).toFixed(1)} free`,
    `Node ${process.versions.node}`,
    `load ${loadavg()[0]!.toFixed(1)} at the start`,
    peers === null ? 'no Python to compare with' : `Python ${peers.python}`,
    ...Object.entries(peers?.packages ?? {}).map(([name, version]) => `${name} ${version ?? 'missing'}`),
  ];
}
