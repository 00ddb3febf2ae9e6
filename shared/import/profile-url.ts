/** No slug LinkedIn gives out comes near this; a longer one is noise and would only bloat the keys. */
const MAX_SLUG_CHARS = 300;
/** Room for a scheme and a country host before `linkedin.com`. */
const MAX_HOST_CHARS = 100;

const SCHEME = /^(?:https?:)?\/\//i;
// Labels and dots only: user info, ports, backslashes and look-alike letters fail here.
const HOST = /^(?:[a-z0-9-]{1,63}\.){0,4}linkedin\.com\.?$/i;
const PATH = /^\/(?:mwlite\/)?in\/([^/]+)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this pattern refuses.
const NOT_IN_SLUG = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029/\\?#<>"]/;

/** How nearly every address is written; the slug in it is in its final form. */
const PLAIN_URL = /^https:\/\/www\.linkedin\.com\/in\/([a-z0-9-]{1,300})$/;

/**
 * The profile slug in an address, in the one form used as a key by all files: percent-decoded, NFC, lowercased, without
 * query, fragment and trailing slash. Accepts `http`, no scheme, `www.` and country hosts (linkedin-export.md, section 6).
 *
 * @returns null when the text is not the address of a LinkedIn profile
 */
export function slugFromUrl(text: string): string | null {
  const plain = PLAIN_URL.exec(text);
  if (plain !== null) return plain[1]!;
  let rest = text.trim();
  if (rest.length > MAX_HOST_CHARS + 9 * MAX_SLUG_CHARS) return null;
  rest = rest.replace(SCHEME, '');
  const slash = rest.indexOf('/');
  if (slash < 0 || !HOST.test(rest.slice(0, slash))) return null;
  const cut = rest.search(/[?#]/);
  const segment = PATH.exec(cut < 0 ? rest.slice(slash) : rest.slice(slash, cut))?.[1];
  return segment === undefined ? null : slugFromSegment(segment);
}

function slugFromSegment(segment: string): string | null {
  const slug = percentDecoded(segment).normalize('NFC').toLowerCase().normalize('NFC');
  if (slug === '' || slug === '.' || slug === '..' || slug.length > MAX_SLUG_CHARS || NOT_IN_SLUG.test(slug))
    return null;
  return slug;
}

function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A damaged escape still names one profile: keep it as it is, so that equal addresses stay equal.
    return text;
  }
}

/** The address of a profile as it opens: what a file wrote with `http` or without a scheme leads to the same page. */
export function withHttps(url: string): string {
  return url.startsWith('https://') ? url : `https://${url.replace(SCHEME, '')}`;
}

/** The address of a profile when no file had one. */
export function urlFromSlug(slug: string): string {
  return `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
}

const PROFILE_PATH = /linkedin\.com\.?\/(?:mwlite\/)?in\//gi;
const IS_DELIMITER = /[\s,;|"'<>()[\]]/;
const SLUG_END = /[\s,;|"'<>()[\]?#/]|https?:\/\//gi;

/**
 * Every profile in a text, found by the shape of an address: RECIPIENT PROFILE URLS is joined by comma, semicolon or space
 * depending on the year.
 *
 * @returns distinct slugs in the order of the text
 */
export function slugsFromText(text: string): string[] {
  const plain = PLAIN_URL.exec(text);
  if (plain !== null) return [plain[1]!];
  const slugs = new Set<string>();
  for (const match of text.matchAll(PROFILE_PATH)) {
    let start = match.index;
    const earliest = Math.max(0, start - MAX_HOST_CHARS);
    while (start > earliest && !IS_DELIMITER.test(text[start - 1] ?? '')) start--;
    const glued = text.slice(start, match.index).lastIndexOf('http');
    if (glued > 0) start += glued;
    SLUG_END.lastIndex = match.index + match[0].length;
    const end = SLUG_END.exec(text)?.index ?? text.length;
    if (end - start > MAX_HOST_CHARS + 9 * MAX_SLUG_CHARS) continue;
    const slug = slugFromUrl(text.slice(start, end));
    if (slug !== null) slugs.add(slug);
  }
  return [...slugs];
}
