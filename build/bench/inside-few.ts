/** The vital few on a map with a large import in it: ranking, cover, Today and the deck, each answered by one backend on this thread. */
import { createBackend } from '../../electron/backend/create-backend.ts';
import type { WeftApi } from '../../shared/contract/api.ts';
import { companyKey } from '../../shared/graph/company-key.ts';
import type { FewRun } from './few-figures.ts';

const TARGETS = 20;
const COVER_TARGETS = 50;
const ROWS = 100;
const EDITS = 21;

/** @param folder a store that holds an import; targets and answers are written into it */
export async function measureFew(folder: string): Promise<FewRun> {
  const backend = createBackend({ folder });
  const { api } = backend;
  const employers = await largestEmployers(api);
  const { targets } = await api.listTargets({});
  if (targets.length === 0) await api.addTargets({ companies: employers.slice(0, TARGETS) });
  await backend.close();

  const fresh = createBackend({ folder });
  const run = await measureWarm(fresh.api, employers);
  await fresh.close();
  return run;
}

async function measureWarm(api: WeftApi, employers: readonly string[]): Promise<FewRun> {
  const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
    const startedAt = performance.now();
    const value = await work();
    return [performance.now() - startedAt, value];
  };
  // Opening the map and judging it are measured elsewhere; what is cold here is the ranking.
  await api.listPeople({ limit: 1 });
  const [rankingCold, top] = await timed(() => api.listTop({ limit: ROWS }));
  const [todayCold] = await timed(() => api.today({}));
  const [todayWarm] = await timed(() => api.today({}));
  const [coverCold] = await timed(() =>
    api.listTop({ cover: true, targets: employers.slice(0, COVER_TARGETS), limit: ROWS }),
  );
  const [cards, deck] = await timed(() => api.nextCards({ limit: 50 }));

  const rankingEdits: number[] = [];
  const todayEdits: number[] = [];
  const cardAnswers: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const person = String(top.contacts[edit]!.person.id);
    const [ranked] = await timed(async () => {
      const { id } = await api.say({ said: { kind: 'closeness', person, value: 3 } });
      await api.listTop({ limit: ROWS });
      return id;
    });
    rankingEdits.push(ranked);
    todayEdits.push(
      (
        await timed(async () => {
          await api.log({ logged: { kind: 'give', person, give: 'advice' } });
          await api.today({});
        })
      )[0],
    );
    const card = String(deck.cards[edit]!.person.id);
    cardAnswers.push((await timed(() => api.answerCard({ person: card, answer: 'know' })))[0]);
  }
  const [robust] = await timed(() => api.markRobust({}));
  return { rankingCold, todayCold, todayWarm, coverCold, cards, rankingEdits, todayEdits, cardAnswers, robust };
}

/** Employers by how many contacts are there; "Independent Consultant" is none. */
async function largestEmployers(api: WeftApi): Promise<string[]> {
  const { people } = await api.listPeople({ limit: 0 });
  const counts = new Map<string, number>();
  for (const { company } of people) {
    if (company !== null && companyKey(company) !== null) counts.set(company, (counts.get(company) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([company]) => company);
}
