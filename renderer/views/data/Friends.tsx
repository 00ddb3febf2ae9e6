import { useState } from 'react';
import type { BatchList } from '../../../shared/contract/imports.ts';
import { countOf, spokenDate } from '../../../shared/model/words.ts';
import { useClient } from '../../client/client-context.ts';
import { plainLine } from '../../client/plain-line.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TextField } from '../../components/Field.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { hrefTo, importAddress, personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { showToast } from '../../state/toast-state.ts';
import { todayIso } from '../../state/today.ts';
import styles from './DataScreen.module.css';

type BatchSummary = BatchList['batches'][number];
type Owner = NonNullable<BatchSummary['owner']>;

/** Networks of friends who agreed: whose they are, how long they are used, and what a friend may have of mine. */
export function Friends({ batches }: { batches: readonly BatchSummary[] }) {
  const friends = new Map<number, BatchSummary & { owner: Owner }>();
  // The newest export of each friend stands for all of theirs.
  for (const batch of batches) {
    const { role, owner } = batch;
    if (role === 'circle' && owner !== null) friends.set(owner.id, { ...batch, owner });
  }
  return (
    <section className={styles.part} aria-labelledby="data-friends">
      <h2 id="data-friends">Friends’ circles</h2>
      <p className={styles.line}>
        {friends.size === 0
          ? 'A friend who gives you their export opens routes through people you never met. Ask them first; it stays on this computer.'
          : 'Their networks open routes through people you never met. Agree how long you may use them.'}
      </p>
      {friends.size > 0 && (
        <ul className={styles.list}>
          {[...friends.values()].map((batch) => (
            <Friend key={batch.owner.id} owner={batch.owner} until={batch.until} />
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button onClick={() => navigate(importAddress)}>Add a friend’s network</Button>
        <ForFriends />
      </div>
    </section>
  );
}

function Friend({ owner, until }: { owner: Owner; until: BatchSummary['until'] }) {
  const saying = useSaying();
  const [day, setDay] = useState(until?.day ?? '');
  const name = plainLine(owner.name, 80);
  const end = (last: string, text: string) =>
    void saying.say([{ kind: 'network-until', person: String(owner.id), until: last }], text);
  return (
    <li className={styles.entry}>
      <div className={styles.what}>
        <p className={styles.title}>
          <PersonName name={owner.name} isStrong href={hrefTo(personAddress(owner.id))} />
        </p>
        <p className={styles.detail}>{usedUntil(until)}</p>
      </div>
      <div className={styles.actions}>
        <TextField
          label={`Use the network of ${name} until`}
          isLabelHidden
          type="date"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button
          disabled={day === '' || day === until?.day}
          onClick={() => end(day, `The network of ${name} is used until ${spokenDate(day, todayIso())}.`)}
        >
          Set the last day
        </Button>
        {until?.isOver === true ? (
          <Button onClick={() => void saying.takeBack([until.id], `The network of ${name} is used again.`)}>
            Use again
          </Button>
        ) : (
          <Button
            kind="quiet"
            aria-label={`No longer use the network of ${name}`}
            onClick={() => end(dayBefore(todayIso()), `The network of ${name} is no longer used.`)}
          >
            No longer use
          </Button>
        )}
      </div>
    </li>
  );
}

function usedUntil(until: BatchSummary['until']): string {
  if (until === null) return 'Used without an end. Undo the import above to remove it.';
  if (until.isOver) return `Not used since ${spokenDate(until.day, todayIso())}. Undo the import above to remove it.`;
  return `Used until ${spokenDate(until.day, todayIso())}.`;
}

/** Writes a list that a friend's Weft reads as a circle: only those I would introduce. */
function ForFriends() {
  const client = useClient();
  const work = useLongCall('exportData');
  const save = async () => {
    const target = await client.chooseSaveTarget(`weft-for-friends-${todayIso()}.csv`);
    if (target === null) return;
    const report = await work.run({ format: 'friends', file: target.handle });
    if (report === null) return;
    await client.download(target.handle, target.name);
    showToast(
      `${countOf(report.people, 'person', 'people')} you would introduce, written to ${target.name}. Your friend imports it with your profile address.`,
    );
  };
  return (
    <>
      <Button onClick={() => void save()}>Write a list for a friend</Button>
      <p className={styles.detail}>Only people you said you would introduce, with what their profile shows.</p>
      {work.state.status === 'failed' && <ErrorNotice error={work.state.error} />}
    </>
  );
}

function dayBefore(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return todayIso(new Date(year, month - 1, day - 1));
}
