import { asWeftError } from '../../../shared/contract/errors.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { peopleAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';

/** What is shown where a target cannot be answered; an old address of somebody who is gone is no failure. */
export function Failure({ error }: { error: unknown }) {
  if (asWeftError(error).code !== 'person-unknown') return <ErrorNotice error={error} />;
  return (
    <EmptyState
      title="Nobody goes by this address"
      actions={<Button onClick={() => navigate(peopleAddress())}>Look in People</Button>}
    >
      <p>They may have left with an import that was taken back, or been merged with somebody else.</p>
    </EmptyState>
  );
}
