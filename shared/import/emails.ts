/** Longer addresses cannot be delivered (RFC 5321, 4.5.3.1.3). */
const MAX_EMAIL_CHARS = 254;

/**
 * The form of an address under which people are matched: without `mailto:`, lowercased, NFC. Tags (`+news`) and dots stay, since
 * what they mean is the mail provider's business.
 *
 * @returns null when the text is not one address
 */
export function emailKey(text: string): string | null {
  let email = text.trim();
  if (email.length > MAX_EMAIL_CHARS + 16) return null;
  if (email.slice(0, 7).toLowerCase() === 'mailto:') email = email.slice(7);
  if (email.startsWith('<') && email.endsWith('>')) email = email.slice(1, -1);
  email = email.normalize('NFC').toLowerCase();
  const at = email.indexOf('@');
  if (at < 1 || at !== email.lastIndexOf('@') || at === email.length - 1) return null;
  if (email.length > MAX_EMAIL_CHARS || /[\s,;<>"()]/u.test(email)) return null;
  return email;
}

/**
 * All addresses in a cell that may hold several: parted by comma, semicolon, spaces or Google's ` ::: `.
 *
 * @returns distinct, in the order of the cell
 */
export function emailsFromText(text: string): string[] {
  const found = new Set<string>();
  for (const part of text.split(/[\s,;|]+/u)) {
    const email = emailKey(part);
    if (email !== null) found.add(email);
  }
  return [...found];
}
