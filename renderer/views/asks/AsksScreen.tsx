import { CalendarPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import type { LogList } from '../../../shared/contract/statements.ts';
import type { ReferralList } from '../../../shared/contract/today.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { todayIso } from '../../state/today.ts';
import { Page } from '../frame/Page.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import styles from './AsksScreen.module.css';
import { Balances } from './Balances.tsx';
import { Board } from './Board.tsx';
import { balancesOf, boardOf, boardSentence } from './board.ts';
import { GiveIdeas } from './GiveIdeas.tsx';
import { MeetingNote, PlanSheet } from './PlanSheet.tsx';
import { Referrals } from './Referrals.tsx';

/** What was asked and given, and what talking to people led to. */
export default function AsksScreen() {
  const log = useQuestion('listLog', {});
  const referrals = useQuestion('listReferrals', {});
  const error = log.error ?? referrals.error;
  if (log.data === undefined || referrals.data === undefined) {
    return (
      <Page title="Asks & gives">
        {error === null ? <Skeleton label="Reading your log" lines={8} /> : <ErrorNotice error={error} />}
      </Page>
    );
  }
  return <AsksView entries={log.data.entries} referrals={referrals.data} />;
}

function AsksView({ entries, referrals }: { entries: LogList['entries']; referrals: ReferralList }) {
  const status = useQuestion('status', {});
  const [isPlanning, setPlanning] = useState(false);
  const asksToPlan = new URLSearchParams(useSearch()).has('plan');
  useEffect(() => {
    if (!asksToPlan) return;
    setPlanning(true);
    navigate('/asks', { replace: true });
  }, [asksToPlan]);
  const [talked, setTalked] = useState<LogList['entries'][number] | null>(null);
  const board = boardOf(entries);
  const isEmpty = entries.length === 0 && referrals.tree.length === 0;
  const gives = entries.filter(({ kind }) => kind === 'give').length;
  return (
    <Page
      title="Asks & gives"
      lead={isEmpty ? undefined : <Sentence text={boardSentence(board, gives, todayIso())} />}
      actions={
        <Button icon={CalendarPlus} onClick={() => setPlanning(true)}>
          Plan a conversation
        </Button>
      }
    >
      {isEmpty ? (
        <EmptyState
          title="Nothing is logged yet"
          actions={
            status.data?.isEmpty === true ? (
              <Button kind="primary" onClick={() => navigate(importAddress)}>
                Bring your network in
              </Button>
            ) : (
              <Button kind="primary" onClick={() => navigate('/today')}>
                See whom to write to today
              </Button>
            )
          }
        >
          Log what you ask and what you give, from Today, a route or a person. From thirty asks on, Weft learns from
          them who helps.
        </EmptyState>
      ) : (
        <>
          <Board board={board} onTalked={setTalked} />
          <GiveIdeas />
          <div className={styles.columns}>
            <Balances balances={balancesOf(entries)} />
            <Referrals list={referrals} />
          </div>
        </>
      )}
      {isEmpty && <GiveIdeas />}
      <PlanSheet isOpen={isPlanning} onClose={() => setPlanning(false)} />
      <MeetingNote plan={talked} onClose={() => setTalked(null)} />
    </Page>
  );
}
