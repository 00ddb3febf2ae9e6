/** vCard files, versions 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): many cards in one file, read one by one. */
import type { AddressBookRecord, FileReport } from '../model/records.ts';
import { WeftError } from '../model/weft-error.ts';
import { countOf } from '../model/words.ts';
import { cleanText, newTextTally, watchMojibake } from './clean-text.ts';
import { type Encoding, Transcoder } from './decoding.ts';
import { emailKey } from './emails.ts';
import type { FileEnd } from './file-reader.ts';
import { reportName } from './kinds.ts';
import { LIMITS } from './limits.ts';
import { cleanName } from './names.ts';
import { slugFromUrl } from './profile-url.ts';
import { Harvest } from './row-reader.ts';
import { VcardLines } from './vcard-lines.ts';

interface Card {
  line: number;
  fullName: string;
  structuredName: string;
  company: string;
  position: string;
  emails: Set<string>;
  url: string | null;
  slug: string | null;
  note: string;
}

function newCard(line: number): Card {
  return {
    line,
    fullName: '',
    structuredName: '',
    company: '',
    position: '',
    emails: new Set(),
    url: null,
    slug: null,
    note: '',
  };
}

export class VcardFileReader {
  readonly #transcoder: Transcoder;
  readonly #forced: Encoding | null;
  readonly #lines: VcardLines;
  readonly #tally = newTextTally();
  readonly #harvest = new Harvest();
  readonly #report: FileReport;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #lossy = new TextDecoder('utf-8', { ignoreBOM: true });
  #card: Card | null = null;
  #hasBrokenBytes = false;
  #byteCount = 0;

