import { expect, it } from 'vitest';
import { makeSample } from '../../../shared/sample/make-sample.ts';
import { SAMPLE_DAY } from '../../../shared/sample/sample-person.ts';
import { sampleStatements } from '../../../shared/sample/sample-statements.ts';

const slugsIn = (seed: number): Set<string> => {
  const text = makeSample(seed)
    .flatMap((made) => made.files.filter((file) => file.path === 'Connections.csv').map((file) => file.text))
    .join('\n');
  return new Set([...text.matchAll(/linkedin\.com\/in\/([^\s,"]*)/g)].map((match) => decodeURIComponent(match[1]!)));
};

const PERSON_FIELDS = ['person', 'a', 'b', 'named'] as const;

it.each([1, 5])('names only people who stand in the exports or were added by hand before (seed %i)', (seed) => {
  const known = slugsIn(seed);
  for (const { body } of sampleStatements) {
    if (body.kind === 'person') {
      known.add(body.person);
      continue;
    }
    const fields = body as unknown as Record<string, unknown>;
    const named = body.kind === 'circle' ? body.members : PERSON_FIELDS.flatMap((field) => fields[field] ?? []);
    for (const slug of named) expect(known, body.kind).toContain(slug);
  }
});

it('says how close about fifteen people are, and logs asks with outcomes of every kind', () => {
  const bodies = sampleStatements.map((statement) => statement.body);
  expect(bodies.filter((body) => body.kind === 'closeness').length).toBe(15);
  const outcomes = bodies.flatMap((body) => (body.kind === 'ask' ? [body.outcome] : []));
  expect(new Set(outcomes)).toEqual(new Set(['none', 'reply', 'helped', 'opportunity']));
  expect(bodies.filter((body) => body.kind === 'give').length).toBeGreaterThan(8);
  expect(bodies.filter((body) => body.kind === 'target-company').length).toBe(5);
});

it('says nothing about days after the newest export', () => {
  for (const statement of sampleStatements) expect(statement.on).toBeLessThanOrEqual(SAMPLE_DAY);
});
