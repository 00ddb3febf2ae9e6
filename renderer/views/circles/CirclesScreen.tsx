import { Map as MapIcon, Undo2, Waypoints } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { CircleList, CircleQuestion, CircleQuestions } from '../../../shared/contract/circles.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { useSingleKeys } from '../../state/key-state.ts';
import { connectorsAddress } from '../connectors/connectors-address.ts';
import { Page } from '../frame/Page.tsx';
import { CircleSheet } from './CircleSheet.tsx';
import styles from './CirclesScreen.module.css';
import { NamedCircles } from './NamedCircles.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { useCircleAnswers } from './use-circle-answers.ts';

/** Faces that come with each question; more are asked for when wanted. */
const FACES = 24;
/** Names beside a circle in the list. */
const NAMES = 3;

/** Groups that look like circles, asked one at a time, and the circles that came of it. */
export default function CirclesScreen() {
  const asked = useQuestion('askCircles', { faces: FACES, limit: 0 });
  const named = useQuestion('listCircles', { faces: NAMES, limit: 0 });
  const error = asked.error ?? named.error;
  if (error !== null && (asked.data === undefined || named.data === undefined)) {
    return (
      <Page title="Circles">
        <ErrorNotice error={error} />
      </Page>
    );
  }
  if (asked.data === undefined || named.data === undefined) {
    return (
      <Page title="Circles">
        <Skeleton label="Looking for groups among your contacts" lines={8} />
      </Page>
    );
  }
  if (asked.data.status === 'nobody-yet' && named.data.total === 0) {
    return (
      <Page title="Circles">
        <EmptyState
          title="Your circles come out of your contacts"
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Bring your network in
            </Button>
          }
        >
          Connections.csv alone shows who came in the same days and who works at one place. Positions and messages of
          the full archive show more. Each group becomes a question, and you give it a name.
        </EmptyState>
      </Page>
    );
  }
  return <CirclesView asked={asked.data} named={named.data} />;
}

function CirclesView({ asked, named }: { asked: CircleQuestions; named: CircleList }) {
  const answers = useCircleAnswers();
  const [later, setLater] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const seen = useSeenQuestions(asked.questions);
  const order = [...seen.keys()];
  const listed = new Set(asked.questions.map(({ suggestion }) => suggestion));
  const returning = [...answers.returning].flatMap((one) => (listed.has(one) ? [] : (seen.get(one) ?? [])));
  const open = [...asked.questions, ...returning].filter(({ suggestion }) => !answers.answered.has(suggestion));
  // What was put off comes again when everything else has its answer.
  const place = (suggestion: string) => (suggestion === answers.again ? -1 : later.indexOf(suggestion) + 1);
  const queue = [...open].sort(
    ({ suggestion: a }, { suggestion: b }) => place(a) - place(b) || order.indexOf(a) - order.indexOf(b),
  );
  const question = queue[0];
  const standing = new Map(named.circles.map(({ name, people }) => [name.trim().toLowerCase(), { name, people }]));

  const notThis = () => question && answers.notACircle(question.suggestion, question.guess ?? 'that group');
  const putOff = () => {
    if (question === undefined || queue.length < 2) return;
    setLater((before) => [...before.filter((one) => one !== question.suggestion), question.suggestion]);
  };
  useCircleKeys({ x: notThis, l: putOff, z: answers.undoLast });

  return (
    <Page
      title="Circles"
      lead={asked.sentence}
      actions={
        <>
          <Button icon={Undo2} disabled={!answers.canUndo} onClick={answers.undoLast}>
            Undo <Kbd keys="Z" />
          </Button>
          <Button icon={Waypoints} onClick={() => navigate(connectorsAddress())}>
            Who connects them
          </Button>
          <Button icon={MapIcon} onClick={() => navigate('/map')}>
            See the map
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          {question === undefined ? (
            <EmptyState
              title={
                named.total === 0
                  ? 'No group stands out among your contacts yet'
                  : 'Every group that looks like one has your answer'
              }
              actions={<Button onClick={() => navigate('/people')}>Choose people yourself</Button>}
            >
              Tick people in People and put them in a circle. New imports bring new questions here.
            </EmptyState>
          ) : (
            <QuestionCard
              key={question.suggestion}
              question={question}
              waiting={queue.length - 1}
              standing={standing}
              onName={(name, chosen, people) => answers.name(question.suggestion, name, chosen, people)}
              onNot={notThis}
              onLater={putOff}
            />
          )}
        </div>
        <aside className={styles.side} aria-label="Named circles and what would bring more">
          <NamedCircles circles={named.circles} lastNamed={answers.lastNamed} onOpen={setOpened} />
          {asked.missing.length > 0 && (
            <section className={styles.missing} aria-labelledby="circles-missing">
              <h2 id="circles-missing">What would bring more questions</h2>
              <ul>
                {asked.missing.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <Link href={importAddress}>Import a file</Link>
            </section>
          )}
        </aside>
      </div>
      {opened !== null && (
        <CircleSheet
          key={opened}
          name={opened}
          others={named.circles.filter(({ name }) => name !== opened)}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  );
}

/**
 * Every question as it was seen last, in the order in which they were seen first. Each answer brings the list anew, in an order of
 * its own; here none changes its place under the hands of somebody who types.
 */
function useSeenQuestions(questions: readonly CircleQuestion[]): ReadonlyMap<string, CircleQuestion> {
  const [seen] = useState(() => new Map<string, CircleQuestion>());
  for (const question of questions) seen.set(question.suggestion, question);
  return seen;
}

/** Single keys, silent while something is typed or a sheet is open. */
function useCircleKeys(does: Record<string, () => void>): void {
  const areOn = useSingleKeys((keys) => keys.areOn);
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    if (!areOn) return;
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      const run = latest.current[event.key.toLowerCase()];
      if (!isPlain || run === undefined || isTyping(event.target)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [areOn]);
}

function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea, select') !== null;
}
