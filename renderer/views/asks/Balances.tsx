import { type KeyboardEvent, useState } from 'react';
import { countOf } from '../../../shared/model/words.ts';
import { firstName } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useSingleKeys } from '../../state/key-state.ts';
import { todayIso } from '../../state/today.ts';
import { lastAskInWords } from '../targets/goodwill-words.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { GIVES } from '../today/gives.ts';
import { useLog } from '../today/use-log.ts';
import { Who } from '../today/Who.tsx';
import styles from './AsksScreen.module.css';
import type { Balance } from './board.ts';

const FIRST_SHOWN = 6;

/** Asks and gives with each person; a give is one key, 1 to 6, in their line. */
export function Balances({ balances }: { balances: readonly Balance[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? balances : balances.slice(0, FIRST_SHOWN);
  return (
    <section className={styles.part} aria-labelledby="asks-balance">
      <h2 id="asks-balance">Balance</h2>
      <p className={styles.soft}>Who was asked more than given stands first. In a line, the keys 1 to 6 log a give.</p>
      <ul>
        {shown.map((balance) => (
          <BalanceItem key={balance.person.id} balance={balance} />
        ))}
      </ul>
      {shown.length < balances.length && (
        <Button size="s" kind="quiet" className={styles.more} onClick={() => setAll(true)}>
          Show all {balances.length}
        </Button>
      )}
    </section>
  );
}

function BalanceItem({ balance: { person, goodwill } }: { balance: Balance }) {
  const { log } = useLog();
  const lastAsk = lastAskInWords(goodwill, todayIso());
  const areKeysOn = useSingleKeys(({ areOn }) => areOn);
  const give = ({ give: kind, word }: (typeof GIVES)[number]) =>
    void log({ kind: 'give', person: String(person.id), give: kind }, `${word} to ${firstName(person.name)} logged.`);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = GIVES[Number(event.key) - 1];
    if (!areKeysOn || chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    give(chosen);
    event.preventDefault();
  };
  return (
    <li className={styles.ask} onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <Who person={person} />
        <span className={styles.soft}>
          {countOf(goodwill.asks, 'ask')}, {countOf(goodwill.gives, 'give')}
        </span>
      </div>
      {lastAsk !== null && (
        <p className={styles.soft}>
          <Sentence text={lastAsk} />
        </p>
      )}
      <div className={styles.gives}>
        {GIVES.map((one, place) => (
          <Button key={one.give} size="s" kind="quiet" onClick={() => give(one)}>
            {one.word} <Kbd keys={String(place + 1)} />
          </Button>
        ))}
      </div>
    </li>
  );
}
