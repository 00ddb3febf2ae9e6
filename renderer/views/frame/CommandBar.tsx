import { Command } from 'cmdk';
import { Building2, CalendarPlus, CornerDownLeft, Keyboard, Plus, Search, SunMoon, User } from 'lucide-react';
import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { useQuestion } from '../../client/use-question.ts';
import { ICON, type Icon } from '../../components/icon.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import {
  addTargetAddress,
  companyRoutesAddress,
  peopleAddress,
  personAddress,
  planAddress,
} from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { closeOverlay, openKeyHelp, useOverlay } from '../../state/overlay-state.ts';
import { useTheme } from '../../state/theme-state.ts';
import { SCREENS } from '../screens.ts';
import styles from './CommandBar.module.css';

/** Opened with Ctrl or ⌘ and K: any person, company, screen or action by its name. */
export function CommandBar() {
  const { overlay } = useOverlay();
  return overlay === 'command-bar' ? <OpenBar /> : null;
}

const MOST_PEOPLE = 7;
const MOST_COMPANIES = 4;

function OpenBar() {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());

  // Before the next key arrives: typing may go on right after Ctrl K.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    input.current?.focus();
    return () => element?.close();
  }, []);

  const found = useFound(query);
  const list = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState('');

  // Enter takes the first that fits; cmdk marks none by itself when the list comes later than the letters.
  // Before the next key as well: Enter right after the last letter means what fits all letters.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed follows from these
  useLayoutEffect(() => {
    setMarked(decodeURIComponent(list.current?.querySelector('[cmdk-item]')?.getAttribute('data-value') ?? ''));
  }, [text, query, found.people, found.companies.length]);

  const choose: Choose = (run) => () => {
    closeOverlay();
    run();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the bar is an extra; Escape closes it for the keyboard
    <dialog
      ref={dialog}
      aria-label="Find or do"
      className={styles.bar}
      onCancel={(event) => {
        event.preventDefault();
        closeOverlay();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) closeOverlay();
      }}
    >
      <Command
        shouldFilter={false}
        label="Find or do"
        loop
        value={marked}
        onValueChange={setMarked}
        className={styles.command}
      >
        <div className={styles.top}>
          <Search {...ICON} size={18} />
          <Command.Input
            ref={input}
            value={text}
            onValueChange={setText}
            placeholder="A person, a company, a screen"
            className={styles.input}
          />
        </div>
        <Command.List ref={list} label="What was found" className={styles.list}>
          <Actions text={text.trim()} choose={choose} />
          {query !== '' && <FoundItems query={query} found={found} choose={choose} />}
        </Command.List>
      </Command>
    </dialog>
  );
}

type Choose = (run: () => void) => () => void;

/** Screens and actions whose words begin with what was typed; all of them before anything is typed. */
function Actions({ text, choose }: { text: string; choose: Choose }) {
  const { theme, setTheme } = useTheme();
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const all: { id: string; words: string; icon: Icon; hint?: string; run: () => void }[] = [
    ...SCREENS.map(({ path, title, icon, key }) => ({
      id: path,
      words: `Go to ${title}`,
      icon,
      hint: `g ${key}`,
      run: () => navigate(path),
    })),
    { id: 'target', words: 'Add a target', icon: Plus, run: () => navigate(addTargetAddress) },
    { id: 'plan', words: 'Plan a conversation', icon: CalendarPlus, run: () => navigate(planAddress) },
    {
      id: 'theme',
      words: isDark ? 'Wear light colours' : 'Wear dark colours',
      icon: SunMoon,
      run: () => setTheme(isDark ? 'light' : 'dark'),
    },
    { id: 'keys', words: 'Show the keys', icon: Keyboard, hint: '?', run: openKeyHelp },
  ];
  const wanted = text.toLowerCase();
  const shown = all.filter(({ words }) =>
    words
      .toLowerCase()
      .split(' ')
      .some((_, index, split) => split.slice(index).join(' ').startsWith(wanted)),
  );
  if (shown.length === 0) return null;
  return (
    <Command.Group heading="Go and do" className={styles.group}>
      {shown.map(({ id, words, icon: IconShape, hint, run }) => (
        <Command.Item key={id} value={`action ${id}`} onSelect={choose(run)} className={styles.item}>
          <IconShape {...ICON} />
          <span className={styles.words}>{words}</span>
          {hint !== undefined && <Kbd keys={hint} />}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

interface Found {
  people: readonly PersonRow[];
  total: number;
  companies: readonly string[];
  isDone: boolean;
}

const NOBODY: readonly PersonRow[] = [];

/** People as they are typed, and the companies they and the targets name. */
function useFound(query: string): Found {
  const isEnabled = query !== '';
  const answer = useQuestion('listPeople', { query, limit: 40 }, { isEnabled });
  const targets = useQuestion('listTargets', {}, { isEnabled });
  const people = answer.data?.people ?? NOBODY;
  const companies = companiesLike(query, [
    ...(targets.data?.targets ?? []).filter(({ kind }) => kind === 'company').map(({ name }) => name),
    ...people.map(({ company }) => company),
  ]);
  return { people, total: answer.data?.total ?? 0, companies, isDone: answer.isSuccess && !answer.isPlaceholderData };
}

function FoundItems({ query, found, choose }: { query: string; found: Found; choose: Choose }) {
  const { people, total, companies, isDone } = found;
  return (
    <>
      {people.length > 0 && (
        <Command.Group heading="People" className={styles.group}>
          {people.slice(0, MOST_PEOPLE).map((person) => (
            <Command.Item
              key={person.id}
              value={`person ${person.id}`}
              onSelect={choose(() => navigate(personAddress(person.id)))}
              className={styles.item}
            >
              <User {...ICON} />
              <span className={styles.words}>
                <PersonName name={person.name} />
              </span>
              {person.company !== null && (
                <span className={styles.hint}>
                  <PersonName name={person.company} />
                </span>
              )}
            </Command.Item>
          ))}
          {total > MOST_PEOPLE && (
            <Command.Item
              value="people all"
              onSelect={choose(() => navigate(peopleAddress({ query })))}
              className={styles.item}
            >
              <CornerDownLeft {...ICON} />
              <span className={styles.words}>All {total.toLocaleString()} in People</span>
            </Command.Item>
          )}
        </Command.Group>
      )}
      {companies.length > 0 && (
        <Command.Group heading="Routes to a company" className={styles.group}>
          {companies.map((company, index) => (
            <Command.Item
              key={company}
              value={`company ${index}`}
              onSelect={choose(() => navigate(companyRoutesAddress(company)))}
              className={styles.item}
            >
              <Building2 {...ICON} />
              <span className={styles.words}>
                <PersonName name={company} />
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {isDone && people.length === 0 && companies.length === 0 && (
        <p className={styles.none} role="status">
          Nobody and no company like this. Names, companies, titles and notes are searched.
        </p>
      )}
    </>
  );
}

/** Companies with a word that begins with the query; each once. */
function companiesLike(query: string, names: readonly (string | null)[]): string[] {
  const wanted = query.toLowerCase();
  const matching = names.filter((name): name is string => {
    const lower = name?.toLowerCase() ?? '';
    return lower.startsWith(wanted) || lower.includes(` ${wanted}`);
  });
  return [...new Set(matching)].slice(0, MOST_COMPANIES);
}
