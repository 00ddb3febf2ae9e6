import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { companyRoutesAddress, hrefTo, personAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { useTargetAddress } from '../today/use-target-address.ts';
import { Who } from '../today/Who.tsx';
import styles from './TopScreen.module.css';

/** The fewest people who open most targets and stated circles, in the order in which one would begin. */
export function CoverList() {
  const cover = useQuestion('listTop', { cover: true, circles: true });
  const addressOf = useTargetAddress();
  if (cover.error !== null) return <ErrorNotice error={cover.error} />;
  if (cover.data === undefined) return <Skeleton label="Finding the fewest" lines={6} />;
  const { contacts, sentence, targets, circles } = cover.data;
  const isAimless = targets.length + circles.length === 0;
  if (contacts.length === 0) {
    return (
      <EmptyState
        title={isAimless ? 'Cover begins with targets' : 'No way in yet'}
        actions={
          <Button kind="primary" onClick={() => navigate('/targets')}>
            {isAimless ? 'Name your targets' : 'See your targets'}
          </Button>
        }
      >
        <Sentence text={sentence} />
      </EmptyState>
    );
  }
  return (
    <section className={styles.cover} aria-label="Cover">
      <p className={styles.coverLead}>
        <Sentence text={sentence} />
      </p>
      <ol>
        {contacts.map((contact, place) => (
          <li key={contact.person.id} className={styles.pick}>
            <span className={styles.rank}>{place + 1}</span>
            <div className={styles.pickBody}>
              <Who person={contact.person} />
              <p>
                Opens{' '}
                {(contact.covers ?? []).map((name, at) => (
                  <span key={name}>
                    {at > 0 && ', '}
                    <a href={hrefTo(addressOf(name) ?? companyRoutesAddress(name))}>
                      <bdi>{name}</bdi>
                    </a>
                  </span>
                ))}
                {(contact.coversCircles ?? []).map((name, at) => (
                  <span key={`circle ${name}`}>
                    {(at > 0 || (contact.covers ?? []).length > 0) && ', '}
                    the circle <bdi>{name}</bdi>
                  </span>
                ))}
                {(contact.covers ?? []).length + (contact.coversCircles ?? []).length === 0 &&
                  'nothing the others do not, but makes it surer'}
              </p>
              <p className={styles.soft}>
                {contact.replacement == null ? (
                  'Nobody could come in if they leave.'
                ) : (
                  <>
                    If they leave:{' '}
                    <PersonName name={contact.replacement.name} href={hrefTo(personAddress(contact.replacement.id))} />
                  </>
                )}
              </p>
            </div>
            <div className={styles.covered}>
              <progress max={1} value={contact.coverage ?? 0} aria-label="Opened so far" />
              <span>{Math.round((contact.coverage ?? 0) * 100)} % so far</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
