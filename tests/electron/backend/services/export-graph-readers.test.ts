import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { tempFolder } from '../../../helpers/temp-files.ts';

const PYTHON = '/usr/bin/python3';
const AS_OF = '2026-06-01';

/** What programs that people open such files with make of them. Attributes are those that a tie and a person carry. */
const READERS = {
  networkx: `
import json, sys, networkx
path = sys.argv[1]
graph = networkx.read_gexf(path) if path.endswith("gexf") else networkx.read_graphml(path)
ties = [data for _, _, data in graph.edges(data=True)]
print(json.dumps({"people": sorted(graph.nodes), "ties": len(ties), "directed": graph.is_directed(),
  "basis": sorted({tie["basis"] for tie in ties}), "q": all(0 <= float(tie["q"]) <= 1 for tie in ties),
  "s": all(0 <= float(tie["s"]) <= 1 for tie in ties)}))`,
  igraph: `
import json, sys, igraph
graph = igraph.Graph.Read_GraphML(sys.argv[1])
print(json.dumps({"people": sorted(graph.vs["id"]), "ties": graph.ecount(), "directed": graph.is_directed(),
  "basis": sorted(set(graph.es["basis"])), "q": all(0 <= q <= 1 for q in graph.es["q"]),
  "s": all(0 <= s <= 1 for s in graph.es["s"])}))`,
};

function hasPython(module: string): boolean {
  try {
    execFileSync(PYTHON, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a graph file in other programs', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = createBackend({ folder: tempFolder() });
    await backend.api.makeSample({});
  });
  afterAll(() => backend.close());

  for (const [reader, format] of [
    ['networkx', 'graphml'],
    ['networkx', 'gexf'],
    ['igraph', 'graphml'],
  ] as const) {
    it(`R5: ${format} is read by ${reader} with every person, tie, basis, q and s`, async (test) => {
      if (!hasPython(reader)) test.skip(`${PYTHON} has no ${reader}`);
      const file = join(tempFolder(), `map.${format}`);
      const report = await backend.api.exportData({ format, file, asOf: AS_OF });
      const read = (path: string) =>
        JSON.parse(execFileSync(PYTHON, ['-c', READERS[reader], path], { encoding: 'utf8' })) as Record<
          string,
          unknown
        >;
      const found = read(file);
      expect(found).toMatchObject({ directed: false, q: true, s: true });
      expect((found['people'] as string[]).length).toBeGreaterThan(600);
      expect(found['ties']).toBeGreaterThan(600);
      expect(found['basis']).toContain('observed');
      expect(report.file).toBe(file);
      // Ids are the same in the next file, so that two can be compared.
      const again = join(tempFolder(), `again.${format}`);
      await backend.api.exportData({ format, file: again, asOf: AS_OF });
      expect(read(again)).toEqual(found);
    });
  }
});
