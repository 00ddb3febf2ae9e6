import { FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { ICON } from '../../components/icon.ts';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import styles from './ConnectionNotice.module.css';

/** Said after a start that follows a killed import: the user may believe that their file came in. */
export function UnfinishedImport() {
  const { data } = useQuestion('status', {});
  const [isRead, setRead] = useState(false);
  const sentence = isRead ? null : (data?.unfinishedImport ?? null);
  return (
    <div role="status" className={styles.place}>
      {sentence !== null && (
        <div className={styles.notice}>
          <FileWarning {...ICON} size={18} />
          <p>{sentence}</p>
          <Button
            size="s"
            onClick={() => {
              setRead(true);
              navigate(importAddress);
            }}
          >
            Import again
          </Button>
          <Button size="s" kind="quiet" onClick={() => setRead(true)}>
            Not now
          </Button>
        </div>
      )}
    </div>
  );
}
