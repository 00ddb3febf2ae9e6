import type { PersonPage } from '../../../shared/contract/people.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { TieLine } from '../../components/TieLine.tsx';
import { companyRoutesAddress, hrefTo, personAddress } from '../../state/addresses.ts';
import { CHANCE_WORDS } from '../targets/routes/route-words.ts';
import { useTargetAddress } from '../today/use-target-address.ts';
import styles from './PersonPage.module.css';

type Opening = PersonPage['opens'][number];

/** Targets to which this person is the way, and whom they know there. */
export function Openings({ opens }: { opens: PersonPage['opens'] }) {
  const addressOf = useTargetAddress();
  if (opens.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="person-opens">
      <h2 id="person-opens">Routes through them</h2>
      <ul className={styles.evidence}>
        {opens.map((opening) => (
          <li key={`${opening.kind} ${opening.target}`}>
            <span className={styles.tie}>
              <TieLine basis={opening.basis} />
              <span>
                <a href={hrefTo(addressOf(opening.target) ?? companyRoutesAddress(opening.target))}>
                  <bdi>{opening.target}</bdi>
                </a>
                <span className={styles.soft}>
                  {': '}
                  <Way opening={opening} />
                </span>
              </span>
            </span>
            <span className={styles.term}>{CHANCE_WORDS[opening.chance]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ opening: { via, kind, basis } }: { opening: Opening }) {
  if (via === null) return kind === 'company' ? 'they work there' : 'the one you want to reach';
  return (
    <>
      {basis === 'inferred' ? 'they may know ' : 'they know '}
      <PersonName name={via.name} href={hrefTo(personAddress(via.id))} />
      {via.position !== null && (
        <>
          , <PersonName name={via.position} />
        </>
      )}
    </>
  );
}
