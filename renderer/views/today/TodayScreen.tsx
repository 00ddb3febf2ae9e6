import { Layers, Shapes } from 'lucide-react';
import type { Today } from '../../../shared/contract/today.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { circlesAddress, importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Page } from '../frame/Page.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import { FollowUps } from './FollowUps.tsx';
import { Invitations } from './Invitations.tsx';
import { LastImport } from './LastImport.tsx';
import { Suggestions } from './Suggestions.tsx';
import { TargetNews } from './TargetNews.tsx';
import { Thanks } from './Thanks.tsx';
import styles from './TodayScreen.module.css';

/** What to do now: three people, what is due, and what changed. */
export default function TodayScreen() {
  const today = useQuestion('today', {});
  const status = useQuestion('status', {});
  if (today.error !== null && today.data === undefined) {
    return (
      <Page title="Today">
        <ErrorNotice error={today.error} />
      </Page>
    );
  }
  if (today.data === undefined || status.data === undefined) {
    return (
      <Page title="Today">
        <Skeleton label="Looking at your map" lines={8} />
      </Page>
    );
  }
  if (status.data.isEmpty) {
    return (
      <Page title="Today">
        <EmptyState
          title="Your network comes first"
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Bring your network in
            </Button>
          }
        >
          Once the file LinkedIn gave you is here, this page names three people a day, why them, and the first step.
        </EmptyState>
      </Page>
    );
  }
  return <TodayView today={today.data} hasTargets={status.data.targets > 0} />;
}

function TodayView({ today, hasTargets }: { today: Today; hasTargets: boolean }) {
  return (
    <Page
      title="Today"
      lead={<Sentence text={leadOf(today.sentence)} />}
      actions={
        <>
          <Button icon={Shapes} onClick={() => navigate(circlesAddress)}>
            Name your circles
          </Button>
          <Button icon={Layers} onClick={() => navigate('/triage')}>
            Sort who you know
          </Button>
        </>
      }
    >
      <Suggestions today={today} hasTargets={hasTargets} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <FollowUps followUps={today.followUps} asOf={today.asOf} />
          <Invitations invitations={today.invitations} asOf={today.asOf} />
        </div>
        <div className={styles.column}>
          <Thanks thanks={today.thanks} />
          <TargetNews improved={today.targetsImproved} stale={today.targetsStale} hasTargets={hasTargets} />
          <LastImport lastImport={today.lastImport} />
        </div>
      </div>
    </Page>
  );
}

/** The sentence without the word that stands above it already. */
function leadOf(sentence: string): string {
  return sentence.replace(/^Today: (.)/, (_, first: string) => first.toUpperCase());
}
