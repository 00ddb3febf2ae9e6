/** Questions worth asking before going somewhere. Facts before opinions; nothing that asks anybody to break a confidence. */
export const QUESTIONS_ABOUT_A_COMPANY: readonly string[] = [
  'How do decisions get made there, and who makes them?',
  'What changed in the last year: people, money, direction?',
  'What does a good first half year look like there?',
  'Who leaves, and why?',
  'What would you want to know before you joined?',
  'Whom else should I talk to?',
];

export const QUESTIONS_ABOUT_A_PERSON: readonly string[] = [
  'How did you work together, and for how long?',
  'What is it like to bring bad news to them?',
  'Who grew under them, and who left?',
  'What do they expect that they do not say?',
  'Would you work with them again?',
  'Whom might they call about me, and what would that person say?',
];
