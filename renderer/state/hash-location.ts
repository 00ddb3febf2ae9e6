import { useSyncExternalStore } from 'react';

/**
 * Addresses behind the `#`: both windows serve one page at one path, and what stands behind the `#` is never sent to a server.
 * Unlike wouter's own hash location, the search part stays behind the `#` too, since it may hold a name.
 */

/** `#/people?query=ana` -> path `/people`, search `query=ana`. */
export function splitHash(hash: string): { path: string; search: string } {
  const address = hash.replace(/^#?\/?/, '/');
  const mark = address.indexOf('?');
  return mark === -1
    ? { path: address, search: '' }
    : { path: address.slice(0, mark), search: address.slice(mark + 1) };
}

export interface NavigateOptions {
  replace?: boolean;
  state?: unknown;
}

/** Goes to an address such as `/people/12?from=targets`. `replace` leaves no step for Back. */
export function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  const { path, search } = splitHash(to);
  const hash = `#${path}${search === '' ? '' : `?${search}`}`;
  if (hash === location.hash) return;
  history[replace ? 'replaceState' : 'pushState'](state, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
}

export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => splitHash(location.hash).path), navigate];
}

function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => splitHash(location.hash).search);
}

useHashLocation.searchHook = useHashSearch;
useHashLocation.hrefs = (href: string) => `#${href}`;
