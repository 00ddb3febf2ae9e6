import { Building2, Plus, User } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useDeferredValue, useId, useState } from 'react';
import { countOf } from '../../../../shared/model/words.ts';
import { useQuestion } from '../../../client/use-question.ts';
import { classNames } from '../../../components/class-names.ts';
import { TextField } from '../../../components/Field.tsx';
import { ICON, type Icon } from '../../../components/icon.ts';
import { PersonName } from '../../../components/PersonName.tsx';
import styles from './AddTarget.module.css';
import { useTargets } from './use-targets.ts';

interface Option {
  id: string;
  icon: Icon;
  name: string;
  note: string;
  add: () => Promise<boolean>;
}

/** Adds a target by typing: known companies and people are offered, and what was typed can always be taken as it stands. */
export function AddTarget({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const query = useDeferredValue(text.trim());
  const options = useOptions(query);
  const isShown = isOpen && query !== '' && options.length > 0;
  const current = Math.min(active, options.length - 1);

  const choose = async (option: Option | undefined) => {
    if (option === undefined || !(await option.add())) return;
    setText('');
    setOpen(false);
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isShown) setOpen(false);
    else if (event.key === 'ArrowDown') {
      setOpen(true);
      setActive(isShown ? (current + 1) % options.length : 0);
    } else if (event.key === 'ArrowUp' && isShown) setActive((current - 1 + options.length) % options.length);
    else if (event.key === 'Enter' && text.trim() !== '') {
      // What was found for the word before is not meant.
      if (isShown && query === text.trim()) void choose(options[current]);
      else setOpen(true);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.place}>
      <TextField
        ref={field}
        label="Add a target"
        isLabelHidden
        icon={Plus}
        placeholder="Add a company or a person"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-options`}
        aria-autocomplete="list"
        aria-activedescendant={isShown ? `${id}-${current}` : undefined}
        maxLength={500}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-options`}
        role="listbox"
        aria-label="Known companies and people"
        className={styles.options}
        hidden={!isShown}
      >
        {isShown &&
          options.map((option, index) => (
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={classNames(styles.option, index === current && styles.active)}
              onPointerMove={() => setActive(index)}
              // The field keeps the focus: a press must not take it away before the click comes.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void choose(option)}
              onKeyDown={undefined}
            >
              <option.icon {...ICON} />
              <span className={styles.name}>
                <PersonName name={option.name} />
              </span>
              <span className={styles.note}>{option.note}</span>
            </div>
          ))}
      </div>
    </div>
  );
}

const MOST_PEOPLE = 5;

function useOptions(query: string): Option[] {
  const isEnabled = query !== '';
  const companies = useQuestion('suggestCompanies', { query, limit: 6 }, { isEnabled });
  const people = useQuestion('listPeople', { query, limit: 40, all: true }, { isEnabled });
  const { add } = useTargets();
  if (!isEnabled) return [];
  const known = companies.data?.companies ?? [];
  const isKnown = known.some(({ name }) => name.toLowerCase() === query.toLowerCase());
  const named = (people.data?.people ?? []).filter(({ name }) => isBegun(name, query)).slice(0, MOST_PEOPLE);
  return [
    ...known.map(({ name, people: count, contacts }) => ({
      id: `company ${name}`,
      icon: Building2,
      name,
      note:
        contacts === 0 ? `${countOf(count, 'person', 'people')} known there` : `${countOf(contacts, 'contact')} there`,
      add: () => add({ companies: [name] }, name),
    })),
    ...named.map(({ id, name, position, company }) => ({
      id: `person ${id}`,
      icon: User,
      name,
      note: [position, company].filter(Boolean).join(', '),
      add: () => add({ people: [String(id)] }, name),
    })),
    ...(isKnown || companies.isPending
      ? []
      : [
          {
            id: 'typed',
            icon: Plus,
            name: query,
            note: 'as a company',
            add: () => add({ companies: [query] }, query),
          },
        ]),
    // Somebody nobody knows yet: whom one has in common is asked on their page.
    ...(named.length > 0 || people.isPending || !/\S\s+\S/.test(query)
      ? []
      : [
          {
            id: 'typed person',
            icon: User,
            name: query,
            note: 'as a person',
            add: () => add({ person: { name: query } }, query),
          },
        ]),
  ];
}

/** Whether each word typed begins a word of the name; who only works at a place of that name is not meant. */
function isBegun(name: string, query: string): boolean {
  const parts = plain(name).split(/[\s-]+/);
  return plain(query)
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
