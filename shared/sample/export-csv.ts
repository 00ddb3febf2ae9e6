/** Writes rows the way the platform does: LF, no newline after the last row, quotes where they are needed or everywhere. */

const NEEDS_QUOTES = /[",\n\r]/;

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** One row without its line end. */
export function csvRow(cells: readonly string[], quoting: 'needed' | 'all' = 'needed'): string {
  return cells.map((cell) => (quoting === 'all' || NEEDS_QUOTES.test(cell) ? quoted(cell) : cell)).join(',');
}

export function csvText(rows: readonly (readonly string[])[], quoting: 'needed' | 'all' = 'needed'): string {
  return rows.map((row) => csvRow(row, quoting)).join('\n');
}

/** The lines that stand above the header of Connections.csv since 2021, the same in every export. */
export const CONNECTIONS_PREAMBLE = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

`;

export const CONNECTIONS_HEADER = [
  'First Name',
  'Last Name',
  'URL',
  'Email Address',
  'Company',
  'Position',
  'Connected On',
] as const;

export const MESSAGES_HEADER = [
  'CONVERSATION ID',
  'CONVERSATION TITLE',
  'FROM',
  'SENDER PROFILE URL',
  'TO',
  'RECIPIENT PROFILE URLS',
  'DATE',
  'SUBJECT',
  'CONTENT',
  'FOLDER',
  'ATTACHMENTS',
  'IS MESSAGE DRAFT',
  'IS CONVERSATION DRAFT',
] as const;
