/** Circles: groups that may be one, as questions; their answers; and those the user named. */
import { z } from 'zod';
import { IsoDate, Judging, Limit, PersonQuery, PersonRef, Text } from './common.ts';

/** People shown with a circle at most; 0 = all. */
const Faces = z.int().min(0).max(50_000);

const CircleName = Text.max(200, 'a name of a circle has 200 characters at most');

export const CircleFace = z.object({ person: PersonRef, connectedOn: IsoDate.nullable() });
export type CircleFace = z.infer<typeof CircleFace>;

export const CircleQuestionsInput = Judging.extend({
  /** Only this one. */
  suggestion: Text.optional(),
  faces: Faces.default(24),
  limit: Limit,
});

export const CircleQuestion = z.object({
  /** By which it is answered; the same group keeps it. */
  suggestion: z.string(),
  source: z.enum(['employer', 'job', 'school', 'burst', 'thread', 'community']),
  /** "These 14 people came between 3 and 9 May 2019. A conference? A team?" */
  question: z.string(),
  /** How Weft came to ask, and what it does not know. */
  evidence: z.string(),
  /** A name to begin with; null where nothing gives one. */
  guess: z.string().nullable(),
  people: z.int(),
  /** By the day on which they became contacts, the first ones where there are many. */
  faces: z.array(CircleFace),
});
export type CircleQuestion = z.infer<typeof CircleQuestion>;

export const CircleQuestions = z.object({
  status: z.enum(['asking', 'nothing-to-ask', 'nobody-yet']),
  sentence: z.string(),
  total: z.int(),
  questions: z.array(CircleQuestion),
  /** What would bring more of them. */
  missing: z.array(z.string()),
});
export type CircleQuestions = z.infer<typeof CircleQuestions>;

export const CircleAnswerInput = Judging.extend({
  suggestion: Text,
  /** What the user calls it; left out: it is no circle. Either way it is not asked again. */
  name: CircleName.optional(),
  /** Only these of its people; left out: all. */
  members: z.array(PersonQuery).min(1).max(50_000).optional(),
  /** All but these. */
  without: z.array(PersonQuery).max(50_000).optional(),
  on: IsoDate.optional(),
});

export const CirclesInput = Judging.extend({
  /** Only this one. */
  circle: Text.optional(),
  faces: Faces.default(12),
  limit: Limit,
});

export const CircleList = z.object({
  total: z.int(),
  circles: z.array(
    z.object({
      name: z.string(),
      people: z.int(),
      /** How many belong to it in all, as the user said. */
      size: z.int().nullable(),
      from: IsoDate.nullable(),
      to: IsoDate.nullable(),
      members: z.array(CircleFace),
    }),
  ),
});
export type CircleList = z.infer<typeof CircleList>;
