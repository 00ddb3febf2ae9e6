/** My own past employers and schools that are also the alter's: the feature `shared` (model.md §3). */
import { DAYS_PER_YEAR } from '../model/dates.ts';
import type { PastRecord } from '../model/records.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from './constants.ts';
import type { FunctionMatch } from './p-know.ts';
import { pKnow } from './p-know.ts';

/** Where somebody worked or studied, with everything the formula asks for already looked up. */
export interface Stay {
  kind: 'position' | 'education';
  /** Employer key or school key; equal keys are one organization. */
  key: string;
  /** As written, for the explanation. */
  organization: string;
  /** null when not known. */
  from: Day | null;
  /** null: still there, or not known (see `isOpen`). */
  to: Day | null;
  /** Has no end because it is not over. */
  isOpen: boolean;
  titleFunction: string | null;
  isSenior: boolean;
}

export interface OrganizationSize {
  /** null when unknown. */
  size: number | null;
  listed: number;
}

export interface SharedPast {
  /** Value of the feature, 0 to 1. */
  x: number;
  /** The organization that gave it; null when none is shared. */
  organization: string | null;
  kind: 'position' | 'education' | null;
  /** My last day there; null when I am still there or none is shared. */
  endedOn: Day | null;
  /** Earliest day on which both are known to have been there; null when the alter's dates are not known. */
  since: Day | null;
  /** pKnow before fading. */
  know: number;
}
