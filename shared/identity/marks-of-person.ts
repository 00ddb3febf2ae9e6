/** What a person is recognized by in any export, past or to come. */
import { emailKey } from '../import/emails.ts';
import type { PersonIndex } from '../model/network.ts';
import type { AddressBookRecord, Batch, ConnectionRecord } from '../model/records.ts';
import { keyOfMail, keyOfSlug, matchingName } from './person-key.ts';
import type { Resolution } from './resolve.ts';
import { markOfDay, markOfEntry, markOfName, markOfPraise, markOfRow } from './rows-about.ts';

/**
 * Marks that mean this person and nobody else who is known: every key, every e-mail only they have, name and day of their rows, and
 * their name where a row gives nothing else. Where others have the same name, rows with a name alone are marked one by one, unless
 * their company says that another one is meant: a row that may be about the person counts as theirs.
 */
export function marksOfPerson(batches: readonly Batch[], resolution: Resolution, person: PersonIndex): Set<string> {
  const { network } = resolution;
  const marks = new Set<string>();
  for (const [key, index] of network.indexOfKey) if (index === person) marks.add(key);
  const names = new Set<string>();
  const mails = new Set<string>();
  const mailsOfOthers = new Set<string>();
  const daysOfOthers = new Set<string>();
  const days = new Set<string>();
  const companies = new Map<PersonIndex, Set<string>>();

  const see = (batch: Batch, row: ConnectionRecord | AddressBookRecord): void => {
    const owner = resolution.personOfRow(batch.meta.id, row);
    const isTheirs = owner === person;
    const found = 'emails' in row ? row.emails : row.email === null ? [] : [row.email];
    for (const mail of found.map(emailKey)) if (mail !== null) (isTheirs ? mails : mailsOfOthers).add(mail);
    const day = 'emails' in row ? markOfEntry(row, ownerSlugOf(batch)) : markOfDay(row, ownerSlugOf(batch));
    if (day !== null) (isTheirs ? days : daysOfOthers).add(day);
    if (owner !== null && row.company !== null) {
      companies.set(owner, (companies.get(owner) ?? new Set()).add(matchingName(row.company)));
    }
    if (!isTheirs) return;
    names.add(row.name);
    if (row.slug === null) marks.add(markOfRow(row));
  };
  for (const batch of batches) {
    for (const row of batch.content.connections) see(batch, row);
    for (const row of batch.content.contacts) see(batch, row);
  }
  const { name, originalName, emails } = network.people[person]!;
  for (const one of [name, originalName]) names.add(one);
  for (const mail of emails.map(emailKey)) if (mail !== null) mails.add(mail);
  for (const mail of mails) if (!mailsOfOthers.has(mail)) marks.add(keyOfMail(mail));
  for (const day of days) if (!daysOfOthers.has(day)) marks.add(day);

  const matching = new Set([...names].map(matchingName));
  const others = network.people.flatMap((other, index) =>
    index !== person && matching.has(matchingName(other.name)) ? [index] : [],
  );
  if (others.length === 0) {
    for (const one of matching) marks.add(markOfName(one));
    return marks;
  }
  for (const { content } of batches) {
    for (const row of content.recommendations) {
      if (!matching.has(matchingName(row.name))) continue;
      const company = row.company === null ? null : matchingName(row.company);
      const isAt = (index: PersonIndex) => company !== null && companies.get(index)?.has(company) === true;
      if (isAt(person) || !others.some(isAt)) marks.add(markOfPraise(row));
    }
  }
  return marks;
}

/** As the keys of rows without an address have it: null in my own exports. */
export function ownerSlugOf({ meta }: Pick<Batch, 'meta'>): string | null {
  return meta.role === 'me' ? null : (meta.owner?.slug ?? meta.digest);
}

/** The mark of the owner of an export. */
export function isOwnedBy({ meta }: Batch, isMeant: (mark: string) => boolean): boolean {
  return meta.role === 'circle' && meta.owner !== null && isMeant(keyOfSlug(meta.owner.slug));
}
