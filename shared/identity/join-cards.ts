/**
 * Finds the person of every address book entry: by address, by e-mail, never by name (linkedin-export.md 4.7). Runs after
 * join-connections.ts, so that it is known who has which e-mail.
 */
import type { Day } from '../model/units.ts';
import { type CardRow, contentOf, type ExportView } from './export-view.ts';
import { KeyUnion } from './key-union.ts';
import { compareText, keyOfBookEntry, keyOfMail } from './person-key.ts';

export function joinCards(views: readonly ExportView[], union: KeyUnion): void {
  const holders = mailHolders(views, union);
  const usable = usableMails(views, holders);
  joinByMail(views, holders, usable, union);
  for (const view of views) numberEntries(view, union);
}

/** Who has which e-mail: all connection rows, and cards with an address. */
function mailHolders(views: readonly ExportView[], union: KeyUnion): Map<string, Set<number>> {
  const holders = new Map<string, Set<number>>();
  const hold = (mail: string, node: number): void => {
    const known = holders.get(mail);
    if (known === undefined) holders.set(mail, new Set([union.root(node)]));
    else known.add(union.root(node));
  };
  for (const view of views) {
    for (const row of view.rows) if (row.mail !== null) hold(row.mail, row.node);
    for (const card of view.cards) if (card.node >= 0) for (const mail of card.mails) hold(mail, card.node);
  }
  return holders;
}

/** E-mails of one person: not held by two, and not under two names in one address book. */
function usableMails(views: readonly ExportView[], holders: Map<string, Set<number>>): Set<string> {
  const usable = new Set<string>();
  const shared = new Set<string>();
  for (const view of views) {
    const nameOfMail = new Map<string, string>();
    for (const card of view.cards) {
      if (card.node >= 0) continue;
      for (const mail of card.mails) {
        const name = nameOfMail.get(mail);
        if ((name !== undefined && name !== card.name) || (holders.get(mail)?.size ?? 0) > 1) shared.add(mail);
        nameOfMail.set(mail, card.name);
        usable.add(mail);
      }
    }
  }
  return usable.difference(shared);
}

function joinByMail(
  views: readonly ExportView[],
  holders: Map<string, Set<number>>,
  usable: Set<string>,
  union: KeyUnion,
): void {
  const cards = views.flatMap((view) => view.cards.filter((card) => card.node < 0));
  const mailsOf = (card: CardRow): string[] => card.mails.filter((mail) => usable.has(mail));
  // E-mails that stand on one card belong together; whom they belong to is asked of each such set.
  const together = new KeyUnion();
  for (const card of cards) {
    const [first, ...others] = mailsOf(card).map((mail) => together.node(mail));
    if (first !== undefined) for (const other of others) together.join(first, other);
  }
  const setOf = new Map<number, { mails: string[]; holders: Set<number> }>();
  for (let node = 0; node < together.size; node++) {
    const root = together.root(node);
    const set = setOf.get(root) ?? { mails: [], holders: new Set() };
    setOf.set(root, set);
    const mail = together.keyOf(node);
    set.mails.push(mail);
    for (const holder of holders.get(mail) ?? []) set.holders.add(holder);
  }
  const nodeOfSet = new Map<number, number>();
  for (const [root, set] of setOf) {
    if (set.holders.size > 1) continue;
    const [holder] = set.holders;
    const nodes = set.mails.map((mail) => union.node(keyOfMail(mail)));
    const node = holder ?? nodes[0]!;
    for (const other of nodes) union.join(node, other);
    nodeOfSet.set(root, node);
  }
  for (const card of cards) {
    const mails = mailsOf(card);
    const [first] = mails;
    if (first === undefined) continue;
    const node = nodeOfSet.get(together.root(together.node(first)));
    const own = new Set(mails.flatMap((mail) => [...(holders.get(mail) ?? [])]));
    // A card between two people (a couple's addresses) joins neither; one that leads to one of them only joins that one.
    const [holder, ...others] = own;
    if (node !== undefined) card.node = node;
    else if (holder !== undefined && others.length === 0) card.node = holder;
  }
}

/** Entries without an address that tells them apart: by name, day and occurrence within their file. */
function numberEntries(view: ExportView, union: KeyUnion): void {
  const groups = new Map<string, { name: string; day: Day | null; cards: CardRow[] }>();
  for (const card of view.cards) {
    if (card.node >= 0) continue;
    const name = card.name === '' ? (card.mails[0] ?? '') : card.name;
    const day = card.record.createdOn;
    const pair = `${day}|${name}`;
    const group = groups.get(pair);
    if (group === undefined) groups.set(pair, { name, day, cards: [card] });
    else group.cards.push(card);
  }
  for (const { name, day, cards } of groups.values()) {
    const sorted = cards
      .map((card) => ({ card, content: contentOf(card.record) }))
      .sort((a, b) => compareText(a.content, b.content));
    sorted.forEach(({ card }, index) => {
      card.node = union.node(keyOfBookEntry(name, day, index + 1, view.ownerSlug));
    });
  }
}
