import { createHash } from 'node:crypto';
import type { Network } from '../../../shared/model/network.ts';
import type { Batch } from '../../../shared/model/records.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { batchDigest } from './batch-digest.ts';

/**
 * One digest over all three layers in which only content counts: people by key, statements and imports by what they say. No
 * ids, no times of import, no withdrawn statements, no order of imports.
 */
export function digestContent(batches: readonly Batch[], statements: readonly Statement[], network: Network): string {
  const digestOf = new Map(batches.map(({ meta, content }) => [meta.id, batchDigest(meta, content)]));
  const hash = createHash('sha256');
  const add = (part: string, lines: string[]) => {
    hash.update(`${part} ${lines.length}\n${lines.sort().join('\n')}\n`);
  };
  add('batches', [...digestOf.values()]);
  add(
    'statements',
    statements.map(({ on, body, batch }) => {
      const fields = Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify([on, fields, batch === null ? null : (digestOf.get(batch) ?? 'gone')]);
    }),
  );
  const keyAt = (index: number) => network.people[index]?.key;
  add(
    'people',
    network.people.map(({ id: _, ...person }) => JSON.stringify(person)),
  );
  add(
    'keys',
    [...network.indexOfKey].map(([key, index]) => JSON.stringify([key, keyAt(index)])),
  );
  add(
    'owners',
    network.owners.map(({ person, ties, ...owner }) => {
      const named = ties.map(({ alter, contact, ...tie }) => [keyAt(alter), [...contact], tie]);
      return JSON.stringify([keyAt(person), person === network.ego, owner, named]);
    }),
  );
  add(
    'groups',
    network.groupThreads.map(({ members, ...thread }) => JSON.stringify([members.map(keyAt), thread])),
  );
  add('doubts', [
    ...network.proposals.map(({ a, b, reason }) => JSON.stringify([keyAt(a), keyAt(b), reason])),
    ...network.unjoined.map(({ source, name, candidates }) => JSON.stringify([source, name, candidates.map(keyAt)])),
  ]);
  add(
    'interests',
    network.interests.map((interest) => JSON.stringify(interest)),
  );
  add(
    'said in files',
    network.saidInFiles.map((said) => JSON.stringify(said)),
  );
  return hash.digest('hex');
}
