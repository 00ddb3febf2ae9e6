import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import type { Route, RouteAnswer } from '../../../../shared/contract/routes.ts';
import { plainLine } from '../../../client/plain-line.ts';
import { useQuestion } from '../../../client/use-question.ts';
import { Button } from '../../../components/Button.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { Skeleton } from '../../../components/Skeleton.tsx';
import { TieLegend } from '../../../components/TieLine.tsx';
import { navigate } from '../../../state/hash-location.ts';
import { Page } from '../../frame/Page.tsx';
import { ComposeSheet } from '../composer/ComposeSheet.tsx';
import { Failure } from '../Failure.tsx';
import { asked, type Goal, routesAddress } from '../goal.ts';
import { useTargets } from '../list/use-targets.ts';
import { SameCompany } from '../SameCompany.tsx';
import { Sentence } from '../Sentence.tsx';
import { TargetNav } from '../TargetNav.tsx';
import { Corrections } from './Corrections.tsx';
import { KnownThere } from './KnownThere.tsx';
import { NoRoute } from './NoRoute.tsx';
import { RouteItem } from './RouteItem.tsx';
import styles from './RoutesPage.module.css';
import { CHANCE_WORDS } from './route-words.ts';

const FEW = 3;
const MANY = 10;

/** Who can bring me to a company or a person, and through whom. */
export function RoutesPage({ goal }: { goal: Goal }) {
  // Whoever comes to ask somebody may look farther down.
  const isAsking = new URLSearchParams(useSearch()).has('ask');
  const [k, setK] = useState(isAsking ? MANY : FEW);
  const answer = useQuestion('findRoutes', { ...asked(goal), k, details: true });
  const found = answer.data;
  const name = found?.target.name ?? (goal.kind === 'company' ? goal.name : 'Routes');

  return (
    <Page
      title={goal.kind === 'company' ? 'Routes to a company' : 'Routes to a person'}
      heading={<PersonName name={name} most={120} />}
      lead={found === undefined ? undefined : <Answer answer={found} />}
      actions={found === undefined ? undefined : <TargetButton goal={goal} answer={found} />}
    >
      <TargetNav goal={goal} here="routes" />
      {answer.isError && <Failure error={answer.error} />}
      {answer.isPending && <Skeleton label="Looking for routes" lines={6} />}
      {found !== undefined && (
        <Found goal={goal} answer={found} isMany={k === MANY} onMore={() => setK(MANY)} onFewer={() => setK(FEW)} />
      )}
    </Page>
  );
}

interface FoundProps {
  goal: Goal;
  answer: RouteAnswer;
  isMany: boolean;
  onMore: () => void;
  onFewer: () => void;
}

function Found({ goal, answer, isMany, onMore, onFewer }: FoundProps) {
  // Whoever comes to write an ask finds the sheet open.
  const asksFor = new URLSearchParams(useSearch()).get('ask');
  const [asking, setAsking] = useState<Route | null>(
    () => answer.routes.find(({ people }) => String(people[1]?.id) === asksFor) ?? null,
  );
  const closeSheet = () => {
    setAsking(null);
    if (asksFor !== null) navigate(routesAddress(goal), { replace: true });
  };
  const status = useQuestion('status', {});
  const heading = useRef<HTMLHeadingElement>(null);
  const isCorrected = useRef(false);
  const { target, routes, details } = answer;
  const proposal = details?.proposals[0];

  // A correction may take the control it was made with out of the page: then the focus goes to what changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after each new answer
  useEffect(() => {
    if (isCorrected.current && document.activeElement === document.body) heading.current?.focus();
    isCorrected.current = false;
  }, [answer]);

  return (
    <div className={styles.found} onClickCapture={() => (isCorrected.current = true)}>
      {asksFor !== null && asking === null && routes.length > 0 && (
        <p role="status">The way you came for is not among the best any more. These are.</p>
      )}
      {proposal !== undefined && (
        <section className={styles.question} aria-label="A similar name">
          <SameCompany company={target.name} proposal={proposal} />
        </section>
      )}
      {routes.length > 0 ? (
        <section aria-labelledby="routes-heading">
          <h2 id="routes-heading" ref={heading} tabIndex={-1} className={styles.heading}>
            {routes.length === 1 ? 'The one route' : `The ${routes.length} best routes`}
          </h2>
          <ol className={styles.routes}>
            {routes.map((route, index) => (
              <RouteItem
                key={route.people.map(({ id }) => id).join(' ')}
                route={route}
                place={index + 1}
                asOf={status.data?.asOf ?? null}
                onAsk={() => setAsking(route)}
              />
            ))}
          </ol>
          <div className={styles.foot}>
            <TieLegend />
            {(routes.length === FEW || isMany) && (
              <Button kind="quiet" size="s" onClick={isMany ? onFewer : onMore}>
                {isMany ? 'Only the best three' : 'Look for more routes'}
              </Button>
            )}
          </div>
        </section>
      ) : (
        <section aria-label="No route yet">
          <h2 ref={heading} tabIndex={-1} className={styles.readAloud}>
            No route yet
          </h2>
          <NoRoute goal={goal} answer={answer} />
        </section>
      )}
      {details !== undefined && (
        <div className={styles.below}>
          {(goal.kind === 'company' || routes.length === 0) && <KnownThere goal={goal} details={details} />}
          <Corrections details={details} />
        </div>
      )}
      <ComposeSheet
        route={asking}
        targetName={target.name}
        me={status.data?.me ?? null}
        asOf={status.data?.asOf ?? null}
        onClose={closeSheet}
      />
    </div>
  );
}

/** The answer; read aloud again whenever a correction changes it. */
function Answer({ answer }: { answer: RouteAnswer }) {
  const best = answer.routes[0];
  return (
    <span aria-live="polite" className={styles.answer}>
      <Sentence text={answer.sentence} />
      {/* A correction may leave the sentence as it is and change the chance alone. */}
      {best !== undefined && <span className={styles.readAloud}> {CHANCE_WORDS[best.chance.word]}.</span>}
    </span>
  );
}

/** Adds what is looked at to the targets, or takes it out. */
function TargetButton({ goal, answer }: { goal: Goal; answer: RouteAnswer }) {
  const list = useQuestion('listTargets', {});
  const { add, remove } = useTargets();
  if (list.data === undefined) return null;
  const { name, people } = answer.target;
  const row = list.data.targets.find((one) =>
    goal.kind === 'person'
      ? one.kind === 'person' && one.person?.id === people[0]?.id
      : one.kind === 'company' && one.name.toLowerCase() === name.toLowerCase(),
  );
  return row === undefined ? (
    <Button
      onClick={() => void add(goal.kind === 'person' ? { people: [goal.id] } : { companies: [name] }, plainLine(name))}
    >
      Make it a target
    </Button>
  ) : (
    <Button kind="quiet" onClick={() => void remove(row)}>
      Remove from targets
    </Button>
  );
}
