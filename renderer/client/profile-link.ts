const MAX_ADDRESS = 2_048;

/**
 * The address of a LinkedIn page, ready to open outside, or null if it is anything else (safety.md E6).
 *
 * Only https, host `linkedin.com` or a name under it, no user info, no port. Spaces and control codes are refused rather than
 * dropped, as browsers would.
 */
export function profileLink(stored: string | null): string | null {
  if (stored === null || stored.length > MAX_ADDRESS) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a hostile address hides behind
  if (/[\u0000-\u0020\u007f-\u00a0\\]/.test(stored)) return null;
  // Written out, not made up: the parser would also accept "https:linkedin.com" and turn look-alike letters into plain ones.
  if (!/^https:\/\/([a-z0-9-]+\.)*linkedin\.com([/?#]|$)/i.test(stored)) return null;
  let url: URL;
  try {
    url = new URL(stored);
  } catch {
    return null;
  }
  const isLinkedIn = url.hostname === 'linkedin.com' || url.hostname.endsWith('.linkedin.com');
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return isLinkedIn && isPlain ? url.href : null;
}
