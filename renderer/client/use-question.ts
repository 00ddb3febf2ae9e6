import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/api.ts';
import type { WeftClient } from './client.ts';
import { useClient } from './client-context.ts';
import { withProgress } from './question-progress.ts';

/** The same question for `useQuery`, `prefetchQuery` and the like. */
export function question<M extends MethodName>(client: WeftClient, method: M, input: InputOf<M>) {
  const queryKey = [method, input] as const;
  return queryOptions({
    queryKey,
    // Not cancelled when nobody waits any more: questions take milliseconds, and the answer may be wanted again.
    queryFn: () => withProgress(queryKey, async (context) => (await client.api[method](input, context)) as OutputOf<M>),
  });
}

/**
 * Asks the backend and keeps the answer fresh: every change of the map, from here, another window or the command, asks again.
 * While a new input is answered, the answer before stays (`isPlaceholderData`).
 *
 * @example const people = useQuestion('listPeople', { query, limit: 50 });
 */
export function useQuestion<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  { isEnabled = true }: { isEnabled?: boolean } = {},
): UseQueryResult<OutputOf<M>> {
  const client = useClient();
  return useQuery({ ...question(client, method, input), enabled: isEnabled, placeholderData: keepPreviousData });
}
