import { Component, type ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from './Page.tsx';

/** A mistake in one screen leaves the rest of the window standing; another address gets a new chance. */
export class ErrorBoundary extends Component<{ address: string; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: { address: string }) {
    if (before.address !== this.props.address && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <Page title="Weft" heading="This screen did not open">
        <ErrorNotice
          error={this.state.error}
          actions={<Button onClick={() => this.setState({ error: null })}>Try again</Button>}
        />
      </Page>
    );
  }
}
