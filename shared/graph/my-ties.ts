/** My own ties: who they are, on which ground, how strong, and how likely to help (model.md §3, §5, settled 15-18). */
import type { Network, Owner, PersonIndex, TieEvidence } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import { assertedTie } from '../ties/asserted.ts';
import type { Constants } from '../ties/constants.ts';
import type { Calibration, HelpEstimate } from '../ties/help.ts';
import { estimateHelp, openedThreads } from '../ties/help.ts';
import type { DatedReport, StrengthBand, StrengthInput, TieStrength } from '../ties/strength.ts';
import { latestSelfReport, strengthSummary, tieStrength } from '../ties/strength.ts';
import { mirroredEvidence } from './mirrored-evidence.ts';
import { isConnectedOn } from './observed-ties.ts';
import type { OwnerViews } from './owner-views.ts';
import type { StatementsIndex } from './statements-index.ts';
import { asksTo, loggedWith, saidPair, selfReportOn } from './statements-index.ts';
import type { BasisName, EgoTies } from './tie-graph.ts';
import { Basis } from './tie-graph.ts';

/** How a tie of mine is known. */
export type MyTieGround =
  /** In my Connections.csv. */
  | 'connection'
  | 'address-book'
  /** Only their export lists it. */
  | 'their-connection'
  /** I said so. */
  | 'said';

/** What is shown of a strength beside s itself; arrays as long as `people`, meaningful where I have a tie. */
export interface MyTieSummaries {
  coverage: Float64Array;
  sd: Float64Array;
  /** Index into BANDS. */
  band: Uint8Array;
  isDormant: Uint8Array;
}

export const BANDS = ['unknown', 'weak', 'moderate', 'strong'] as const satisfies readonly StrengthBand[];

export interface MyTie {
  person: PersonIndex;
  ground: MyTieGround;
  basis: BasisName;
  /** Whose export the strength was read from; read as mine. */
  owner: PersonIndex;
  strength: TieStrength;
  help: HelpEstimate;
  /** I said that I do not know them, and yet an export lists them. */
  isDenied: boolean;
}

/** What my ties are judged from. */
export interface MyTieSources {
  network: Network;
  statements: StatementsIndex;
  views: OwnerViews;
  /** What my export says about each person; undefined where nothing. */
  evidenceOf: readonly (TieEvidence | undefined)[];
  /** Owners who list me, by person, with what their export says read as mine. */
  listedBy: ReadonlyMap<PersonIndex, { owner: Owner; evidence: TieEvidence }>;
  asOf: Day;
  constants: Constants;
  calibration: Calibration | null;
}

export function myTieSources(
  network: Network,
  statements: StatementsIndex,
  views: OwnerViews,
  asOf: Day,
  constants: Constants,
  calibration: Calibration | null,
): MyTieSources {
  const evidenceOf: (TieEvidence | undefined)[] = new Array(network.people.length).fill(undefined);
  const listedBy = new Map<PersonIndex, { owner: Owner; evidence: TieEvidence }>();
  for (const owner of network.owners) {
    for (const evidence of owner.ties) {
      if (owner.isMe) evidenceOf[evidence.alter] = evidence;
      else if (evidence.alter === network.ego && isConnectedOn(evidence, asOf)) {
        listedBy.set(owner.person, { owner, evidence: mirroredEvidence(evidence, owner.person) });
      }
    }
  }
  return { network, statements, views, evidenceOf, listedBy, asOf, constants, calibration };
}

/** Judges all my ties at once. */
export function judgeMyTies(sources: MyTieSources): { ties: EgoTies; summaries: MyTieSummaries } {
  const size = sources.network.people.length;
  const ties: EgoTies = {
    isTie: new Uint8Array(size),
    basis: new Uint8Array(size),
    s: new Float64Array(size).fill(Number.NaN),
    help: new Float64Array(size).fill(Number.NaN),
  };
  const summaries: MyTieSummaries = {
    coverage: new Float64Array(size),
    sd: new Float64Array(size),
    band: new Uint8Array(size),
    isDormant: new Uint8Array(size),
  };
  for (let person = 0; person < size; person++) {
    const found = myTieInput(sources, person);
    if (found === null) continue;
    const summary = strengthSummary(found.input, sources.asOf, sources.constants);
    ties.isTie[person] = 1;
    ties.basis[person] = Basis[basisOf(found.ground)];
    ties.s[person] = summary.s;
    ties.help[person] = helpOf(sources, person, summary.s).probability;
    summaries.coverage[person] = summary.coverage;
    summaries.sd[person] = summary.sd;
    summaries.band[person] = BANDS.indexOf(summary.band);
    summaries.isDormant[person] = summary.isDormant ? 1 : 0;
  }
  return { ties, summaries };
}

