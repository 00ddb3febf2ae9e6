const MAX_BYTES = 180;
/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A file name from outside, made harmless on every system and otherwise left alone: the day of an export stands in the name of its
 * archive. No folders, no reserved characters or device names, no control or direction marks, at most 180 bytes with its ending.
 *
 * @returns never empty; `file` where nothing was left
 */
export function safeFileName(name: string): string {
  const base = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  let safe = base
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    // A leading dot hides a file, a trailing dot or space is dropped by Windows.
    .replace(/^[. ]+|[. ]+$/g, '');
  if (DEVICE.test(safe)) safe = `_${safe}`;
  return cut(safe) || 'file';
}

/** Shortens the part before the ending. */
function cut(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const room = MAX_BYTES - ending.length;
  // Cut in bytes; a character cut in two ends as U+FFFD and goes.
  const start = Buffer.from(name.slice(0, name.length - ending.length))
    .subarray(0, room)
    .toString();
  return start.replace(/\uFFFD+$/, '') + ending;
}
