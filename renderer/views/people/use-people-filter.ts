import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { navigate, splitHash } from '../../state/hash-location.ts';
import { filterFromSearch, type PeopleFilter, searchFromFilter } from './people-filter.ts';

/** Every new address costs the browser a navigation: typing gets one when it rests, not one a letter. */
const REST_MS = 400;

export interface ChosenFilter {
  filter: PeopleFilter;
  change: (part: Partial<PeopleFilter>) => void;
  /** Writes what was chosen into the address at once, for whoever leaves the fields and perhaps the screen. */
  settle: () => void;
}

/** What narrows the table: as it was chosen last, and as the address has it, which follows. */
export function usePeopleFilter(): ChosenFilter {
  const address = useSearch();
  const [chosen, setChosen] = useState({ address, filter: filterFromSearch(address) });
  // Another address than the one it was chosen at: it is written there by now, or somebody went back.
  const isCurrent = chosen.address === address;
  const filter = isCurrent ? chosen.filter : filterFromSearch(address);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits to be written was chosen at the address before
  useEffect(() => () => clearTimeout(timer.current), [address]);

  const write = (next: PeopleFilter) => {
    clearTimeout(timer.current);
    // A field that had the focus is left last of all, when the address is another screen's already.
    if (splitHash(location.hash).path !== '/people') return;
    const search = searchFromFilter(next);
    navigate(search === '' ? '/people' : `/people?${search}`, { replace: true });
  };
  return {
    filter,
    change(part) {
      const next = { ...filter, ...part };
      setChosen({ address, filter: next });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write(next), REST_MS);
    },
    settle() {
      if (isCurrent) write(filter);
    },
  };
}
