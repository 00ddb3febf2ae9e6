import { baseNameKey } from '../../../shared/import/kinds.ts';
import * as refuse from './archive-refusals.ts';

/** Files of which an export may hold several, numbered. */
const MAY_BE_SEVERAL = new Set(['jobapplications', 'savedjobs']);

interface Candidate {
  path: string;
  /** As the user knows it. */
  shown: string;
}

/**
 * Refuses two files that claim to be the same file of an export: which of them holds is the user's to say. Folder, case, spaces,
 * underscores and a number before `.csv` make no difference; files that may be several differ by their whole path.
 *
 * @throws WeftError `two-candidates` (input)
 */
export function assertOneCandidateEach(candidates: readonly Candidate[]): void {
  const seen = new Map<string, string>();
  for (const { path, shown } of candidates) {
    const name = baseNameKey(path);
    const key = MAY_BE_SEVERAL.has(name) ? path.toLowerCase() : name;
    const twin = seen.get(key);
    if (twin !== undefined) throw refuse.twoCandidates(twin, shown);
    seen.set(key, shown);
  }
}
