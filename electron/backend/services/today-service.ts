/** What to do today: three people, what is due, what changed. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { StatementReceipt } from '../../../shared/contract/statements.ts';
import type { Today } from '../../../shared/contract/today.ts';
import { followUpsDue, staleTargets, thanksOwed } from '../../../shared/insight/follow-ups.ts';
import type { Ranking } from '../../../shared/insight/opportunity-ranking.ts';
import { suggestionsMissing, suggestToday } from '../../../shared/insight/suggestions.ts';
import { importChanges, pendingInvitations } from '../../../shared/insight/suggestions-import.ts';
import { areChancesKept, type ChancesThen, chancesOn, improvedSince } from '../../../shared/insight/target-news.ts';
import { dayFromIso, isoFromDay } from '../../../shared/model/dates.ts';
import type { Network, PersonIndex } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { countOf, listNames, spokenDay } from '../../../shared/model/words.ts';
import type { JudgedDay } from '../engine/judged-day.ts';
import type { Session } from '../engine/session.ts';
import { goodwillOf } from './goodwill.ts';
import { findPerson } from './person-lookup.ts';
import { personRef } from './person-ref.ts';
import { addStatement, receipt } from './statement-service.ts';

/** What was better a month ago is not news any more (J). */
const LOOK_BACK_DAYS = 30;
/** After "done" somebody is left alone for as long as after an ask. */
const DONE_DAYS = 28;
const MAX_SHOWN = 50;

/** The answer holds as long as its ranking, which follows whatever is said, and the map it was read from. */
const answers = new WeakMap<Ranking, { version: number; answer: Today }>();

export function today(session: Session, input: CheckedInputOf<'today'>): Today {
  const day = session.judge(input.asOf);
  const ranking = day.ranking();
  const version = session.reading().dataVersion();
  let kept = answers.get(ranking);
  if (kept?.version !== version) {
    kept = { version, answer: todayOf(session, day) };
    answers.set(ranking, kept);
  }
  return kept.answer;
}

function todayOf(session: Session, day: JudgedDay): Today {
  const { judged } = day;
  const { network, asOf } = judged;
  const statements = session.statements();
  const ranking = day.ranking();
  const ref = (person: PersonIndex) => personRef(network, person);
  const suggestions = suggestToday(ranking, day.routes());
  const goodwill = goodwillOf(network, statements, asOf);
  const followUps = followUpsDue(judged, statements);
  const thanks = thanksOwed(judged, statements);
  const batches = session.reading().readBatchMetas();
  const mine = batches.filter(({ role }) => role === 'me').flatMap(({ exportDate }) => exportDate ?? []);
  const changes = importChanges(judged, mine);
  return {
    asOf: isoFromDay(asOf),
    sentence: todaySentence({
      write: suggestions.map((one) => ref(one.person).name),
      followUp: followUps.map((due) => ref(due.person).name),
      thank: thanks.map((owed) => ref(owed.person).name),
    }),
    suggestions: suggestions.map((one) => ({ ...one, person: ref(one.person), goodwill: goodwill(one.person) })),
    suggestionsMissing: suggestionsMissing(ranking, suggestions.length),
    followUps: followUps.map((due) => ({
      person: ref(due.person),
      target: due.target,
      askedOn: isoFromDay(due.askedOn),
      outcome: due.outcome,
      dueOn: isoFromDay(due.dueOn),
      intervalDays: due.intervalDays,
      daysLate: asOf - due.dueOn,
      lateness: due.lateness,
      reason: `You asked ${ref(due.person).name} ${spokenDay(due.askedOn, asOf)}${due.target === null ? '' : ` about ${due.target}`}, ${due.outcome === 'none' ? 'without an answer so far' : 'and they replied'}.${due.isContradicted ? ' Two outcomes are logged for that day; the later entry counts.' : ''}`,
    })),
    thanks: thanks.map(({ person, on, how }) => ({
      person: ref(person),
      on: isoFromDay(on),
      reason: `${ref(person).name} ${HOW_WORDS[how]} ${spokenDay(on, asOf)}, and nothing went back since.`,
    })),
    lastImport: {
      sentence: changes.sentence,
      exportDate: isoOf(changes.exportDate),
      before: isoOf(changes.before),
      added: changes.added,
      moved: changes.moved.slice(0, MAX_SHOWN).map(ref),
      vanished: changes.vanished.slice(0, MAX_SHOWN).map(ref),
    },
    targetsImproved: improvedTargets(session, ranking, batches),
    targetsStale: staleTargets(judged, statements).map(({ target, lastOn, days }) => ({
      target,
      lastOn: isoOf(lastOn),
      days,
      sentence:
        lastOn === null
          ? `You have asked nobody about ${target} yet, for ${countOf(days, 'day')}.`
          : `You last asked about ${target} ${spokenDay(lastOn, asOf)}.`,
    })),
    invitations: pendingInvitations(judged, statements)
      .slice(0, MAX_SHOWN)
      .map(({ person, invitedOn, hasNote, sharedCircle, questions }) => ({
        person: ref(person),
        invitedOn: isoOf(invitedOn),
        hasNote,
        sharedCircle: sharedCircle.slice(0, MAX_SHOWN).map(ref),
        questions,
      })),
  };
}

