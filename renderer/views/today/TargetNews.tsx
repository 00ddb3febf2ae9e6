import { TrendingUp } from 'lucide-react';
import { useState } from 'react';
import type { Today } from '../../../shared/contract/today.ts';
import { Button } from '../../components/Button.tsx';
import { ICON } from '../../components/icon.ts';
import { companyRoutesAddress, hrefTo } from '../../state/addresses.ts';
import { Sentence } from '../targets/Sentence.tsx';
import news from './TargetNews.module.css';
import styles from './TodayScreen.module.css';
import { useTargetAddress } from './use-target-address.ts';

export interface TargetNewsProps {
  improved: Today['targetsImproved'];
  stale: Today['targetsStale'];
  hasTargets: boolean;
}

const FIRST_SHOWN = 4;

/** Targets whose way got better, and those nobody has moved for a while. */
export function TargetNews({ improved, stale, hasTargets }: TargetNewsProps) {
  const addressOf = useTargetAddress();
  const [isAll, setAll] = useState(false);
  const lines = [
    ...improved.map((one) => ({ ...one, isBetter: true })),
    ...stale.map(({ target, sentence }) => ({ target, sentence, isBetter: false })),
  ];
  const shown = isAll ? lines : lines.slice(0, FIRST_SHOWN);
  return (
    <section className={styles.part} aria-labelledby="today-targets">
      <h2 id="today-targets">Targets</h2>
      {lines.length === 0 && (
        <p className={styles.soft}>
          {hasTargets ? (
            'All of them have moved lately.'
          ) : (
            <>
              Name the companies and people you want to reach in <a href={hrefTo('/targets')}>Targets</a>: who can bring
              you there decides what stands on this page.
            </>
          )}
        </p>
      )}
      <ul className={styles.list}>
        {shown.map(({ target, sentence, isBetter }) => (
          <li key={`${target} ${isBetter}`} className={news.line}>
            {isBetter && <TrendingUp {...ICON} className={news.better} />}
            <span>
              <Sentence text={sentence} />{' '}
              <a href={hrefTo(addressOf(target) ?? companyRoutesAddress(target))}>
                Routes<span className={news.readAloud}> to {target}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="s" kind="quiet" onClick={() => setAll(true)}>
          Show all {lines.length}
        </Button>
      )}
    </section>
  );
}
