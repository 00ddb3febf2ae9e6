import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/api.ts';
import type { PersonPage } from '../../../shared/contract/people.ts';
import { countOf } from '../../../shared/model/words.ts';
import { useClient } from '../../client/client-context.ts';
import type { Saying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/Field.tsx';
import { showToast } from '../../state/toast-state.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { GIVES } from '../today/gives.ts';
import styles from './PersonPage.module.css';
import { SpokenDate } from './SpokenDate.tsx';
import { timelineOf } from './timeline.ts';

type Logged = InputOf<'log'>['logged'];
type Give = (typeof GIVES)[number]['give'];
type Outcome = Extract<Logged, { kind: 'ask' }>['outcome'];

const FIRST_SHOWN = 8;

export interface BetweenYouProps {
  page: PersonPage;
  saying: Saying;
}

/** What happened between you, newest first, and a click for each thing that may have happened now. */
export function BetweenYou({ page, saying }: BetweenYouProps) {
  const { api } = useClient();
  const [isAll, setAll] = useState(false);
  const person = String(page.person.id);
  const log = async (logged: Logged) => {
    const receipt = await saying.run(() => api.log({ logged }));
    if (receipt !== null) {
      showToast(receipt.text, { label: 'Undo', run: () => void saying.run(() => api.withdraw({ id: receipt.id })) });
    }
  };
  const entries = timelineOf(page);
  const shown = isAll ? entries : entries.slice(0, FIRST_SHOWN);
  return (
    <section className={styles.part} aria-labelledby="person-log">
      <h2 id="person-log">Between you</h2>
      <div className={styles.buttons}>
        <Button onClick={() => void log({ kind: 'meeting', person })}>We met</Button>
        <Button onClick={() => void log({ kind: 'call', person })}>We talked</Button>
        <SelectField
          label="I gave"
          value=""
          onChange={(event) => void log({ kind: 'give', person, give: event.currentTarget.value as Give })}
        >
          <option value="" disabled>
            Choose
          </option>
          {GIVES.map(({ give, word }) => (
            <option key={give} value={give}>
              {word}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="I asked, and"
          value=""
          onChange={(event) => void log({ kind: 'ask', person, outcome: event.currentTarget.value as Outcome })}
        >
          <option value="" disabled>
            Choose
          </option>
          <option value="none">no answer yet</option>
          <option value="reply">they replied</option>
          <option value="helped">they helped</option>
          <option value="opportunity">it led to an opportunity</option>
        </SelectField>
      </div>
      {shown.length > 0 && (
        <ol className={styles.evidence}>
          {shown.map(({ key, on, text, isNote, statement }) => (
            <li key={key}>
              <span className={styles.event}>
                <SpokenDate iso={on} className={styles.day} otherwise="no day" />
                {isNote ? (
                  <span className={styles.noteText} dir="auto">
                    {text}
                  </span>
                ) : (
                  <Sentence text={text} />
                )}
              </span>
              {statement !== null && (
                <Button
                  kind="quiet"
                  size="s"
                  aria-label={`Take back: ${text.slice(0, 80)}`}
                  onClick={() => void saying.takeBack([statement])}
                >
                  Take back
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {entries.length > shown.length && (
        <Button kind="quiet" size="s" onClick={() => setAll(true)}>
          Show {countOf(entries.length - shown.length, 'more', 'more')}
        </Button>
      )}
    </section>
  );
}
