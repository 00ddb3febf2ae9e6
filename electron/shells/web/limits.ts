/** Bounds of the web shell (safety.md W7), each with its reason. */
export const WEB_LIMITS = {
  /** A page holds at most six connections; a few windows fit, a flood does not. */
  connections: 32,
  /** The page's own headers are under 1 kB. */
  headerBytes: 16_384,
  headersMs: 10_000,
  /** As on the desktop (E7): the longest list of targets or note is far below. */
  callBytes: 1_048_576,
  /** A start token is 43 characters. */
  sessionBytes: 1_024,
  /** For a whole JSON body; it comes from this machine. */
  callMs: 10_000,
  /** The largest complete archives are near 1 GB; more than 2 GB is refused by the import anyway. */
  uploadBytes: 2 * 1024 ** 3,
  /** Between two chunks of an upload: a sleeping network drive wakes within that. */
  uploadPauseMs: 30_000,
  /** For one upload in all: 2 GB from a slow memory stick. */
  requestMs: 30 * 60_000,
  /** Files that wait for their import; as many as one import takes. */
  uploads: 200,
  /** Written exports kept for download; the oldest goes first. */
  saves: 20,
  /** One a window; of the connections some must be left for files and for tabs that are still coming. */
  channels: 16,
  /** Calls under way on one channel, the next ones wait: a screen asks a dozen things at once, a table dragged far some more. */
  callsAtOnce: 100,
  /** That a window has not read; the largest answer, a map of everybody, is below. */
  unreadBytes: 64 * 1024 ** 2,
  badTokens: 20,
  badTokenPauseMs: 1_000,
  /** A refused sender may still be sending: so long it may go on, so that it gets to read the refusal. */
  lingerMs: 1_000,
} as const;
