/**
 * Names under which a field stands in files of many programs and languages (linkedin-export.md, 7.4), as header keys. Order is
 * rank: `Job Title` wins over `Title`, which in Outlook is `Mrs` (settled.md 8).
 */
import type { CsvRow } from './csv-reader.ts';
import { type Header, headerKey } from './header.ts';
import type { ColumnMap } from './row-reader.ts';

export const ALIASES = {
  first: ['firstname', 'givenname', 'first', 'vorname', 'prénom', 'prenom', 'nombre'],
  last: ['lastname', 'familyname', 'surname', 'last', 'nachname', 'nom', 'apellidos'],
  full: ['fullname', 'displayname', 'name', 'contact'],
  url: ['url', 'profileurl', 'linkedinurl', 'publicprofileurl', 'linkedinprofile', 'linkedin', 'profiles', 'website'],
  email: ['emailaddress', 'email', 'emails', 'emailadresse', 'adresseemail', 'email1value'],
  company: [
    'company',
    'companyname',
    'currentcompany',
    'companies',
    'organization',
    'organizationname',
    'organization1name',
    'employer',
    'unternehmen',
    'firma',
    'entreprise',
    'empresa',
  ],
  position: [
    'position',
    'jobtitle',
    'currentposition',
    'organizationtitle',
    'organization1title',
    'role',
    'title',
    'poste',
    'cargo',
  ],
  date: ['connectedon', 'connectiondate', 'dateconnected', 'verbundenam', 'datedeconnexion'],
} as const satisfies Record<string, readonly string[]>;

export interface PersonColumns {
  first: number;
  last: number;
  full: number;
  url: number;
  company: number;
  position: number;
  date: number;
}

/** Positions of the fields that name a person; a column the user mapped wins over every alias. */
export function personColumns(header: Header, map: ColumnMap | null): PersonColumns {
  const at = (field: keyof typeof ALIASES) => {
    const mapped = map?.[field];
    return mapped === undefined || !header.has(headerKey(mapped))
      ? header.find(...ALIASES[field])
      : header.find(headerKey(mapped));
  };
  return {
    first: at('first'),
    last: at('last'),
    full: at('full'),
    url: at('url'),
    company: at('company'),
    position: at('position'),
    date: at('date'),
  };
}

/** First and last name of a row as written; a single full name stands in `first`. Middle names are left out as LinkedIn does. */
export function writtenName(row: CsvRow, columns: PersonColumns): { first: string; last: string } {
  const first = row.text(columns.first);
  const last = row.text(columns.last);
  if (first.trim() !== '' || last.trim() !== '') return { first, last };
  return { first: row.text(columns.full), last: '' };
}
