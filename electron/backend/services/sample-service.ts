/** The invented network: written as real export archives and imported through the ordinary door. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext } from '../../../shared/contract/api.ts';
import type { SampleReport } from '../../../shared/contract/data.ts';
import { isListed } from '../../../shared/identity/changes.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { makeSample as makeSampleExports } from '../../../shared/sample/make-sample.ts';
import { sampleStatements } from '../../../shared/sample/sample-statements.ts';
import type { Session } from '../engine/session.ts';
import { writeSampleZips } from '../sample/write-sample-zips.ts';
import { todayIso } from '../today.ts';
import { importFiles } from './import-service.ts';
import { addStatement } from './statement-service.ts';
import { targetStatements } from './targets-service.ts';

/** @throws WeftError arguments: `map-not-empty` */
export async function makeSample(session: Session, context: CallContext): Promise<SampleReport> {
  const startedAt = performance.now();
  const store = session.writing();
  const counts = store.counts();
  if (counts.batches + counts.statements > 0) {
    throw new WeftError(
      'arguments',
      'map-not-empty',
      'Your map is not empty, and invented people do not mix with yours. Try it in another folder: weft sample --store DIR.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'weft-sample-'));
  try {
    const exports = makeSampleExports();
    const paths = await writeSampleZips(folder);
    const batches: number[] = [];
    for (const [at, path] of paths.entries()) {
      const role = exports[at]?.role ?? 'me';
      const input = { files: [path], role, withNotes: false, dryRun: false };
      const report = await importFiles(session, input, { today: todayIso(session.now), now: session.now }, context);
      if (report.batch !== null) batches.push(report.batch);
    }
    store.transaction(() => {
      for (const { body, on } of sampleStatements) addStatement(store, body, isoFromDay(on));
    });
    const network = session.network();
    return {
      batches,
      people: network.people.filter((_, index) => isListed(network, index)).length,
      targets: targetStatements(store.readStatements()).flatMap(({ body }) =>
        body.kind === 'target-company' ? [body.company] : [],
      ),
      seconds: Math.round(performance.now() - startedAt) / 1000,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
