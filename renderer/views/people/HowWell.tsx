import type { PersonPage } from '../../../shared/contract/people.ts';
import type { Saying } from '../../client/use-saying.ts';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { CLOSENESS, type Closeness } from './closeness.ts';
import styles from './PersonPage.module.css';
import { useSettledChoice } from './use-settled-choice.ts';

export interface HowWellProps {
  person: string;
  saying: Saying;
  said: PersonPage['said'];
}

/** The user's own word on closeness and vouching: it outweighs every trace. */
export function HowWell({ person, saying, said }: HowWellProps) {
  const closeness = useSettledChoice(said.closeness === null ? null : String(said.closeness), (value) =>
    saying.say([{ kind: 'closeness', person, value: Number(value) as Closeness }]),
  );
  const vouch = useSettledChoice(said.vouch === null ? null : said.vouch ? 'yes' : 'no', (value) =>
    saying.say([{ kind: 'vouch', person, would: value === 'yes' }]),
  );
  return (
    <div className={styles.correct}>
      <span aria-hidden="true">How well do you know them?</span>
      <SegmentedControl
        label="How well do you know them?"
        options={CLOSENESS.map((label, value) => ({ value: String(value), label }))}
        value={closeness.value}
        onChange={closeness.choose}
      />
      <span aria-hidden="true">Would they vouch for you?</span>
      <SegmentedControl
        label="Would they vouch for you?"
        options={[
          { value: 'yes', label: 'They would vouch for me' },
          { value: 'no', label: 'They would not' },
        ]}
        value={vouch.value}
        onChange={vouch.choose}
      />
    </div>
  );
}
