/** The numbers people have in one store. They are kept for good and take no part in any order. */
import type { PersonIndex } from '../model/network.ts';

export interface IdOptions {
  /** The number that stands for a key in the store, if any. */
  idOfKey?: (key: string) => number | undefined;
  /** First number never given; default: one more than the largest that `idOfKey` named. */
  nextId?: number;
}

/**
 * Old numbers by the strongest key first; where people parted, the one who has the strongest key keeps the number. New people get new
 * numbers in the order given.
 *
 * @param keysOfPerson every person's keys, strongest first
 */
export function givePersonIds(keysOfPerson: readonly (readonly string[])[], options: IdOptions): number[] {
  const ids: (number | undefined)[] = keysOfPerson.map(() => undefined);
  const taken = new Set<number>();
  let largest = 0;
  const claim = (person: PersonIndex, key: string): void => {
    const id = options.idOfKey?.(key);
    if (id === undefined) return;
    largest = Math.max(largest, id);
    if (ids[person] !== undefined || taken.has(id)) return;
    ids[person] = id;
    taken.add(id);
  };
  if (options.idOfKey !== undefined) {
    keysOfPerson.forEach(([strongest], person) => {
      if (strongest !== undefined) claim(person, strongest);
    });
    keysOfPerson.forEach((keys, person) => {
      for (const key of keys.slice(1)) claim(person, key);
    });
  }
  let next = Math.max(options.nextId ?? 1, largest + 1);
  return ids.map((id) => id ?? next++);
}
