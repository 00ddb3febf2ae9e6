import type { Connector } from '../../../shared/contract/connectors.ts';
import styles from './IndexParts.module.css';
import { numberWords } from './measure-words.ts';

type Parts = NonNullable<Connector['parts']>;

/** What adds up to the index, in the order in which it is drawn; the words say what more of it means. */
const PARTS: readonly { part: keyof Parts; words: string }[] = [
  { part: 'constraint', words: 'Not closed in' },
  { part: 'participation', words: 'Spread over circles' },
  { part: 'betweenness', words: 'On shortest ways' },
];

const WIDTH = 72;
const HEIGHT = 6;

/** The index as a bar of its three parts; a full bar is an index of 1. */
export function IndexBar({ parts }: { parts: Parts }) {
  const words = PARTS.map(({ part, words: name }) => `${name} ${numberWords(parts[part], 'none')}`);
  let at = 0;
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={words.join('; ')} className={styles.bar}>
      <title>{words.join(' · ')}</title>
      <rect width={WIDTH} height={HEIGHT} rx={1} className={styles.track} />
      {PARTS.map(({ part }) => {
        const start = at;
        at += parts[part];
        // A hairline of the track parts them, for eyes that do not tell the tones apart.
        const width = Math.max(0, parts[part] * WIDTH - 1);
        return <rect key={part} x={start * WIDTH} width={width} height={HEIGHT} className={styles[part]} />;
      })}
    </svg>
  );
}

/** The same three with words and numbers, a line each. */
export function IndexLines({ parts }: { parts: Parts }) {
  return (
    <dl className={styles.lines}>
      {PARTS.map(({ part, words }) => (
        <div key={part} className={styles.line}>
          <dt>{words}</dt>
          <dd>
            <svg width={WIDTH} height={HEIGHT} aria-hidden="true" className={styles.bar}>
              <rect width={WIDTH} height={HEIGHT} rx={1} className={styles.track} />
              <rect width={parts[part] * WIDTH} height={HEIGHT} className={styles[part]} />
            </svg>
            {numberWords(parts[part], 'none')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
