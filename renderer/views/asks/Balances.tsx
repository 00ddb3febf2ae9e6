import type { KeyboardEvent } from 'react';
import { countOf } from '../../../shared/model/words.ts';
import { firstName } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useSingleKeys } from '../../state/key-state.ts';
import { GIVES } from '../today/gives.ts';
import { useLog } from '../today/use-log.ts';
import { Who } from '../today/Who.tsx';
import styles from './AsksScreen.module.css';
import type { Balance } from './board.ts';

/** Asks and gives with each person; a give is one key, 1 to 6, in their line. */
export function Balances({ balances }: { balances: readonly Balance[] }) {
  return (
    <section className={styles.part} aria-labelledby="asks-balance">
      <h2 id="asks-balance">Balance</h2>
      <p className={styles.soft}>Who was asked more than given stands first. In a line, the keys 1 to 6 log a give.</p>
      <ul>
        {balances.map((balance) => (
          <BalanceItem key={balance.person.id} balance={balance} />
        ))}
      </ul>
    </section>
  );
}

function BalanceItem({ balance: { person, asks, gives } }: { balance: Balance }) {
  const { log } = useLog();
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
          {countOf(asks, 'ask')}, {countOf(gives, 'give')}
        </span>
      </div>
      <div className={styles.buttons}>
        {GIVES.map((one, place) => (
          <Button key={one.give} size="s" kind="quiet" onClick={() => give(one)}>
            {one.word} <Kbd keys={String(place + 1)} />
          </Button>
        ))}
      </div>
    </li>
  );
}
