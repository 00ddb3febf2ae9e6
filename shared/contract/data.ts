import { z } from 'zod';
import { Judging, PersonQuery, PersonRef } from './common.ts';

export const ExportInput = Judging.extend({
  /**
   * `graphml` and `gexf`: people and ties, for programs that draw graphs. `friends`: only those the user would introduce, for a
   * friend's Weft, which reads it as a circle.
   */
  format: z.enum(['json', 'csv', 'graphml', 'gexf', 'friends']),
  /** Path for the command line; an opaque handle for windows. */
  file: z.string().min(1),
  /** `ranking`: the contacts in the order of `top` with their parts and reasons, as CSV. */
  what: z.enum(['map', 'ranking']).default('map'),
  /** Numbers instead of names, no addresses, no notes. */
  redact: z.boolean().default(false),
  /** Only this person, and then everything: each row of a file and each thing said about them. As JSON. */
  person: PersonQuery.optional(),
});
export const ExportReport = z.object({
  file: z.string(),
  format: z.string(),
  people: z.int(),
  ties: z.int(),
  bytes: z.int(),
});
export type ExportReport = z.infer<typeof ExportReport>;

export const BackupInput = z.object({ file: z.string().min(1).optional() });
export const BackupReport = z.object({ file: z.string(), bytes: z.int(), madeAt: z.string() });
export type BackupReport = z.infer<typeof BackupReport>;
export const BackupList = z.object({ backups: z.array(BackupReport) });
export type BackupList = z.infer<typeof BackupList>;

export const RestoreInput = z.object({ file: z.string().min(1) });
export const RestoreReport = z.object({
  restored: z.string(),
  /** Where the map that was replaced is kept; null when there was none. */
  kept: z.string().nullable(),
  people: z.int(),
});
export type RestoreReport = z.infer<typeof RestoreReport>;

export const ForgetInput = z.object({ person: PersonQuery });
export const ForgetReport = z.object({
  /** The number they had. */
  person: z.int(),
  /** Rows of files that are gone, each message counted. */
  rows: z.int(),
  statements: z.int(),
  /** Whole imports: exports of the person themselves. */
  imports: z.int(),
  /** Older copies, and maps put aside, that held them. Copies saved elsewhere are not known to Weft. */
  copiesRemoved: z.int(),
  /** Others who might be the same person; they were left. */
  maybeSame: z.array(PersonRef),
});
export type ForgetReport = z.infer<typeof ForgetReport>;

export const EraseInput = z.object({ confirm: z.literal(true, 'say that you mean it') });
export const EraseReport = z.object({
  map: z.boolean(),
  copies: z.int(),
  files: z.int(),
  bytes: z.int(),
  /** Files and folders in the same place that are not Weft's, and were left. */
  left: z.int(),
});
export type EraseReport = z.infer<typeof EraseReport>;

export const StartNewReport = z.object({
  /** Where the map that could not be opened lies now; null when it was gone. */
  kept: z.string().nullable(),
});
export type StartNewReport = z.infer<typeof StartNewReport>;

export const DoctorReport = z.object({
  status: z.enum(['ok', 'attention']),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), text: z.string() })),
});
export type DoctorReport = z.infer<typeof DoctorReport>;

/** What a window needs to know first. */
export const Status = z.object({
  isEmpty: z.boolean(),
  me: PersonRef.nullable(),
  people: z.int(),
  batches: z.int(),
  targets: z.int(),
  isSample: z.boolean(),
  asOf: z.string(),
  storeFolder: z.string(),
  /** The sentence about an import that was cut off before this program started; null: none was, or the map changed since. */
  unfinishedImport: z.string().nullable(),
});
export type Status = z.infer<typeof Status>;

export const SampleReport = z.object({
  batches: z.array(z.int()),
  people: z.int(),
  targets: z.array(z.string()),
  seconds: z.number(),
});
export type SampleReport = z.infer<typeof SampleReport>;
