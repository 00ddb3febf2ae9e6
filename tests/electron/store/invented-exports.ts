/** Invented imports, also for programs that a test starts. */

import { emptyContent } from '../../../electron/backend/store/raw-tables.ts';
import type { NewBatch, Store } from '../../../electron/backend/store/store.ts';
import { resolveNetwork } from '../../../shared/identity/resolve.ts';
import type { BatchMeta, ExportContent } from '../../../shared/model/records.ts';
import { packThreadDays } from '../../../shared/model/thread-days.ts';

export interface InventedImport {
  batch: NewBatch;
  content: ExportContent;
}

const ME = { slug: 'noor-me-zt1', url: 'https://www.linkedin.com/in/noor-me-zt1', name: 'Noor Me' };

/** People `from` to `to - 1` as connections of mine in the export of a day, with a thread each for every third. */
export function myExport(day: number, from: number, to: number): InventedImport {
  const content = emptyContent();
  for (let n = from; n < to; n += 1) {
    const slug = `ana-${n}-zt${n}`;
    content.connections.push({
      slug,
      url: `https://www.linkedin.com/in/${slug}`,
      name: `Ana Number${n}`,
      originalName: `Ana Number${n}`,
      credentials: null,
      email: n % 2 === 0 ? `ana${n}@mail.example` : null,
      company: `Company ${(n + day) % 7}`,
      position: n % 5 === 0 ? null : 'Engineer',
      connectedOn: 15_000 + n,
    });
    if (n % 3 === 0) {
      content.threads.push({
        conversationId: `2-conversation-${n}`,
        members: [
          { slug, name: `Ana Number${n}` },
          { slug: ME.slug, name: ME.name },
        ],
        goneMembers: 0,
        days: packThreadDays([
          { sender: 0, day: 16_000 + n, count: 2, first: (16_000 + n) * 86_400 + 60, last: (16_000 + n) * 86_400 + 90 },
          { sender: 1, day: 16_000 + n, count: 1, first: (16_000 + n) * 86_400 + 70, last: (16_000 + n) * 86_400 + 70 },
        ]),
      });
    }
  }
  return { batch: batchOf(day, content.connections.length), content };
}

function batchOf(day: number, rows: number): NewBatch {
  return {
    role: 'me',
    owner: ME,
    ownerFoundBy: 'messages',
    exportDate: day,
    importedAt: '2026-05-03T10:00:00.000Z',
    files: [
      {
        name: 'Connections.csv',
        kind: 'connections',
        rows: rows + 2,
        kept: rows,
        hidden: 1,
        skipped: [{ line: 7, reason: 'no name' }],
        skippedCount: 1,
        notices: ['1 member is hidden.'],
      },
    ],
  };
}

/** One row of every kind, with every optional field once there and once not. */
export function fullExport(): InventedImport {
  const { batch, content } = myExport(19_000, 1, 8);
  content.contacts.push(
    {
      slug: null,
      url: null,
      name: 'Bo Card',
      originalName: 'Bo Card, PhD',
      credentials: 'PhD',
      emails: ['bo@mail.example', 'bo@work.test'],
      company: null,
      position: null,
      createdOn: 17_000,
      closeness: 3,
      note: 'met at the "harbour"',
    },
    {
      slug: 'cy-card-zt5',
      url: 'https://www.linkedin.com/in/cy-card-zt5',
      name: 'Cy Card',
      originalName: 'Cy Card',
      credentials: null,
      emails: [],
      company: 'Ōta & Sõn',
      position: 'Crew',
      createdOn: null,
      closeness: null,
      note: null,
    },
  );
  content.invitations.push({
    inviter: { slug: 'ana-1-zt1', name: null },
    invitee: { slug: ME.slug, name: ME.name },
    direction: 'incoming',
    sentOn: 15_001,
    hasNote: true,
  });
  content.recommendations.push(
    {
      direction: 'given',
      name: 'Ana Number2',
      company: 'Company 1',
      position: null,
      writtenOn: 15_500,
      status: 'visible',
    },
    { direction: 'received', name: 'Ana Number3', company: null, position: 'Engineer', writtenOn: null, status: null },
  );
  content.endorsements.push({
    direction: 'received',
    other: { slug: 'ana-4-zt4', name: 'Ana Number4' },
    skill: 'Sailing',
    endorsedOn: 15_600,
    status: 'accepted',
  });
  content.past.push(
    {
      kind: 'position',
      organization: 'Company 1',
      role: 'Engineer',
      startedOn: { day: 14_000, precision: 'month' },
      endedOn: null,
    },
    {
      kind: 'education',
      organization: 'School of Ships',
      role: null,
      startedOn: null,
      endedOn: { day: 13_879, precision: 'year' },
    },
  );
  content.profile = { name: 'Noor Me', headline: null };
  content.interests.push({ kind: 'saved-job', company: 'Company 5', title: 'Navigator', on: 18_900 });
  content.notes.push({
    about: { slug: 'ana-5-zt5', name: 'Ana Number5' },
    text: 'knows the pilots',
    writtenOn: 18_000,
  });
  content.threads.push({
    conversationId: '2-group',
    members: [
      { slug: 'ana-1-zt1', name: 'Ana Number1' },
      { slug: 'ana-2-zt2', name: 'Ana Number2' },
      { slug: ME.slug, name: ME.name },
    ],
    goneMembers: 1,
    days: packThreadDays([
      { sender: 1, day: 16_100, count: 3, first: 16_100 * 86_400, last: 16_100 * 86_400 + 86_399 },
    ]),
  });
  return { batch, content };
}

/** As the import service does it: write, resolve everything, store what follows, in one transaction. */
export function importInto(store: Store, { batch, content }: InventedImport): BatchMeta {
  return store.transaction(() => {
    const { meta } = store.writeBatch(batch, content);
    deriveAgain(store);
    return meta;
  });
}

export function undoImport(store: Store, id: number): void {
  store.transaction(() => {
    store.deleteBatch(id);
    deriveAgain(store);
  });
}

export function deriveAgain(store: Store): void {
  store.replaceDerived(resolveNetwork(store.readBatches(), store.readStatements(), store.readPersonIds()));
}
