/** One person: who they are, how you know each other and how sure that is, what you said, and the way to correct it. */
import { ExternalLink, Route as RouteIcon } from 'lucide-react';
import { Link } from 'wouter';
import type { PersonPage as PersonAnswer } from '../../../shared/contract/people.ts';
import { chanceInWord } from '../../../shared/model/chance-words.ts';
import { asSentence } from '../../../shared/model/words.ts';
import { useClient } from '../../client/client-context.ts';
import { useQuestion } from '../../client/use-question.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { Tag } from '../../components/Tag.tsx';
import { companyRoutesAddress, hrefTo, peopleAddress, personRoutesAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { todayIso } from '../../state/today.ts';
import { Page } from '../frame/Page.tsx';
import { goodwillInWords, isResting, lastAskInWords } from '../targets/goodwill-words.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { BetweenYou } from './BetweenYou.tsx';
import { Duplicates } from './Duplicates.tsx';
import { ForgetPerson } from './ForgetPerson.tsx';
import { FLAG_WORDS } from './flag-words.ts';
import { HowWell } from './HowWell.tsx';
import { Months } from './Months.tsx';
import { Openings } from './Openings.tsx';
import styles from './PersonPage.module.css';
import { SpokenDate } from './SpokenDate.tsx';
import { strengthInNumbers, surenessInWords } from './strength-words.ts';
import { TheirTies } from './TheirTies.tsx';
import { WhatYouKnow } from './WhatYouKnow.tsx';

/** A heading has room for longer names than a list. */
const HEADING_GRAPHEMES = 120;

export function PersonPage({ id }: { id: string }) {
  const page = useQuestion('getPerson', { person: id });
  if (page.data === undefined) {
    return (
      <Page title="Person">
        {page.error === null ? <Skeleton label="Loading" lines={8} /> : <ErrorNotice error={page.error} />}
      </Page>
    );
  }
  return <PersonView page={page.data} />;
}

function PersonView({ page }: { page: PersonAnswer }) {
  const client = useClient();
  const saying = useSaying();
  const status = useQuestion('status', {});
  const { person, strength, help } = page;
  const query = String(person.id);
  if (status.data?.me?.id === person.id) return <OwnPage page={page} />;
  return (
    <Page
      title="Person"
      heading={
        <>
          <PersonName name={person.name} isStrong most={HEADING_GRAPHEMES} />
          {page.credentials !== null && <span className={styles.credentials}>, {page.credentials}</span>}
        </>
      }
      lead={<Work page={page} />}
      actions={
        <>
          {!page.isContact || strength === null ? (
            <Button kind="primary" icon={RouteIcon} onClick={() => navigate(personRoutesAddress(person.id))}>
              Routes to them
            </Button>
          ) : (
            <Button icon={RouteIcon} onClick={() => navigate(personRoutesAddress(person.id))}>
              Routes
            </Button>
          )}
          {person.url !== null && (
            <Button icon={ExternalLink} onClick={() => void saying.run(() => client.openProfile(person))}>
              LinkedIn
            </Button>
          )}
        </>
      }
    >
      <NextStep page={page} />
      {page.flags.length > 0 && (
        <p className={styles.flags}>
          {page.flags.map((flag) => (
            <Tag key={flag} tone={FLAG_WORDS[flag].tone}>
              {FLAG_WORDS[flag].meaning}
            </Tag>
          ))}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className={styles.part} aria-labelledby="person-strength">
            <h2 id="person-strength">How you know each other</h2>
            {strength === null ? (
              <p className={styles.soft}>No tie of yours to them is known.</p>
            ) : (
              <>
                <p className={styles.answer}>
                  <StrengthBars s={strength.s} band={strength.band} />
                  <span className={styles.soft} title={strengthInNumbers(strength)}>
                    {surenessInWords(strength)}
                    {strength.isDormant && ' Close once: a good one to write to again.'}
                  </span>
                </p>
                <ul className={styles.evidence}>
                  {strength.evidence.map((line) => (
                    <li key={`${line.kind} ${line.text}`}>
                      <Sentence text={asSentence(line.text)} />
                      {line.term !== null && line.term > 0 && (
                        <span className={styles.term} title="What it adds to the strength, before all is put together">
                          +{line.term.toFixed(2)}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
                <details className={styles.unknown}>
                  <summary>
                    {strength.unknown.length > 0 ? 'The numbers, and what is not known' : 'The numbers'}
                  </summary>
                  <ul>
                    <li>{strengthInNumbers(strength)}</li>
                    {strength.unknown.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </details>
              </>
            )}
            <HowWell person={query} saying={saying} said={page.said} />
          </section>
          {help !== null && (
            <section className={styles.part} aria-labelledby="person-help">
              <h2 id="person-help">Would they help?</h2>
              <p className={styles.soft}>
                The chance is {chanceInWord(help.probability)}
                {help.calibrated ? '.' : ': a starting assumption until you have logged how your asks went.'}
              </p>
              {help.why.length > 0 && (
                <ul className={styles.evidence}>
                  {help.why.map((line) => (
                    <li key={line}>
                      <Sentence text={line} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          )}
          <Openings opens={page.opens} />
          <BetweenYou page={page} saying={saying} />
          <Months months={page.months} />
          <TheirTies ties={page.ties} person={person} saying={saying} />
        </div>
        <div className={styles.column}>
          <WhatYouKnow page={page} saying={saying} />
          <Duplicates page={page} />
          <ForgetPerson person={person} />
        </div>
      </div>
    </Page>
  );
}

/** The user's own page: there is no tie to oneself, and nobody to ask or to forget. */
function OwnPage({ page }: { page: PersonAnswer }) {
  return (
    <Page title="You" heading={<PersonName name={page.person.name} isStrong />} lead={<Work page={page} />}>
      <p className={styles.soft}>
        This is you: everybody else is seen from here. To take everything away, go to <Link href="/data">Data</Link>.
      </p>
      <Jobs jobs={page.jobs} />
    </Page>
  );
}

function Work({ page: { person, connectedOn } }: { page: PersonAnswer }) {
  return (
    <>
      {person.position !== null && <PersonName name={person.position} />}
      {person.position !== null && person.company !== null && ' at '}
      {person.company !== null && (
        <PersonName name={person.company} href={hrefTo(peopleAddress({ company: person.company }))} />
      )}
      {person.company !== null && (
        <>
          {' · '}
          <a href={hrefTo(companyRoutesAddress(person.company))}>routes there</a>
        </>
      )}
      {connectedOn !== null && (
        <>
          {' · '}connected <SpokenDate iso={connectedOn} />
        </>
      )}
    </>
  );
}

/** The sentence to act on; where somebody was just asked, it is to wait. */
function NextStep({ page: { nextStep, goodwill } }: { page: PersonAnswer }) {
  if (nextStep === null) return null;
  const lastAsk = goodwill === null ? null : lastAskInWords(goodwill, todayIso());
  const balance = goodwill === null ? null : goodwillInWords(goodwill);
  const rests = goodwill !== null && lastAsk !== null && isResting(goodwill, todayIso());
  return (
    <section className={styles.next} aria-label="Next step">
      <p className={styles.step}>
        <Sentence text={rests ? lastAsk : nextStep} />
      </p>
      {rests && (
        <p>
          After that: <Sentence text={nextStep} />
        </p>
      )}
      {balance !== null && (
        <p className={styles.soft}>
          {lastAsk !== null && !rests && (
            <>
              <span className={goodwill?.lastAsk?.outcome === 'none' ? styles.open : undefined}>
                <Sentence text={lastAsk} />
              </span>{' '}
            </>
          )}
          {balance}
        </p>
      )}
    </section>
  );
}

function Jobs({ jobs }: { jobs: PersonAnswer['jobs'] }) {
  if (jobs.length < 2) return null;
  return (
    <section className={styles.part} aria-labelledby="person-jobs">
      <h2 id="person-jobs">Jobs seen in your exports</h2>
      <ol className={styles.evidence} reversed>
        {[...jobs].reverse().map((job) => (
          <li key={`${job.company} ${job.position} ${job.firstSeen}`}>
            <span>
              <bdi>{job.position ?? 'No title'}</bdi>
              {job.company !== null && (
                <>
                  {' at '}
                  <bdi>{job.company}</bdi>
                </>
              )}
              <span className={styles.soft}>
                {' '}
                <SpokenDate iso={job.lastSeen} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
