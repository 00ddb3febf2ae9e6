import { ChevronDown, ChevronUp, PenLine } from 'lucide-react';
import { useId, useState } from 'react';
import type { Route } from '../../../../shared/contract/routes.ts';
import { asSentence } from '../../../../shared/model/words.ts';
import { firstName, plainLine } from '../../../client/plain-line.ts';
import { Button } from '../../../components/Button.tsx';
import { RouteLane } from '../../../components/RouteLane.tsx';
import { hrefTo, personAddress } from '../../../state/addresses.ts';
import { goodwillInWords, lastAskInWords } from '../goodwill-words.ts';
import { Sentence } from '../Sentence.tsx';
import { HopCorrection } from './HopCorrection.tsx';
import styles from './RouteItem.module.css';
import { ASK_WORDS, attritionInWords, CHANCE_WORDS } from './route-words.ts';

export interface RouteItemProps {
  route: Route;
  /** From 1. */
  place: number;
  /** The day it is judged on; null while it is not known. */
  asOf: string | null;
  onAsk: () => void;
}

/** One route: what to do first, the lane, the chance in a word, and on demand why. */
export function RouteItem({ route, place, asOf, onAsk }: RouteItemProps) {
  const [isWhyOpen, setWhyOpen] = useState(false);
  const whyId = useId();
  const connector = route.people[1];
  const goodwill = goodwillInWords(route.goodwill);
  const openAsk = route.goodwill.lastAsk?.outcome === 'none' ? lastAskInWords(route.goodwill, asOf) : null;
  const attrition = attritionInWords(route);

  return (
    <li className={styles.route}>
      <h3 className={styles.step}>
        <span className={styles.place}>{place}</span>
        <Sentence text={route.firstStep} />
      </h3>
      <div id={whyId}>
        <RouteLane
          people={route.people.map(({ id, name, position, company }) => ({
            id,
            name,
            position,
            company,
            href: hrefTo(personAddress(id)),
          }))}
          hops={route.hops.map(({ basis, s, band, why }) => ({
            basis,
            s,
            band,
            why: isWhyOpen ? why.map((line) => plainLine(asSentence(line))) : [],
          }))}
          // A single tie is no weakest link.
          weakest={route.hops.length > 1 ? route.weakest : -1}
          hopActions={(hop) => <HopCorrection hop={route.hops[hop]} isMine={hop === 0} />}
          aside={
            <>
              <Button kind={place === 1 ? 'primary' : 'secondary'} size="s" icon={PenLine} onClick={onAsk}>
                {`Ask ${firstName(connector?.name ?? '')}`}
              </Button>
              <Button
                kind="quiet"
                size="s"
                icon={isWhyOpen ? ChevronUp : ChevronDown}
                aria-expanded={isWhyOpen}
                aria-controls={whyId}
                onClick={() => setWhyOpen(!isWhyOpen)}
              >
                Why
              </Button>
              <p className={styles.note}>
                <strong className={styles.chance}>{CHANCE_WORDS[route.chance.word]}</strong>
                <span>{ASK_WORDS[route.ask]}</span>
                {openAsk !== null && (
                  <strong className={styles.open}>
                    <Sentence text={openAsk} />
                  </strong>
                )}
                {goodwill !== null && <span>{goodwill}</span>}
              </p>
            </>
          }
        />
        {isWhyOpen && attrition !== null && <p className={styles.attrition}>{attrition}</p>}
      </div>
    </li>
  );
}
