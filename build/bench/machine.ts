import { readFileSync } from 'node:fs';
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

/**
 * Begins to watch how much of the processors other machines of the same host take while this one wants them.
 *
 * @returns gives the share of the time since then, 0..1, of what was wanted; null where the system does not tell (all but Linux)
 */
export function watchStolenTime(): () => number | null {
  const before = processorTimes();
  return () => {
    const now = processorTimes();
    if (before === null || now === null) return null;
    const stolen = now.stolen - before.stolen;
    return stolen / Math.max(1, stolen + now.used - before.used);
  };
}

/** Ticks since the start of the system (proc_stat(5)): user, nice, system, idle, iowait, irq, softirq, steal. */
function processorTimes(): { used: number; stolen: number } | null {
  if (process.platform !== 'linux') return null;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, stolen = 0] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return { used: user + nice + system + irq + softirq, stolen };
}
