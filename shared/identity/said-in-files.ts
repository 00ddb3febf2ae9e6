/** What my imported files say in my own voice: notes, mapped closeness, and companies I follow or applied to. */
import type { Person, SaidInFile } from '../model/network.ts';
import type { InterestRecord } from '../model/records.ts';
import type { Closeness } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import type { NamesOfExport, Numbering } from './join-names.ts';
import { compareText } from './person-key.ts';

/** Sorted by person, kind, day, text; the same note in several exports once, with its earliest day. */
export function saidInFiles(
  exports: readonly NamesOfExport[],
  people: readonly Person[],
  numbering: Numbering,
): SaidInFile[] {
  const found = new Map<string, SaidInFile>();
  const add = (body: SaidInFile['body'], on: Day | null): void => {
    // A closeness stands for its day, so the same value on another day is another report; a note is its text.
    const key = JSON.stringify(body.kind === 'closeness' ? [body, on] : body);
    const known = found.get(key);
    if (known === undefined) found.set(key, { on, body });
    else if (on !== null && (known.on === null || on < known.on)) known.on = on;
  };
  for (const names of exports) {
    const { content, meta } = names.view.batch;
    for (const note of content.notes) {
      const person = names.join(note.about, 'note');
      if (person === null) continue;
      add({ kind: 'note', person: people[person]!.key, text: note.text }, note.writtenOn ?? meta.exportDate);
    }
    for (const { node, record } of names.view.cards) {
      const index = numbering.indexOfNode(node);
      if (index === names.owner) continue;
      const person = people[index]!.key;
      const on = record.createdOn ?? meta.exportDate;
      if (isCloseness(record.closeness)) add({ kind: 'closeness', person, value: record.closeness }, on);
      if (record.note !== null) add({ kind: 'note', person, text: record.note }, on);
    }
  }
  return [...found.values()].sort(compareSaid);
}

function isCloseness(value: number | null): value is Closeness {
  return value !== null && Number.isInteger(value) && value >= 0 && value <= 4;
}

function compareSaid(a: SaidInFile, b: SaidInFile): number {
  return (
    compareText(a.body.person, b.body.person) ||
    compareText(a.body.kind, b.body.kind) ||
    (a.on ?? -Infinity) - (b.on ?? -Infinity) ||
    compareText(JSON.stringify(a.body), JSON.stringify(b.body))
  );
}

/** Distinct; sorted by company, kind, day, title. */
export function interestsOf(exports: readonly NamesOfExport[]): InterestRecord[] {
  const distinct = new Map<string, InterestRecord>();
  for (const { view } of exports) {
    for (const record of view.batch.content.interests) {
      distinct.set(JSON.stringify([record.kind, record.company, record.title, record.on]), record);
    }
  }
  return [...distinct.values()].sort(
    (a, b) =>
      compareText(a.company, b.company) ||
      compareText(a.kind, b.kind) ||
      (a.on ?? -Infinity) - (b.on ?? -Infinity) ||
      compareText(a.title ?? '', b.title ?? ''),
  );
}
