import { ExternalLink, Gift, HandHelping, type LucideIcon, PartyPopper, PenLine, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/api.ts';
import type { Today } from '../../../shared/contract/today.ts';
import { useClient } from '../../client/client-context.ts';
import { firstName } from '../../client/plain-line.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ICON } from '../../components/icon.ts';
import { companyRoutesAddress, composeAddress, hrefTo } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { followUpDate } from '../targets/dates.ts';
import { goodwillInWords, lastAskInWords } from '../targets/goodwill-words.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { GIVES } from './gives.ts';
import styles from './TodayScreen.module.css';
import { useLog } from './use-log.ts';
import { useTargetAddress } from './use-target-address.ts';
import { Who } from './Who.tsx';

type Suggestion = Today['suggestions'][number];
type Answer = InputOf<'answerSuggestion'>['answer'];

const KINDS: Record<Suggestion['kind'], { word: string; icon: LucideIcon }> = {
  ask: { word: 'Ask', icon: HandHelping },
  congratulate: { word: 'Congratulate', icon: PartyPopper },
  give: { word: 'Give', icon: Gift },
  rekindle: { word: 'Write again', icon: RotateCcw },
};

/** The three people of the day. */
export function Suggestions({ today, hasTargets }: { today: Today; hasTargets: boolean }) {
  const { suggestions, suggestionsMissing } = today;
  return (
    <section className={styles.part} aria-label="People worth writing to">
      {suggestions.length === 0 ? (
        <EmptyState
          title="Nobody to write to today"
          actions={
            hasTargets ? (
              <Button onClick={() => navigate('/top')}>See your top contacts</Button>
            ) : (
              <Button kind="primary" onClick={() => navigate('/targets')}>
                Add a target
              </Button>
            )
          }
        >
          {suggestionsMissing !== null && <Sentence text={suggestionsMissing} />}
        </EmptyState>
      ) : (
        <ol className={styles.suggestions}>
          {suggestions.map((one) => (
            <SuggestionItem key={one.person.id} suggestion={one} asOf={today.asOf} />
          ))}
        </ol>
      )}
      {suggestions.length > 0 && suggestionsMissing !== null && (
        <p className={styles.soft}>
          <Sentence text={suggestionsMissing} />
        </p>
      )}
    </section>
  );
}

function SuggestionItem({ suggestion, asOf }: { suggestion: Suggestion; asOf: string }) {
  const { person, kind, reason, firstStep, target, goodwill } = suggestion;
  const { word, icon: IconShape } = KINDS[kind];
  const client = useClient();
  const { api } = client;
  const { run } = useSaying();
  const { write } = useLog();
  const addressOf = useTargetAddress();
  const [isGiving, setGiving] = useState(false);
  const query = String(person.id);
  const first = firstName(person.name);
  const lastAsk = lastAskInWords(goodwill, asOf);
  const spent = goodwillInWords(goodwill);
  const isAsk = kind === 'ask' && target !== null;
  const routes = target === null ? null : (addressOf(target) ?? companyRoutesAddress(target));

  const answer = (how: Answer, text: string) =>
    void write(async () => ({ ids: [(await api.answerSuggestion({ person: query, answer: how })).id], text }));
  const logAnd = (logged: InputOf<'log'>['logged'], text: string) =>
    void write(async () => {
      const ids = [(await api.log({ logged })).id];
      ids.push((await api.answerSuggestion({ person: query, answer: 'done' })).id);
      return { ids, text };
    });
  const asked = () =>
    logAnd(
      { kind: 'ask', person: query, outcome: 'none', ...(target === null ? {} : { target }) },
      `Ask to ${first} logged. Follow up on ${followUpDate(asOf) ?? 'a day in three weeks'}.`,
    );

  return (
    <li className={styles.suggestion}>
      <div>
        <p className={styles.kind}>
          <IconShape {...ICON} /> {word}
        </p>
        <Who person={person} isLarge />
      </div>
      <p className={styles.reason}>
        <Sentence text={reason} />
      </p>
      <p className={styles.step}>
        <strong>First step</strong>
        <Sentence text={firstStep} />
        {routes !== null && (
          <>
            {' '}
            <a href={hrefTo(routes)}>See the route</a>
          </>
        )}
        {spent !== null && (
          <span className={styles.spent}>
            <Sentence text={[lastAsk, spent].filter((part) => part !== null).join(' ')} />
          </span>
        )}
      </p>
      {isGiving ? (
        <div className={styles.gives}>
          <p className={styles.giveLabel}>What did you give {first}?</p>
          <div className={styles.buttons}>
            {GIVES.map(({ give, word: giveWord }) => (
              <Button
                key={give}
                size="s"
                onClick={() => logAnd({ kind: 'give', person: query, give }, `${giveWord} to ${first} logged.`)}
              >
                {giveWord}
              </Button>
            ))}
            <Button size="s" kind="quiet" onClick={() => setGiving(false)}>
              Back
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.deeds}>
          {isAsk && routes !== null ? (
            <Button size="s" kind="primary" icon={PenLine} onClick={() => navigate(composeAddress(routes, person.id))}>
              Write the ask
            </Button>
          ) : (
            person.url !== null && (
              <Button
                size="s"
                kind="primary"
                icon={ExternalLink}
                onClick={() => void run(() => client.openProfile(person))}
              >
                Write to {first}
              </Button>
            )
          )}
          <div className={styles.buttons}>
            {kind === 'ask' && (
              <Button size="s" onClick={asked}>
                I asked
              </Button>
            )}
            {kind === 'give' && (
              <Button size="s" onClick={() => setGiving(true)}>
                I gave
              </Button>
            )}
            {(kind === 'congratulate' || kind === 'rekindle') && (
              <Button size="s" onClick={() => answer('done', `Done. ${first} rests for four weeks.`)}>
                Done
              </Button>
            )}
            <Button size="s" onClick={() => answer('snooze', `${first} comes back in a week at the earliest.`)}>
              Snooze
            </Button>
            <Button size="s" kind="quiet" onClick={() => answer('not-this-one', `${first} is not suggested again.`)}>
              Not this one
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