/** One tie of mine with everything that explains it; null when I have none to this person. */
export function explainMyTie(sources: MyTieSources, person: PersonIndex): MyTie | null {
  const found = myTieInput(sources, person);
  if (found === null) return null;
  const strength = tieStrength(found.input, sources.asOf, sources.constants);
  return {
    person,
    ground: found.ground,
    basis: basisOf(found.ground),
    owner: found.owner.person,
    strength,
    help: helpOf(sources, person, strength.s),
    isDenied: isDenied(sources, person),
  };
}

export interface MyTieInput {
  ground: MyTieGround;
  owner: Owner;
  input: StrengthInput;
}

/**
 * The ground with the best view: my own list of connections, then my address book, then theirs, then my word. It is my view
 * also where only they list me (settled 17): what they saw of me is turned around.
 * Who only wrote, was invited or invited me is no contact.
 */
export function myTieInput(sources: MyTieSources, person: PersonIndex): MyTieInput | null {
  const { network, statements, asOf } = sources;
  if (person === network.ego) return null;
  const me = network.owners[0];
  const evidence = sources.evidenceOf[person] ?? null;
  const pairReport = reportFromPair(sources, person);
  // However it was said, the later word holds (settled 16).
  const reports = [selfReportOn(statements, person, asOf), pairReport?.isStated ? pairReport : null];
  const selfReport = latestSelfReport(
    reports.filter((report) => report !== null),
    asOf,
  );
  const logged = loggedWith(statements, person);
  const mine = (ground: MyTieGround, has: Owner['has']): MyTieInput | null =>
    me === undefined
      ? null
      : {
          ground,
          owner: me,
          input: { evidence, has, logged, selfReport, shared: sources.views.sharedWith(me, person) },
        };
  if (me !== undefined && evidence !== null && isConnectedOn(evidence, asOf)) return mine('connection', me.has);
  if (network.people[person]!.isInAddressBook) return mine('address-book', visibleSources(me, evidence));
  const theirs = sources.listedBy.get(person);
  if (theirs !== undefined) {
    const { owner } = theirs;
    const shared = me === undefined ? null : sources.views.sharedWith(me, person);
    const input = { evidence: theirs.evidence, has: owner.has, logged, selfReport, shared };
    return { ground: 'their-connection', owner, input };
  }
  const said = selfReport ?? pairReport;
  if (me === undefined || said === null || said.value === 0 || isDenied(sources, person)) return null;
  const tie = mine('said', visibleSources(me, evidence));
  return tie === null ? null : { ...tie, input: { ...tie.input, selfReport: said } };
}

const NOTHING_VISIBLE: Owner['has'] = { messages: false, recommendations: false, endorsements: false, past: false };

/**
 * Somebody who is no connection cannot be written to there, so that their silence in my export says nothing; once they
 * stand in it with contact or a document, it does.
 */
function visibleSources(me: Owner | undefined, evidence: TieEvidence | null): Owner['has'] {
  if (me === undefined || evidence === null) return NOTHING_VISIBLE;
  const isSeen =
    evidence.contact.length > 0 ||
    evidence.recommendationGivenOn.length + evidence.recommendationReceivedOn.length > 0 ||
    evidence.recommendationsUndated > 0 ||
    evidence.endorsementDays.length > 0;
  return isSeen ? me.has : NOTHING_VISIBLE;
}

/**
 * "I know X" is a self-report like any other. Without a closeness it says acquaintance, whose anchor is that of "A knows B";
 * that makes a tie, but does not lower one that an export shows.
 */
function reportFromPair(sources: MyTieSources, person: PersonIndex): (DatedReport & { isStated: boolean }) | null {
  const pair = saidPair(sources.statements, sources.network.ego, person);
  const last = pair?.statements.findLast(({ on }) => on <= sources.asOf);
  if (last === undefined || last.kind === 'not-knows') return null;
  return { value: last.closeness ?? 2, on: last.on, id: last.id, isStated: last.closeness !== null };
}

function isDenied(sources: MyTieSources, person: PersonIndex): boolean {
  const pair = saidPair(sources.statements, sources.network.ego, person);
  return pair !== null && (assertedTie(pair.statements, sources.asOf, sources.constants)?.isDenied ?? false);
}

function basisOf(ground: MyTieGround): BasisName {
  return ground === 'said' ? 'asserted' : 'observed';
}

function helpOf(sources: MyTieSources, person: PersonIndex, s: number): HelpEstimate {
  const { statements, asOf, constants, calibration } = sources;
  const contact = sources.evidenceOf[person]?.contact;
  return estimateHelp(
    {
      s,
      vouch: statements.vouches.get(person) ?? null,
      asks: asksTo(statements, person),
      threads: contact === undefined || contact.length === 0 ? [] : openedThreads(contact, asOf, constants),
      calibration,
    },
    asOf,
    constants,
  );
}
