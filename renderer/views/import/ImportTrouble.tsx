import { asWeftError } from '../../../shared/contract/errors.ts';
import { plainLine } from '../../client/plain-line.ts';
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

/** Nothing is wrong with these files: only the user can say what they are. */
const QUESTIONS: ReadonlySet<string> = new Set(['another-persons-export', 'owner-unknown']);

/** Why nothing was imported, and the one thing that would help. */
export function ImportTrouble({ error, choices, onRetry, onBack }: ImportTroubleProps) {
  const { code, message } = asWeftError(error);
  // That it is mine was said and did not help: it comes from an address that is not known to be mine.
  const hasNewAddress = code === 'another-persons-export' && choices.role === 'me';
  const asksOwner = code === 'owner-unknown' || code === 'bad-owner' || hasNewAddress;
  const isQuestion = QUESTIONS.has(code);
  return (
    <Page title="Import" heading={isQuestion ? 'One question first' : 'That did not work yet'}>
      <div className={styles.column}>
        {isQuestion ? (
          <p role="alert" className={styles.question} dir="auto">
            {plainLine(message)}
          </p>
        ) : (
          <ErrorNotice error={error} />
        )}
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
              {!hasNewAddress && <Button onClick={() => onRetry({ ...choices, role: 'me' })}>It is mine</Button>}
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