const HOW_WORDS = { helped: 'helped you', introduced: 'introduced you', named: 'named somebody to you' } as const;

/** Whom to write to, in names: a number of people is nothing one can do. */
function todaySentence(names: { write: string[]; followUp: string[]; thank: string[] }): string {
  const parts = [
    { what: 'write to', who: names.write },
    { what: 'follow up with', who: names.followUp },
    { what: 'thank', who: names.thank },
  ]
    .filter(({ who }) => who.length > 0)
    .map(({ what, who }) => `${what} ${listNames([...new Set(who)])}`);
  return parts.length === 0 ? 'Nothing is due today.' : `Today: ${parts.join('; ')}.`;
}

/** What was known of the targets a month ago, until an import or something said about that time changes it. */
const monthAgo = new WeakMap<Network, { day: Day; statements: readonly Statement[]; chances: ChancesThen }>();

/** Targets whose best chance through a contact is better than a month ago, before the friends' exports that came since. */
function improvedTargets(
  session: Session,
  after: Ranking,
  batches: ReturnType<ReturnType<Session['reading']>['readBatchMetas']>,
): Today['targetsImproved'] {
  const { network, asOf } = after.judged;
  const then = asOf - LOOK_BACK_DAYS;
  const isSince = (importedAt: string) => (dayFromIso(importedAt.slice(0, 10)) ?? 0) > then;
  // Evidence comes with imports and statements alone; without either since then, time has only faded what there was.
  const isNew =
    batches.some(({ importedAt }) => isSince(importedAt)) || session.statements().some(({ on }) => on > then);
  if (after.targets.targets.length === 0 || !isNew) return [];
  const since = new Set<PersonIndex>();
  const before = new Set<PersonIndex>();
  for (const { role, owner, importedAt } of batches) {
    const person = owner?.slug == null ? undefined : network.indexOfKey.get(owner.slug);
    if (role === 'circle' && person !== undefined) (isSince(importedAt) ? since : before).add(person);
  }
  const isLaterExport = (person: PersonIndex) => since.has(person) && !before.has(person);
  const statements = session.statements();
  let kept = monthAgo.get(network);
  if (kept?.day !== then || !areChancesKept(then, kept.statements, statements)) {
    kept = { day: then, statements, chances: chancesOn(then, after.judged, statements, isLaterExport) };
    monthAgo.set(network, kept);
  }
  return improvedSince(kept.chances, after).map((target) => ({
    target,
    sentence: `The way to ${target} looks better than a month ago.`,
  }));
}

export function answerSuggestion(session: Session, input: CheckedInputOf<'answerSuggestion'>): StatementReceipt {
  const iso = session.asOf(input.on);
  const day = dayFromIso(iso) ?? 0;
  session.changing();
  const network = session.network();
  const index = findPerson(network, input.person);
  if (index === network.ego) throw new WeftError('arguments', 'about-yourself', 'That is you. Name somebody else.');
  const until = input.answer === 'not-this-one' ? null : day + (input.answer === 'done' ? DONE_DAYS : input.days);
  const body = { kind: 'snooze' as const, person: network.people[index]!.key, until };
  return receipt(
    session.writeBeside((store) => addStatement(store, body, iso)),
    network,
  );
}

function isoOf(day: Day | null): string | null {
  return day === null ? null : isoFromDay(day);
}
