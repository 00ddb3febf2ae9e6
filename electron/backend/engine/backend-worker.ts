/** The door of a backend's thread: says where compiled code is kept before any is compiled. */
import '../runtime-check.ts';
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { BackendThreadData } from './backend-thread.ts';

const { compileCache } = workerData as BackendThreadData;
if (compileCache !== null) enableCompileCache(compileCache);
void import('./serve-backend.ts');
