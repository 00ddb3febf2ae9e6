/**
 * How much one import may ask of the machine (safety.md I2, I5). Beyond a limit a file is refused with a sentence that names it;
 * below it, time and memory grow with the size of the file and nothing else.
 */

const MEGABYTE = 1024 * 1024;

export const LIMITS = {
  /** One row, in bytes of UTF-8. The longest message LinkedIn takes is 8,000 characters; 2 MB is a file that lost its line ends. */
  recordBytes: 2 * MEGABYTE,
  /** One cell. Profile summaries and pasted HTML stay under 100 KB; 1 MB is an attachment or a bomb. */
  fieldBytes: MEGABYTE,
  /** Columns of a header. Outlook, the widest program we know of, writes 92; Google grows by numbered columns. */
  columns: 256,
  /** Rows that are not blank. Ten times the busiest mailbox we could imagine. */
  rows: 5_000_000,
  /** Rows searched for the header; LinkedIn's preamble takes 3. */
  headerRows: 20,
  /** Skipped rows listed one by one; all are counted. */
  skippedListed: 1_000,
  /** Entries of an archive. A Complete export has about 60, plus one file for each article. */
  archiveEntries: 20_000,
  /** One wanted entry, unpacked: four times the largest messages.csv we plan for. */
  entryBytes: 512 * MEGABYTE,
  /** All wanted entries, unpacked. */
  archiveBytes: 1024 * MEGABYTE,
  /** Unpacked to packed, over the whole archive: real text reaches 30, deflate ends at 1,032. */
  archiveRatio: 200,
  /** Below this much unpacked data the ratio is not looked at: small files of one repeated row are harmless. */
  archiveRatioFromBytes: 50 * MEGABYTE,
  /** One vCard line after unfolding, photos apart. */
  cardLineBytes: MEGABYTE,
  /** Bytes looked at to find encoding and delimiter. */
  sniffBytes: 64 * 1024,
} as const;
