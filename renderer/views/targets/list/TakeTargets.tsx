import { useState } from 'react';
import type { TargetSuggestions } from '../../../../shared/contract/routes.ts';
import { countOf } from '../../../../shared/model/words.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Choice.tsx';
import { PersonName } from '../../../components/PersonName.tsx';
import { Sheet } from '../../../components/Sheet.tsx';
import styles from './TakeTargets.module.css';
import { SOURCE_WORDS } from './target-words.ts';
import { useTargets } from './use-targets.ts';

export interface TakeTargetsProps {
  isOpen: boolean;
  onClose: () => void;
  suggestions: TargetSuggestions['suggestions'];
}

/** Companies that my own export names: applications, saved jobs, follows. Applied and saved are ticked, follows are not. */
export function TakeTargets({ isOpen, onClose, suggestions }: TakeTargetsProps) {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { add } = useTargets();
  const isTicked = ({ company, from }: (typeof suggestions)[number]) =>
    changed.get(company) ?? from.some((source) => source !== 'follow');
  const companies = suggestions.filter(isTicked).map(({ company }) => company);

  const take = async () => {
    if (!(await add({ companies }))) return;
    setChanged(new Map());
    onClose();
  };

  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Take targets from your export"
      lead="Companies you applied to, saved a job at or follow, and that are no targets yet."
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button kind="primary" disabled={companies.length === 0} onClick={() => void take()}>
            {companies.length === 0 ? 'Add targets' : `Add ${countOf(companies.length, 'target')}`}
          </Button>
        </>
      }
    >
      <fieldset className={styles.list}>
        <legend className={styles.legend}>Companies</legend>
        {suggestions.map((suggestion) => (
          <Checkbox
            key={suggestion.company}
            checked={isTicked(suggestion)}
            onChange={(event) => setChanged(new Map(changed).set(suggestion.company, event.currentTarget.checked))}
            hint={`${suggestion.from.map((source) => SOURCE_WORDS[source]).join(', ')} · ${
              suggestion.people === 0 ? 'none of your contacts there' : `${countOf(suggestion.people, 'contact')} there`
            }`}
          >
            <PersonName name={suggestion.company} />
          </Checkbox>
        ))}
      </fieldset>
    </Sheet>
  );
}
