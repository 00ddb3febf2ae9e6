/** What a job title says: how high, how much say in hiring, and in which function (model.md §2, settled 19). */
import type { ConstantName, Constants } from '../ties/constants.ts';
import { plainWords } from './words.ts';

export { matchFunctions } from '../ties/p-know.ts';

export type TitleLevel =
  | 'inactive'
  | 'entry'
  | 'support'
  | 'recruiter'
  | 'staff'
  | 'icManager'
  | 'vp'
  | 'executive'
  | 'director'
  | 'manager'
  | 'lead'
  | 'senior'
  | 'ic'
  | 'unknown';

export type TitleFunction =
  | 'people'
  | 'legal'
  | 'finance'
  | 'data'
  | 'design'
  | 'product'
  | 'marketing'
  | 'sales'
  | 'operations'
  | 'research'
  | 'engineering'
  | 'executive'
  | 'other'
  | 'unknown';

export interface TitleReading {
  level: TitleLevel;
  /** π: say in hiring, 0 to 1. */
  power: number;
  fn: TitleFunction;
  /** Director or higher. */
  isSenior: boolean;
}

const CUT = /[|•·@;]| at | – /i;

interface LevelRow {
  level: TitleLevel;
  pattern: RegExp;
}

/** Whole words or phrases anywhere in the title. */
const words = (alternatives: string): RegExp => new RegExp(`(?<= )(?:${alternatives})(?= )`, 'u');

/** First matching row wins. Patterns run over plain words with one space before, between and after them. */
const LEVEL_ROWS: readonly LevelRow[] = [
  {
    level: 'inactive',
    pattern: /^ (?:former|formerly|ex|retired|seeking|unemployed|looking for|open to work) /u,
  },
  { level: 'entry', pattern: words('intern|internship|trainee|student|apprentice|werkstudent') },
  { level: 'support', pattern: words('assistant to|executive assistant|personal assistant') },
  {
    level: 'recruiter',
    pattern: words('recruiter|recruiting|recruitment|sourcer|headhunter|talent acquisition|talent partner'),
  },
  { level: 'staff', pattern: words('chief of staff|(?:hr|people)(?: business)? partner') },
  { level: 'icManager', pattern: words('product owner') },
  { level: 'vp', pattern: words('vp|svp|evp|vice president|head') },
  {
    level: 'executive',
    pattern: words(
      'founder|cofounder|owner|ceo|cto|cfo|coo|cmo|cpo|cio|ciso|chro|president|chief (?:.+ )?officer|' +
        'managing (?:director|partner)|general manager|geschaftsfuhrer(?:in)?',
    ),
  },
  { level: 'director', pattern: words('director|direktor|directeur|directrice|directora|leiter(?:in)?') },
  {
    level: 'icManager',
    pattern: words(
      '(?:product|project|program|programme|account|community|content|case|relationship|success|category|brand|' +
        'partnerships?) manager',
    ),
  },
  { level: 'manager', pattern: words('manager') },
  { level: 'lead', pattern: words('lead|principal|staff|architect|distinguished|fellow') },
  { level: 'senior', pattern: words('senior|sr') },
];

const POWER_OF_LEVEL = {
  inactive: 'powerInactive',
  entry: 'powerEntry',
  support: 'powerSupport',
  recruiter: 'powerRecruiter',
  staff: 'powerStaff',
  icManager: 'powerIcManager',
  vp: 'powerVp',
  executive: 'powerExecutive',
  director: 'powerDirector',
  manager: 'powerManager',
  lead: 'powerLead',
  senior: 'powerSenior',
  ic: 'powerIc',
  unknown: 'powerUnknown',
} as const satisfies Record<TitleLevel, ConstantName>;

interface FunctionRow {
  fn: TitleFunction;
  pattern: RegExp;
}

/** The rest of a word, for keywords that stand for all words beginning like them. */
const REST = '[^ ]*';

/** First matching row wins. A scientist is data unless research stands in the title. */
const FUNCTION_ROWS: readonly FunctionRow[] = [
  { fn: 'people', pattern: words(`hr|human resources|people|talent|recruit${REST}`) },
  { fn: 'legal', pattern: words('legal|counsel|attorney|lawyer|compliance') },
  {
    fn: 'finance',
    pattern: words(
      `finance|financial|accountant|accounting|controller|audit${REST}|treasur${REST}|investor|investment|banker|banking`,
    ),
  },
  { fn: 'data', pattern: words('data|analytics|analyst|machine learning|ai') },
  { fn: 'data', pattern: /^(?!.* research).* scientist /u },
  { fn: 'design', pattern: words(`design${REST}|ux|ui|creative|brand`) },
  { fn: 'product', pattern: words('product') },
  { fn: 'marketing', pattern: words('marketing|growth|content|communications|pr|seo|social media') },
  {
    fn: 'sales',
    pattern: words('sales|account executive|account manager|business development|partnerships|customer success'),
  },
  {
    fn: 'operations',
    pattern: words('operations|ops|supply chain|logistics|procurement|project|program|programme|office'),
  },
  { fn: 'research', pattern: words(`research${REST}|professor|postdoc${REST}|phd|lab`) },
  {
    fn: 'engineering',
    pattern: words(`engineer${REST}|developer|software|architect|devops|sre|technical|technology|cto|programmer|it`),
  },
  { fn: 'executive', pattern: words('founder|ceo|owner|president|chief|managing director') },
];

/** Reads a title; the text after `|`, `@`, ` at ` and the like names the employer and does not count. */
export function classifyTitle(position: string | null, constants: Constants): TitleReading {
  const title = plainWords((position ?? '').split(CUT, 1)[0]!);
  if (title.length === 0) return { level: 'unknown', power: constants.powerUnknown, fn: 'unknown', isSenior: false };
  const text = ` ${title.join(' ')} `;
  const level = LEVEL_ROWS.find((row) => row.pattern.test(text))?.level ?? 'ic';
  const fn = FUNCTION_ROWS.find((row) => row.pattern.test(text))?.fn ?? 'other';
  return { level, power: constants[POWER_OF_LEVEL[level]], fn, isSenior: isSenior(level) };
}

/** Director or higher. */
export function isSenior(level: TitleLevel): boolean {
  return level === 'director' || level === 'vp' || level === 'executive';
}
