/** The backend as programs take it. */
import './runtime-check.ts';
import { checkInput } from '../../shared/contract/inputs.ts';
import { assembleBackend, type Backend, type BackendOptions } from './assemble-backend.ts';

export type { Backend, BackendOptions };

/** A backend on this thread. Windows use createThreadedBackend, which runs it on threads of its own. */
export function createBackend(options: BackendOptions = {}): Backend {
  return assembleBackend(options, checkInput);
}
