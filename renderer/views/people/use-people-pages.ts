import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { useClient } from '../../client/client-context.ts';
import { question } from '../../client/use-question.ts';
import { type PeopleFilter, questionOf } from './people-filter.ts';

/** Rows of one question: a screenful and what is scrolled to next. */
const PAGE = 100;

export interface PeoplePages {
  /** null until the first answer. */
  total: number | null;
  rowAt: (index: number) => PersonRow | undefined;
  onRange: (first: number, last: number) => void;
  error: unknown;
}

/** Loads the rows in sight, a page at a time, whatever the length of the list. */
export function usePeoplePages(filter: PeopleFilter): PeoplePages {
  const client = useClient();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const from = Math.floor(range.first / PAGE);
  const to = Math.floor(range.last / PAGE);
  const wanted = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)])];
  const pages = useQueries({
    queries: wanted.map((page) => ({
      ...question(client, 'listPeople', questionOf(filter, page * PAGE, PAGE)),
      placeholderData: keepPreviousData,
    })),
  });
  const byPage = new Map(wanted.map((page, at) => [page, pages[at]?.data]));
  const first = pages[0];
  return {
    total: first?.data?.total ?? null,
    rowAt: (index) => byPage.get(Math.floor(index / PAGE))?.people[index % PAGE],
    onRange: useCallback((start: number, end: number) => {
      setRange((before) => (before.first === start && before.last === end ? before : { first: start, last: end }));
    }, []),
    error: pages.find(({ error }) => error !== null)?.error ?? null,
  };
}
