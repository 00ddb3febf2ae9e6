import { expect, it } from 'vitest';
import { runtimeRefusal } from '../../electron/backend/runtime-versions.ts';

it.each([
  [{ node: '20.20.0', napi: '9' }, 'Weft needs Node 22.18 or newer (this is 20.20.0).'],
  [{ node: '22.13.1', napi: '9' }, 'Weft needs Node 22.18 or newer (this is 22.13.1).'],
  [{ node: '18.0.0', napi: '8' }, 'Weft needs Node 22.18 or newer (this is 18.0.0).'],
  [{ node: '22.14.0', napi: '10' }, null],
  [{ node: '24.21.0', napi: '10' }, null],
  [{ node: '30.0.0', napi: '11' }, null],
  [{ node: '24.0.0' }, 'Weft needs Node 22.18 or newer (this is 24.0.0).'],
  [{ node: '24.0.0', napi: '' }, 'Weft needs Node 22.18 or newer (this is 24.0.0).'],
  [{ napi: 'ten' }, 'Weft needs Node 22.18 or newer (this is unknown).'],
])('S1: a runtime of %j is told %j', (versions, sentence) => {
  expect(runtimeRefusal(versions)).toBe(sentence);
});
