/**
 * What only the user knows: said, logged, aimed for. A statement names people by key (identity/person-key.ts), so it
 * survives undo and re-import, and it can be withdrawn, which is its undo.
 */
import type { Day } from './units.ts';

/** `helped`: an introduction or a referral. `opportunity` counts as helped. */
export type AskOutcome = 'none' | 'reply' | 'helped' | 'opportunity';
export type GiveKind = 'intro' | 'article' | 'job' | 'event' | 'advice' | 'praise';
export type Closeness = 0 | 1 | 2 | 3 | 4;

export type StatementBody =
  | { kind: 'knows'; a: string; b: string; how: string | null; closeness: Closeness | null }
  | { kind: 'not-knows'; a: string; b: string }
  | { kind: 'closeness'; person: string; value: Closeness }
  | { kind: 'vouch'; person: string; would: boolean }
  /** `a` introduced me to `b`. */
  | { kind: 'introduced'; a: string; b: string }
  | { kind: 'circle'; name: string; members: string[]; size: number | null; from: Day | null; to: Day | null }
  /** These people are in that circle no more. */
  | { kind: 'circle-leave'; name: string; members: string[] }
  /** Called otherwise; where a circle of the new name stands, the two become one. */
  | { kind: 'circle-rename'; name: string; to: string }
  | { kind: 'circle-remove'; name: string }
  /** A suggested circle that was answered, by naming it or by waving it away. `suggestion`: its key; `members`: who was asked about. */
  | { kind: 'circle-asked'; suggestion: string; members: string[] }
  | { kind: 'employer-size'; company: string; size: number }
  /** Two spellings of one employer; both are stored as written. */
  | { kind: 'alias'; company: string; other: string }
  | { kind: 'same'; a: string; b: string }
  | { kind: 'role'; person: string; role: string }
  | { kind: 'helps-with'; person: string; text: string }
  | { kind: 'note'; person: string; text: string }
  /** Number of mutual connections, read off the profile page. */
  | { kind: 'mutuals'; person: string; count: number }
  | { kind: 'ask'; person: string; target: string | null; outcome: AskOutcome }
  | { kind: 'give'; person: string; give: GiveKind }
  /** A conversation I mean to have. It counts as nothing until it is logged. */
  | {
      kind: 'plan';
      person: string;
      target: string | null;
      what: string | null;
      why: string | null;
      where: string | null;
      when: Day | null;
    }
  | { kind: 'meeting'; person: string }
  | { kind: 'call'; person: string }
  /** `person` named `named` to me. */
  | { kind: 'referral'; person: string; named: string }
  /** Passed over in the triage deck: asked about, and not answered. */
  | { kind: 'skip'; person: string }
  /** Not to be suggested on Today until that day; null: never again. */
  | { kind: 'snooze'; person: string; until: Day | null }
  /** The export of `person` is used up to that day; after it their ties count no more, and nothing of it is deleted. */
  | { kind: 'network-until'; person: string; until: Day }
  /** Written to be looked at again, and no word about anybody: what to ask about somebody or an employer, and my pitch. */
  | { kind: 'company-questions'; company: string; text: string }
  | { kind: 'person-questions'; person: string; text: string }
  | { kind: 'pitch'; text: string }
  /** A way to narrow the list of people, by the words of its address. */
  | { kind: 'people-filter'; name: string; words: Record<string, string> }
  /** What matters now among the top contacts, under a name: how much each part counts. */
  | { kind: 'weights'; name: string; weights: { reach: number; novelty: number; power: number } }
  /** How the window is, wherever it is opened. */
  | { kind: 'setting'; name: 'colours' | 'single-keys'; value: string }
  | { kind: 'target-company'; company: string }
  | { kind: 'target-person'; person: string }
  /** A person who stands in no file, added by hand. `person` is the key they get. */
  | {
      kind: 'person';
      person: string;
      name: string;
      url: string | null;
      company: string | null;
      position: string | null;
    };

export type StatementKind = StatementBody['kind'];

export interface Statement {
  /** Number in this store, from 1; never reused. Later wins where two hold for one day. */
  id: number;
  /** The day it is about (`--on`), else the day it was said. */
  on: Day;
  body: StatementBody;
  /** The import it arrived with (a mapped `closeness` or `note` column); null when the user typed it. Undo of the import withdraws it. */
  batch: number | null;
}
