import { groupDigits } from '../../../../shared/model/words.ts';
import { plainLine } from '../../../client/plain-line.ts';
import { useSaying } from '../../../client/use-saying.ts';
import { SelectField } from '../../../components/Field.tsx';
import styles from './Lists.module.css';

/** LinkedIn's bands, each with the number that stands for it (model.md §4). */
const BANDS = [
  { size: 5, words: '1–10' },
  { size: 24, words: '11–50' },
  { size: 101, words: '51–200' },
  { size: 317, words: '201–500' },
  { size: 708, words: '501–1,000' },
  { size: 2237, words: '1,001–5,000' },
  { size: 7072, words: '5,001–10,000' },
  { size: 25_000, words: 'more than 10,000' },
] as const;

/** How many people work at a place. Without it Weft cannot tell how likely two of them know each other. */
export function EmployerSize({ company, size }: { company: string; size: number | null }) {
  const { say } = useSaying();
  const isBand = BANDS.some((band) => band.size === size);
  return (
    <SelectField
      className={styles.size}
      label={`About how many people work at ${plainLine(company, 60)}`}
      hint={size === null ? 'It tells how likely two of them know each other.' : undefined}
      value={size ?? ''}
      onChange={(event) => {
        const chosen = Number(event.currentTarget.value);
        if (chosen > 0) {
          void say(
            [{ kind: 'employer-size', company, size: chosen }],
            `About ${groupDigits(chosen)} people work at ${plainLine(company)}.`,
          );
        }
      }}
    >
      <option value="" disabled={size !== null}>
        I have not said
      </option>
      {size !== null && !isBand && <option value={size}>about {groupDigits(size)}</option>}
      {BANDS.map((band) => (
        <option key={band.size} value={band.size}>
          {band.words}
        </option>
      ))}
    </SelectField>
  );
}
