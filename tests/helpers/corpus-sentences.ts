/** What the command says of each row of the corpus, word for word where the table of safety.md has words. */

/** Of a file that is taken: how many people it adds, then what its report says. */
const adds = (people: number, more = ''): RegExp =>
  new RegExp(
    `^${people === 0 ? '(No new people|Nothing new: 0 added, 0 changed)\\.' : `Would add ${people.toLocaleString('en')} (person|people) to`}[^]*${more}`,
  );
const NOTHING_IMPORTED = 'Nothing was (imported|read); [a-z][^\\n]+[.]\\n$';
const refusal = (words: string): RegExp => new RegExp(`${words}[^]*${NOTHING_IMPORTED}`);

/** By the name of the row. The map has Ana Reis and 11 others before; three of the invented people of the archives are among them. */
export const SAYS: Readonly<Record<string, RegExp>> = {
  'slip-dots': refusal('unsafe entry name, "\\.\\./\\.\\./x\\.csv"'),
  'slip-absolute': refusal('unsafe entry name, "/x\\.csv"'),
  'slip-drive': refusal('unsafe entry name, "C:\\\\x\\.csv"'),
  'name-nul': refusal('unsafe entry name, "Connections\\\\u\\{0\\}\\\\u\\{a\\}\\.csv"'),
  link: adds(0, 'Connections\\.csv: This entry is a link, not a file, and was skipped\\.'),
  'case-twins': refusal(
    'two candidates for one file: "Connections\\.csv" and "connections\\.CSV"\\. Which one is it\\?',
  ),
  nested: adds(0, 'inner\\.zip: An archive inside the archive is not opened\\.'),
  quine: adds(0, 'quine\\.zip: An archive inside the archive is not opened\\.'),
  'extra-folder': adds(0, 'My data/Connections\\.csv +connections +3 +3'),
  'bomb-ratio': refusal('expands too far'),
  'bomb-overlap': refusal('overlapping entries'),
  'bomb-count': refusal('too many entries: Weft reads archives of up to 20,000'),
  'size-lie': refusal('damaged archive: the entry "Connections\\.csv"'),
  'crc-wrong': refusal('damaged archive: the entry "Connections\\.csv"'),
  'bomb-blank': refusal('expands too far'),
  'encrypted-classic': refusal('is locked with a password'),
  'encrypted-aes': refusal('is locked with a password'),
  'method-odd': refusal('packed in a way Weft cannot read'),
  cut: refusal('is not a complete archive'),
  'cut-empty': refusal('is not a complete archive: it is empty'),
  'cut-pdf': refusal('is not a complete archive'),
  'zip64-5gb': adds(0, 'Connections\\.csv +connections +3 +3'),
  empty: /^weft: empty\.csv is empty\. Download the export again\.\n$/,
  'header-only': adds(0, 'header-only\\.csv +connections +0 +0'),
  'field-huge': refusal('One cell of the row in line 2 is larger than 1 MB'),
  'quote-open': refusal('A quotation mark opened in line 2 is not closed'),
  'columns-many':
    /The row in line 1 has 100,000 columns, and Weft reads at most 256\. Check that the file is an export\.\n$/,
  'line-endless': refusal('The row that begins in line 2 is longer than 2 MB'),
  'rows-ragged': adds(2, '1 row had more cells than the header'),
  'ends-mixed': adds(2, 'ends-mixed\\.csv +connections +2 +2'),
  million: adds(30_000, 'million\\.csv +connections +1,000,000 +1,000,000[^]*970,000 rows stood there more than once'),
  'header-proto': adds(0, 'Columns not used: __proto__, constructor, toString, hasOwnProperty\\.'),
  'header-twice': /The column "First Name" stands twice in the header in line 1\. Rename or remove one of them/,
  'header-none-messages': adds(0, 'By its header this file is "messages", not "connections"'),
  'header-none-page': /has no header that Weft knows in its first rows\. Import the ZIP or a CSV from LinkedIn/,
  nul: adds(1, '2 control characters were taken out'),
  'utf16-le': adds(1),
  'utf16-be': adds(1),
  'utf16-le-unmarked': adds(1, 'no byte-order mark and was read as UTF-16'),
  'utf16-be-unmarked': adds(1, 'no byte-order mark and was read as UTF-16'),
  cp1252: adds(1, 'not UTF-8 and was read as Windows-1252; check that accents look right'),
  'utf8-broken': adds(5, '4 cells hold characters that could not be read, shown as \ufffd'),
  'bom-twice': adds(1),
  'surrogate-lone': adds(1, '1 cell holds characters that could not be read, shown as \ufffd'),
  control: adds(1, '5 control characters were taken out'),
  'nfc-nfd': adds(1, 'nfc-nfd\\.csv +connections +2 +2'),
  homoglyph: adds(1, '1 person known already[^]*homoglyph\\.csv +connections +2 +2'),
  'zero-width': adds(0, 'zero-width\\.csv +connections +1 +1'),
  bidi: adds(1, 'bidi\\.csv +connections +2 +2'),
  zalgo: adds(4, 'zalgo\\.csv +connections +4 +4'),
  xss: adds(40, 'xss\\.csv +connections +40 +40'),
  formula: adds(18, 'formula\\.csv +connections +18 +18'),
  sql: adds(9, 'sql\\.csv +connections +9 +9'),
  redos: adds(5, 'redos\\.csv +connections +5 +5'),
  addresses: adds(15, 'addresses\\.csv +connections +15 +15'),
  'dates-odd': adds(
    6,
    '6 dates in "Connected On" could not be read or would lie in the[^]*left empty',
  ),
  'hidden-members': adds(0, 'hidden-members\\.csv +connections +13 +1 +12[^]*Hidden: members who closed or hid'),
  'same-name': adds(500, 'same-name\\.csv +connections +500 +500'),
  'self-loop': adds(0, 'messages\\.csv +messages +2 +2'),
  naughty: adds(532, 'naughty\\.csv +connections +532 +532'),
};
