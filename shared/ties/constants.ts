/**
 * Every number the model rests on, with its reason and its grade: M measured on public e-mail data, L from the literature,
 * J judgement (model.md §3-§10, §13). Formulas take `Constants`, so that a run with other numbers needs no other code.
 */

/** `unit`: a probability or share, kept in [0, 1] when overridden; `positive`: above 0; `any`: every finite number. */
type Range = 'unit' | 'positive' | 'any';
type Grade = 'M' | 'L' | 'J' | 'MJ' | 'LJ' | 'ML';

interface Entry {
  readonly value: number;
  readonly grade: Grade;
  readonly range: Range;
  readonly reason: string;
}

const entry = (value: number, grade: Grade, range: Range, reason: string): Entry => ({ value, grade, range, reason });

/** The table itself; the order is that of model.md. */
export const CONSTANT_TABLE = {
  // Titles, §2
  powerInactive: entry(0.05, 'J', 'unit', 'former or looking: no seat to hire from'),
  powerEntry: entry(0.05, 'J', 'unit', 'interns and trainees do not hire'),
  powerSupport: entry(0.15, 'J', 'unit', 'assistants open doors, they do not hire'),
  powerRecruiter: entry(0.7, 'J', 'unit', 'recruiters decide who is looked at'),
  powerStaff: entry(0.5, 'J', 'unit', 'chiefs of staff and people partners have the ear of who hires'),
  powerIcManager: entry(0.35, 'J', 'unit', 'manager of a thing, seldom of people'),
  powerVp: entry(0.9, 'J', 'unit', 'heads of a function hire for it'),
  powerExecutive: entry(1, 'J', 'unit', 'the last word'),
  powerDirector: entry(0.8, 'J', 'unit', 'hires for several teams'),
  powerManager: entry(0.6, 'J', 'unit', 'hires for one team'),
  powerLead: entry(0.4, 'J', 'unit', 'is asked in interviews'),
  powerSenior: entry(0.3, 'J', 'unit', 'is heard'),
  powerIc: entry(0.2, 'J', 'unit', 'may refer'),
  powerUnknown: entry(0.25, 'J', 'unit', 'no title: a little above an individual contributor, some lead'),
  companyProposalSimilarity: entry(
    0.92,
    'J',
    'unit',
    'spellings of one name score above, sister companies mostly below',
  ),

  // Strength of my ties, §3
  recencyHalfLifeDays: entry(
    180,
    'MJ',
    'positive',
    'reply chance above the cold level halves in 70-130 days in workplace mail; LinkedIn is slower',
  ),
  intensityHalfLifeDays: entry(730, 'J', 'positive', 'longer memory than recency'),
  intensitySaturationDays: entry(20, 'J', 'positive', 'log scale: the twentieth day adds little'),
  answerWindowDays: entry(14, 'M', 'positive', 'replies later than two weeks are rare'),
  callDayWeight: entry(2, 'J', 'positive', 'a call says more than a message'),
  meetingDayWeight: entry(3, 'J', 'positive', 'a meeting says more than a call'),
  sharedHalfLifeYears: entry(5, 'LJ', 'positive', 'former strong ties keep trust and shared view for years'),
  durationSaturationYears: entry(10, 'MJ', 'positive', 'log scale; duration adds almost nothing'),
  endorseSaturationDays: entry(5, 'J', 'positive', 'endorsing is one click'),
  weightRecency: entry(1.5, 'M', 'positive', 'intensity and recency carry the prediction in four networks'),
  weightIntensity: entry(1.5, 'M', 'positive', 'intensity and recency carry the prediction in four networks'),
  weightReciprocity: entry(0.5, 'L', 'positive', 'adds almost nothing once intensity is known'),
  weightRecommend: entry(0.8, 'J', 'positive', 'a rare, public and laborious act'),
  weightShared: entry(0.7, 'LJ', 'positive', 'working or studying together makes ties'),
  weightDuration: entry(0.3, 'M', 'positive', 'adds almost nothing once intensity is known'),
  weightNote: entry(0.2, 'J', 'positive', 'a personal line shows that the two knew why'),
  weightEndorse: entry(0.2, 'J', 'positive', 'cheap to give, so little'),
  biasWithMessages: entry(-2, 'M', 'any', 'silence where messages are known speaks against closeness'),
  biasWithoutMessages: entry(-1.7, 'J', 'any', 'silence is unknown here, so a little milder'),
  anchorDontKnow: entry(0.03, 'J', 'unit', 'self-report 0'),
  anchorMetOnce: entry(0.15, 'J', 'unit', 'self-report 1'),
  anchorAcquaintance: entry(0.35, 'J', 'unit', 'self-report 2'),
  anchorKnowWell: entry(0.65, 'J', 'unit', 'self-report 3'),
  anchorClose: entry(0.9, 'J', 'unit', 'self-report 4'),
  selfReportWeight: entry(0.8, 'LJ', 'unit', 'closeness is the best single indicator of strength'),
  selfReportHalfLifeYears: entry(3, 'J', 'positive', 'no data found'),
  spreadBase: entry(2, 'J', 'positive', 'as if two observations stood behind a guess'),
  spreadByCoverage: entry(18, 'J', 'positive', 'as if twenty stood behind full coverage'),
  bandModerate: entry(0.35, 'J', 'unit', 'from here on a tie is moderate'),
  bandStrong: entry(0.65, 'J', 'unit', 'from here on a tie is strong'),
  bandCoverage: entry(0.25, 'J', 'unit', 'below, a band would be made of the connection date alone'),
  dormantDays: entry(1095, 'L', 'positive', 'studies of dormant ties ask for three years of silence'),

  // Ties between alters, §4
  coPresenceBase: entry(0.8, 'J', 'unit', 'two who wrote in one small group have met'),
  coPresenceFullTies: entry(3, 'J', 'positive', 'up to four people everybody notices everybody'),
  coPresenceOneWrote: entry(0.6, 'J', 'unit', 'one of them only read'),
  coPresenceNoneWrote: entry(0.3, 'J', 'unit', 'both only read'),
  coPresenceCap: entry(0.95, 'J', 'unit', 'threads alone never make it certain'),
  coPresenceStrength: entry(0.3, 'J', 'unit', 'a weak tie until more is known'),
  introducedStrength: entry(0.5, 'J', 'unit', 'one introduces people one knows more than a little'),
  knowsProbability: entry(0.95, 'J', 'unit', 'what the user says may be out of date'),
  knowsStrength: entry(0.35, 'J', 'unit', 'knowing somebody is an acquaintance unless said otherwise'),
  assertedHalfLifeYears: entry(5, 'LJ', 'positive', 'former strong ties keep trust and shared view for years'),
  assertedFloor: entry(0.15, 'J', 'unit', 'people who knew each other still do'),
  inferredStrength: entry(0.3, 'J', 'unit', 'a weak tie until more is known'),
  sizeScale: entry(
    30,
    'M',
    'positive',
    'K: predicts .518 .180 .030 at N = 46, 167, 986; measured .531 .209 .031 in mail of three organisations',
  ),
  sameFunctionOdds: entry(3, 'MJ', 'positive', 'true departments give 9-14; titles are a blunt proxy'),
  differentFunctionOdds: entry(0.5, 'MJ', 'positive', 'true departments give .5-.7'),
  bothSeniorOdds: entry(2, 'MJ', 'positive', 'senior pairs 2.1'),
  overlapUnknown: entry(0.75, 'LJ', 'unit', 'tau: connection probability grows with overlap, which is not known here'),
  knowCap: entry(0.9, 'J', 'unit', 'a guess never becomes certain'),
  unknownSize: entry(2000, 'J', 'positive', 'an employer of unknown size is taken for a large one'),
  unknownSizeCap: entry(0.09, 'J', 'unit', 'below the limit of a tie: reason to ask, not to assume'),
  inferredMinimum: entry(0.1, 'J', 'unit', 'below, an inferred tie is not made'),
  inferredPerPerson: entry(10, 'J', 'positive', 'keeps an employer from becoming a clique'),
  circleMinimumSize: entry(30, 'J', 'positive', 'a circle has members I do not know'),

  // Help, §5
  helpBase: entry(0.1, 'M', 'unit', '14-day reply rates of strangers'),
  helpSlope: entry(0.7, 'M', 'unit', '14-day reply rates rise about linearly with s'),
  vouchFloor: entry(0.7, 'J', 'unit', 'the user knows who would vouch'),
  vouchCeiling: entry(0.1, 'J', 'unit', 'the user knows who would not'),
  priorAsks: entry(6, 'M', 'positive', 'lowers the Brier score in three networks of four'),
  threadWeight: entry(0.5, 'M', 'positive', 'an answer is half an ask'),
  threadWeightCap: entry(3, 'J', 'positive', 'answers never outweigh what asks showed'),
  outcomeHalfLifeYears: entry(3, 'J', 'positive', 'no data found'),

  // Routes, §6
  attrition: entry(0.7, 'L', 'unit', 'Travers & Milgram about .73 per step, Dodds et al. about .37'),
  attritionLow: entry(0.37, 'L', 'unit', 'Dodds et al. 2003: unmotivated'),
  attritionHigh: entry(0.73, 'L', 'unit', 'Travers & Milgram 1969: cooperative'),
  routeMinimum: entry(0.02, 'J', 'unit', "below, asking is not worth anybody's time"),
  overlapPenalty: entry(0.5, 'J', 'unit', 'a second route through the same person is worth half'),

  // Connectors, §7
  brokerMinimumQ: entry(0.5, 'J', 'unit', 'structure is read from ties that are more likely than not'),
  indexConstraint: entry(0.4, 'J', 'unit', 'structural holes are the best studied part'),
  indexParticipation: entry(0.3, 'J', 'unit', 'reach over communities'),
  indexBetweenness: entry(0.3, 'J', 'unit', 'position on short paths'),

  // Opportunity, §8
  reachFloor: entry(0.05, 'J', 'unit', 'anybody may know somebody'),
  powerFloor: entry(0.25, 'J', 'unit', 'no power at all still counts a quarter'),
  balanceRange: entry(0.15, 'J', 'unit', 'gives and asks shift a score by 15 % at most'),
  balanceScale: entry(3, 'J', 'positive', 'three favours make most of it'),
  noveltyBase: entry(0.6, 'LJ', 'positive', 'nobody in common'),
  noveltyRise: entry(0.8, 'LJ', 'positive', 'peak from the LinkedIn experiments; range is ours'),
  noveltyPeak: entry(10, 'LJ', 'positive', 'about ten mutual contacts are best'),
  noveltyGuessTop: entry(1.1, 'J', 'positive', 'mutual contacts unknown, none guessed'),
  noveltyGuessFall: entry(0.2, 'J', 'positive', 'mutual contacts unknown, ten guessed'),

  // The vital few and learning, §9-§10
  vitalShare: entry(0.8, 'L', 'unit', 'the question of 80/20'),
  topShare: entry(0.2, 'L', 'unit', 'the question of 80/20'),
  vitalMaximum: entry(0.4, 'J', 'unit', 'more than this is no few'),
  giniMinimum: entry(0.35, 'J', 'unit', 'flatter than this nobody stands out'),
  calibrationMinimum: entry(30, 'J', 'positive', 'asks before the line is fitted'),
  calibrationPerKind: entry(8, 'J', 'positive', 'asks of each outcome before the line is fitted'),
  calibrationShiftSd: entry(1, 'J', 'positive', 'prior of a'),
  calibrationSlopeSd: entry(0.5, 'J', 'positive', 'prior of b around 1'),
} as const satisfies Record<string, Entry>;

