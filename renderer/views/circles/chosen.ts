/** Whom of many people a choice means, without naming those that are not shown: all but some, or some and nobody else. */
export interface Chosen {
  isAll: boolean;
  /** People by number: left out where all are meant, else those who are meant. */
  others: ReadonlySet<number>;
}

export const EVERYBODY: Chosen = { isAll: true, others: new Set() };
export const NOBODY: Chosen = { isAll: false, others: new Set() };

export function isChosen({ isAll, others }: Chosen, person: number): boolean {
  return others.has(person) !== isAll;
}

export function toggled({ isAll, others }: Chosen, person: number): Chosen {
  const next = new Set(others);
  if (!next.delete(person)) next.add(person);
  return { isAll, others: next };
}

/** @param people how many there are in all */
export function countChosen({ isAll, others }: Chosen, people: number): number {
  return isAll ? people - others.size : others.size;
}
