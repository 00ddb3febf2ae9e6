/** Measures in plain words. What they mean comes with the list; here is what a heading calls them, and how a number reads. */
import type { Connector, ConnectorList } from '../../../shared/contract/connectors.ts';
import { explainMeasure, groupDigits } from '../../../shared/model/words.ts';

export type ListedMeasure = ConnectorList['measures'][number];

/** For people who do not know the term; a measure without an entry goes by its term. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  'connector-index': 'Connector index',
  constraint: 'Closed in',
  'effective-size': 'Separate contacts',
  betweenness: 'On shortest ways',
  participation: 'Spread over circles',
  'within-module-z': 'Standing in their circle',
  community: 'Belongs to',
  'gould-fernandez': 'Between employers',
  'proven-introductions': 'Has helped',
  'expected-new-people': 'New people',
};

export function plainName({ id, name }: Pick<ListedMeasure, 'id' | 'name'>): string {
  return PLAIN_NAMES[id] ?? name;
}

/** All there is to say of a measure: its term, question, range and source. */
export function fullExplanation(measure: ListedMeasure): string {
  const { name, range, source } = measure;
  return `${name}. ${explainMeasure(measure)} ${sentenceOf(range)} ${sentenceOf(source)}`;
}

export function sentenceOf(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export const NOT_KNOWN = 'not known';

/**
 * A number as its unit reads; what is not known is said, and what is small is not called nothing.
 *
 * @param bound how far the value may be from the exact one: below that, no more than the bound can be said
 */
export function numberWords(value: number | null, unit: ListedMeasure['unit'], bound = 0): string {
  if (value === null) return NOT_KNOWN;
  if (bound > 0 && value < bound) return `under ${bound}`;
  if (value === 0 && unit !== 'standard deviations') return '0';
  switch (unit) {
    case 'introductions':
    case 'pairs':
      return groupDigits(value);
    case 'people':
      if (value < 0.05) return 'under 0.1';
      return value < 100 ? value.toFixed(1) : groupDigits(value);
    case 'standard deviations':
      if (Math.abs(value) < 0.05) return 'at the mean';
      return `${Math.abs(value).toFixed(1)} standard deviations ${value < 0 ? 'below' : 'above'} the mean`;
    case 'share':
    case 'none':
      return value < 0.005 ? 'under 0.01' : value.toFixed(2);
  }
}

/** How far a value of the list may be from the exact one; 0 for all but what was sampled. */
export function boundOf(field: keyof Connector, { approximate }: ConnectorList): number {
  return field === 'betweenness' ? (approximate?.epsilon ?? 0) : 0;
}

type Roles = NonNullable<Connector['roles']>;

/** Between whom they stand, pair by pair of people who do not know each other. */
export const ROLES: readonly { role: keyof Roles; words: string }[] = [
  { role: 'coordinator', words: 'inside their own employer' },
  { role: 'gatekeeper', words: 'at the door of their own employer' },
  { role: 'itinerant', words: 'inside another employer' },
  { role: 'liaison', words: 'between different employers' },
  { role: 'unknown', words: 'where an employer is not known' },
];
