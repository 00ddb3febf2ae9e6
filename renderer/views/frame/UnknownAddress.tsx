import { Link } from 'wouter';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FIRST_SCREEN } from '../screens.ts';
import { Page } from './Page.tsx';

export function UnknownAddress() {
  return (
    <Page title="Not found">
      <EmptyState
        title="Nothing has this address"
        actions={<Link href={FIRST_SCREEN.path}>Go to {FIRST_SCREEN.title}</Link>}
      >
        The link may be from another Weft, or what it led to has been taken back.
      </EmptyState>
    </Page>
  );
}
