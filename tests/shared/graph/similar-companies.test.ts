import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposesSameCompany } from '../../../shared/graph/company-key.ts';
import { proposeSameCompanies } from '../../../shared/graph/similar-companies.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';

/** Every two keys compared letter by letter. */
function pairsTheSlowWay(keys: readonly string[], minimum: number): string[] {
  const sorted = keys.toSorted();
  return sorted
    .flatMap((a, i) => sorted.slice(i + 1).flatMap((b) => (proposesSameCompany(a, b, minimum) ? [`${a}|${b}`] : [])))
    .sort();
}

const few = fc.string({ unit: fc.constantFrom(...'aenrst 12'), maxLength: 10 });
const long = fc.string({ unit: fc.constantFrom(...'ab'), maxLength: 40 });
const odd = fc.string({ unit: fc.constantFrom(...'aA\u0101\u0161!\u3042\u{1f600}'), maxLength: 8 });
// Words that stand in many names, so that pairs come near the minimum from both sides.
const words = fc
  .array(fc.constantFrom('north', 'norths', 'bank', 'banks', 'labs', 'lab', 'of', 'studio', 'studios', '54'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));

describe('proposeSameCompanies', () => {
  it.each([0.5, 0.85, DEFAULT_CONSTANTS.companyProposalSimilarity, 1])(
    'finds the pairs that comparing all of them finds, in any order of keys (from %d)',
    (minimum) => {
      const keys = fc.uniqueArray(fc.oneof(few, long, odd, words), { maxLength: 14 });
      fc.assert(
        fc.property(keys, (all) => {
          const found = proposeSameCompanies(all, minimum);
          expect(found.map(({ a, b }) => `${a}|${b}`).sort()).toEqual(pairsTheSlowWay(all, minimum));
          expect(proposeSameCompanies(all.toReversed(), minimum)).toEqual(found);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('finds the pairs of a few hundred likely names', () => {
    const first = ['north', 'bright', 'river', 'stone', 'cedar', 'harbor', 'summit', 'vertex', 'kestrel'];
    const last = ['labs', 'systems', 'capital', 'software', 'logistics', 'foods', 'studio'];
    const keys = first.flatMap((a) => last.flatMap((b) => [`${a} ${b}`, `${a}s ${b}`, `${b} ${a}`]));
    const found = proposeSameCompanies(keys, 0.92);
    expect(found.length).toBeGreaterThan(60);
    expect(found.map(({ a, b }) => `${a}|${b}`).sort()).toEqual(pairsTheSlowWay(keys, 0.92));
  });
});
