import { useState } from 'react';
import { Link } from 'wouter';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { countOf } from '../../../shared/model/words.ts';
import { plainLine } from '../../client/plain-line.ts';
import { useLongCall } from '../../client/use-long-call.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { circlesAddress, hrefTo, personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Page } from '../frame/Page.tsx';
import { FileTable } from './FileTable.tsx';
import styles from './ImportScreen.module.css';
import { MissingKinds } from './MissingKinds.tsx';

/** Changes that are listed at once. */
const MOST_CHANGES = 12;
const FIELD_WORDS: Record<string, string> = {
  company: 'now at',
  position: 'now',
  name: 'now called',
  url: 'new address',
};

/** What the import did, with its undo. */
export function ImportReportView({ report, onMore }: { report: ImportReport; onMore: () => void }) {
  const undo = useLongCall('undoBatch');
  const [isUndone, setUndone] = useState(false);
  const takeBack = async () => {
    if (report.batch !== null && (await undo.run({ batch: report.batch })) !== null) setUndone(true);
  };
  if (isUndone) {
    return (
      <Page title="Import" heading="Import undone" lead="Your map is as it was before. What you said yourself is kept.">
        <div className={styles.actions}>
          <Button kind="primary" onClick={onMore}>
            Import something else
          </Button>
        </div>
      </Page>
    );
  }
  const { changes } = report;
  return (
    <Page title="Import" heading={headlineOf(report)} lead={leadOf(report)}>
      {undo.state.status === 'failed' && <ErrorNotice error={undo.state.error} />}
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => navigate('/targets')}>
          Name the companies you want to reach
        </Button>
        <Button onClick={onMore}>Import more</Button>
        <Button onClick={() => void takeBack()} disabled={undo.state.status === 'running'}>
          {report.isKnown ? 'Undo the earlier import' : 'Undo this import'}
        </Button>
      </div>
      <WhatNow report={report} />
      {changes.length > 0 && (
        <section className={styles.part} aria-labelledby="import-changes">
          <h2 id="import-changes">What changed since your last export</h2>
          <ul className={styles.changes}>
            {changes.slice(0, MOST_CHANGES).map(({ person, field, before, after }) => (
              <li key={`${person.id} ${field}`}>
                <PersonName name={person.name} isStrong href={hrefTo(personAddress(person.id))} />{' '}
                <span className={styles.field}>{FIELD_WORDS[field] ?? field}</span> <bdi>{after ?? 'nothing said'}</bdi>
                {before !== null && (
                  <span className={styles.field}>
                    {' '}
                    (before: <bdi>{before}</bdi>)
                  </span>
                )}
              </li>
            ))}
          </ul>
          {changes.length > MOST_CHANGES && (
            <p className={styles.line}>and {countOf(changes.length - MOST_CHANGES, 'more change')}</p>
          )}
        </section>
      )}
      <MissingKinds report={report} />
      <section className={styles.part} aria-labelledby="import-report-files">
        <h2 id="import-report-files">Files</h2>
        <FileTable files={report.files} />
      </section>
    </Page>
  );
}

/** What can be asked from now on, each on the screen that answers it. */
function WhatNow({ report }: { report: ImportReport }) {
  const circles = useQuestion('askCircles', { limit: 1 });
  const groups = circles.data?.total ?? 0;
  const steps = [
    {
      to: '/targets',
      title: 'Who can bring me there?',
      text:
        report.targetsSuggested > 0
          ? `${countOf(report.targetsSuggested, 'company', 'companies')} you follow, applied to or saved a job at could become targets.`
          : 'Name a company or a person, and read through whom.',
    },
    {
      to: circlesAddress,
      title: 'Which circles do I have?',
      text: groups > 0 ? `${countOf(groups, 'group')} may be one: give it a name.` : 'Name who belongs together.',
    },
    { to: '/map', title: 'Who connects them?', text: 'Your circles as a map, and the people between them.' },
    { to: '/top', title: 'Which few matter?', text: 'The people worth your next conversations, and why.' },
  ];
  return (
    <nav aria-label="What you can ask now">
      <ul className={styles.next}>
        {steps.map(({ to, title, text }) => (
          <li key={to}>
            <Link href={to}>{title}</Link>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function headlineOf({ people, isKnown, role, owner, files }: ImportReport): string {
  if (isKnown || files.every(({ kept }) => kept === 0)) return 'Nothing new: 0 added, 0 changed';
  if (role === 'circle')
    return `${owner === null ? 'A friend’s network' : `The network of ${plainLine(owner.name, 60)}`} came in`;
  return people.added > 0 ? `${countOf(people.added, 'person', 'people')} came in` : 'No new people';
}

function leadOf({ people, isKnown, role }: ImportReport): string {
  if (isKnown) return 'The very same was imported before, so nothing was written.';
  if (role === 'circle') {
    const all = people.added + people.updated + people.unchanged;
    return `${countOf(all, 'person', 'people')}: it opens routes through people you never met.`;
  }
  const parts = [
    people.updated > 0 ? `${countOf(people.updated, 'person has', 'people have')} something new` : '',
    people.unchanged > 0 ? `${countOf(people.unchanged, 'person', 'people')} known already` : '',
    people.vanished > 0 ? `${countOf(people.vanished, 'person is', 'people are')} no longer there` : '',
  ].filter((part) => part !== '');
  const where =
    people.added > 0
      ? 'They are in your map now: name a company, and read who can bring you there.'
      : 'What these files say is in your map now.';
  return parts.length === 0 ? where : `${where} ${parts.join(', ')}.`;
}
