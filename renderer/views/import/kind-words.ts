import type { FILE_KINDS } from '../../../shared/contract/imports.ts';

export type FileKind = (typeof FILE_KINDS)[number];

/** What each kind of file is to people, and what it lets Weft know, what says most first. null: nothing is read from it. */
export const KIND_WORDS: Record<FileKind, { what: string; unlocks: string | null }> = {
  connections: {
    what: 'Your connections',
    unlocks: 'Who your contacts are, where they work, and since when you know them.',
  },
  messages: {
    what: 'Messages',
    unlocks: 'How close you are: who writes, who answers, and when you last heard from them.',
  },
  invitations: { what: 'Invitations', unlocks: 'Who took the first step, and which invitations wait for you.' },
  'recommendations-given': { what: 'Recommendations you wrote', unlocks: 'Whom you have vouched for.' },
  'recommendations-received': { what: 'Recommendations you got', unlocks: 'Who has vouched for you.' },
  'endorsements-given': { what: 'Endorsements you gave', unlocks: 'What you know others to be good at.' },
  'endorsements-received': { what: 'Endorsements you got', unlocks: 'Who has spoken for your skills.' },
  positions: { what: 'Your jobs', unlocks: 'Who may know you from a job you both had.' },
  education: { what: 'Your schools', unlocks: 'Which contacts came with a school.' },
  profile: { what: 'Your profile', unlocks: 'Which of the people in the files is you.' },
  'company-follows': { what: 'Companies you follow', unlocks: 'Targets to choose from.' },
  'job-applications': { what: 'Jobs you applied for', unlocks: 'Targets to choose from.' },
  'saved-jobs': { what: 'Jobs you saved', unlocks: 'Targets to choose from.' },
  contacts: { what: 'Address book', unlocks: 'Whose address you had before you connected.' },
  notes: { what: 'Your private notes', unlocks: 'What you noted about people, found by the search.' },
  ignored: { what: 'Not read', unlocks: null },
  unknown: { what: 'Not known to Weft', unlocks: null },
};

/** The files that say most, when they are missing: what to ask LinkedIn for next. */
export const WANTED_KINDS: readonly FileKind[] = [
  'connections',
  'messages',
  'positions',
  'recommendations-received',
  'invitations',
];
