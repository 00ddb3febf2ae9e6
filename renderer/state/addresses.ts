/**
 * Where things are. Paths start with `/`; for `href` put `#` before them (`hrefTo`), wouter's Link does so itself.
 */

export const hrefTo = (path: string): string => `#${path}`;

export const personAddress = (id: number): string => `/people/${id}`;

/** The table of people, narrowed. */
export function peopleAddress(narrowed: { query?: string; company?: string; circle?: string } = {}): string {
  const search = new URLSearchParams(Object.entries(narrowed).filter(([, value]) => value !== '')).toString();
  return search === '' ? '/people' : `/people?${search}`;
}

export const companyRoutesAddress = (company: string): string => `/targets/company/${encodeURIComponent(company)}`;

export const personRoutesAddress = (id: number): string => `/targets/person/${id}`;

/** Routes with the sheet open in which the ask to that person is written. */
export const composeAddress = (routes: string, id: number): string => `${routes}?ask=${id}`;

/** The list of targets, ready to type one. */
export const addTargetAddress = '/targets?add=1';

/** Asks & gives with the sheet open in which a conversation is planned. */
export const planAddress = '/asks?plan=1';

export const circlesAddress = '/circles';

export const importAddress = '/import';
