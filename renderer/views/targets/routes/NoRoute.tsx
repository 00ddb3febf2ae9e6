import type { RouteAnswer } from '../../../../shared/contract/routes.ts';
import type { Goal } from '../goal.ts';
import { Sentence } from '../Sentence.tsx';
import styles from './NoRoute.module.css';
import { PasteMutuals } from './PasteMutuals.tsx';
import { SecondDegree } from './SecondDegree.tsx';

/** No route is an answer too: what would open one, and the two steps that can be taken here. */
export function NoRoute({ goal, answer }: { goal: Goal; answer: RouteAnswer }) {
  const { target, nextSteps, details } = answer;
  const proposed = details?.proposals.length ?? 0;
  // The similar name is asked about above, with a button.
  const steps = nextSteps.slice(proposed);
  return (
    <div className={styles.noRoute}>
      <section aria-labelledby="steps-heading">
        <h3 id="steps-heading" className={styles.heading}>
          What would open one
        </h3>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>
              <Sentence text={step} />
            </li>
          ))}
        </ol>
        <SecondDegree words={target.name} />
      </section>
      <section aria-labelledby="mutuals-heading">
        <h3 id="mutuals-heading" className={styles.heading}>
          Whom do you have in common?
        </h3>
        <PasteMutuals goal={goal} people={target.matchedBy === 'proposed' ? [] : target.people} company={target.name} />
      </section>
    </div>
  );
}
