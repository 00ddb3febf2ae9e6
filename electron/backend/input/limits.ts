/** How much an archive or a file may ask of the machine before anything is read (safety.md, I2). Limits of rows and cells: shared/import. */

const MEGABYTE = 1024 * 1024;

/** A full LinkedIn export holds about 60 files; an account with many articles, some thousands. */
export const MAX_ENTRIES = 20_000;

/** Names, extra fields and comments of all entries together: 20,000 honest ones take about 3 MB. */
export const MAX_DIRECTORY_BYTES = 64 * MEGABYTE;

/** messages.csv of a very busy account reaches tens of MB; ten times that is no export any more. */
export const MAX_FILE_BYTES = 512 * MEGABYTE;

/** All wanted files of one import together. */
export const MAX_TOTAL_BYTES = 1024 * MEGABYTE;

/** CSV text packs about 5:1 to 20:1, a file of one repeated row about 100:1. A bomb packs 1,000:1. */
export const MAX_EXPANSION = 200;

/** Below this, expansion harms nobody: a tiny archive of one repetitive file may well pack better than 200:1. */
export const FREE_EXPANSION_BYTES = 50 * MEGABYTE;

/** Bytes read, inflated and parsed at once: small enough that cancelling takes effect at once, large enough to be quick. */
export const CHUNK_BYTES = 256 * 1024;
