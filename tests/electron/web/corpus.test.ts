/** The corpus of bad input (safety.md) through the web shell: bytes are uploaded, the answer is an error of the contract or a report. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { myZip, NOOR } from '../../contract/invented-map.ts';
import type { OpenedApi } from '../../contract/suite.ts';
import { openThroughHttp } from '../../contract/through-http.ts';
import { CORPUS, LARGE_ROWS, writeCorpusRow } from '../../helpers/corpus.ts';
import { tempFolder } from '../../helpers/linkedin-export.ts';

describe('the corpus through the web shell', () => {
  const folder = join(tempFolder(), 'map');
  let web: OpenedApi;
  let before: unknown;

  const state = async () => [
    await web.api.listBatches({}),
    await web.api.listPeople({ limit: 0, all: true, asOf: '2026-07-01' }),
  ];

  beforeAll(async () => {
    web = await openThroughHttp(folder);
    await web.api.importFiles({ files: [myZip()] });
    before = await state();
  });
  afterAll(() => web.close());

  // The large ones go through the command: an upload would only write them a second time.
  const small = CORPUS.filter((row) => !LARGE_ROWS.includes(row.name));

  it.each(small.map((row) => [row.id, row.name, row] as const))(
    'I1 I3 I5 I8: corpus %i, %s, ends as the table says, with the map as before',
    async (_id, _name, row) => {
      const { file } = writeCorpusRow(row, tempFolder());
      const outcome = await web.api
        .importFiles({ files: [file], owner: NOOR.url, role: 'me', dryRun: row.expect === 'taken' })
        .catch((error: unknown) => error);
      if (row.expect === 'refused') {
        expect(outcome).toMatchObject({ name: 'WeftError', kind: 'input', code: row.code });
        expect(`weft: ${(outcome as Error).message}\n`).toMatch(row.says);
      } else {
        expect(outcome).toMatchObject({ batch: null, role: 'me' });
      }
      expect(await state()).toEqual(before);
    },
  );
});
