import { useState } from 'react';
import { Link } from 'wouter';
import { useLongCall } from '../../client/use-long-call.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { showToast } from '../../state/toast-state.ts';
import styles from './DataScreen.module.css';

/** What has to be typed: the one thing here that has no undo should not be done by a slip. */
const WORD = 'erase';

export function EraseAll() {
  const work = useLongCall('erase');
  const [isAsked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const isMeant = typed.trim().toLowerCase() === WORD;
  const close = () => {
    setAsked(false);
    setTyped('');
  };
  const erase = async () => {
    close();
    if ((await work.run({ confirm: true })) === null) return;
    showToast('Everything is erased: the map, its copies and its marks.');
    navigate(importAddress);
  };
  return (
    <>
      <p className={styles.line}>
        Removes the map and all copies in its folder. This cannot be undone. To forget one person alone, open their page
        from <Link href="/people">People</Link>.
      </p>
      {work.state.status === 'failed' && <ErrorNotice error={work.state.error} />}
      <div className={styles.actions}>
        <Button kind="danger" disabled={work.state.status === 'running'} onClick={() => setAsked(true)}>
          Erase everything
        </Button>
      </div>
      <Sheet
        isOpen={isAsked}
        onClose={close}
        title="Erase everything?"
        actions={
          <>
            <Button onClick={close}>Keep it</Button>
            <Button kind="danger" disabled={!isMeant} onClick={() => void erase()}>
              Erase
            </Button>
          </>
        }
      >
        <p className={styles.line}>
          People, imports, what you said, and every copy in the folder will be gone for good. To keep a copy elsewhere,
          export first.
        </p>
        <TextField
          label={`Type ${WORD} to go on`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Sheet>
    </>
  );
}
