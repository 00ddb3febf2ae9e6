import { useId, useState } from 'react';
import { useQuestion } from '../../client/use-question.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './WhatMatters.module.css';
import { isModel, MODEL_WEIGHTS, WEIGHED, type Weighed } from './weighted.ts';
import { useWeights } from './weights-state.ts';

const WORDS: Record<Weighed, { name: string; hint: string }> = {
  reach: { name: 'Reach', hint: 'ways to your targets' },
  novelty: { name: 'New people', hint: 'whom you would not meet otherwise' },
  power: { name: 'Say', hint: 'people who decide' },
};

/** Sliders that weigh the list anew as they move. */
export function WhatMatters() {
  const { weights, set } = useWeights();
  const { data } = useQuestion('listKept', {});
  const { say, takeBack } = useSaying();
  const presets = data?.weights ?? [];
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  return (
    <section className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What matters now</h2>
      {WEIGHED.map((part) => (
        <div key={part} className={styles.slider}>
          <label htmlFor={`${id}-${part}`}>
            {WORDS[part].name} <span className={styles.soft}>{WORDS[part].hint}</span>
          </label>
          <input
            id={`${id}-${part}`}
            type="range"
            min={0}
            max={2}
            step={0.25}
            value={weights[part]}
            aria-valuetext={weightWords(weights[part])}
            onChange={(event) => set({ ...weights, [part]: event.currentTarget.valueAsNumber })}
          />
          <span className={styles.value}>{weightWords(weights[part])}</span>
        </div>
      ))}
      {presets.length > 0 && (
        <ul className={styles.presets} aria-label="Kept settings">
          {presets.map((preset) => (
            <li key={preset.name}>
              <Button size="s" onClick={() => set(preset.weights)}>
                <bdi>{preset.name}</bdi>
              </Button>
              <Button
                size="s"
                kind="quiet"
                aria-label={`Remove ${preset.name}`}
                onClick={() => void takeBack(preset.ids, `${preset.name} removed.`)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isModel(weights) ? (
        <p>
          <Tag>as the model has it</Tag>
        </p>
      ) : name === null ? (
        <div className={styles.buttons}>
          <Button size="s" onClick={() => set(MODEL_WEIGHTS)}>
            Reset to the model
          </Button>
          <Button size="s" kind="quiet" onClick={() => setName('')}>
            Keep
          </Button>
        </div>
      ) : (
        <form
          className={styles.buttons}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '')
              void say([{ kind: 'weights', name: name.trim(), weights }], `Kept as ${name.trim()}.`);
            setName(null);
          }}
        >
          <TextField
            label="Name of this setting"
            isLabelHidden
            placeholder="Name, for example Job search"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit">Keep</Button>
        </form>
      )}
    </section>
  );
}

function weightWords(weight: number): string {
  if (weight === 0) return 'not at all';
  if (weight === 1) return 'as it is';
  return weight === 2 ? 'twice' : `×${weight}`;
}
