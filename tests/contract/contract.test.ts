/** Every transport passes the same suite. A new one is one line at the end. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { createThreadedBackend } from '../../electron/backend/threaded-backend.ts';
import { connectApi, serveApi, type WirePort, type WireReply } from '../../shared/contract/wire.ts';
import { contractSuite, type OpenedApi } from './suite.ts';
import { openThroughHttp } from './through-http.ts';

/** A port that carries text only, as HTTP and IPC do. */
function textPort(port: MessagePort): WirePort {
  return {
    send: (message) => port.postMessage(JSON.stringify(message)),
    onMessage: (listener) => port.on('message', (text: string) => listener(JSON.parse(text))),
  };
}

async function openThroughPort(folder: string): Promise<OpenedApi> {
  const backend = createBackend({ folder });
  const { port1, port2 } = new MessageChannel();
  const server = textPort(port1);
  serveApi(backend.api, server, () => new AbortController());
  backend.onChanged(() => server.send({ type: 'changed' } satisfies WireReply));
  const listeners = new Set<() => void>();
  const { api } = connectApi(textPort(port2), () => {
    for (const listener of listeners) listener();
  });
  return {
    api,
    onChanged: (listener) => listeners.add(listener),
    async close() {
      port1.close();
      port2.close();
      await backend.close();
    },
  };
}

contractSuite('in process', async (folder) => createBackend({ folder }));
contractSuite('on threads', async (folder) => createThreadedBackend({ folder }));
contractSuite('through a port of text', openThroughPort);
contractSuite('through HTTP', openThroughHttp);
