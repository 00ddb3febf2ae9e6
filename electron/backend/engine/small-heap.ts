import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's heap from growing far beyond what is in use while an import runs. An import is nothing but objects that survive, which
 * V8 takes for a program that needs room: its space for new objects would double up to nearly 200 MB, and the old ones would be
 * looked through only after growing by twice their size and more. At these settings an import takes no more processor time and
 * 160 MB less memory. They hold for every thread of this process from now on; a space that has grown before stays as it is.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=60');
}
