import { useState } from 'react';
import type { PersonRef } from '../../../../shared/contract/common.ts';
import type { Route } from '../../../../shared/contract/routes.ts';
import { useClient } from '../../../client/client-context.ts';
import { firstName, plainLine } from '../../../client/plain-line.ts';
import { useSaying } from '../../../client/use-saying.ts';
import { Button } from '../../../components/Button.tsx';
import { TextArea, TextField } from '../../../components/Field.tsx';
import { Sheet } from '../../../components/Sheet.tsx';
import { showToast } from '../../../state/toast-state.ts';
import { CopyButton } from '../CopyButton.tsx';
import { followUpDate } from '../dates.ts';
import styles from './ComposeSheet.module.css';
import { type Draft, draftAsk, firstPurpose, wholeDraft } from './drafts.ts';

export interface ComposeSheetProps {
  /** The route that is asked along; null closes the sheet. */
  route: Route | null;
  targetName: string;
  me: PersonRef | null;
  /** Today, as the map is judged. */
  asOf: string | null;
  onClose: () => void;
}

interface Written {
  purpose: string | null;
  edits: Partial<Draft>;
}

const NOTHING: Written = { purpose: null, edits: {} };

/** Writes the ask with the user, to be sent by themselves, and logs it. What was written is kept while the page is open. */
export function ComposeSheet({ route, targetName, me, asOf, onClose }: ComposeSheetProps) {
  const { api } = useClient();
  const { run } = useSaying();
  const [all, setAll] = useState<ReadonlyMap<string, Written>>(new Map());
  if (route === null) return null;

  const connector = route.people[1];
  const target = route.people.at(-1);
  if (connector === undefined || target === undefined) return null;
  const key = route.people.map(({ id }) => id).join(' ');
  const written = all.get(key) ?? NOTHING;
  const write = (change: Partial<Written>) => setAll(new Map(all).set(key, { ...written, ...change }));
  const purpose = written.purpose ?? firstPurpose(targetName, target);
  const draft: Draft = { ...draftAsk({ route, me, purpose }), ...written.edits };
  const isDirect = route.hops.length === 1;
  const next = route.people[2];
  const [asked, reached] = [firstName(connector.name), firstName(target.name)];
  const followUp = followUpDate(asOf);

  const log = async () => {
    const done = await run(() =>
      api.log({ logged: { kind: 'ask', person: String(connector.id), target: targetName, outcome: 'none' } }),
    );
    if (done === null) return;
    showToast(`Ask to ${asked} logged.${followUp === null ? '' : ` Follow up on ${followUp}.`}`, {
      label: 'Undo',
      run: () => void run(() => api.withdraw({ id: done.id })),
    });
    onClose();
  };

  const box = (field: keyof Draft, label: string, hint: string) => (
    <div className={styles.box}>
      <TextArea
        label={label}
        hint={hint}
        value={draft[field]}
        dir="auto"
        onChange={(event) => write({ edits: { ...written.edits, [field]: event.currentTarget.value } })}
      />
      <span className={styles.copy}>
        <CopyButton text={draft[field]} what={label} />
      </span>
    </div>
  );

  return (
    <Sheet
      isOpen
      onClose={onClose}
      shape="wide"
      title={`Ask ${plainLine(connector.name, 60)}`}
      lead={<bdi>{plainLine(route.firstStep, 300)}</bdi>}
      actions={
        <>
          <p className={styles.followUp}>{followUp !== null && `Follow up on ${followUp}, in three weeks.`}</p>
          <CopyButton
            text={wholeDraft(draft, connector.name, target.name)}
            label="Copy all"
            size="m"
            kind="secondary"
          />
          <Button kind="primary" onClick={() => void log()}>
            Log the ask
          </Button>
        </>
      }
    >
      <div className={styles.boxes}>
        <TextField
          label="What you want to hear about"
          hint="It goes into every box you have not changed yourself."
          value={purpose}
          onChange={(event) => write({ purpose: event.currentTarget.value })}
        />
        <div className={styles.columns}>
          {box('why', `Why I ask, for ${asked}`, 'Weft sends nothing: copy it into a message of your own.')}
          <div className={styles.column}>
            {box('offer', `What is in it for ${reached}`, 'One thing you can really give.')}
            {!isDirect &&
              box(
                'note',
                route.ask === 'name-use' ? `Your note to ${firstName(next?.name ?? '')}` : 'The note to forward',
                route.ask === 'name-use' ? `For after ${asked} said yes.` : `${asked} can send it on as it is.`,
              )}
          </div>
        </div>
      </div>
    </Sheet>
  );
}
