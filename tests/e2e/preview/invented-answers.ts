/** Answers of an invented backend, enough to look at the frame. The real one is used by every end-to-end test. */
import type { MethodName, OutputOf } from '../../../shared/contract/api.ts';

const FIRST = ['Ana', 'Bram', 'Chidi', 'Dora', 'Emil', 'Farah', 'Goran', 'Hana', 'Ivo', 'Jun'];
const LAST = ['Abara', 'Bergström', 'Castell', 'Dahl', 'Esposito', 'Fjord', 'Galil'];
const COMPANIES = ['Kestrel', 'Norrvik', 'Halden & Ruiz', 'Blue Quarry', 'Tern Labs'];
const BANDS = ['weak', 'moderate', 'strong', 'unknown', 'weak'] as const;

type Row = OutputOf<'listPeople'>['people'][number];

const PEOPLE: readonly Row[] = Array.from({ length: 30_000 }, (_, index) => ({
  id: index + 1,
  name: `${FIRST[index % FIRST.length]} ${LAST[(index >> 2) % LAST.length]}`,
  url: `https://www.linkedin.com/in/invented-zt-${index}`,
  company: COMPANIES[(index >> 1) % COMPANIES.length] ?? null,
  position: 'Analyst',
  connectedOn: '2021-03-04',
  strength: { s: ((index * 37) % 100) / 100, band: BANDS[index % BANDS.length] ?? 'unknown', coverage: 0.6, sd: 0.1 },
  communities: [],
  flags: [],
}));

type Answers = { [M in MethodName]?: (input: Record<string, unknown>) => OutputOf<M> };

export const INVENTED_ANSWERS: Answers = {
  status: () => ({
    isEmpty: false,
    me: null,
    people: PEOPLE.length,
    batches: 1,
    targets: 2,
    isSample: true,
    asOf: '2026-05-03',
    storeFolder: '~/weft',
    unfinishedImport: null,
  }),
  listPeople: ({ query, limit }) => {
    const words = String(query ?? '')
      .toLowerCase()
      .split(' ');
    const found = PEOPLE.filter((row) => {
      const text = `${row.name} ${row.company}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const most = limit === 0 ? found.length : Number(limit ?? 25);
    return { total: found.length, people: found.slice(0, most) };
  },
  listTargets: () => ({
    total: 2,
    targets: ['Kestrel', 'Tern Labs'].map((name, index) => ({
      id: index + 1,
      kind: 'company' as const,
      name,
      person: null,
      matchedBy: 'exact' as const,
      direct: 2,
      oneStep: 4,
      twoSteps: 0,
      none: 1,
      proposals: [],
      status: 'direct' as const,
      sentence: 'Ask Petra: she wrote to you in March and sits with Tom at Kestrel.',
    })),
  }),
};
