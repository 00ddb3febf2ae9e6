/** The one place where the parts are put together: the store, the session that keeps what was computed, and the services. */
import { homedir } from 'node:os';
import type { CallContext, CheckedInputOf, MethodName, OutputOf, WeftApi } from '../../shared/contract/api.ts';
import { METHOD_TRAITS } from '../../shared/contract/method-traits.ts';
import { apiOf } from '../../shared/contract/wire.ts';
import { Session } from './engine/session.ts';
import { getBackChannel } from './services/back-channel-service.ts';
import { answerCircle, askCircles, listCircles } from './services/circle-service.ts';
import { listCommunities, listConnectors } from './services/connectors-service.ts';
import { backUp, listBackups, listBatches, restore, status } from './services/data-service.ts';
import { exportData } from './services/export-service.ts';
import { erase, forget, startNew } from './services/forget-service.ts';
import { listGiveIdeas } from './services/give-ideas-service.ts';
import { importFiles, undoBatch } from './services/import-service.ts';
import { listKept } from './services/kept-service.ts';
import { listLog } from './services/log-service.ts';
import { savePicture } from './services/map-picture-file.ts';
import { getMap } from './services/map-service.ts';
import { listPeople } from './services/people-service.ts';
import { getPerson } from './services/person-service.ts';
import { listProposals } from './services/proposals-service.ts';
import { listReferrals } from './services/referrals-service.ts';
import { findRoutes, findRoutesToMany } from './services/routes-service.ts';
import { makeSample } from './services/sample-service.ts';
import { log, reinstate, say, sayMany, withdraw, withdrawMany } from './services/statement-service.ts';
import { matchNames, readTargetLines, suggestCompanies } from './services/target-lines.ts';
import { suggestTargets } from './services/target-suggestions.ts';
import { addTargets, listTargets, removeTarget } from './services/targets-service.ts';
import { listTies } from './services/ties-service.ts';
import { answerSuggestion, today } from './services/today-service.ts';
import { listTop, markRobustContacts } from './services/top-service.ts';
import { answerCard, nextCards, summarizeTriage } from './services/triage-service.ts';
import { examineStore } from './store/doctor.ts';
import { underImportMark } from './store/import-mark.ts';
import { defaultStoreFolder } from './store/paths.ts';
import { todayIso } from './today.ts';

export interface BackendOptions {
  /** The folder that holds the map; default: the user's own data folder, or WEFT_STORE. */
  folder?: string;
}

export interface Backend {
  api: WeftApi;
  /** Called after every call that changed the map. */
  onChanged(listener: () => void): void;
  close(): Promise<void>;
}

type Handlers = {
  [M in MethodName]: (input: CheckedInputOf<M>, context: CallContext) => OutputOf<M> | Promise<OutputOf<M>>;
};

type CheckInput = <M extends MethodName>(method: M, input: unknown) => CheckedInputOf<M>;

/** @param check what every input goes through first */
export function assembleBackend(options: BackendOptions, check: CheckInput): Backend {
  const folder =
    options.folder ?? defaultStoreFolder({ platform: process.platform, env: process.env, home: homedir() });
  const session = new Session({ folder, now: () => new Date() });

  const handlers: Handlers = {
    status: (input) => status(session, input),
    importFiles: (input, context) => {
      const clock = { today: todayIso(session.now), now: session.now };
      const reading = () => session.reading();
      if (input.dryRun) return importFiles({ changing: reading, writing: reading }, input, clock, context);
      return underImportMark(folder, (setMark) => {
        const writing = () => {
          const store = session.writing();
          setMark();
          return store;
        };
        return importFiles({ changing: () => session.changing(), writing }, input, clock, context);
      });
    },
    listBatches: () => listBatches(session),
    undoBatch: (input) => undoBatch(session.changing(), input.batch),
    makeSample: (_, context) => makeSample(session, context),
    listPeople: (input) => listPeople(session, input),
    getPerson: (input) => getPerson(session, input),
    listProposals: (input) => listProposals(session, input),
    listTies: (input) => listTies(session, input),
    findRoutes: (input) => findRoutes(session, input),
    findRoutesToMany: (input) => findRoutesToMany(session, input),
    listConnectors: (input, context) => listConnectors(session, input, context),
    getMap: (input, context) => getMap(session, input, context),
    savePicture: (input) => savePicture(input),
    listCommunities: (input, context) => listCommunities(session, input, context),
    askCircles: (input, context) => askCircles(session, input, context),
    answerCircle: (input, context) => answerCircle(session, input, context),
    listCircles: (input) => listCircles(session, input),
    listTop: (input) => listTop(session, input),
    markRobust: (input, context) => markRobustContacts(session, input, context),
    nextCards: (input) => nextCards(session, input),
    answerCard: (input) => answerCard(session, input),
    summarizeTriage: (input) => summarizeTriage(session, input),
    today: (input) => today(session, input),
    answerSuggestion: (input) => answerSuggestion(session, input),
    listLog: (input) => listLog(session, input),
    listGiveIdeas: (input) => listGiveIdeas(session, input),
    listKept: () => listKept(session),
    listReferrals: (input) => listReferrals(session, input),
    listTargets: (input) => listTargets(session, input),
    suggestTargets: () => suggestTargets(session.network(), session.statements()),
    suggestCompanies: (input) => suggestCompanies(session, input),
    readTargetLines: (input) => readTargetLines(session, input),
    matchNames: (input) => matchNames(session, input),
    getBackChannel: (input) => getBackChannel(session, input),
    addTargets: (input) => addTargets(session, input),
    removeTarget: (input) => removeTarget(session, input),
    say: (input) => say(session, input),
    log: (input) => log(session, input),
    sayMany: (input) => sayMany(session, input),
    withdraw: (input) => withdraw(session, input),
    withdrawMany: (input) => withdrawMany(session, input),
    reinstate: (input) => reinstate(session, input),
    exportData: (input) => exportData(session, input),
    backUp: (input) => backUp(session, input),
    listBackups: () => listBackups(session),
    restore: (input) => restore(session, input),
    forget: (input) => forget(session, input),
    erase: () => erase(session),
    startNew: () => startNew(session),
    doctor: () => examineStore(folder),
  };

  const listeners = new Set<() => void>();
  const inTurn = makeQueue();
  const call = async <M extends MethodName>(
    method: M,
    input: unknown,
    context: CallContext = {},
  ): Promise<OutputOf<M>> => {
    const checked = check(method, input);
    const { changes, isLong } = METHOD_TRAITS[method];
    const work = async () => handlers[method](checked, context);
    const output = await (changes || isLong ? inTurn(work) : work());
    // A preview of an import changes nothing.
    const isChange = changes && (checked as { dryRun?: boolean }).dryRun !== true;
    if (isChange) for (const listener of listeners) listener();
    return output;
  };
  return {
    api: apiOf(call),
    onChanged(listener) {
      listeners.add(listener);
    },
    async close() {
      await session.close();
    },
  };
}

/**
 * Runs one piece of work after the other: an import that waits for its file must not find that a restore has closed the store
 * meanwhile.
 */
function makeQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
