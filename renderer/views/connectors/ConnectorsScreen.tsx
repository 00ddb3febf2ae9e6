/** Who connects my circles, ranked: the sentence, how it is known, and the people with their reasons. */
import { BookOpen, Map as MapIcon } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { ConnectorList } from '../../../shared/contract/connectors.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SelectField } from '../../components/Field.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { AnswerToCome } from '../frame/AnswerToCome.tsx';
import { Page } from '../frame/Page.tsx';
import { Sentence } from '../targets/Sentence.tsx';
import { ConnectorSheet } from './ConnectorSheet.tsx';
import styles from './ConnectorsScreen.module.css';
import { ConnectorTable } from './ConnectorTable.tsx';
import { ORDERS } from './connector-orders.ts';
import { type ConnectorsQuestion, connectorsAddress, readConnectorsAddress } from './connectors-address.ts';
import { MeasuresSheet } from './MeasuresSheet.tsx';
import { plainName } from './measure-words.ts';

/** Beyond this many the tail adds nothing that one would read. */
const MOST = 1_000;

const VIEWS = {
  'seen-from-outside': 'Seen from outside',
  'own-export': 'Whose own export is here',
} as const satisfies Record<ConnectorsQuestion['view'], string>;

export default function ConnectorsScreen() {
  const question = readConnectorsAddress(useSearch());
  const asked = { by: question.by, limit: MOST };
  const outside = useQuestion('listConnectors', { ...asked, owners: false });
  // The other list waits for the first, so that a large network is measured once.
  const own = useQuestion('listConnectors', { ...asked, owners: true }, { isEnabled: outside.data !== undefined });
  if (outside.data === undefined || own.data === undefined) {
    return (
      <Page title="Connectors">
        <AnswerToCome
          asked={['listConnectors', { ...asked, owners: false }]}
          answer={outside.data === undefined ? outside : own}
          label="Ranking your connectors"
          stopped={{ title: 'Nobody is ranked', again: 'Rank them' }}
        />
      </Page>
    );
  }
  if (outside.data.status === 'not-known-yet') return <NotKnownYet list={outside.data} />;
  return <ConnectorsView outside={outside.data} own={own.data} question={question} />;
}

/** Nothing says who knows whom: what would. */
function NotKnownYet({ list }: { list: ConnectorList }) {
  const status = useQuestion('status', {});
  if (status.data?.isEmpty === true) {
    return (
      <Page title="Connectors">
        <EmptyState
          title="Your connectors will stand here"
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Bring your network in
            </Button>
          }
        >
          Who among your contacts knows people in more than one of your circles, ranked, each with the reasons.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title="Connectors" lead={<Sentence text={list.sentence} />}>
      <EmptyState
        title="What would tell"
        actions={
          <Button kind="primary" onClick={() => navigate(importAddress)}>
            Import a file
          </Button>
        }
      >
        <ul className={styles.ways}>
          {list.missing.map((text) => (
            <li key={text}>
              <Sentence text={text} />
            </li>
          ))}
        </ul>
        <p className={styles.how}>
          Who knows whom can be said in <Link href="/targets">Targets</Link>: add somebody you want to reach, and paste
          the connections you have in common.
        </p>
      </EmptyState>
    </Page>
  );
}

function ConnectorsView({
  outside,
  own,
  question,
}: {
  outside: ConnectorList;
  own: ConnectorList;
  question: ConnectorsQuestion;
}) {
  const [isExplaining, setExplaining] = useState(false);
  const list = question.view === 'own-export' ? own : outside;
  // Back leads to the screen before, not through every order that was tried.
  const ask = (next: Partial<ConnectorsQuestion>) =>
    navigate(connectorsAddress({ ...question, ...next }), { replace: true });
  const opened = [...list.connectors, ...own.connectors].find(({ person }) => person.id === question.person);
  const hidden = list.total - list.connectors.length;
  return (
    <Page
      title="Connectors"
      shape="full"
      lead={<Sentence text={list.sentence} />}
      actions={
        <>
          <Button icon={BookOpen} onClick={() => setExplaining(true)}>
            What the numbers mean
          </Button>
          <Button icon={MapIcon} onClick={() => navigate('/map')}>
            See the map
          </Button>
        </>
      }
    >
      <div className={styles.about}>
        <p>
          <Sentence text={list.known} />{' '}
          {question.view === 'own-export'
            ? 'All ties of these people are seen, so their numbers run higher, and they stand apart from everybody else.'
            : `Only some ties of these people are seen${own.total > 0 ? ', so those whose own export is here stand apart' : ''}.`}
          {question.by === 'index' && list.connectors[0]?.introductions !== 0 && list.total > 0
            ? ' Whoever has already helped you comes first.'
            : ''}
        </p>
        {list.missing.map((text) => (
          <p key={text}>
            <Sentence text={text} /> <Link href={importAddress}>Import one</Link>
          </p>
        ))}
      </div>
      <div className={styles.tools}>
        <SegmentedControl
          label="Which connectors"
          options={[
            { value: 'seen-from-outside', label: `${VIEWS['seen-from-outside']} (${groupDigits(outside.total)})` },
            { value: 'own-export', label: `${VIEWS['own-export']} (${groupDigits(own.total)})` },
          ]}
          value={question.view}
          onChange={(view) => ask({ view, person: null })}
        />
        <SelectField
          label="Order"
          isLabelHidden
          value={question.by}
          onChange={(event) => ask({ by: ORDERS.find(({ by }) => by === event.currentTarget.value)?.by ?? 'index' })}
        >
          {ORDERS.map(({ by, field }) => {
            const measure = list.measures.find((one) => one.field === field);
            return (
              <option key={by} value={by}>
                By {(measure === undefined ? by : plainName(measure)).toLowerCase()}
              </option>
            );
          })}
        </SelectField>
        <p className={styles.soft} role="status">
          {hidden > 0
            ? `The first ${groupDigits(list.connectors.length)} of ${countOf(list.total, 'person', 'people')}`
            : countOf(list.total, 'person', 'people')}
          {question.person !== null && opened === undefined && '. Whom you came for is not among them.'}
        </p>
      </div>
      {list.total === 0 ? (
        <EmptyState
          title={question.view === 'own-export' ? 'No friend’s export is here yet' : 'Nobody is seen from outside yet'}
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Import a file
            </Button>
          }
        >
          A friend’s export, imported as theirs, shows all ties of that friend.
        </EmptyState>
      ) : (
        <div className={styles.table}>
          <ConnectorTable
            key={question.view}
            label={`Connectors: ${VIEWS[question.view].toLowerCase()}`}
            list={list}
            by={question.by}
            onOrder={(by) => ask({ by })}
            onOpen={({ person }) => ask({ person: person.id })}
          />
        </div>
      )}
      {isExplaining && <MeasuresSheet measures={list.measures} onClose={() => setExplaining(false)} />}
      {opened !== undefined && <ConnectorSheet connector={opened} list={list} onClose={() => ask({ person: null })} />}
    </Page>
  );
}
