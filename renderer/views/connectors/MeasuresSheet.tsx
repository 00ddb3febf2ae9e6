import { explainMeasure } from '../../../shared/model/words.ts';
import { Sheet } from '../../components/Sheet.tsx';
import styles from './ConnectorsScreen.module.css';
import { type ListedMeasure, plainName, sentenceOf } from './measure-words.ts';

/** Every number of the list: what it answers, which values it takes and where it was defined. */
export function MeasuresSheet({ measures, onClose }: { measures: readonly ListedMeasure[]; onClose: () => void }) {
  return (
    <Sheet
      isOpen
      onClose={onClose}
      shape="wide"
      title="What the numbers mean"
      lead="All of them look at ties that were seen or stated, without you. Guessed ties count in none."
    >
      <dl className={styles.meanings}>
        {measures.map((measure) => (
          <div key={measure.id}>
            <dt>
              {plainName(measure)}
              {measure.name !== plainName(measure) && <span className={styles.term}>{measure.name}</span>}
            </dt>
            <dd>{explainMeasure(measure)}</dd>
            <dd className={styles.soft}>
              {sentenceOf(measure.range)} {sentenceOf(measure.source)}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
