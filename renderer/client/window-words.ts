import { WeftError } from '../../shared/model/weft-error.ts';

/** What the command's user is told to type, and what a person in front of the window can do instead. */
const INSTEAD: readonly (readonly [typed: string, done: string])[] = [
  ['Name the person with --owner and their profile address.', 'Give the address of their profile.'],
  ['Name yourself with --owner and your profile address.', 'Give the address of your profile.'],
  ['Import it without --role circle.', 'Import it as yours.'],
  [
    'If it is the network of a friend who agreed, import it with --role circle.',
    'Is it the network of a friend who agreed?',
  ],
  [
    'If it is yours, from a new profile address, say --role me --owner and that address.',
    'Or yours, from a new address?',
  ],
  [
    "If it is yours, say --role me; a friend's comes in with --role circle --owner and their profile address.",
    'Is it yours, or a friend’s?',
  ],
  [
    'Import the ZIP or a CSV from LinkedIn, or say which column is what with --map.',
    'Import the ZIP or a CSV from LinkedIn.',
  ],
  [
    'Import again with --with-notes to take them in.',
    'To take them in, tick “Also read my private notes” before you import.',
  ],
  ['Try it in another folder: weft sample --store DIR.', 'Undo your imports under Data first.'],
  ['To take everything away, say: weft erase.', 'To take everything away, go to Data and erase everything.'],
  [' weft people NAME searches.', ' They may have been forgotten, merged or taken back with an import.'],
  [' weft targets lists them.', ' It may have been removed in another window.'],
  [' weft batches lists them.', ' It may have been undone in another window.'],
  [' weft circles lists what is.', ' The next question is shown.'],
  ['Say weft erase again.', 'Try again.'],
  [
    'Restore a copy (`weft restore FILE`; `weft doctor` lists them), or put this file aside with `weft doctor --start-new` and import again.',
    'Restore a copy.',
  ],
  ['Restore a copy; `weft doctor` lists them.', 'Restore a copy.'],
  ['restore a copy, or start new: `weft doctor --start-new`.', 'restore a copy, or start new.'],
  ['a copy of it was made; `weft doctor` lists it.', 'a copy of it was made.'],
  [', or with weft say closeness.', ', or on their page.'],
  ['under “Sort who you know” in the window', 'under “Sort who you know”'],
];

/** A sentence of the backend as it reads in a window: no words of the command line. */
export function windowWords(sentence: string): string {
  return INSTEAD.reduce((text, [typed, done]) => text.replace(typed, done), sentence);
}

/** The same failure with its sentence as a window says it. */
export function inWindowWords(thrown: unknown): unknown {
  if (!(thrown instanceof WeftError)) return thrown;
  const sentence = windowWords(thrown.message);
  if (sentence === thrown.message) return thrown;
  return new WeftError(thrown.kind, thrown.code, sentence, thrown.details, thrown);
}
