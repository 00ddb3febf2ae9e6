/** The invented network through the ordinary door: read, resolved and judged by the real parts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Judged, judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { matchCompany } from '../../../shared/graph/match-company.ts';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import { createExportCollector } from '../../../shared/import/collect-export.ts';
import { findIntroPaths, type IntroPath } from '../../../shared/insight/intro-paths.ts';
import { prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import type { Batch } from '../../../shared/model/records.ts';
import { makeSample, type SampleExport } from '../../../shared/sample/make-sample.ts';
import { SAMPLE_DAY } from '../../../shared/sample/sample-person.ts';
import { sampleStatements } from '../../../shared/sample/sample-statements.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';

function readExport(made: SampleExport, id: number): Batch {
  const { exportDate } = made;
  const collector = createExportCollector({
    withNotes: false,
    map: null,
    kind: null,
    today: exportDate,
    exportDate,
  });
  for (const file of made.files) {
    if (collector.wants(file.path) === null) {
      collector.leaveOut(file.path);
      continue;
    }
    const reader = collector.open(file.path);
    reader.push(new TextEncoder().encode(file.text));
    expect(reader.end().status, file.path).toBe('done');
  }
  const { content, files, owner, ownerFoundBy } = collector.finish();
  const meta = { id, role: made.role, owner, ownerFoundBy, exportDate, files };
  return { meta: { ...meta, importedAt: '2026-06-30T12:00:00Z', digest: String(id) }, content };
}

function judge(batches: Batch[]): Judged {
  const statements = sampleStatements.map((said, index) => ({ id: index + 1, ...said, batch: null }));
  const network = resolveNetwork(batches, statements);
  return judgeNetwork(network, statements, { asOf: SAMPLE_DAY, constants: DEFAULT_CONSTANTS, calibration: null });
}

describe.each([1, 2])('the sample with seed %i', (seed) => {
  let batches: Batch[];
  let judged: Judged;
  beforeAll(() => {
    batches = makeSample(seed).map((made, index) => readExport(made, index + 1));
    judged = judge(batches);
  });

  const routesTo = (company: string): IntroPath[] =>
    findIntroPaths(prepareRoutes(judged.graph, DEFAULT_CONSTANTS), matchCompany(judged, company).people);
  const slugs = (path: IntroPath | undefined): (string | null)[] =>
    (path?.people ?? []).map((person) => judged.network.people[person]!.slug);

  it('tells whose exports these are, and when the last thing in them happened', () => {
    expect(batches.map((batch) => batch.meta.owner?.slug)).toEqual([
      'noor-example-zt1',
      'noor-example-zt1',
      'petra-novotna-zt2',
      'tom-adeyemi-zt3',
    ]);
  });

  it('leaves no row out but drafts, advertisements, spam, accounts that are gone and hidden members', () => {
    for (const { meta } of batches) {
      for (const file of meta.files) {
        expect(file.rows, file.name).toBe(file.kept + file.hidden + file.skippedCount);
        if (file.name !== 'messages.csv') expect(file.skipped, file.name).toEqual([]);
      }
    }
  });

  it('shows moves and vanished contacts between the two exports of ego', () => {
    const { people } = judged.network;
    expect(people.filter((person) => person.jobs.length > 1).length).toBeGreaterThan(30);
    expect(people.filter((person) => person.isVanished).length).toBeGreaterThan(15);
  });

  it('opens Kestrel Labs by a contact who works there', () => {
    expect(slugs(routesTo('Kestrel Labs')[0])).toEqual(['noor-example-zt1', 'petra-novotna-zt2']);
  });

  it('opens Brightwater Robotics in one step, through either friend', () => {
    const routes = routesTo('Brightwater Robotics');
    expect(slugs(routes[0])).toEqual(['noor-example-zt1', 'petra-novotna-zt2', 'marisol-tavares-quint-zt5']);
    expect(slugs(routes[1])).toEqual(['noor-example-zt1', 'tom-adeyemi-zt3', 'nkechi-fashola-zt7']);
  });

  it('opens Nordlys in two steps only, through a friend’s contact', () => {
    const routes = routesTo('Nordlys');
    expect(routes.map(slugs)).toEqual([
      ['noor-example-zt1', 'tom-adeyemi-zt3', 'ingrid-solheim-zt8', 'sigrun-halldorsdottir-zt9'],
    ]);
  });

  it('knows nobody at Palisade Bio, and somebody out of reach at Meridian Tidal', () => {
    expect(matchCompany(judged, 'Palisade Bio').kind).toBe('none');
    expect(matchCompany(judged, 'Meridian Tidal').people.length).toBe(1);
    expect(routesTo('Meridian Tidal')).toEqual([]);
  });

  it('has weak, moderate and strong ties', () => {
    const { isTie, s } = judged.graph.egoTies;
    const strengths = [...s].filter((_, person) => isTie[person] === 1);
    const strong = strengths.filter((value) => value >= 0.65).length;
    const moderate = strengths.filter((value) => value >= 0.35 && value < 0.65).length;
    expect(strong).toBeGreaterThan(15);
    expect(moderate).toBeGreaterThan(30);
    expect(strengths.length - strong - moderate).toBeGreaterThan(300);
  });
});
