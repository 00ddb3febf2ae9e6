import { ClipboardList, ListPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { useQuestion } from '../../../client/use-question.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Skeleton } from '../../../components/Skeleton.tsx';
import { importAddress } from '../../../state/addresses.ts';
import { navigate } from '../../../state/hash-location.ts';
import { Page } from '../../frame/Page.tsx';
import { AddTarget } from './AddTarget.tsx';
import { PasteTargets } from './PasteTargets.tsx';
import { TakeTargets } from './TakeTargets.tsx';
import styles from './TargetListPage.module.css';
import { TargetTable } from './TargetTable.tsx';
import { leadOf } from './target-words.ts';

/** The companies and people I want to reach, how near each is, and the best way there. */
export function TargetListPage() {
  const list = useQuestion('listTargets', {});
  const status = useQuestion('status', {});
  const suggested = useQuestion('suggestTargets', {});
  const [sheet, setSheet] = useState<'paste' | 'take' | null>(null);
  const add = useRef<HTMLInputElement>(null);
  const asksToAdd = new URLSearchParams(useSearch()).has('add');
  useEffect(() => {
    if (!asksToAdd) return;
    add.current?.focus();
    navigate('/targets', { replace: true });
  }, [asksToAdd]);
  const targets = list.data?.targets;
  const suggestions = suggested.data?.suggestions ?? [];

  const paste = (
    <Button icon={ClipboardList} onClick={() => setSheet('paste')}>
      Paste a list
    </Button>
  );
  const take =
    suggestions.length === 0 ? null : (
      <Button icon={ListPlus} onClick={() => setSheet('take')}>
        Take from your applications
      </Button>
    );

  return (
    <Page title="Targets" lead={targets === undefined ? undefined : leadOf(targets)} shape="full">
      <div className={styles.tools}>
        <AddTarget field={add} />
        {targets !== undefined && targets.length > 0 && (
          <>
            {paste}
            {take}
          </>
        )}
      </div>
      {list.isError && <ErrorNotice error={list.error} />}
      {list.isPending && <Skeleton label="Loading targets" lines={6} />}
      {targets !== undefined && targets.length > 0 && <TargetTable targets={targets} />}
      {targets?.length === 0 && (
        <EmptyState
          title="Where would you like to get to?"
          actions={
            status.data?.isEmpty === true ? (
              <Button kind="primary" onClick={() => navigate(importAddress)}>
                Bring your network in
              </Button>
            ) : (
              <>
                <Button kind="primary" onClick={() => add.current?.focus()}>
                  Add a target
                </Button>
                {paste}
                {take}
              </>
            )
          }
        >
          <p>
            Name a company or a person. Weft then says who can bring you there and through whom, or that nobody can yet
            and what would change that. Five to ten targets are enough to begin with.
          </p>
        </EmptyState>
      )}
      <PasteTargets isOpen={sheet === 'paste'} onClose={() => setSheet(null)} />
      <TakeTargets isOpen={sheet === 'take'} onClose={() => setSheet(null)} suggestions={suggestions} />
    </Page>
  );
}
