import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/api.ts';
import type { Today } from '../../../shared/contract/today.ts';
import { spokenDate } from '../../../shared/model/words.ts';
import { useClient } from '../../client/client-context.ts';
import { firstName } from '../../client/plain-line.ts';
import { Button } from '../../components/Button.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Tag } from '../../components/Tag.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import { exactDate } from '../targets/dates.ts';
import { Sentence } from '../targets/Sentence.tsx';
import styles from './TodayScreen.module.css';
import { useLog } from './use-log.ts';
import { Who } from './Who.tsx';

type Invitation = Today['invitations'][number];

const FIRST_SHOWN = 3;
const MOST_NAMES = 4;

/** Invitations that wait, each with what to ask oneself before accepting. */
export function Invitations({ invitations, asOf }: { invitations: Today['invitations']; asOf: string }) {
  const [isAll, setAll] = useState(false);
  const [answered, setAnswered] = useState<ReadonlySet<number>>(new Set());
  const open = invitations.filter(({ person }) => !answered.has(person.id));
  if (open.length === 0) return null;
  const shown = isAll ? open : open.slice(0, FIRST_SHOWN);
  return (
    <section className={styles.part} aria-labelledby="today-invitations">
      <h2 id="today-invitations">Open invitations</h2>
      <p className={styles.soft}>
        Do you know them? Would you introduce them to somebody you care about? Your answer stays here; LinkedIn sees
        nothing.
      </p>
      <ul className={styles.list}>
        {shown.map((one) => (
          <InvitationItem
            key={one.person.id}
            invitation={one}
            asOf={asOf}
            onAnswered={() => setAnswered((before) => new Set(before).add(one.person.id))}
            onUndone={() => setAnswered((before) => new Set([...before].filter((id) => id !== one.person.id)))}
          />
        ))}
      </ul>
      {shown.length < open.length && (
        <Button size="s" kind="quiet" onClick={() => setAll(true)}>
          Show all {open.length}
        </Button>
      )}
    </section>
  );
}

interface InvitationItemProps {
  invitation: Invitation;
  asOf: string;
  onAnswered: () => void;
  onUndone: () => void;
}

function InvitationItem({ invitation, asOf, onAnswered, onUndone }: InvitationItemProps) {
  const { person, invitedOn, hasNote, sharedCircle, questions } = invitation;
  // The others are the same for everybody: they stand above the list, and the buttons answer them.
  const [circleQuestion] = questions;
  const { api } = useClient();
  const { write } = useLog();
  const first = firstName(person.name);
  const answer = (how: InputOf<'answerCard'>['answer'], text: string) =>
    void write(async () => {
      const { ids } = await api.answerCard({ person: String(person.id), answer: how });
      onAnswered();
      return { ids, text, onUndone };
    });
  const said = spokenDate(invitedOn, asOf);
  return (
    <li>
      <div className={styles.line}>
        <Who person={person} />
        <span className={styles.late}>
          {hasNote && <Tag>with a note</Tag>}{' '}
          {said !== null && invitedOn !== null && <span title={exactDate(invitedOn)}>{said}</span>}
        </span>
      </div>
      {circleQuestion !== undefined && (
        <p className={styles.soft}>
          <Sentence text={circleQuestion} />
        </p>
      )}
      {sharedCircle.length > 0 && (
        <p className={styles.names}>
          {sharedCircle.slice(0, MOST_NAMES).map(({ id, name }) => (
            <PersonName key={id} name={name} href={hrefTo(personAddress(id))} />
          ))}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="s" onClick={() => answer('know', `Noted: you know ${first}.`)}>
          I know them
        </Button>
        <Button size="s" onClick={() => answer('introduce', `Noted: you would introduce ${first}.`)}>
          I would introduce them
        </Button>
        <Button size="s" kind="quiet" onClick={() => answer('skip', `${first} left for later.`)}>
          Skip
        </Button>
      </div>
    </li>
  );
}