export type ConstantName = keyof typeof CONSTANT_TABLE;
export type Constants = Readonly<Record<ConstantName, number>>;

/** All names, in the order of the table. */
export const CONSTANT_NAMES = Object.keys(CONSTANT_TABLE) as readonly ConstantName[];

/** The numbers of model.md. */
export const DEFAULT_CONSTANTS: Constants = withConstants({});

/**
 * The default numbers with some replaced.
 *
 * @throws RangeError for a value that is not finite, or outside the range of its constant
 */
export function withConstants(overrides: Partial<Constants>): Constants {
  const result = {} as Record<ConstantName, number>;
  for (const name of CONSTANT_NAMES) {
    const value = overrides[name] ?? CONSTANT_TABLE[name].value;
    if (!isInRange(value, CONSTANT_TABLE[name].range)) throw new RangeError(`Constant ${name} may not be ${value}.`);
    result[name] = value;
  }
  return Object.freeze(result);
}

/**
 * Multiplies every constant that judgement or literature gave by a factor, for the robustness runs of §9; the measured ones
 * stay. Probabilities are kept at 1 or below.
 *
 * @param factorOf called once per judged constant, in the order of the table, so that a seeded generator gives the same run
 */
export function perturbConstants(constants: Constants, factorOf: (name: ConstantName) => number): Constants {
  const changed: Partial<Record<ConstantName, number>> = {};
  for (const name of CONSTANT_NAMES) {
    const { grade, range } = CONSTANT_TABLE[name] as Entry;
    if (grade === 'M') {
      changed[name] = constants[name];
    } else {
      const product = constants[name] * factorOf(name);
      changed[name] = range === 'unit' ? Math.min(1, product) : product;
    }
  }
  return withConstants(changed);
}

function isInRange(value: number, range: Range): boolean {
  if (!Number.isFinite(value)) return false;
  if (range === 'unit') return value >= 0 && value <= 1;
  return range === 'any' || value > 0;
}

/** Closeness 0-4 in the user's words. */
export const CLOSENESS_WORDS = ['don’t know', 'met once or online only', 'acquaintance', 'know well', 'close'] as const;

/** Strength that a self-report of 0 to 4 stands for. */
export function closenessAnchor(value: 0 | 1 | 2 | 3 | 4, constants: Constants): number {
  switch (value) {
    case 0:
      return constants.anchorDontKnow;
    case 1:
      return constants.anchorMetOnce;
    case 2:
      return constants.anchorAcquaintance;
    case 3:
      return constants.anchorKnowWell;
    case 4:
      return constants.anchorClose;
  }
}
