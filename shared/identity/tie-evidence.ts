/** Collects, for one owner, what all their exports say about each alter (model.md 1 and 3). */
import { NO_CONTACT, NOTHING, type Owner, type PersonIndex, type TieEvidence } from '../model/network.ts';
import type { FileKind, InvitationRecord, PastRecord } from '../model/records.ts';
import type { Day } from '../model/units.ts';
import { ContactDays } from './contact-days.ts';
import { type Conversation, joinConversation, partsByConversation } from './conversations.ts';
import type { NamesOfExport, Numbering, Unjoined } from './join-names.ts';
import { compareText } from './person-key.ts';

interface DeliberateActs {
  given: Set<Day>;
  received: Set<Day>;
  /** Recommendations without a day, by content. */
  undated: Set<string>;
  endorsementDays: Set<Day>;
  endorsedFor: Set<string>;
}

class TieDraft {
  isConnection = false;
  acceptedOn: Day | null = null;
  // Most contacts have none of these, and there may be 30,000 of them.
  private contactDays: ContactDays | null = null;
  private deliberateActs: DeliberateActs | null = null;
  invitationNote: boolean | null = null;
  invitedOn: Day | null = null;
  hasInvited = false;

  get contact(): ContactDays {
    this.contactDays ??= new ContactDays();
    return this.contactDays;
  }

  get acts(): DeliberateActs {
    this.deliberateActs ??= {
      given: new Set(),
      received: new Set(),
      undated: new Set(),
      endorsementDays: new Set(),
      endorsedFor: new Set(),
    };
    return this.deliberateActs;
  }

  finish(alter: PersonIndex): TieEvidence {
    const acts = this.deliberateActs;
    return {
      alter,
      isConnection: this.isConnection,
      acceptedOn: this.acceptedOn,
      contact: this.contactDays?.toRows() ?? NO_CONTACT,
      recommendationGivenOn: sortedDays(acts?.given),
      recommendationReceivedOn: sortedDays(acts?.received),
      recommendationsUndated: acts?.undated.size ?? 0,
      endorsementDays: sortedDays(acts?.endorsementDays),
      endorsedFor: acts === null ? NOTHING : [...acts.endorsedFor].sort(compareText),
      invitationNote: this.invitationNote,
      invitedOn: this.invitedOn,
    };
  }
}

export interface OwnerView {
  owner: Owner;
  /** Conversations of three and more, as this owner saw them. */
  groups: Conversation[];
  /** Who invited this owner. */
  inviters: ReadonlySet<PersonIndex>;
}

/**
 * @param exports all exports of this owner, oldest first; none for me in an empty store
 * @param unjoined receives the rows that name somebody who cannot be told apart
 */
export function viewOfOwner(
  person: PersonIndex,
  isMe: boolean,
  exports: readonly NamesOfExport[],
  numbering: Numbering,
  unjoined: Unjoined,
): OwnerView {
  const drafts = new Map<PersonIndex, TieDraft>();
  const draft = (alter: PersonIndex): TieDraft => {
    let known = drafts.get(alter);
    if (known === undefined) {
      known = new TieDraft();
      drafts.set(alter, known);
    }
    return known;
  };
  for (const names of exports) {
    addConnections(names, numbering, draft);
    addRecommendations(names, draft);
    addEndorsements(names, draft);
    for (const row of names.view.batch.content.invitations) addInvitation(names, row, draft);
  }
  const groups: Conversation[] = [];
  for (const parts of partsByConversation(exports)) {
    const conversation = joinConversation(parts, person, unjoined);
    if (conversation.written.length === 0) continue;
    if (conversation.size > 2) groups.push(conversation);
    addContact(conversation, person, draft);
  }
  drafts.delete(person);
  const ties = [...drafts].sort(([a], [b]) => a - b).map(([alter, tie]) => tie.finish(alter));
  const inviters = new Set<PersonIndex>();
  for (const [alter, { hasInvited }] of drafts) if (hasInvited) inviters.add(alter);
  return { owner: { person, isMe, ...sourcesOf(exports), ties, past: pastOf(exports) }, groups, inviters };
}

type DraftOf = (alter: PersonIndex) => TieDraft;

