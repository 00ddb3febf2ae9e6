/** Finds the names and addresses of forgotten people in texts about others. */
import { matchingName } from '../../../shared/identity/person-key.ts';
import type { IsMeant } from '../../../shared/identity/rows-about.ts';
import type { ExportContent, FileReport, Mention } from '../../../shared/model/records.ts';

const REPLACEMENT = '[forgotten]';
/** Shorter ones stand inside too many other things. */
const MIN_LENGTH = 3;

/** What is to be erased in the texts of one import that is read now. */
export function namesToErase(about: ExportContent, rest: ExportContent, isMeant: IsMeant): NamesToErase {
  const names = new NamesToErase();
  names.addContent(about, isMeant);
  names.keepOthers([rest]);
  return names;
}

/** Names, addresses and e-mails of the forgotten, to be found in texts about others. */
export class NamesToErase {
  /** Belong to one person only. */
  readonly #addresses = new Set<string>();
  /** By matching name: somebody else may be called the same. */
  readonly #names = new Map<string, Set<string>>();
  #pattern: RegExp | null | undefined;

  add(addresses: readonly (string | null)[], names: readonly (string | null)[]): void {
    for (const address of addresses) if (address !== null && address.length >= MIN_LENGTH) this.#addresses.add(address);
    for (const name of names) {
      if (name === null || name.length < MIN_LENGTH) continue;
      const matching = matchingName(name);
      this.#names.set(matching, (this.#names.get(matching) ?? new Set()).add(name));
    }
  }

  addContent(about: ExportContent, isMeant: IsMeant): void {
    for (const row of about.connections) this.add([row.slug, row.url, row.email], [row.name, row.originalName]);
    for (const row of about.contacts) this.add([row.slug, row.url, ...row.emails], [row.name, row.originalName]);
    const mention = ({ slug, name }: Mention) => {
      if (slug !== null && isMeant(slug)) this.add([slug], [name]);
    };
    for (const row of about.invitations) [row.inviter, row.invitee].forEach(mention);
    for (const row of about.endorsements) mention(row.other);
    for (const row of about.notes) mention(row.about);
    for (const thread of about.threads) thread.members.forEach(mention);
  }

  /** Somebody who stays may have the same name; then the name in a text may mean them. */
  keepOthers(rests: readonly ExportContent[]): void {
    const keep = (name: string | null) => {
      if (name !== null) this.#names.delete(matchingName(name));
    };
    if (this.#names.size === 0) return;
    for (const rest of rests) {
      for (const row of rest.connections) keep(row.name);
      for (const row of rest.contacts) keep(row.name);
      keep(rest.profile?.name ?? null);
      for (const thread of rest.threads) for (const member of thread.members) keep(member.name);
    }
  }

  erase(text: string): string {
    this.#pattern ??= this.#makePattern();
    return this.#pattern === null ? text : text.replace(this.#pattern, REPLACEMENT);
  }

  /** The free texts of an export: notes are the only ones. */
  eraseInContent(content: ExportContent): ExportContent {
    return {
      ...content,
      contacts: content.contacts.map((card) => ({ ...card, note: this.eraseOrNull(card.note) })),
      notes: content.notes.map((note) => ({ ...note, text: this.erase(note.text) })),
    };
  }

  /** A file may be called after the person it is about. */
  eraseInReports(files: readonly FileReport[]): FileReport[] {
    return files.map((file) => ({
      ...file,
      name: this.erase(file.name),
      skipped: file.skipped.map(({ line, reason }) => ({ line, reason: this.erase(reason) })),
      notices: file.notices.map((notice) => this.erase(notice)),
    }));
  }

  eraseOrNull(text: string | null): string | null {
    return text === null ? null : this.erase(text);
  }

  #makePattern(): RegExp | null {
    const words = [...this.#addresses, ...[...this.#names.values()].flatMap((names) => [...names])]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map((word) => RegExp.escape(word));
    // Whole words: a short name inside another word is not the person.
    return words.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  }
}
