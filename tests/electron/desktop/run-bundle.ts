/**
 * Runs a built desktop app in plain Node, its `electron` replaced by the stand-in, asks it for the map's state and prints what
 * happened as JSON: `node run-bundle.ts APP_FOLDER`.
 */
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import * as electron from './electron-stand-in.ts';

const standIn = new URL('./electron-stand-in.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context)),
});

const [, , folder] = process.argv;
electron.world.appPath = folder!;
const load = createRequire(import.meta.url);
load(join(folder!, 'main.cjs'));
load(join(folder!, 'preload.cjs'));
electron.app.makeReady();
while (electron.BrowserWindow.all.length === 0 && electron.callsOf('exit').length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}
const bridge = electron.exposed.get('weft') as { call(...args: unknown[]): Promise<unknown> };
const isOpen = electron.BrowserWindow.all.length > 0;
const status = isOpen ? await bridge.call('status', {}, 1, () => {}) : null;
const sample = isOpen ? await bridge.call('makeSample', {}, 2, () => {}) : null;
const connectors = isOpen ? await bridge.call('listConnectors', { limit: 1 }, 3, () => {}) : null;
process.stdout.write(
  JSON.stringify({
    names: electron.calls.map(({ name }) => name),
    exits: electron.callsOf('exit'),
    boxes: electron.callsOf('showErrorBox'),
    bridge: Object.keys(electron.exposed.get('weft') ?? {}),
    umask: process.umask(),
    status,
    sample,
    connectors,
  }),
);
process.exit(0);
