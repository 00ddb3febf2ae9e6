import { Command } from 'cmdk';
import { Building2, CornerDownLeft, Keyboard, Search, SunMoon, Upload, User } from 'lucide-react';
import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react';
import { useQuestion } from '../../client/use-question.ts';
import { ICON, type Icon } from '../../components/icon.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { companyRoutesAddress, importAddress, peopleAddress, personAddress } from '../../state/addresses.ts';
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

  const choose = (run: () => void) => () => {
    closeOverlay();
    run();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the bar is an extra; Escape closes it for the keyboard
    <dialog
      ref={dialog}
      aria-label="Find or do"
      className={styles.bar}
      onClose={closeOverlay}
      onClick={(event) => {
        if (event.target === event.currentTarget) closeOverlay();
      }}
    >
      <Command shouldFilter={false} label="Find or do" loop className={styles.command}>
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
        <Command.List label="What was found" className={styles.list}>
          <Actions text={query} choose={choose} />
          {query !== '' && <Found query={query} choose={choose} />}
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
    { id: 'import', words: 'Import a LinkedIn export', icon: Upload, run: () => navigate(importAddress) },
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
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** People as they are typed, and the companies they and the targets name. */
function Found({ query, choose }: { query: string; choose: Choose }) {
  const people = useQuestion('listPeople', { query, limit: 40 });
  const targets = useQuestion('listTargets', {});
  const found = people.data?.people ?? [];
  const companies = companiesLike(query, [
    ...(targets.data?.targets ?? []).filter(({ kind }) => kind === 'company').map(({ name }) => name),
    ...found.map(({ company }) => company),
  ]);
  const total = people.data?.total ?? 0;
  return (
    <>
      {found.length > 0 && (
        <Command.Group heading="People" className={styles.group}>
          {found.slice(0, MOST_PEOPLE).map((person) => (
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
          {companies.map((company) => (
            <Command.Item
              key={company}
              value={`company ${company}`}
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
      {people.isSuccess && found.length === 0 && companies.length === 0 && (
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
