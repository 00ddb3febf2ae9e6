/**
 * The one contract between any front end and the backend: what can be asked, with which words, and what comes back.
 * Inputs are checked with these schemas by every shell; values are plain JSON.
 */
import { z } from 'zod';
import { BackChannel, BackChannelInput } from './back-channel.ts';
import { CircleAnswerInput, CircleList, CircleQuestions, CircleQuestionsInput, CirclesInput } from './circles.ts';
import { Judging } from './common.ts';
import { CommunitiesInput, CommunityList, ConnectorList, ConnectorsInput } from './connectors.ts';
import {
  BackupInput,
  BackupList,
  BackupReport,
  DoctorReport,
  EraseInput,
  EraseReport,
  ExportInput,
  ExportReport,
  ForgetInput,
  ForgetReport,
  RestoreInput,
  RestoreReport,
  SampleReport,
  StartNewReport,
  Status,
} from './data.ts';
import { BatchList, ImportInput, ImportReport, UndoInput, UndoReport } from './imports.ts';
import { MapInput, MapPicture, PictureInput, PictureReport } from './map.ts';
import type { MethodName } from './method-traits.ts';
import { PeopleInput, PeopleList, PersonInput, PersonPage, ProposalList, TieList, TiesInput } from './people.ts';
import {
  CompanySearch,
  CompanySearchInput,
  NameMatches,
  NamesInput,
  RouteAnswer,
  RouteAnswers,
  RoutesInput,
  RoutesListInput,
  TargetLines,
  TargetLinesInput,
  TargetList,
  TargetSuggestions,
  TargetsAddInput,
  TargetsRemoveInput,
} from './routes.ts';
import {
  KeptList,
  LogInput,
  LogList,
  SayInput,
  SayManyInput,
  StatementIdsInput,
  StatementReceipt,
  StatementReceipts,
  WithdrawInput,
} from './statements.ts';
import { GiveIdeas, ReferralList, SuggestionAnswerInput, Today, TodayInput } from './today.ts';
import {
  CardAnswer,
  CardAnswerInput,
  CardsInput,
  RobustInput,
  RobustReport,
  TopInput,
  TopList,
  TriageCards,
  TriageSummary,
  TriageSummaryInput,
} from './top.ts';

const Nothing = z.object({});

/** What method-traits.ts says of each is known without these schemas. */
export const METHODS = {
  status: { input: Judging, output: Status },
  importFiles: { input: ImportInput, output: ImportReport },
  listBatches: { input: Nothing, output: BatchList },
  undoBatch: { input: UndoInput, output: UndoReport },
  makeSample: { input: Judging, output: SampleReport },
  listPeople: { input: PeopleInput, output: PeopleList },
  getPerson: { input: PersonInput, output: PersonPage },
  listProposals: { input: Judging, output: ProposalList },
  listTies: { input: TiesInput, output: TieList },
  findRoutes: { input: RoutesInput, output: RouteAnswer },
  findRoutesToMany: { input: RoutesListInput, output: RouteAnswers },
  listConnectors: { input: ConnectorsInput, output: ConnectorList },
  getMap: { input: MapInput, output: MapPicture },
  savePicture: { input: PictureInput, output: PictureReport },
  listCommunities: { input: CommunitiesInput, output: CommunityList },
  askCircles: { input: CircleQuestionsInput, output: CircleQuestions },
  answerCircle: { input: CircleAnswerInput, output: StatementReceipts },
  listCircles: { input: CirclesInput, output: CircleList },
  listTop: { input: TopInput, output: TopList },
  markRobust: { input: RobustInput, output: RobustReport },
  nextCards: { input: CardsInput, output: TriageCards },
  answerCard: { input: CardAnswerInput, output: CardAnswer },
  summarizeTriage: { input: TriageSummaryInput, output: TriageSummary },
  today: { input: TodayInput, output: Today },
  answerSuggestion: { input: SuggestionAnswerInput, output: StatementReceipt },
  listLog: { input: Judging, output: LogList },
  listKept: { input: Nothing, output: KeptList },
  listGiveIdeas: { input: Judging, output: GiveIdeas },
  listReferrals: { input: Judging, output: ReferralList },
  listTargets: { input: Judging, output: TargetList },
  suggestTargets: { input: Nothing, output: TargetSuggestions },
  suggestCompanies: { input: CompanySearchInput, output: CompanySearch },
  readTargetLines: { input: TargetLinesInput, output: TargetLines },
  matchNames: { input: NamesInput, output: NameMatches },
  getBackChannel: { input: BackChannelInput, output: BackChannel },
  addTargets: { input: TargetsAddInput, output: TargetList },
  removeTarget: { input: TargetsRemoveInput, output: TargetList },
  say: { input: SayInput, output: StatementReceipt },
  log: { input: LogInput, output: StatementReceipt },
  sayMany: { input: SayManyInput, output: StatementReceipts },
  withdraw: { input: WithdrawInput, output: StatementReceipt },
  withdrawMany: { input: StatementIdsInput, output: StatementReceipts },
  reinstate: { input: StatementIdsInput, output: StatementReceipts },
  exportData: { input: ExportInput, output: ExportReport },
  backUp: { input: BackupInput, output: BackupReport },
  listBackups: { input: Nothing, output: BackupList },
  restore: { input: RestoreInput, output: RestoreReport },
  forget: { input: ForgetInput, output: ForgetReport },
  erase: { input: EraseInput, output: EraseReport },
  startNew: { input: Nothing, output: StartNewReport },
  doctor: { input: Nothing, output: DoctorReport },
} as const satisfies Record<MethodName, { input: z.ZodType; output: z.ZodType }>;

export type { MethodName };
/** What a caller passes (defaults may be left out). */
export type InputOf<M extends MethodName> = z.input<(typeof METHODS)[M]['input']>;
/** What the backend receives after checking. */
export type CheckedInputOf<M extends MethodName> = z.output<(typeof METHODS)[M]['input']>;
export type OutputOf<M extends MethodName> = z.output<(typeof METHODS)[M]['output']>;

export interface Progress {
  /** What is going on, in words: "Reading messages.csv". */
  step: string;
  done: number;
  /** null when it cannot be known. */
  total: number | null;
}

/** How a caller follows and stops long work. */
export interface CallContext {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignalLike;
}

/** The part of AbortSignal that the contract needs; shared code knows neither DOM nor Node. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export type WeftApi = {
  [M in MethodName]: (input: InputOf<M>, context?: CallContext) => Promise<OutputOf<M>>;
};
