import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { navigate, splitHash } from '../../state/hash-location.ts';
import { filterFromSearch, type PeopleFilter, searchFromFilter } from './people-filter.ts';

/** Every new address costs the browser a navigation: typing gets one when it rests, not one a letter. */
const REST_MS = 400;

/** The functions are the same in every drawing. */
export interface ChosenFilter {
  /** What the table shows. */
  filter: PeopleFilter;
  /** What is chosen and typed by now: ahead of `filter` while a search is answered. */
  filterNow: () => PeopleFilter;
  /** Draws what was chosen at once, and says what is shown then. */
  change: (part: Partial<PeopleFilter>) => PeopleFilter;
  /**
   * Takes what was typed into the search field. The field shows the letter by itself; everything else is drawn once, when the
   * answer is there, and not at all for a letter that the next one has overtaken.
   *
   * @param answer resolves when the people who fit are known, or cannot be
   */
  search: (query: string, answer: (filter: PeopleFilter) => Promise<void>) => void;
  /** For the search field, which keeps its own text. */
  field: RefObject<HTMLInputElement | null>;
  /** Writes what was chosen into the address at once, for whoever leaves the fields and perhaps the screen. */
  settle: () => void;
}

/** What narrows the table: as it was chosen last, and as the address has it, which follows. */
export function usePeopleFilter(): ChosenFilter {
  const address = useSearch();
  const [chosen, setChosen] = useState({ address, filter: filterFromSearch(address) });
  // Another address than the one it was chosen at: it is written there by now, or somebody went back.
  const filter = chosen.address === address ? chosen.filter : filterFromSearch(address);
  /** Ahead of `filter` while a search is answered. */
  const wanted = useRef(filter);
  const shownAt = useRef(address);
  const field = useRef<HTMLInputElement>(null);

  const hands = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const write = () => {
      stop();
      // A field that had the focus is left last of all, when the address is another screen's already.
      if (splitHash(location.hash).path !== '/people') return;
      const search = searchFromFilter(wanted.current);
      navigate(search === '' ? '/people' : `/people?${search}`, { replace: true });
    };
    const want = (part: Partial<PeopleFilter>): PeopleFilter => {
      wanted.current = { ...wanted.current, ...part };
      stop();
      timer = setTimeout(write, REST_MS);
      return wanted.current;
    };
    const show = (next: PeopleFilter) => setChosen({ address: shownAt.current, filter: next });
    return {
      stop,
      filterNow: () => wanted.current,
      change(part: Partial<PeopleFilter>) {
        const next = want(part);
        show(next);
        return next;
      },
      search(query: string, answer: (filter: PeopleFilter) => Promise<void>) {
        const next = want({ query });
        void answer(next).then(() => {
          if (wanted.current === next) show(next);
        });
      },
      settle() {
        if (timer !== undefined) write();
      },
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits was chosen at the address before
  useLayoutEffect(() => {
    wanted.current = filter;
    shownAt.current = address;
    return hands.stop;
  }, [address]);
  useLayoutEffect(() => {
    const { query } = wanted.current;
    if (field.current !== null && query === filter.query && field.current.value !== query) field.current.value = query;
  });
  const { filterNow, change, search, settle } = hands;
  return { filter, filterNow, change, search, field, settle };
}
