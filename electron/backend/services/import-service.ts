/**
 * One import from files to a report: read, decide whose it is, derive, and write all of it or nothing. Runs wherever it is
 * called, so long-lived shells call it in a worker thread (engine/import-worker.ts).
 */
import type { Progress } from '../../../shared/contract/api.ts';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { compareNetworks, type NetworkChanges } from '../../../shared/identity/changes.ts';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Batch, BatchMeta } from '../../../shared/model/records.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { type ReadExport, readExport } from '../input/read-export.ts';
import { backUpBefore } from '../store/backups.ts';
import type { NewBatch, Store } from '../store/store.ts';
import { decideRole } from './import-role.ts';
import { personRef } from './person-ref.ts';
import { statementsInContent } from './said-in-content.ts';
import { suggestedCompanies } from './target-suggestions.ts';

export interface ImportRequest {
  paths: string[];
  role: 'me' | 'circle' | null;
  /** Profile address of the owner, as the user gave it. */
  owner: string | null;
  kind: string | null;
  map: Readonly<Record<string, string>> | null;
  withNotes: boolean;
  dryRun: boolean;
  /** Dates after it are not believed when the export's own date is unknown. */
  today: Day;
  /** Instant of the import, for the list of imports only. */
  now: Date;
}

export interface ImportHooks {
  onProgress(progress: Progress): void;
  isCancelled(): boolean;
}
