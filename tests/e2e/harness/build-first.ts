import { ensurePage } from '../../../electron/shells/web/build-page.ts';

/** The page under test is the page of these sources. */
export default async function buildFirst(): Promise<void> {
  await ensurePage((line) => process.stderr.write(`${line}\n`));
}
