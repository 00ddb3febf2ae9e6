/** What invented people write to each other. `{name}` becomes the first name of whoever is written to. */

export const OPENERS = [
  'Hi {name}, how have you been?',
  'Hello {name}, quick question: do you still have the slides from Thursday?',
  'Hey {name}!\nAre you around next week for a coffee?',
  '{name}, congratulations on the new role. Well deserved.',
  'I just read the piece you shared. The part on "good enough data" made my day.',
  'Morning {name}. Did the migration go through in the end?',
  'Hi {name},\n\ntwo things:\n- the venue confirmed\n- we still need a speaker for the second slot\n\nAny ideas?',
  'Happy birthday, {name} 🎉',
  'Do you know anybody who has run a pricing test with fewer than 50 customers?',
  'Olá {name}, tudo bem? Estou em Lisboa na quinta.',
  'Hallo {name}, hast du kurz Zeit für einen Anruf?',
  'Thanks again for yesterday, {name}; it helped more than you think.',
  'Saw the news about the reorganisation. How are you holding up?',
  'Would you look over my one-pager? It is short, promise.',
  '{name}, I am putting together a panel on forecasting, and your name came up, "as usual".',
] as const;

export const REPLIES = [
  'Good to hear from you! All well here.',
  'Yes, sending them over now.',
  'Thursday works, 12:30?',
  'Thank you, that means a lot.',
  'Ha, "good enough" is the story of my life.',
  'Not yet; the vendor wants another week.\nI will let you know.',
  'Perfect.',
  'Let me ask around and come back to you.',
  'I know one person who might. Shall I put you in touch?',
  'Danke dir, passt gut!',
  'Claro, combinado.',
  'Same time next month?',
  'That is kind of you. Let us talk on Monday.',
  'Done, comments are in the margin; the second paragraph is the strong one.',
  'Count me in.',
  'It was my pleasure, really.',
  '👍',
  'We should do this more often.',
] as const;

export const UNANSWERED = [
  'Hi {name}, we met briefly at Mirabeau. Could I ask you about your time in operations?',
  'Hello {name}, I hope you are well. I would love to hear how you moved into your current role.',
  'Hi {name}, just following up on my note from last month. No pressure at all.',
] as const;

export const PITCHES = [
  'Hi {name}, I came across your profile and was impressed.\nWe are hiring for a "Lead Analyst" role, hybrid, 4 days. Open to a chat?',
  'Hello {name}, are you open to new opportunities? My client is scaling fast.',
  'Hi {name}! 15 minutes this week to discuss a confidential mandate?',
  'Dear {name},\n\nI am reaching out on behalf of a market leader in logistics.\n\nBest regards',
] as const;

export const PITCH_ANSWERS = [
  'Thanks for reaching out. Not now, but let us stay in touch.',
  'Thank you. Could you share the level and the range?',
] as const;

export const GROUP_LINES = [
  'Who is in for Saturday?',
  'I can bring the projector.',
  'Count me in, plus one.',
  'Sorry all, travelling that week.',
  'Here is the list so far:\n1. soldering irons\n2. tea\n3. more tea',
  'Could somebody introduce me to the person who ran the workshop?',
  'Great evening, thank you everybody.',
  'Notes are in the folder, "final_final" is the right one.',
  'Shall we say 18:30 instead?',
  'Welcome aboard!',
  'I will be ten minutes late.',
] as const;

/** Sponsored messages, as the platform delivers them: HTML, an unfilled placeholder, no sender URL. */
export const SPONSORED = [
  [
    'Corvid Cloud Academy',
    'Your next certificate?',
    '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%,</p><p>learn at your own pace.</p>',
  ],
  [
    'Minnow Bank for Business',
    'An account for freelancers',
    '<p class="spinmail-quill-editor__spin-break">Hello %FIRSTNAME%, banking &amp; invoices in one place.</p>',
  ],
  [
    'Skylark Telecom',
    'Fibre in your street',
    '<p class="spinmail-quill-editor__spin-break">Dear %FIRSTNAME%,<br>"faster than light"*</p>',
  ],
  [
    'Talentgarten GmbH',
    'Hiring? Read our guide',
    '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%, 40 pages, one click.</p>',
  ],
] as const;
