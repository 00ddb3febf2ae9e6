import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's space for new objects from growing to nearly 200 MB while an import runs. It doubles whenever much of it survives, and
 * an import is nothing but objects that survive; at the size it starts with, an import takes no more processor time and 100 MB
 * less memory. Holds for every thread of this process from now on; a space that has grown before stays as it is.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
