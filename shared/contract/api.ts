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

/** `changes`: windows should ask again after it. `isLong`: runs on the thread for long work, with progress and cancel. */
export const METHODS = {
  status: { input: Judging, output: Status, changes: false, isLong: false },
  importFiles: { input: ImportInput, output: ImportReport, changes: true, isLong: true },
  listBatches: { input: Nothing, output: BatchList, changes: false, isLong: false },
  undoBatch: { input: UndoInput, output: UndoReport, changes: true, isLong: true },
  makeSample: { input: Judging, output: SampleReport, changes: true, isLong: true },
  listPeople: { input: PeopleInput, output: PeopleList, changes: false, isLong: false },
  getPerson: { input: PersonInput, output: PersonPage, changes: false, isLong: false },
  listProposals: { input: Judging, output: ProposalList, changes: false, isLong: false },
  listTies: { input: TiesInput, output: TieList, changes: false, isLong: false },
  findRoutes: { input: RoutesInput, output: RouteAnswer, changes: false, isLong: false },
  findRoutesToMany: { input: RoutesListInput, output: RouteAnswers, changes: false, isLong: false },
  listConnectors: { input: ConnectorsInput, output: ConnectorList, changes: false, isLong: false },
  getMap: { input: MapInput, output: MapPicture, changes: false, isLong: false },
  savePicture: { input: PictureInput, output: PictureReport, changes: false, isLong: false },
  listCommunities: { input: CommunitiesInput, output: CommunityList, changes: false, isLong: false },
  askCircles: { input: CircleQuestionsInput, output: CircleQuestions, changes: false, isLong: false },
  answerCircle: { input: CircleAnswerInput, output: StatementReceipts, changes: true, isLong: false },
  listCircles: { input: CirclesInput, output: CircleList, changes: false, isLong: false },
  listTop: { input: TopInput, output: TopList, changes: false, isLong: false },
  markRobust: { input: RobustInput, output: RobustReport, changes: false, isLong: true },
  nextCards: { input: CardsInput, output: TriageCards, changes: false, isLong: false },
  answerCard: { input: CardAnswerInput, output: CardAnswer, changes: true, isLong: false },
  summarizeTriage: { input: TriageSummaryInput, output: TriageSummary, changes: false, isLong: false },
  today: { input: TodayInput, output: Today, changes: false, isLong: false },
  answerSuggestion: { input: SuggestionAnswerInput, output: StatementReceipt, changes: true, isLong: false },
  listLog: { input: Judging, output: LogList, changes: false, isLong: false },
  listKept: { input: Nothing, output: KeptList, changes: false, isLong: false },
  listGiveIdeas: { input: Judging, output: GiveIdeas, changes: false, isLong: false },
  listReferrals: { input: Judging, output: ReferralList, changes: false, isLong: false },
  listTargets: { input: Judging, output: TargetList, changes: false, isLong: false },
  suggestTargets: { input: Nothing, output: TargetSuggestions, changes: false, isLong: false },
  suggestCompanies: { input: CompanySearchInput, output: CompanySearch, changes: false, isLong: false },
  readTargetLines: { input: TargetLinesInput, output: TargetLines, changes: false, isLong: false },
  matchNames: { input: NamesInput, output: NameMatches, changes: false, isLong: false },
  getBackChannel: { input: BackChannelInput, output: BackChannel, changes: false, isLong: false },
  addTargets: { input: TargetsAddInput, output: TargetList, changes: true, isLong: false },
  removeTarget: { input: TargetsRemoveInput, output: TargetList, changes: true, isLong: false },
  say: { input: SayInput, output: StatementReceipt, changes: true, isLong: false },
  log: { input: LogInput, output: StatementReceipt, changes: true, isLong: false },
  sayMany: { input: SayManyInput, output: StatementReceipts, changes: true, isLong: false },
  withdraw: { input: WithdrawInput, output: StatementReceipt, changes: true, isLong: false },
  withdrawMany: { input: StatementIdsInput, output: StatementReceipts, changes: true, isLong: false },
  reinstate: { input: StatementIdsInput, output: StatementReceipts, changes: true, isLong: false },
  exportData: { input: ExportInput, output: ExportReport, changes: false, isLong: true },
  backUp: { input: BackupInput, output: BackupReport, changes: false, isLong: true },
  listBackups: { input: Nothing, output: BackupList, changes: false, isLong: false },
  restore: { input: RestoreInput, output: RestoreReport, changes: true, isLong: true },
  forget: { input: ForgetInput, output: ForgetReport, changes: true, isLong: true },
  erase: { input: EraseInput, output: EraseReport, changes: true, isLong: true },
  startNew: { input: Nothing, output: StartNewReport, changes: true, isLong: true },
  doctor: { input: Nothing, output: DoctorReport, changes: false, isLong: true },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType; changes: boolean; isLong: boolean }>;

export type MethodName = keyof typeof METHODS;
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
