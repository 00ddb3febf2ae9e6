import { Layers } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { TopContact, TopList } from '../../../shared/contract/top.ts';
import { groupDigits } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Page } from '../frame/Page.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import { ContactSheet } from './ContactSheet.tsx';
import { CoverList } from './CoverList.tsx';
import { LorenzCurve } from './LorenzCurve.tsx';
import { type Narrowing, NO_NARROWING, narrowContacts } from './narrow.ts';
import { RobustCheck } from './RobustCheck.tsx';
import { SaveRanking } from './SaveRanking.tsx';
import styles from './TopScreen.module.css';
import { TopTable } from './TopTable.tsx';
import { WhatMatters } from './WhatMatters.tsx';
import { isModel, lorenzOf, weighContacts } from './weighted.ts';
import { useWeights } from './weights-state.ts';

/** Sliders weigh what is here; beyond this many the tail adds nothing that one would read. */
const MOST = 1_000;

type View = 'ranking' | 'cover';

/** The vital few: who is worth the next conversations, and why. */
export default function TopScreen() {
  const list = useQuestion('listTop', { limit: MOST });
  if (list.data === undefined) {
    return (
      <Page title="Top contacts">
        {list.error === null ? (
          <Skeleton label="Ranking your contacts" lines={8} />
        ) : (
          <ErrorNotice error={list.error} />
        )}
      </Page>
    );
  }
  if (list.data.total === 0) {
    return (
      <Page title="Top contacts">
        <EmptyState
          title="Nobody to rank yet"
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Bring your network in
            </Button>
          }
        >
          With your contacts here, this page names the few who could open most of what your network holds, and why.
        </EmptyState>
      </Page>
    );
  }
  return <TopView list={list.data} />;
}

function TopView({ list }: { list: TopList }) {
  const [view, setView] = useState<View>('ranking');
  const [narrowing, setNarrowing] = useState<Narrowing>(NO_NARROWING);
  const [opened, setOpened] = useState<number | null>(null);
  // Marks hold for the list they were made for: a change of the map brings another one.
  const [run, setRun] = useState<{ list: TopList; ids: ReadonlySet<number> } | null>(null);
  const marked = run?.list === list ? run.ids : null;
  const weights = useDeferredValue(useWeights((state) => state.weights));
  const contacts = useMemo(() => {
    const weighed = weighContacts(list.contacts, weights);
    return marked === null ? weighed : weighed.map((one) => ({ ...one, robust: marked.has(one.person.id) }));
  }, [list, weights, marked]);
  const shown = useMemo(() => narrowContacts(contacts, narrowing), [contacts, narrowing]);
  const isWhole = list.contacts.length === list.total;
  const isOwn = !isModel(weights);
  const lorenz = useMemo(() => (isOwn && isWhole ? lorenzOf(contacts) : list.lorenz), [isOwn, isWhole, contacts, list]);
  const vitalSet = isOwn && isWhole ? contacts.filter(({ inVitalSet }) => inVitalSet).length : list.vitalSet;
  const current = opened === null ? null : (contacts.find(({ person }) => person.id === opened) ?? null);

  return (
    <Page
      title="Top contacts"
      shape="full"
      lead={
        isOwn && isWhole && list.status === 'ranked' ? (
          `With what matters now, ${groupDigits(vitalSet)} of ${groupDigits(list.total)} people hold 80 % of what your network could open.`
        ) : (
          <Sentence text={list.sentence} />
        )
      }
      actions={
        <>
          <SegmentedControl
            label="View"
            options={[
              { value: 'ranking', label: 'Ranking' },
              { value: 'cover', label: 'Cover' },
            ]}
            value={view}
            onChange={setView}
          />
          <Button icon={Layers} onClick={() => navigate('/triage')}>
            Sort who you know
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        {view === 'ranking' ? (
          <TopTable
            contacts={shown}
            narrowing={narrowing}
            onNarrow={setNarrowing}
            hidden={list.total - list.contacts.length}
            contactsHeld={list.contacts.length}
            onOpen={({ person }: TopContact) => setOpened(person.id)}
          />
        ) : (
          <CoverList />
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
        <section className={styles.aside} aria-label="About this list" tabIndex={0}>
          {list.status !== 'ranked' && <Honesty list={list} />}
          <LorenzCurve lorenz={lorenz} total={list.total} gini={list.gini} vitalSet={vitalSet} isModelGini={!isOwn} />
          <WhatMatters />
          {list.contacts.some(({ robust }) => robust === null) && marked === null && (
            <RobustCheck onMarked={(ids) => setRun({ list, ids: new Set(ids) })} />
          )}
          {list.status === 'ranked' && <Honesty list={list} />}
          <SaveRanking />
          <p className={styles.soft}>{list.calibration.sentence}</p>
        </section>
      </div>
      <ContactSheet contact={current} onClose={() => setOpened(null)} />
    </Page>
  );
}

/** What the order cannot tell, and what would help. */
function Honesty({ list }: { list: TopList }) {
  if (list.status === 'ranked' && list.missing.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{list.status === 'ranked' ? 'What would sharpen it' : 'What would help'}</h2>
      {list.status !== 'ranked' && (
        <p className={styles.soft}>The order here is all that can be said so far; it does not tell people apart.</p>
      )}
      <ul className={styles.missing}>
        {list.missing.map((text) => (
          <li key={text}>
            <Sentence text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
