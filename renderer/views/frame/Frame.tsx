import { Suspense } from 'react';
import { ToastRegion } from '../../components/ToastRegion.tsx';
import { useHashLocation } from '../../state/hash-location.ts';
import { useToasts } from '../../state/toast-state.ts';
import { DesignPage, SCREENS } from '../screens.ts';
import { CommandBar } from './CommandBar.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './Frame.module.css';
import { Home } from './Home.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { Rail } from './Rail.tsx';
import { UnfinishedImport } from './UnfinishedImport.tsx';
import { UnknownAddress } from './UnknownAddress.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { useKeptWindow } from './use-kept-window.ts';

/** What stands around every screen: rail, notices, command bar, key help, and the screen for the address. */
export function Frame() {
  const [path] = useHashLocation();
  const { toasts, dismiss } = useToasts();
  useFrameKeys();
  useKeptWindow();

  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page, as readers expect of a skip link */}
      <a
        href="#main"
        className={styles.skip}
        onClick={(event) => {
          // The part behind # is the address of the screen: go there by focus alone.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the screen
      </a>
      <ConnectionNotice />
      <UnfinishedImport />
      <div className={styles.columns}>
        <Rail />
        <main id="main" tabIndex={-1} className={styles.main}>
          <ErrorBoundary address={path}>
            <Suspense fallback={<p className={styles.coming}>Opening</p>}>
              <ScreenOf path={path} />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <div className={styles.toasts}>
        <ToastRegion toasts={toasts} onDismiss={dismiss} />
      </div>
      <CommandBar />
      <KeyHelp />
    </div>
  );
}

/** By the first part of the address alone: the rest may hold any name, and names hold anything, line ends included. */
function ScreenOf({ path }: { path: string }) {
  if (path === '/') return <Home />;
  if (path === '/design') return <DesignPage />;
  const screen = SCREENS.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  return screen === undefined ? <UnknownAddress /> : <screen.component />;
}
