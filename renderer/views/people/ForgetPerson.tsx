import { useState } from 'react';
import type { PersonRef } from '../../../shared/contract/common.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { navigate } from '../../state/hash-location.ts';
import { showToast } from '../../state/toast-state.ts';
import styles from './PersonPage.module.css';

/** Removes every trace of a person, for good; a later import does not bring them back. */
export function ForgetPerson({ person }: { person: PersonRef }) {
  const work = useLongCall('forget');
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuestion('listBatches', {});
  const theirs = data?.batches.filter(({ role, owner }) => role === 'circle' && owner?.id === person.id).length ?? 0;
  const forget = async () => {
    setAsked(false);
    if ((await work.run({ person: String(person.id) })) === null) return;
    showToast('Forgotten: nothing of them is left here, and an import will not bring them back.');
    navigate('/people', { replace: true });
  };
  return (
    <section className={styles.part} aria-labelledby="person-forget">
      <h2 id="person-forget">Forget this person</h2>
      <p className={styles.soft}>Removes them from the map, its search, your notes and all copies. There is no undo.</p>
      {work.state.status === 'failed' && <ErrorNotice error={work.state.error} />}
      <div className={styles.buttons}>
        <Button kind="danger" size="s" disabled={work.state.status === 'running'} onClick={() => setAsked(true)}>
          {work.state.status === 'running' ? 'Forgetting' : 'Forget this person'}
        </Button>
      </div>
      <Sheet
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title="Forget this person for good?"
        actions={
          <>
            <Button onClick={() => setAsked(false)}>Keep them</Button>
            <Button kind="danger" onClick={() => void forget()}>
              Forget
            </Button>
          </>
        }
      >
        <p className={styles.soft}>
          Every row about <PersonName name={person.name} isStrong />, everything you said of them, and every older copy
          of the map will be gone. One fresh copy without them is made.
        </p>
        {theirs > 0 && (
          <p className={styles.soft}>
            {theirs === 1 ? 'The import of their network goes too' : `The ${theirs} imports of their network go too`},
            with every tie and person known only from there.
          </p>
        )}
      </Sheet>
    </section>
  );
}
