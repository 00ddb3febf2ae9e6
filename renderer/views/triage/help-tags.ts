/** What people most often help with, in the order of their keys, 5 to 9. */
export const HELP_TAGS = ['Introductions', 'Advice', 'Hiring', 'Their field', 'A second opinion'] as const;
