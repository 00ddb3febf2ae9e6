import { useState } from 'react';
import type { BackChannel, BackChannelSource } from '../../../../shared/contract/back-channel.ts';
import { useKeptText } from '../../../client/use-kept-text.ts';
import { useQuestion } from '../../../client/use-question.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { TextArea } from '../../../components/Field.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { Skeleton } from '../../../components/Skeleton.tsx';
import { StrengthBars } from '../../../components/StrengthBars.tsx';
import { Tag } from '../../../components/Tag.tsx';
import { hrefTo, personAddress } from '../../../state/addresses.ts';
import { navigate } from '../../../state/hash-location.ts';
import { Page } from '../../frame/Page.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { Failure } from '../Failure.tsx';
import { asked, type Goal, routesAddress } from '../goal.ts';
import { Sentence } from '../Sentence.tsx';
import { TargetNav } from '../TargetNav.tsx';
import styles from './BackChannelPage.module.css';
import { PrivateNotes } from './PrivateNotes.tsx';
import { QUESTIONS_ABOUT_A_COMPANY, QUESTIONS_ABOUT_A_PERSON } from './questions.ts';

const FEW = 10;

/** Who could tell me about an employer or a manager: who was there, who would be frank, what to ask them, and my notes. */
export function BackChannelPage({ goal }: { goal: Goal }) {
  const answer = useQuestion('getBackChannel', asked(goal));
  const found = answer.data;
  const name = found?.name ?? (goal.kind === 'company' ? goal.name : 'Back-channel');
  return (
    <Page
      title="Back-channel"
      heading={<PersonName name={name} />}
      lead={
        found === undefined ? undefined : (
          <span className={styles.answer}>
            <Sentence text={found.sentence} />
          </span>
        )
      }
    >
      <TargetNav goal={goal} here="back-channel" />
      {answer.isError && <Failure error={answer.error} />}
      {answer.isPending && <Skeleton label="Looking for people who were there" lines={6} />}
      {found !== undefined && (
        <div className={styles.columns}>
          <Sources goal={goal} found={found} />
          <div className={styles.side}>
            <QuestionSheet found={found} />
            <PrivateNotes found={found} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Sources({ goal, found: { sources } }: { goal: Goal; found: BackChannel }) {
  const [isAll, setAll] = useState(false);
  if (sources.length === 0) {
    return (
      <EmptyState
        title="Nobody to ask yet"
        actions={<Button onClick={() => navigate(routesAddress(goal))}>See the routes there</Button>}
      >
        <p>
          Weft looks for contacts who work there now, who did before, and who came to you while you were there yourself.
          An older export of yours would show where your contacts worked then.
        </p>
      </EmptyState>
    );
  }
  const shown = isAll ? sources : sources.slice(0, FEW);
  const turned = sources.filter(({ mayBeAsked }) => mayBeAsked).length;
  return (
    <section aria-labelledby="sources-heading">
      <h2 id="sources-heading" className={styles.heading}>
        Who could tell you
      </h2>
      <ul className={styles.list}>
        {shown.map((source) => (
          <Source key={source.person.id} source={source} />
        ))}
      </ul>
      {sources.length > FEW && (
        <Button size="s" kind="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : `Show all ${sources.length}`}
        </Button>
      )}
      {turned > 0 && (
        <p className={styles.turned}>
          It works both ways: {turned === 1 ? 'one of them' : `${turned} of them`} may be asked about you in turn. Tell
          them what you are looking for before somebody else does.
        </p>
      )}
    </section>
  );
}

function Source({ source: { person, how, s, band, isFrank, vouch } }: { source: BackChannelSource }) {
  return (
    <li className={styles.source}>
      <div className={styles.who}>
        <p className={styles.name}>
          <PersonName name={person.name} isStrong href={hrefTo(personAddress(person.id))} />
          {isFrank && <Tag tone="accent">would be frank</Tag>}
          {vouch === false && <Tag tone="attention">would not vouch for you</Tag>}
        </p>
        <p className={styles.how}>
          <Sentence text={[person.position, how.join(' ')].filter(Boolean).join(' · ')} />
        </p>
      </div>
      <StrengthBars s={s} band={band} />
    </li>
  );
}

/** A list to take into the talk; edited here, copied from here, and kept in the map. */
function QuestionSheet({ found: { kind, name, person, questions } }: { found: BackChannel }) {
  const ours = kind === 'company' ? QUESTIONS_ABOUT_A_COMPANY : QUESTIONS_ABOUT_A_PERSON;
  const sheet = useKeptText({
    kept: questions,
    otherwise: ours.map((question) => `- ${question}`).join('\n'),
    said: (text) =>
      person === null
        ? { kind: 'company-questions', company: name, text }
        : { kind: 'person-questions', person: String(person.id), text },
  });
  return (
    <section aria-labelledby="questions-heading">
      <div className={styles.top}>
        <h2 id="questions-heading" className={styles.heading}>
          Question sheet
        </h2>
        <CopyButton text={sheet.text} what="the questions" />
      </div>
      <TextArea
        label="Questions"
        isLabelHidden
        rows={3}
        value={sheet.text}
        onChange={(event) => sheet.write(event.currentTarget.value)}
        onBlur={sheet.keep}
        hint="Three are enough for one talk. The sheet stays as you leave it."
      />
      {questions !== null && (
        <Button kind="quiet" size="s" onClick={sheet.startOver}>
          Back to Weft’s questions
        </Button>
      )}
    </section>
  );
}
