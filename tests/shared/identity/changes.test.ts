import { describe, expect, it } from 'vitest';
import { compareNetworks } from '../../../shared/identity/changes.ts';
import { resolve, resolveNetwork } from '../../../shared/identity/resolve.ts';
import type { Batch } from '../../../shared/model/records.ts';
import {
  byKey,
  card,
  connection,
  day,
  friendsExport,
  ME,
  ME_NAME,
  meMention,
  mention,
  myExport,
  thread,
} from './invented-exports.ts';

const PETRA = 'petra-novotna-zt3';
const ANA = 'ana-reis-zt5';
const THEO = 'theo-granger-zt6';

const first = myExport('2025-01-01', {
  connections: [
    connection('Petra Novotná', { slug: PETRA, company: 'Kestrel Labs', position: 'Analyst' }),
    connection('Ana Reis', { slug: ANA }),
    connection('Theo Granger', { slug: THEO, connectedOn: day('2022-02-02') }),
    connection('Imani Bello', { connectedOn: day('2023-03-03') }),
    connection(ME_NAME, { slug: ME }),
  ],
  threads: [thread('c1', [mention('Only Wrote', 'only-wrote-zt9'), meMention], [['2024-01-01', 0]])],
});
const second = myExport('2026-01-01', {
  connections: [
    connection('Petra Novotná', { slug: PETRA, company: 'Brightwater', position: 'Head of Data' }),
    connection('Theo Granger', { slug: 'theo-new-zt7', connectedOn: day('2022-02-02') }),
    connection('Imani Bello', { slug: 'imani-zt8', connectedOn: day('2023-03-03') }),
  ],
});

function importing(added: Batch, present: Batch[]) {
  const before = resolveNetwork(present, []);
  const after = resolve([...present, added], []);
  return compareNetworks(before, after.network, after.peopleOfBatch(added.meta.id));
}

describe('the report of an import (acceptance case 10)', () => {
  it('counts the people of a first import, me left out', () => {
    expect(importing(first, [])).toEqual({ added: 4, updated: 0, unchanged: 0, vanished: 0, changes: [] });
  });

  it('finds nothing new in the same import', () => {
    expect(importing({ ...first, meta: { ...first.meta, id: 900 } }, [first])).toEqual({
      added: 0,
      updated: 0,
      unchanged: 4,
      vanished: 0,
      changes: [],
    });
  });

  it('shows a new job, a changed slug as one lost and one gained, and a vanished contact', () => {
    const report = importing(second, [first]);
    expect(report).toMatchObject({ added: 1, updated: 2, unchanged: 0, vanished: 2 });
    expect(report.changes).toEqual([
      { key: 'imani-zt8', field: 'url', before: null, after: 'https://www.linkedin.com/in/imani-zt8' },
      { key: PETRA, field: 'company', before: 'Kestrel Labs', after: 'Brightwater' },
      { key: PETRA, field: 'position', before: 'Analyst', after: 'Head of Data' },
    ]);
    expect(byKey(resolveNetwork([first, second], []), PETRA).jobs).toEqual([
      { company: 'Kestrel Labs', position: 'Analyst', firstSeen: day('2025-01-01'), lastSeen: day('2025-01-01') },
      { company: 'Brightwater', position: 'Head of Data', firstSeen: day('2026-01-01'), lastSeen: day('2026-01-01') },
    ]);
  });

  it('lets nobody vanish by an older export imported later, and flags who stands only in it', () => {
    const report = importing(first, [second]);
    expect(report).toMatchObject({ added: 2, vanished: 0, updated: 0, unchanged: 2 });
    expect(byKey(resolveNetwork([second, first], []), ANA).isVanished).toBe(true);
  });

  it('lists nobody new for a friend’s export, and counts address book entries', () => {
    const friend = friendsExport('2026-01-01', { connections: [connection('Zoe Quint', { slug: 'zoe-zt9' })] });
    expect(importing(friend, [first])).toMatchObject({ added: 0, unchanged: 1 });
    const book = myExport('2026-02-01', { contacts: [card('Zoe Quint', { emails: ['zoe@mail.example'] })] });
    expect(importing(book, [first])).toMatchObject({ added: 1, vanished: 0 });
  });

  it('is undone exactly by resolving without the import', () => {
    expect(resolveNetwork([first], [])).toEqual(resolveNetwork([first, second].slice(0, 1), []));
    const report = compareNetworks(resolveNetwork([first, second], []), resolveNetwork([first], []));
    expect(report.changes.map(({ field, after }) => [field, after])).toContainEqual(['company', 'Kestrel Labs']);
    expect(report.vanished).toBe(0);
  });
});
