/** What only the reading of files needs to limit; all other limits of an import stand in shared/import/limits.ts. */

const MEGABYTE = 1024 * 1024;

/** Names, extra fields and comments of all entries together: 20,000 honest ones take about 3 MB. */
export const MAX_DIRECTORY_BYTES = 64 * MEGABYTE;

/** Bytes read, inflated and parsed at once: small enough that cancelling takes effect at once, large enough to be quick. */
export const CHUNK_BYTES = MEGABYTE / 4;
