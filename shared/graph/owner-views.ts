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

  // Most ties of others are a date of acceptance and nothing else, and people accept several on one day.
  const bareStrengths = new Map<number, Map<Day | null, number>>();
  const strengthOf = (owner: Owner, evidence: TieEvidence): number => {
    if (!isBare(evidence) || mayShare(owner, evidence.alter)) {
      return strengthSummary(inputOf(owner, evidence), asOf, constants).s;
    }
    const sources = sourcesCode(owner.has);
    let byDay = bareStrengths.get(sources);
    if (byDay === undefined) {
      byDay = new Map();
      bareStrengths.set(sources, byDay);
    }
    let s = byDay.get(evidence.acceptedOn);
    if (s === undefined) {
      s = strengthSummary({ ...inputOf(owner, evidence), shared: null }, asOf, constants).s;
      byDay.set(evidence.acceptedOn, s);
    }
    return s;
  };
  /** Whether the two may have an employer or school in common; quick, and never wrongly false. */
  const mayShare = (owner: Owner, alter: PersonIndex): boolean => {
    const past = pastOf(owner);
    if (past === null || past.size === 0) return false;
    if (network.people[alter]!.jobs.length > 1 || ownerAt.has(alter)) return true;
    const key = employers.keyOfPerson[alter] ?? null;
    return key !== null && past.has(key);
  };
  return { sharedWith, inputOf, strengthOf };
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
