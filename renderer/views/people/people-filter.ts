import type { InputOf } from '../../../shared/contract/api.ts';
import type { Band, Flag } from '../../../shared/contract/common.ts';

/** What narrows the table. It stands in the address, so that a view can be linked and gone back to. */
export interface PeopleFilter {
  query: string;
  company: string;
  circle: string;
  role: string;
  band: Band | '';
  flag: Flag | '';
  /** Only who leads to one of my targets. */
  hasRoute: boolean;
  isAll: boolean;
  sort: 'name' | 'company' | 'connectedOn' | 'strength';
  isDescending: boolean;
}

export const NO_FILTER: PeopleFilter = {
  query: '',
  company: '',
  circle: '',
  role: '',
  band: '',
  flag: '',
  hasRoute: false,
  isAll: false,
  sort: 'name',
  isDescending: false,
};

const BANDS: readonly string[] = ['weak', 'moderate', 'strong', 'unknown'];
const FLAGS: readonly string[] = ['vanished', 'maybe-same', 'look-alike', 'moved', 'dormant'];
const SORTS: readonly string[] = ['name', 'company', 'connectedOn', 'strength'];

/** Reads the part of the address behind `?`; words it does not know are left out. */
export function filterFromSearch(search: string): PeopleFilter {
  const words = new URLSearchParams(search);
  const known = <T extends string>(name: string, allowed: readonly string[], otherwise: T): T => {
    const word = words.get(name) ?? '';
    return (allowed.includes(word) ? word : otherwise) as T;
  };
  return {
    query: words.get('query') ?? '',
    company: words.get('company') ?? '',
    circle: words.get('circle') ?? '',
    role: words.get('role') ?? '',
    band: known('band', BANDS, ''),
    flag: known('flag', FLAGS, ''),
    hasRoute: words.get('route') === '1',
    isAll: words.get('all') === '1',
    sort: known('sort', SORTS, 'name'),
    isDescending: words.get('down') === '1',
  };
}

export function searchFromFilter(filter: PeopleFilter): string {
  const { isAll, hasRoute, isDescending, sort, ...texts } = filter;
  const words = new URLSearchParams(Object.entries(texts).filter(([, text]) => text !== ''));
  if (sort !== NO_FILTER.sort) words.set('sort', sort);
  if (isDescending) words.set('down', '1');
  if (hasRoute) words.set('route', '1');
  if (isAll) words.set('all', '1');
  return words.toString();
}

/** Whether fewer people are shown than there are. */
export function isNarrowed({ query, company, circle, role, band, flag, hasRoute }: PeopleFilter): boolean {
  return hasRoute || [query, company, circle, role, band, flag].some((text) => text.trim() !== '');
}

/** The question the backend answers for a page of the table. */
export function questionOf(filter: PeopleFilter, offset: number, limit: number): InputOf<'listPeople'> {
  const { query, company, circle, role, band, flag, hasRoute, isAll, sort, isDescending } = filter;
  return {
    ...(query.trim() !== '' && { query }),
    ...(company.trim() !== '' && { company }),
    ...(circle.trim() !== '' && { circle }),
    ...(role.trim() !== '' && { role }),
    ...(band !== '' && { band }),
    ...(flag !== '' && { flag }),
    ...(hasRoute && { hasRoute }),
    all: isAll,
    sort,
    descending: isDescending,
    offset,
    limit,
  };
}
