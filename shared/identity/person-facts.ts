/** Decides what a person is called and where they work, when several rows speak. */
import { slugFromUrl, urlFromSlug, withHttps } from '../import/profile-url.ts';
import type { JobSpell, Person } from '../model/network.ts';
import type { PastRecord } from '../model/records.ts';
import { jobSpells } from './history.ts';
import { compareText, ME_KEY, nameOfKey } from './person-key.ts';
import type { PersonSources } from './person-sources.ts';

/** Name of the owner before any file gave one. */
const UNKNOWN_ME = 'Me';

/**
 * Mine before others', newest before older; a row of Connections.csv before an address book, that before what was said by hand.
 *
 * @param past own positions of an owner; they speak where no row does
 */
export function personFacts(
  id: number,
  key: string,
  slug: string | null,
  sources: PersonSources,
  past: readonly PastRecord[],
): Person {
  const rows = sources.mine.length > 0 ? sources.mine : sources.others;
  const jobs = jobsOf(rows.length > 0 ? jobSpells(rows) : [], sources, past, rows.length > 0);
  const today = jobs.at(-1);
  const { name, originalName, credentials } = nameOf(key, sources);
  return {
    id,
    key,
    name,
    originalName,
    credentials,
    slug,
    url: urlOf(slug, sources),
    emails: sources.emails.sort(compareText),
    company: today?.company ?? null,
    position: today?.position ?? null,
    connectedOn: sources.connectedOn,
    isContact: sources.isContact,
    isInAddressBook: sources.isInAddressBook,
    isPending: false,
    isInvitedByMe: false,
    isVanished: sources.isContact && !sources.isInNewest,
    isLookAlike: false,
    isMaybeSame: false,
    jobs,
  };
}

function jobsOf(spells: JobSpell[], sources: PersonSources, past: readonly PastRecord[], hasRow: boolean): JobSpell[] {
  if (hasRow) return spells;
  const current = currentPosition(past);
  if (current !== null) {
    return [{ company: current.organization, position: current.role, firstSeen: null, lastSeen: null }];
  }
  const speakers = [...sources.said, ...sources.cards];
  const speaker = speakers.findLast(({ company, position }) => company !== null || position !== null);
  if (speaker === undefined) return [];
  return [{ company: speaker.company, position: speaker.position, firstSeen: null, lastSeen: null }];
}

/** The position without an end that began last. */
function currentPosition(past: readonly PastRecord[]): PastRecord | null {
  const current = past.filter((record) => record.kind === 'position' && record.endedOn === null);
  const start = (record: PastRecord): number => record.startedOn?.day ?? Number.NEGATIVE_INFINITY;
  const first = current.toSorted(
    (a, b) =>
      Number(start(b) > start(a)) - Number(start(b) < start(a)) ||
      compareText(a.organization, b.organization) ||
      compareText(a.role ?? '', b.role ?? ''),
  )[0];
  return first ?? null;
}

type Names = Pick<Person, 'name' | 'originalName' | 'credentials'>;

function namesOf({ name, originalName, credentials }: Names): Names {
  return { name, originalName, credentials };
}

function namesNobody(name: string): boolean {
  return /^\s*(?:linkedin member)?\s*$/i.test(name);
}

function nameOf(key: string, sources: PersonSources): Names {
  const own = sources.profile?.name ?? sources.ownerName;
  const newest = sources.mine.at(-1)?.record;
  if (newest !== undefined && !namesNobody(newest.name)) return namesOf(newest);
  const written = [own, sources.others.at(-1)?.record, ...sources.cards.toReversed()];
  const named = written.find((source) => {
    const name = typeof source === 'string' ? source : source?.name;
    return name !== undefined && name !== null && !namesNobody(name);
  });
  if (named && typeof named !== 'string') return namesOf(named);
  const fallback = key === ME_KEY ? UNKNOWN_ME : nameOfKey(key);
  const name = named ?? sources.mentionedAs ?? sources.said.at(-1)?.name ?? fallback;
  return { name, originalName: name, credentials: null };
}

/** The address as the newest file wrote it, since one file may write it in another form than the next. Always https (cli.md). */
function urlOf(slug: string | null, sources: PersonSources): string | null {
  if (slug === null) return sources.said.findLast(({ url }) => url !== null)?.url ?? null;
  const isWritten = (record: { slug: string | null; url: string | null }): boolean =>
    record.slug === slug && record.url !== null;
  const row =
    sources.mine.findLast(({ record }) => isWritten(record)) ??
    sources.others.findLast(({ record }) => isWritten(record));
  const byHand = () => sources.said.findLast(({ url }) => url !== null && slugFromUrl(url) === slug)?.url;
  const written = row?.record.url ?? sources.cards.findLast(isWritten)?.url ?? byHand();
  return written == null ? urlFromSlug(slug) : withHttps(written);
}
