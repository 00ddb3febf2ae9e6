/** What there is to ask, without the schemas: those take longer to load than anything else that a window needs at its start. */

interface MethodTraits {
  /** Windows should ask again after it. */
  changes: boolean;
  /** Runs on the thread for long work, with progress and cancel. */
  isLong: boolean;
}

const QUESTION: MethodTraits = { changes: false, isLong: false };
const CHANGE: MethodTraits = { changes: true, isLong: false };
const LONG_QUESTION: MethodTraits = { changes: false, isLong: true };
const LONG_CHANGE: MethodTraits = { changes: true, isLong: true };

export const METHOD_TRAITS = {
  status: QUESTION,
  importFiles: LONG_CHANGE,
  listBatches: QUESTION,
  undoBatch: LONG_CHANGE,
  makeSample: LONG_CHANGE,
  listPeople: QUESTION,
  getPerson: QUESTION,
  listProposals: QUESTION,
  listTies: QUESTION,
  findRoutes: QUESTION,
  findRoutesToMany: QUESTION,
  listConnectors: QUESTION,
  getMap: QUESTION,
  savePicture: QUESTION,
  listCommunities: QUESTION,
  askCircles: QUESTION,
  answerCircle: CHANGE,
  listCircles: QUESTION,
  listTop: QUESTION,
  markRobust: LONG_QUESTION,
  nextCards: QUESTION,
  answerCard: CHANGE,
  summarizeTriage: QUESTION,
  today: QUESTION,
  answerSuggestion: CHANGE,
  listLog: QUESTION,
  listKept: QUESTION,
  listGiveIdeas: QUESTION,
  listReferrals: QUESTION,
  listTargets: QUESTION,
  suggestTargets: QUESTION,
  suggestCompanies: QUESTION,
  readTargetLines: QUESTION,
  matchNames: QUESTION,
  getBackChannel: QUESTION,
  addTargets: CHANGE,
  removeTarget: CHANGE,
  say: CHANGE,
  log: CHANGE,
  sayMany: CHANGE,
  withdraw: CHANGE,
  withdrawMany: CHANGE,
  reinstate: CHANGE,
  exportData: LONG_QUESTION,
  backUp: LONG_QUESTION,
  listBackups: QUESTION,
  restore: LONG_CHANGE,
  forget: LONG_CHANGE,
  erase: LONG_CHANGE,
  startNew: LONG_CHANGE,
  doctor: LONG_QUESTION,
} as const satisfies Record<string, MethodTraits>;

export type MethodName = keyof typeof METHOD_TRAITS;

export const METHOD_NAMES = Object.keys(METHOD_TRAITS) as MethodName[];

export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(METHOD_TRAITS, name);
}
