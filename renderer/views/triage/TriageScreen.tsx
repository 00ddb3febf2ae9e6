import { Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { countOf } from '../../../shared/model/words.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { useSingleKeys } from '../../state/key-state.ts';
import { Page } from '../frame/Page.tsx';
import { CardView } from './CardView.tsx';
import { cardUp, type TriageAnswer } from './deck.ts';
import { HELP_TAGS } from './help-tags.ts';
import { Summary } from './Summary.tsx';
import styles from './TriageScreen.module.css';
import { useDeck } from './use-deck.ts';

const ANSWERS: readonly { key: string; answer: TriageAnswer; words: string; means: string }[] = [
  { key: '1', answer: 'introduce', words: 'Would introduce', means: 'I would vouch for them, and they for me' },
  { key: '2', answer: 'know', words: 'Know them', means: 'We would recognise each other' },
  { key: '3', answer: 'collected', words: 'Just collected', means: 'A connection, no more' },
  { key: '4', answer: 'skip', words: 'Skip', means: 'Ask me another time' },
];

/** One card, one key: what only the user knows about their contacts, the cards that change most first. */
export default function TriageScreen() {
  const control = useDeck();
  const { deck, total, done, error, answer, undo } = control;
  const [tag, setTag] = useState<string | null>(null);
  const [isStopped, setStopped] = useState(false);
  const areKeysOn = useSingleKeys(({ areOn }) => areOn);
  const card = deck === null ? null : cardUp(deck);

  const give = (how: TriageAnswer) => {
    answer(how, tag);
    setTag(null);
  };
  const latest = useRef({ give, undo, setTag, setStopped });
  latest.current = { give, undo, setTag, setStopped };
  useEffect(() => {
    if (!areKeysOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(event.target)) return;
      const now = latest.current;
      const chosen = ANSWERS.find(({ key }) => key === event.key);
      const help = HELP_TAGS[Number(event.key) - 5];
      if (chosen !== undefined) now.give(chosen.answer);
      else if (help !== undefined) now.setTag((before) => (before === help ? null : help));
      else if (event.key.toLowerCase() === 'z') {
        now.setStopped(false);
        now.undo();
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [areKeysOn]);

  if (error !== null) {
    return (
      <Page title="Triage" heading="Sort who you know">
        <ErrorNotice error={error} />
      </Page>
    );
  }
  if (deck === null) {
    return (
      <Page title="Triage" heading="Sort who you know">
        <Skeleton label="Choosing the cards" lines={6} />
      </Page>
    );
  }
  const count = deck.answered.length;
  if (deck.cards.length === 0) {
    return (
      <Page title="Triage" heading="Sort who you know">
        {done === 0 ? (
          <EmptyState
            title="There is nobody to sort yet"
            actions={
              <Button kind="primary" onClick={() => navigate(importAddress)}>
                Bring your network in
              </Button>
            }
          >
            One card for each contact, one key for each answer: what no file can know.
          </EmptyState>
        ) : (
          <EmptyState
            title={`All ${countOf(done, 'card')} are done`}
            actions={<Button onClick={() => navigate('/top')}>See your top contacts</Button>}
          >
            New contacts come here with your next import.
          </EmptyState>
        )}
      </Page>
    );
  }
  if (card === null || isStopped) {
    return (
      <Page title="Triage" heading="Sort who you know">
        <Summary
          deck={deck}
          open={total - count}
          settled={control.settled}
          onUndo={() => {
            setStopped(false);
            undo();
          }}
          onGoOn={() => {
            setStopped(false);
            if (card === null) void control.next();
          }}
        />
      </Page>
    );
  }
  return (
    <Page
      title="Triage"
      heading="Sort who you know"
      lead="Your answer counts for more than anything a file says. Those that would change most come first."
      actions={
        <>
          <Button icon={Undo2} disabled={count === 0} onClick={undo}>
            Undo <Kbd keys="Z" />
          </Button>
          <Button onClick={() => setStopped(true)}>Stop here</Button>
        </>
      }
    >
      <div className={styles.deck}>
        <div className={styles.progress}>
          <progress className={styles.bar} aria-label="Cards of this batch" max={deck.cards.length} value={count} />
          <p className={styles.count}>
            {count + 1} of {deck.cards.length}
            <span className={styles.soft}> · {countOf(total - count, 'card')} open in all</span>
          </p>
        </div>
        <CardView card={card} />
        <fieldset className={styles.tags}>
          <legend>Can help with</legend>
          {HELP_TAGS.map((help, place) => (
            <button
              key={help}
              type="button"
              className={styles.tag}
              aria-pressed={tag === help}
              onClick={() => setTag(tag === help ? null : help)}
            >
              {help} <Kbd keys={String(place + 5)} />
            </button>
          ))}
          <input
            className={styles.own}
            aria-label="Something else they can help with"
            placeholder="Something else"
            maxLength={120}
            value={tag === null || HELP_TAGS.some((help) => help === tag) ? '' : tag}
            onChange={(event) => setTag(event.currentTarget.value === '' ? null : event.currentTarget.value)}
            onKeyDown={(event) => {
              // Back to the keys, with what was typed.
              if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
            }}
          />
        </fieldset>
        <div className={styles.answers}>
          {ANSWERS.map(({ key, answer: how, words, means }) => (
            <button key={key} type="button" className={styles.answer} onClick={() => give(how)}>
              <Kbd keys={key} />
              <span className={styles.words}>{words}</span>
              <span className={styles.means}>{means}</span>
            </button>
          ))}
        </div>
      </div>
    </Page>
  );
}

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
