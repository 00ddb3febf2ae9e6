/** How an owner's export shows their ties: evidence beside what the two have in common, and its strength (model.md §3). */
import type { Network, Owner, PersonIndex, TieEvidence } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import type { Constants } from '../ties/constants.ts';
import type { OrganizationSize, OwnPast, SharedPast, Stay, TitleOf } from '../ties/shared-past.ts';
import { indexPast, sharedPast, staysFromJobs, staysFromPast } from '../ties/shared-past.ts';
import type { StrengthInput } from '../ties/strength.ts';
import { strengthSummary } from '../ties/strength.ts';
import type { Employers } from './employers.ts';

export interface OwnerViews {
  /** The feature `shared` between an owner and somebody; null when either side's past is not known. */
  sharedWith(owner: Owner, alter: PersonIndex): SharedPast | null;
  /** What another owner's tie is judged from. */
  inputOf(owner: Owner, evidence: TieEvidence): StrengthInput;
  /** Strength of another owner's tie, from their view. */
  strengthOf(owner: Owner, evidence: TieEvidence): number;
}

export function ownerViews(
  network: Network,
  employers: Employers,
  titleOf: TitleOf,
  asOf: Day,
  constants: Constants,
): OwnerViews {
  const { keyOf } = employers.names;
  const ownerAt = new Map(network.owners.map((owner) => [owner.person, owner]));
  const pasts = new Map<PersonIndex, OwnPast | null>();
  const stays: (Stay[] | undefined)[] = new Array(network.people.length).fill(undefined);
  const sizeOf = (key: string): OrganizationSize => ({
    size: employers.names.sizeOf(key),
    listed: employers.byKey.get(key)?.members.length ?? 0,
  });

  const pastOf = (owner: Owner): OwnPast | null => {
    const known = pasts.get(owner.person);
    if (known !== undefined) return known;
    const past = owner.has.past ? indexPast(staysFromPast(owner.past, keyOf, titleOf, asOf)) : null;
    pasts.set(owner.person, past);
    return past;
  };
  const staysOf = (person: PersonIndex): Stay[] => {
    const known = stays[person];
    if (known !== undefined) return known;
    const found = staysFromJobs(network.people[person]!.jobs, keyOf, titleOf, asOf);
    const owner = ownerAt.get(person);
    if (owner !== undefined) found.push(...staysFromPast(owner.past, keyOf, titleOf, asOf));
    stays[person] = found;
    return found;
  };
  const sharedWith = (owner: Owner, alter: PersonIndex): SharedPast | null => {
    const past = pastOf(owner);
    return past === null ? null : sharedPast(past, staysOf(alter), sizeOf, asOf, constants);
  };
  const inputOf = (owner: Owner, evidence: TieEvidence): StrengthInput => ({
    evidence,
    has: owner.has,
    logged: [],
    selfReport: null,
    shared: sharedWith(owner, evidence.alter),
  });

  let placesKnown: Workplaces | null = null;
  const workplacesOnce = (): Workplaces => {
    placesKnown ??= workplaces(network, employers, ownerAt);
    return placesKnown;
  };
  const sharedPlaces = new Map<PersonIndex, Uint8Array>();
  /** For each workplace whether the owner's past knows it; null when that past is not known. */
  const sharedPlacesOf = (owner: Owner): Uint8Array | null => {
    const past = pastOf(owner);
    if (past === null) return null;
    let isShared = sharedPlaces.get(owner.person);
    if (isShared === undefined) {
      const places = workplacesOnce();
      isShared = new Uint8Array(places.count);
      for (const key of past.keys()) {
        const place = places.numberOf.get(key);
        if (place !== undefined) isShared[place] = 1;
      }
      // Who may have worked in several places is looked at closely.
      isShared[SEVERAL] = 1;
      sharedPlaces.set(owner.person, isShared);
    }
    return isShared;
  };

  // Most ties of others are a date of acceptance and nothing else, and people accept several on one day.
  const bareStrengths = new Map<number, Float64Array>();
  const strengthOf = (owner: Owner, evidence: TieEvidence): number => {
    const age = evidence.acceptedOn === null ? -1 : asOf - evidence.acceptedOn;
    const isOrdinary = age >= 0 && age < REMEMBERED_DAYS && isBare(evidence);
    if (!isOrdinary || sharedPlacesOf(owner)?.[workplacesOnce().of[evidence.alter]!] === 1) {
      return strengthSummary(inputOf(owner, evidence), asOf, constants).s;
    }
    const sources = sourcesCode(owner.has);
    let byAge = bareStrengths.get(sources);
    if (byAge === undefined) {
      byAge = new Float64Array(REMEMBERED_DAYS);
      bareStrengths.set(sources, byAge);
    }
    // 0 is no strength: not yet computed.
    if (byAge[age] === 0) {
      byAge[age] = strengthSummary({ ...inputOf(owner, evidence), shared: null }, asOf, constants).s;
    }
    return byAge[age]!;
  };
  return { sharedWith, inputOf, strengthOf };
}

/** Ages of acceptance whose strength is remembered: 30 years, longer than the platform has been there. */
const REMEMBERED_DAYS = 11_000;

/** Workplace numbers with a meaning of their own; employers follow. */
const NOWHERE = 0;
const SEVERAL = 1;

/** Each person's one workplace as a number, so that half a million ties need no comparison of names. */
interface Workplaces {
  of: Int32Array;
  numberOf: ReadonlyMap<string, number>;
  count: number;
}

function workplaces(network: Network, employers: Employers, ownerAt: ReadonlyMap<PersonIndex, Owner>): Workplaces {
  const numberOf = new Map<string, number>();
  for (const key of employers.byKey.keys()) numberOf.set(key, SEVERAL + 1 + numberOf.size);
  const of = new Int32Array(network.people.length);
  for (const [person, { jobs }] of network.people.entries()) {
    const key = employers.keyOfPerson[person] ?? null;
    if (jobs.length > 1 || ownerAt.has(person)) of[person] = SEVERAL;
    else of[person] = key === null ? NOWHERE : numberOf.get(key)!;
  }
  return { of, numberOf, count: SEVERAL + 1 + numberOf.size };
}

/** Whether the date of acceptance is all that the export says about the tie. */
function isBare(evidence: TieEvidence): boolean {
  return (
    evidence.contact.length === 0 &&
    evidence.recommendationGivenOn.length === 0 &&
    evidence.recommendationReceivedOn.length === 0 &&
    evidence.recommendationsUndated === 0 &&
    evidence.endorsementDays.length === 0 &&
    evidence.invitationNote === null
  );
}

/** One number for which sources were imported. */
function sourcesCode({ messages, recommendations, endorsements }: Owner['has']): number {
  return (messages ? 1 : 0) + (recommendations ? 2 : 0) + (endorsements ? 4 : 0);
}
