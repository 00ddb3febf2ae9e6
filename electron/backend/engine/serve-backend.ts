/** A backend on a thread of its own: answers the calls that come through the port, with its own connection to the store. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveApi, type WireReply } from '../../../shared/contract/wire.ts';
import { assembleBackend } from '../assemble-backend.ts';
import { installLastResort } from '../last-resort.ts';
import type { BackendThreadData } from './backend-thread.ts';

if (parentPort === null) throw new Error('serve-backend runs in a worker thread only');
const port = parentPort;
installLastResort();
const { options, isReadAhead } = workerData as BackendThreadData;
// Inputs were checked before they came here: this thread is spared what checks them.
const backend = assembleBackend(options, (_, input) => input as never);
backend.onChanged(() => port.postMessage({ type: 'changed' } satisfies WireReply));
serveApi(
  backend.api,
  {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
  },
  () => new AbortController(),
);
port.on('message', (message: { type: string }) => {
  if (message.type !== 'close') return;
  void backend.close().then(() => process.exit(0));
});
// What goes wrong is said when somebody asks.
if (isReadAhead) void backend.api.today({}).catch(() => {});
