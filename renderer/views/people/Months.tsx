import type { PersonPage } from '../../../shared/contract/people.ts';
import { countOf } from '../../../shared/model/words.ts';
import { exactDate } from '../targets/dates.ts';
import styles from './PersonPage.module.css';

const HEIGHT = 28;
/** Months drawn, newest last; the sentence speaks of all. */
const MOST_MONTHS = 60;

/** Messages by month: theirs above the line, yours below. The sentence says it without the picture. */
export function Months({ months }: { months: PersonPage['months'] }) {
  if (months.length === 0) return null;
  const total = (side: 'inbound' | 'outbound') => months.reduce((sum, month) => sum + month[side], 0);
  const sentence = `They wrote ${countOf(total('inbound'), 'message')}, you wrote ${countOf(total('outbound'), 'message')}, between ${monthWords(months[0]!.month)} and ${monthWords(months.at(-1)!.month)}.`;
  const all = everyMonth(months).slice(-MOST_MONTHS);
  const most = Math.max(1, ...all.flatMap(({ inbound, outbound }) => [inbound, outbound]));
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (HEIGHT * count) / most));
  return (
    <section className={styles.part} aria-labelledby="person-months">
      <h2 id="person-months">Messages</h2>
      <p className={styles.soft}>{sentence}</p>
      <svg
        className={styles.months}
        viewBox={`0 0 ${Math.max(24, all.length) * 8} ${HEIGHT * 2 + 1}`}
        width={Math.max(24, all.length) * 8}
        height={HEIGHT * 2 + 1}
        aria-hidden="true"
      >
        {all.map(({ month, inbound, outbound }, at) => (
          <g key={month}>
            <rect
              x={at * 8}
              y={HEIGHT - tall(inbound)}
              width={6}
              height={tall(inbound)}
              rx={1}
              className={styles.inbound}
            />
            <rect x={at * 8} y={HEIGHT + 1} width={6} height={tall(outbound)} rx={1} className={styles.outbound} />
          </g>
        ))}
      </svg>
      <p className={styles.legend}>
        <span className={styles.keyIn} /> theirs, above <span className={styles.keyOut} /> yours, below
      </p>
    </section>
  );
}

/** `2023-07` -> `July 2023`. */
function monthWords(name: string): string {
  return exactDate(`${name}-01`).replace(/^1 /, '');
}

/** Months without messages are part of the picture too. */
function everyMonth(months: PersonPage['months']): PersonPage['months'] {
  const known = new Map(months.map((month) => [month.month, month]));
  const first = monthNumber(months[0]!.month);
  const last = monthNumber(months.at(-1)!.month);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const name = monthName(first + at);
    return known.get(name) ?? { month: name, inbound: 0, outbound: 0 };
  });
}

/** Months since year 0. */
function monthNumber(name: string): number {
  const [year, month] = name.split('-').map(Number) as [number, number];
  return year * 12 + month - 1;
}

function monthName(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
