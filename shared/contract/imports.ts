import { z } from 'zod';
import { MAPPABLE_FIELDS } from '../model/records.ts';
import { IsoDate, PersonRef, Text } from './common.ts';

export const FILE_KINDS = [
  'connections',
  'messages',
  'invitations',
  'recommendations-given',
  'recommendations-received',
  'endorsements-given',
  'endorsements-received',
  'positions',
  'education',
  'profile',
  'company-follows',
  'job-applications',
  'saved-jobs',
  'contacts',
  'notes',
  'ignored',
  'unknown',
] as const;

export const ImportInput = z.object({
  /** Paths for the command line; opaque handles for windows, which never name a file. */
  files: z.array(z.string().min(1)).min(1, 'name at least one file').max(200),
  role: z.enum(['me', 'circle']).optional(),
  owner: Text.optional(),
  kind: z.enum(FILE_KINDS).optional(),
  map: z.partialRecord(z.enum(MAPPABLE_FIELDS), z.string()).optional(),
  withNotes: z.boolean().default(false),
  /** Reads, checks and reports, and writes nothing. */
  dryRun: z.boolean().default(false),
  asOf: IsoDate.optional(),
});

const FileReport = z.object({
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  rows: z.int(),
  kept: z.int(),
  hidden: z.int(),
  skipped: z.array(z.object({ line: z.int(), reason: z.string() })),
  skippedCount: z.int(),
  notices: z.array(z.string()),
});

export const ImportReport = z.object({
  /** null for a dry run. The earlier batch when the very same thing was imported before. */
  batch: z.int().nullable(),
  /** Whether the very same thing was imported before; then nothing was or would be written. */
  isKnown: z.boolean(),
  role: z.enum(['me', 'circle']),
  owner: PersonRef.nullable(),
  ownerFoundBy: z.enum(['invitations', 'messages', 'profile', 'option', 'none']),
  exportDate: IsoDate.nullable(),
  files: z.array(FileReport),
  people: z.object({ added: z.int(), updated: z.int(), unchanged: z.int(), vanished: z.int() }),
  changes: z.array(
    z.object({ person: PersonRef, field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  targetsSuggested: z.int(),
  seconds: z.number(),
});
export type ImportReport = z.infer<typeof ImportReport>;

const BatchSummary = z.object({
  batch: z.int(),
  role: z.enum(['me', 'circle']),
  owner: PersonRef.nullable(),
  exportDate: IsoDate.nullable(),
  /** Instant, ISO 8601. */
  importedAt: z.string(),
  /** Last day on which a friend's network is used, and the number of the statement that says so; null: no end. */
  until: z.object({ day: IsoDate, id: z.int(), isOver: z.boolean() }).nullable(),
  files: z.array(FileReport.omit({ skipped: true, notices: true })),
});
export const BatchList = z.object({ total: z.int(), batches: z.array(BatchSummary) });
export type BatchList = z.infer<typeof BatchList>;

export const UndoInput = z.object({ batch: z.int().positive() });
export const UndoReport = z.object({
  batch: z.int(),
  people: z.object({ removed: z.int(), changed: z.int(), kept: z.int() }),
});
export type UndoReport = z.infer<typeof UndoReport>;
