import { afterEach, expect, it, vi } from 'vitest';
import { Session } from '../../../../electron/backend/engine/session.ts';
import type * as OpenStore from '../../../../electron/backend/store/open-store.ts';
import { tempFolder } from '../../../helpers/temp-files.ts';

/** What another thread does right after the session has opened its store. */
let meanwhile: () => void = () => {};
vi.mock('../../../../electron/backend/store/open-store.ts', async (importOriginal) => {
  const original = await importOriginal<typeof OpenStore>();
  return {
    ...original,
    openStore: (...args: Parameters<typeof original.openStore>) => {
      const store = original.openStore(...args);
      const work = meanwhile;
      meanwhile = () => {};
      work();
      return store;
    },
  };
});
const { openStore } = await import('../../../../electron/backend/store/open-store.ts');

let session: Session;
afterEach(() => session.close());

it('sees a first map that is made while the session opens an empty one', () => {
  const folder = tempFolder();
  session = new Session({ folder, now: () => new Date() });
  meanwhile = () => {
    const other = openStore(folder, { mode: 'write' });
    other.addStatement({ kind: 'target-company', company: 'Kestrel' }, 20_000, null);
    other.close();
  };
  session.reading();
  expect(session.statements()).toHaveLength(1);
});
