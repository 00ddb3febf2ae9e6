import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
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
import { UnknownAddress } from './UnknownAddress.tsx';
import { useFrameKeys } from './use-frame-keys.ts';

/** What stands around every screen: rail, notices, command bar, key help, and the screen for the address. */
export function Frame() {
  const [path] = useHashLocation();
  const { toasts, dismiss } = useToasts();
  useFrameKeys();

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
      <div className={styles.columns}>
        <Rail />
        <main id="main" tabIndex={-1} className={styles.main}>
          <ErrorBoundary address={path}>
            <Suspense fallback={<p className={styles.coming}>Opening</p>}>
              <Switch>
                <Route path="/">
                  <Home />
                </Route>
                {SCREENS.map(({ path: screenPath, component: Component }) => (
                  <Route key={screenPath} path={`${screenPath}/*?`}>
                    <Component />
                  </Route>
                ))}
                <Route path="/design">
                  <DesignPage />
                </Route>
                <Route>
                  <UnknownAddress />
                </Route>
              </Switch>
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
