import { ensureBuilt } from '../../../electron/shells/web/ensure-built.ts';

/** The page under test is the page of these sources. */
export default async function buildFirst(): Promise<void> {
  await ensureBuilt((line) => process.stderr.write(`${line}\n`));
}
