import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PeopleList, PersonRow } from '../../../shared/contract/people.ts';
import { useClient } from '../../client/client-context.ts';
import { question } from '../../client/use-question.ts';
import { type PeopleFilter, questionOf } from './people-filter.ts';

/** Rows of one question: a screenful and what is scrolled to next. */
const PAGE = 64;
/** A list that stands so long is looked at, and may be scrolled next. */
const REST_MS = 400;
/** Pages asked for beyond those in sight, on the way that is scrolled: a fast wheel passes one in 100 ms. */
const PAGES_AHEAD = 5;

export interface PeoplePages {
  /** null until the first answer. */
  total: number | null;
  /** What `total` and the rows are narrowed by: until the answer to a new question comes, the one before. */
  answered: PeopleFilter;
  /** The same function as long as the rows are the same. */
  rowAt: (index: number) => PersonRow | undefined;
  onRange: (first: number, last: number) => void;
  /** Asks for the first page of a list wanted next; resolves when it is there or failed. Always the same function. */
  askFor: (filter: PeopleFilter) => Promise<void>;
  error: unknown;
}

/** Loads the rows in sight and those that are scrolled to next, a page at a time, whatever the length of the list. */
export function usePeoplePages(filter: PeopleFilter): PeoplePages {
  const client = useClient();
  const questions = useQueryClient();
  // Pages, not rows: a turn of the wheel within one page is nothing new here.
  const [range, setRange] = useState({ from: 0, to: 0, isDown: true, isScrolled: false });
  const asked = useCallback(
    (page: number, of: PeopleFilter) => ({
      ...question(client, 'listPeople', questionOf(of, page * PAGE, PAGE)),
      // Comparing a page of rows with those before takes longer than drawing those that are the same.
      structuralSharing: false,
    }),
    [client],
  );
  const wanted = useMemo(
    () => [...new Set([0, ...Array.from({ length: range.to - range.from + 1 }, (_, at) => range.from + at)])],
    [range],
  );
  const { listAt, error } = useQueries({ queries: wanted.map((page) => asked(page, filter)), combine: joinAnswers });
  const found = useMemo(() => new Map(wanted.map((page, at) => [page, listAt(at)])), [wanted, listAt]);
  // Until the first answer to a new search comes, the list before stays: a table that goes and comes again costs 100 ms a key.
  const kept = useRef<{ pages: ReadonlyMap<number, PeopleList | undefined>; answered: PeopleFilter }>(null);
  const shown = found.get(0) !== undefined || kept.current === null ? { pages: found, answered: filter } : kept.current;
  useEffect(() => {
    kept.current = shown;
  });
  const { pages, answered } = shown;
  const total = pages.get(0)?.total ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time other pages are in sight, not when the question changes
  useEffect(() => {
    // A list that was just searched for may never be scrolled.
    if (!range.isScrolled || total === null) return;
    const edge = range.isDown ? range.to : range.from;
    for (let step = 1; step <= PAGES_AHEAD; step++) {
      const page = range.isDown ? edge + step : edge - step;
      if (page > 0 && page * PAGE < total) void questions.prefetchQuery(asked(page, filter));
    }
  }, [range]);

  useEffect(() => {
    if (total === null || total <= PAGE) return;
    const timer = setTimeout(() => void questions.prefetchQuery(asked(1, filter)), REST_MS);
    return () => clearTimeout(timer);
  }, [questions, asked, filter, total]);

  const top = useRef(0);
  return {
    total,
    answered,
    rowAt: useCallback((index: number) => pages.get(Math.floor(index / PAGE))?.people[index % PAGE], [pages]),
    onRange: useCallback((first: number, last: number) => {
      const isDown = first >= top.current;
      const isScrolled = first > 0;
      top.current = first;
      const from = Math.floor(first / PAGE);
      const to = Math.floor(last / PAGE);
      setRange((before) =>
        before.from === from && before.to === to && before.isDown === isDown && before.isScrolled === isScrolled
          ? before
          : { from, to, isDown, isScrolled },
      );
    }, []),
    askFor: useCallback((next: PeopleFilter) => questions.prefetchQuery(asked(0, next)), [questions, asked]),
    error,
  };
}

/** The lists behind a function: what is joined is compared value by value with what was before, and a function is not. */
function joinAnswers(answers: readonly UseQueryResult<PeopleList>[]): {
  listAt: (nth: number) => PeopleList | undefined;
  error: unknown;
} {
  return {
    listAt: (nth) => answers[nth]?.data,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}