function addConnections(names: NamesOfExport, numbering: Numbering, draft: DraftOf): void {
  for (const { node, record } of names.view.rows) {
    const tie = draft(numbering.indexOfNode(node));
    tie.isConnection = true;
    tie.acceptedOn = earlier(tie.acceptedOn, record.connectedOn);
  }
  // Being in the address book makes no tie by itself, but there is a row to judge a self-report by.
  for (const { node } of names.view.cards) draft(numbering.indexOfNode(node));
}

function addRecommendations(names: NamesOfExport, draft: DraftOf): void {
  for (const row of names.view.batch.content.recommendations) {
    if (row.status === 'pending') continue;
    const alter = names.join({ slug: null, name: row.name }, 'recommendation', row.company);
    if (alter === null) continue;
    const { acts } = draft(alter);
    if (row.writtenOn === null) acts.undated.add(JSON.stringify([row.direction, row.company, row.position]));
    else (row.direction === 'given' ? acts.given : acts.received).add(row.writtenOn);
  }
}

function addEndorsements(names: NamesOfExport, draft: DraftOf): void {
  for (const row of names.view.batch.content.endorsements) {
    if (row.status === 'pending') continue;
    const alter = names.join(row.other, 'endorsement');
    if (alter === null) continue;
    const { acts } = draft(alter);
    if (row.endorsedOn !== null) acts.endorsementDays.add(row.endorsedOn);
    if (row.direction === 'given') acts.endorsedFor.add(row.skill);
  }
}

function addInvitation(names: NamesOfExport, row: InvitationRecord, draft: DraftOf): void {
  const alter = names.join(row.direction === 'outgoing' ? row.invitee : row.inviter, 'invitation');
  if (alter === null) return;
  const tie = draft(alter);
  tie.invitationNote = tie.invitationNote === true || row.hasNote;
  tie.invitedOn = earlier(tie.invitedOn, row.sentOn);
  if (row.direction === 'incoming') tie.hasInvited = true;
}

/** A thread of two is contact; in a group only the alter's own days count, less the larger the group (model.md 3). */
function addContact(conversation: Conversation, owner: PersonIndex, draft: DraftOf): void {
  const { size, members, written } = conversation;
  if (size === 2) {
    const alter = [...members].find((member) => member !== owner);
    if (alter === undefined) return;
    const { contact } = draft(alter);
    for (const { person, day, count, first } of written) {
      if (person === owner) contact.addOutbound(day, count, first);
      else contact.addInbound(day, count, first);
    }
  } else if (size > 2) {
    for (const { person, day } of written) if (person !== owner) draft(person).contact.addGroup(day, size);
  }
}

/** A source is here if its file was, even an empty one: only then does silence mean something. */
function sourcesOf(exports: readonly NamesOfExport[]): Pick<Owner, 'has' | 'exportDate'> {
  const batches = exports.map((names) => names.view.batch);
  const kinds = new Set<FileKind>(batches.flatMap(({ meta }) => meta.files.map((file) => file.kind)));
  const has = { messages: false, recommendations: false, endorsements: false, past: false };
  has.messages = kinds.has('messages') || batches.some(({ content }) => content.threads.length > 0);
  has.recommendations =
    kinds.has('recommendations-given') ||
    kinds.has('recommendations-received') ||
    batches.some(({ content }) => content.recommendations.length > 0);
  has.endorsements =
    kinds.has('endorsements-given') ||
    kinds.has('endorsements-received') ||
    batches.some(({ content }) => content.endorsements.length > 0);
  has.past = kinds.has('positions') || kinds.has('education') || batches.some(({ content }) => content.past.length > 0);
  const dates = batches.map(({ meta }) => meta.exportDate).filter((day) => day !== null);
  return { has, exportDate: dates.length === 0 ? null : Math.max(...dates) };
}

/** Jobs and schools as the newest export that has them tells them: an older one does not know which of them ended. */
function pastOf(exports: readonly NamesOfExport[]): PastRecord[] {
  const newest = exports.findLast((names) => names.view.batch.content.past.length > 0);
  if (newest === undefined) return [];
  const distinct = new Map(newest.view.batch.content.past.map((record) => [JSON.stringify(record), record]));
  return [...distinct].sort(([a], [b]) => compareText(a, b)).map(([, record]) => record);
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function sortedDays(days: Set<Day> | undefined): readonly Day[] {
  return days === undefined || days.size === 0 ? NOTHING : [...days].sort((a, b) => a - b);
}
