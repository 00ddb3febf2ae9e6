/** Turns joined keys into people: each set of keys is one person, named by its strongest key; people are sorted by that key. */
import type { PersonIndex } from '../model/network.ts';
import type { ExportView } from './export-view.ts';
import type { Numbering } from './join-names.ts';
import type { KeyUnion } from './key-union.ts';
import { compareKeys, weaknessOfKey } from './person-key.ts';

export interface NumberedPeople extends Numbering {
  /** Every person's keys, the one that names them first, the others by strength. */
  keysOfPerson: string[][];
  /** Every key, to its person. */
  indexes: Map<string, PersonIndex>;
}

/** A key in an export of mine outranks one in any other. */
const MINE = 2 ** 20;

/** Call it once everything is joined and every address has a node. */
export function numberPeople(union: KeyUnion, views: readonly ExportView[]): NumberedPeople {
  const keysOfRoot = new Map<number, string[]>();
  const seen = lastSeen(union, views);
  for (let node = 0; node < union.size; node++) {
    const root = union.root(node);
    const keys = keysOfRoot.get(root);
    if (keys === undefined) keysOfRoot.set(root, [union.keyOf(node)]);
    else keys.push(union.keyOf(node));
  }
  const strongest: string[] = [];
  for (const keys of keysOfRoot.values()) {
    if (keys.length > 1) keys.sort((a, b) => compareAddresses(a, b, union, seen) || compareKeys(a, b));
    strongest.push(keys[0]!);
  }
  // The default order of strings is by code units.
  const sorted = strongest.sort();
  const indexOfRoot = new Int32Array(union.size).fill(-1);
  const indexes = new Map<string, PersonIndex>();
  const keysOfPerson = sorted.map((key, index) => {
    const root = union.root(union.node(key));
    indexOfRoot[root] = index;
    const keys = keysOfRoot.get(root)!;
    for (const each of keys) indexes.set(each, index);
    return keys;
  });
  return {
    keysOfPerson,
    indexes,
    indexOfNode: (node) => indexOfRoot[union.root(node)]!,
    indexOfKey: (key) => indexes.get(key)!,
  };
}

/** Of several addresses of one person, the one in the newest export names them: the older ones no longer open. */
function compareAddresses(a: string, b: string, union: KeyUnion, seen: Int32Array): number {
  if (weaknessOfKey(a) !== 0 || weaknessOfKey(b) !== 0) return 0;
  return seen[union.node(b)]! - seen[union.node(a)]!;
}

/** By node: in which export the address last stood in a row or as the owner's. */
function lastSeen(union: KeyUnion, views: readonly ExportView[]): Int32Array {
  const seen = new Int32Array(union.size);
  for (const view of views) {
    const rank = view.order + 1 + (view.isMine ? MINE : 0);
    const see = (node: number): void => {
      seen[node] = Math.max(seen[node]!, rank);
    };
    see(view.ownerNode);
    for (const row of view.rows) if (row.record.slug !== null) see(row.node);
  }
  return seen;
}
