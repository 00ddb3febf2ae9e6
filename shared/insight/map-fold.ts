/**
 * Which people a picture draws, and which it folds into their region: a map of 30,000 is read through a few hundred. A pure
 * choice by importance, so that the same question gives the same picture.
 */
import type { PersonIndex } from '../model/network.ts';

/** So many of every region are drawn before anybody else, so that no region is a bare number. */
const SEATS = 3;

export interface FoldQuestion {
  /** Members of each region, the most important first. Everybody stands in one region. */
  regions: readonly (readonly PersonIndex[])[];
  /** Regions whose people are drawn only when unfolded. */
  isClosed: readonly boolean[];
  /** By person: the place in the order of importance, from 0. */
  rank: Uint32Array;
  /** Drawn before all others. */
  wanted: readonly PersonIndex[];
  /** Regions, the first first. */
  unfold: readonly number[];
  limit: number;
}

/** @returns the people drawn, by region, in the order of its members; at most `limit` in all */
export function chooseDrawn(question: FoldQuestion): PersonIndex[][] {
  const { regions, isClosed, rank, wanted, unfold, limit } = question;
  const taken = new Set<PersonIndex>();
  const take = (people: readonly PersonIndex[]): void => {
    for (const person of people) {
      if (taken.size >= limit) return;
      taken.add(person);
    }
  };
  take(wanted);
  for (const region of unfold) take(regions[region] ?? []);
  for (const [region, members] of regions.entries()) if (!isClosed[region]) take(members.slice(0, SEATS));
  const rest = regions.flatMap((members, region) => (isClosed[region] ? [] : members));
  take(rest.sort((a, b) => rank[a]! - rank[b]!));
  return regions.map((members) => members.filter((person) => taken.has(person)));
}
