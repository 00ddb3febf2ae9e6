import { expect, it } from 'vitest';
import { MEASURES } from '../../../shared/insight/measures.ts';

it('lists every measure once, with a question, a range and a source', () => {
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
  for (const { id, question, range, source } of MEASURES) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(question).toMatch(/\?$/);
    expect(range).not.toBe('');
    expect(source).not.toBe('');
  }
});
