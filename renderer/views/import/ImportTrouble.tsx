import { asWeftError } from '../../../shared/contract/errors.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../frame/Page.tsx';
import styles from './ImportScreen.module.css';
import type { ImportChoices } from './ImportScreen.tsx';
import { OwnerField } from './OwnerField.tsx';

export interface ImportTroubleProps {
  error: unknown;
  choices: ImportChoices;
  onRetry: (choices: ImportChoices) => void;
  onBack: () => void;
}

/** Why nothing was imported, and the one thing that would help. */
export function ImportTrouble({ error, choices, onRetry, onBack }: ImportTroubleProps) {
  const { code } = asWeftError(error);
  const asksOwner = code === 'owner-unknown' || code === 'bad-owner';
  return (
    <Page title="Import" heading="That did not work yet">
      <div className={styles.column}>
        <ErrorNotice error={error} />
        {asksOwner && (
          <OwnerField
            label={choices.role === 'circle' ? 'Their profile address' : 'Your profile address'}
            initial=""
            onOwner={(owner) => onRetry({ ...choices, owner })}
          />
        )}
        <div className={styles.actions}>
          {code === 'another-persons-export' && (
            <>
              <Button kind="primary" onClick={() => onRetry({ ...choices, role: 'circle' })}>
                It is a friend’s network
              </Button>
              <Button onClick={() => onRetry({ ...choices, role: 'me' })}>It is mine</Button>
            </>
          )}
          {code === 'own-export-as-circle' && (
            <Button kind="primary" onClick={() => onRetry({ ...choices, role: 'me' })}>
              Import it as mine
            </Button>
          )}
          <Button onClick={onBack}>Choose other files</Button>
        </div>
      </div>
    </Page>
  );
}