  constructor(path: string, encoding: Encoding | null) {
    this.#forced = encoding;
    this.#lines = new VcardLines((bytes, line) => this.#takeLine(bytes, line));
    this.#transcoder = new Transcoder(encoding, (utf8) => this.#lines.push(utf8));
    this.#report = {
      name: reportName(path),
      kind: 'contacts',
      rows: 0,
      kept: 0,
      hidden: 0,
      skipped: [],
      skippedCount: 0,
      notices: [],
    };
  }

  push(chunk: Uint8Array): void {
    this.#byteCount += chunk.length;
    this.#transcoder.push(chunk);
  }

  end(): FileEnd {
    const { name } = this.#report;
    this.#transcoder.end();
    this.#lines.finish();
    const { encoding, evidence } = this.#transcoder;
    if (this.#hasBrokenBytes && this.#forced === null && encoding === 'utf-8' && !evidence.hasMultiByte) {
      return { status: 'restart', encoding: 'windows-1252' };
    }
    if (this.#card !== null) this.#skip(this.#card.line, 'the card does not end');
    if (this.#report.rows === 0) {
      const isEmpty = this.#byteCount === 0;
      const what = isEmpty
        ? 'is empty. Export the contacts again.'
        : 'holds no vCard. Check that the file is an address book.';
      throw new WeftError('input', isEmpty ? 'empty-file' : 'not-an-export', `${name} ${what}`, { file: name });
    }
    this.#noteText(encoding);
    return { status: 'done', report: this.#report, harvest: this.#harvest };
  }

  #noteText(encoding: Encoding | null): void {
    const { notices } = this.#report;
    if (encoding === 'windows-1252')
      notices.push('This file is not UTF-8 and was read as Windows-1252; check that accents look right.');
    if (this.#tally.removed > 0)
      notices.push(
        `${countOf(this.#tally.removed, 'control character was', 'control characters were')} taken out of the text.`,
      );
    if (this.#tally.replacedCells > 0)
      notices.push(
        `${countOf(this.#tally.replacedCells, 'line holds', 'lines hold')} characters that could not be read.`,
      );
  }

  #skip(line: number, reason: string): void {
    this.#report.rows++;
    this.#report.skippedCount++;
    if (this.#report.skipped.length < LIMITS.skippedListed) this.#report.skipped.push({ line, reason });
  }

  #takeLine(bytes: Uint8Array, line: number): void {
    const text = this.#decoded(bytes);
    const colon = valueStart(text);
    if (colon < 0) return;
    const [rawName = '', ...parameters] = text.slice(0, colon).split(';');
    const property = rawName
      .slice(rawName.lastIndexOf('.') + 1)
      .trim()
      .toUpperCase();
    const value = text.slice(colon + 1);
    if (property === 'BEGIN' && value.trim().toUpperCase() === 'VCARD') {
      if (this.#card !== null) this.#skip(this.#card.line, 'the card does not end');
      this.#card = newCard(line);
      return;
    }
    if (this.#card === null) return;
    if (property === 'END') {
      this.#endCard(this.#card);
      this.#card = null;
      return;
    }
    const plain = cleanText(decodedValue(value, parameters), this.#tally).normalize('NFC');
    takeProperty(this.#card, property, plain);
  }

  #decoded(bytes: Uint8Array): string {
    let text: string;
    try {
      text = this.#strict.decode(bytes);
    } catch {
      this.#hasBrokenBytes = true;
      this.#tally.replacedCells++;
      text = this.#lossy.decode(bytes);
    }
    watchMojibake(text, this.#tally);
    return text;
  }

  #endCard(card: Card): void {
    const written = card.fullName.trim() === '' ? nameFromParts(card.structuredName) : card.fullName;
    const name = emailKey(written) === null ? cleanName(written) : cleanName('');
    if (name.name === '' && card.slug === null && card.emails.size === 0) {
      this.#skip(card.line, 'no name, address or email');
      return;
    }
    this.#report.rows++;
    this.#report.kept++;
    const emails = [...card.emails].sort();
    const fallback = card.slug ?? emails[0] ?? '';
    const record: AddressBookRecord = {
      slug: card.slug,
      url: card.url,
      name: name.name === '' ? fallback : name.name,
      originalName: name.originalName === '' ? fallback : name.originalName,
      credentials: name.credentials,
      emails,
      company: orNull(card.company),
      position: orNull(card.position),
      createdOn: null,
      closeness: null,
      note: orNull(card.note),
    };
    this.#harvest.contacts.add(textHash(JSON.stringify(record)), record);
    this.#harvest.names.learn(card.slug, name.name, 'elsewhere');
  }
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** Two cards that say the same are one, as two equal rows are. */
function textHash(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b) + 0x27d4eb2f;
    b ^= b >>> 13;
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
}

function takeProperty(card: Card, property: string, value: string): void {
  switch (property) {
    case 'FN':
      if (card.fullName === '') card.fullName = unescaped(value);
      return;
    case 'N':
      if (card.structuredName === '') card.structuredName = value;
      return;
    case 'ORG':
      if (card.company === '') card.company = splitUnescaped(value)[0] ?? '';
      return;
    case 'TITLE':
      card.position = unescaped(value);
      return;
    case 'ROLE':
      if (card.position === '') card.position = unescaped(value);
      return;
    case 'EMAIL': {
      const email = emailKey(unescaped(value));
      if (email !== null) card.emails.add(email);
      return;
    }
    case 'URL':
    case 'X-SOCIALPROFILE':
    case 'SOCIALPROFILE': {
      const url = unescaped(value).trim();
      const slug = slugFromUrl(url);
      if (slug !== null && card.slug === null) {
        card.slug = slug;
        card.url = url;
      }
      return;
    }
    case 'NOTE':
      card.note = unescaped(value);
  }
}

/** `Family;Given;Additional;Prefix;Suffix` as people say it. */
function nameFromParts(structured: string): string {
  const [family = '', given = ''] = splitUnescaped(structured);
  return `${given.trim()} ${family.trim()}`.trim();
}

/** Position of the colon between parameters and value; a quoted parameter may hold colons. */
function valueStart(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') isQuoted = !isQuoted;
    else if (char === ':' && !isQuoted) return at;
  }
  return -1;
}

function decodedValue(value: string, parameters: readonly string[]): string {
  const flags = parameters.map((parameter) => parameter.trim().toUpperCase());
  if (!flags.some((flag) => flag === 'QUOTED-PRINTABLE' || flag === 'ENCODING=QUOTED-PRINTABLE')) return value;
  const charset = flags.find((flag) => flag.startsWith('CHARSET='))?.slice('CHARSET='.length) ?? 'UTF-8';
  const bytes: number[] = [];
  for (const char of value.split(/(=[0-9A-Fa-f]{2})/)) {
    if (/^=[0-9A-Fa-f]{2}$/.test(char)) bytes.push(Number.parseInt(char.slice(1), 16));
    else bytes.push(...encodedText(char));
  }
  return decoderFor(charset).decode(Uint8Array.from(bytes));
}

function encodedText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset.toLowerCase());
  } catch {
    return new TextDecoder('utf-8');
  }
}

const ESCAPE = /\\([\\,;:nN])/g;

function unescaped(value: string): string {
  return value.replace(ESCAPE, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
}

/** Parts between semicolons that are not escaped. */
function splitUnescaped(value: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === ';') {
      parts.push(unescaped(value.slice(from, at)));
      from = at + 1;
    }
  }
  parts.push(unescaped(value.slice(from)));
  return parts;
}
