import { useState } from 'react';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { Page } from '../frame/Page.tsx';
import styles from './DesignPage.module.css';
import { Parts } from './Parts.tsx';

type Shown = 'both' | 'light' | 'dark';

/**
 * Every shared part in all its states, light and dark side by side, at `#/design`. How to use them:
 *
 * - Import a part from its own file: `import { Button } from '../../components/Button.tsx'`. Parts know props only; what comes
 *   from the backend is asked in a view with `useQuestion`, `useChange` or `useLongCall` (renderer/client).
 * - A screen is `<Page title lead actions>` (views/frame/Page.tsx) and one entry in views/screens.ts.
 * - A view's own style goes into a CSS module beside it, with the names of styles/tokens.css alone: no colour, size or duration
 *   of its own. No style sheet may be written at run time, no HTML set: the content policy refuses both.
 * - Every text from an export goes through PersonName, or carries `dir="auto"` in an element of its own.
 */
export default function DesignPage() {
  const [shown, setShown] = useState<Shown>('both');
  return (
    <Page
      title="Design"
      lead="Every part of Weft in all its states. Not in the rail; for those who work on Weft."
      actions={
        <SegmentedControl
          label="Colours shown"
          options={[
            { value: 'both', label: 'Both' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          value={shown}
          onChange={setShown}
        />
      }
    >
      <div className={styles.themes}>
        {(['light', 'dark'] as const)
          .filter((theme) => shown === 'both' || shown === theme)
          .map((theme) => (
            <section key={theme} data-theme={theme} className={styles.theme} aria-label={`In ${theme} colours`}>
              <h2 className={styles.name}>{theme === 'light' ? 'Light' : 'Dark'}</h2>
              <Parts theme={theme} />
            </section>
          ))}
      </div>
    </Page>
  );
}
