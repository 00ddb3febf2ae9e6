/** Whose export it is (linkedin-export.md, section 5). */
import type { InvitationRecord, OwnerFoundBy, ProfileRecord, ThreadRecord } from '../model/records.ts';
import type { MessageTally } from './message-tally.ts';
import type { NameBook } from './name-book.ts';
import { nameKey } from './names.ts';
import { urlFromSlug } from './profile-url.ts';

export interface FoundOwner {
  owner: { slug: string; url: string; name: string | null } | null;
  foundBy: OwnerFoundBy;
}

export interface OwnerEvidence {
  invitations: readonly InvitationRecord[];
  tallies: readonly MessageTally[];
  threads: readonly ThreadRecord[];
  profile: ProfileRecord | null;
  names: NameBook;
}

/** Present in this share of conversations, a person is the one whose mailbox it is. */
const NEARLY_EVERY = 0.9;
/** With fewer conversations everybody in them is in nearly every one. */
const ENOUGH_THREADS = 3;

/** The owner by the first rule that names exactly one person. */
export function findOwner(evidence: OwnerEvidence): FoundOwner {
  const rules: [OwnerFoundBy, (evidence: OwnerEvidence) => string | null][] = [
    ['invitations', byInvitations],
    ['messages', bySenderOfProfileName],
    ['messages', byPresence],
    ['profile', byProfileName],
  ];
  for (const [foundBy, rule] of rules) {
    const slug = rule(evidence);
    if (slug === null) continue;
    const name = evidence.profile?.name ?? evidence.names.nameOf(slug);
    return { owner: { slug, url: urlFromSlug(slug), name }, foundBy };
  }
  return { owner: null, foundBy: 'none' };
}

/** More than half of all own ends of invitations. */
function byInvitations({ invitations }: OwnerEvidence): string | null {
  const votes = new Map<string, number>();
  let total = 0;
  for (const { direction, inviter, invitee } of invitations) {
    const slug = (direction === 'outgoing' ? inviter : invitee).slug;
    if (slug === null) continue;
    total++;
    votes.set(slug, (votes.get(slug) ?? 0) + 1);
  }
  for (const [slug, n] of votes) if (n * 2 > total) return slug;
  return null;
}

function bySenderOfProfileName({ tallies, profile, names }: OwnerEvidence): string | null {
  if (profile === null) return null;
  const key = nameKey(profile.name);
  const senders = new Set<string>();
  for (const tally of tallies) {
    for (const [party, { slug }] of tally.parties.entries()) {
      if (slug === null || (tally.sentBy[party] ?? 0) === 0) continue;
      if (names.isNameOf(slug, key)) senders.add(slug);
    }
  }
  return senders.size === 1 ? [...senders][0]! : null;
}

function byPresence({ threads }: OwnerEvidence): string | null {
  if (threads.length < ENOUGH_THREADS) return null;
  const presence = new Map<string, number>();
  for (const { members } of threads) {
    for (const { slug } of members) if (slug !== null) presence.set(slug, (presence.get(slug) ?? 0) + 1);
  }
  const present = [...presence].filter(([, n]) => n >= threads.length * NEARLY_EVERY);
  return present.length === 1 ? present[0]![0] : null;
}

function byProfileName({ profile, names }: OwnerEvidence): string | null {
  return profile === null ? null : names.onlySlugOf(nameKey(profile.name));
}
