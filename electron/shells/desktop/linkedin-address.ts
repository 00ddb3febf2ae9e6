/** Longest address handed to the system. */
const MAX_ADDRESS = 2_048;

/**
 * The address to open outside, or null when it is not plainly a LinkedIn page (safety.md E6): `https`, LinkedIn's own host, no
 * user, no port, no character that address parsers drop or turn around.
 */
export function linkedInAddress(text: string | null): string | null {
  if (text === null || text.length > MAX_ADDRESS) return null;
  // Parsers strip tabs, line ends and outer spaces and read `\` as `/`; an address with one of them was not meant well.
  if (!/^https:\/\/[^\s\\@]+$/i.test(text)) return null;
  if ([...text].some((letter) => letter <= ' ' || (letter >= '\u007f' && letter <= '\u009f'))) return null;
  let address: URL;
  try {
    address = new URL(text);
  } catch {
    return null;
  }
  const { protocol, hostname, port, username, password, href } = address;
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return null;
  // As it stands in the text, too: `LİNKEDIN.com` and full-width letters become other hosts, or this one, on the way.
  const written = /^https:\/\/([^/?#]*)/i.exec(text)?.[1]?.toLowerCase();
  if (written !== hostname) return null;
  if (hostname !== 'linkedin.com' && !hostname.endsWith('.linkedin.com')) return null;
  return href.length > MAX_ADDRESS ? null : href;
}
