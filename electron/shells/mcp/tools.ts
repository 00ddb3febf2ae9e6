/** What an assistant may ask: reading methods of the contract, one tool each, called like the commands of `weft`. */
import { z } from 'zod';
import { type InputOf, METHODS, type MethodName, type OutputOf, type WeftApi } from '../../../shared/contract/api.ts';
import { WeftError } from '../../../shared/contract/errors.ts';

interface ToolOf<M extends MethodName> {
  name: string;
  title: string;
  description: string;
  method: M;
  /** The fields an assistant may fill in, in words; others of the method are not offered. */
  fields: { [field in keyof InputOf<M>]?: string };
  /** Leaves out what only pictures need, and what would fill an assistant's memory. */
  shorten?(answer: OutputOf<M>): object;
}

export interface Tool {
  name: string;
  title: string;
  description: string;
  method: MethodName;
  fields: Record<string, string>;
  shorten(answer: unknown): object;
}

const AS_OF = 'the day on which everything is judged, YYYY-MM-DD; default: today';
const WHO = 'a person: profile address, number (id) or full name';
const LIMIT = 'rows at most, 0 = all; default: 25';
/** A person may have thousands of ties; the tool `ties` lists them all. */
const TIES_SHOWN = 25;

export const TOOLS: readonly Tool[] = [
  tool({
    name: 'people',
    title: 'Search people',
    description: "The user's contacts: full-text search over every field and note, and filters.",
    method: 'listPeople',
    fields: {
      query: 'words to look for; the last one may be unfinished',
      company: 'only who works there',
      circle: 'only members of a circle the user named',
      role: 'only who has this role by the word of the user, such as mentor',
      band: 'only ties of this strength',
      dormant: 'only who was once close and has been silent for three years',
      hasRoute: "only who works at one of the user's targets or can introduce them there",
      flag: 'only with this mark',
      all: 'also people of other exports, pending invitations and those who only wrote',
      sort: 'order',
      descending: 'the other way round',
      offset: 'rows to pass over',
      limit: LIMIT,
      asOf: AS_OF,
    },
  }),
  tool({
    name: 'person',
    title: 'One person',
    description:
      'Everything about one person: work, how close and by which evidence, what is unknown, notes, what passed between them and the user, routes through them, whom they know.',
    method: 'getPerson',
    fields: { person: WHO, asOf: AS_OF },
    shorten: (page) => ({ ...page, ties: page.ties.slice(0, TIES_SHOWN), tiesTotal: page.ties.length }),
  }),
  tool({
    name: 'routes',
    title: 'Routes to a company or person',
    description:
      'Who can introduce the user to a company or a person, and through whom; where there is no route, what would open one. Give either `to` or `toPerson`.',
    method: 'findRoutes',
    fields: { to: 'a company', toPerson: WHO, k: 'routes at most; default: 3', asOf: AS_OF },
  }),
  tool({
    name: 'connectors',
    title: 'Who connects the circles',
    description: "Who stands between the circles of the user's network, with the measures and the reasons.",
    method: 'listConnectors',
    fields: {
      by: 'order; default: index',
      owners: 'people whose own export is here, in place of everybody else',
      limit: LIMIT,
      asOf: AS_OF,
    },
  }),
  tool({
    name: 'top',
    title: 'The vital few',
    description: 'The few contacts who are worth the next conversations, each with reasons and the next step.',
    method: 'listTop',
    fields: {
      targets: "companies in place of the user's targets",
      cover: 'the fewest people who open most targets',
      circles: 'with cover: circles the user named are to be opened as well',
      limit: LIMIT,
      asOf: AS_OF,
    },
    shorten: ({ lorenz: _, ...list }) => list,
  }),
  tool({
    name: 'next',
    title: 'What to do today',
    description: 'Whom to write to today and why; follow-ups and thanks that are due; what the last import changed.',
    method: 'today',
    fields: { asOf: AS_OF },
  }),
  tool({
    name: 'targets',
    title: 'Targets',
    description: 'Companies and people the user wants to reach, and who is known there.',
    method: 'listTargets',
    fields: { asOf: AS_OF },
  }),
  tool({
    name: 'ties',
    title: 'Who knows whom',
    description: 'Ties with their evidence, strongest first.',
    method: 'listTies',
    fields: {
      of: WHO,
      basis: 'observed: seen in an export; asserted: the user said so; inferred: they may know each other',
      betweenContacts: "without the user's own ties, with pairs that may know each other, most probable first",
      limit: LIMIT,
      asOf: AS_OF,
    },
  }),
  tool({
    name: 'circles',
    title: 'Circles',
    description: 'The circles the user named, with their members.',
    method: 'listCircles',
    fields: { circle: 'only this one', faces: 'members shown, 0 = all; default: 12', limit: LIMIT, asOf: AS_OF },
  }),
];

/** A tool as `tools/list` tells of it; its schema is the contract's own, with a sentence for each field. */
export function describeTool({ name, title, description, method, fields }: Tool): object {
  const schema = z.toJSONSchema(METHODS[method].input, { io: 'input' });
  const properties = Object.fromEntries(
    Object.entries(fields).map(([field, words]) => {
      const known = schema.properties?.[field];
      return [field, { ...(typeof known === 'object' ? known : {}), description: words }];
    }),
  );
  const required = schema.required?.filter((field) => field in fields) ?? [];
  return {
    name,
    title,
    description,
    inputSchema: {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

/**
 * Asks the backend.
 *
 * @param given the day and seed that Weft was started with, for what the assistant leaves open
 * @throws WeftError as the contract does
 */
export async function askTool(
  api: WeftApi,
  { method, fields, shorten }: Tool,
  words: Record<string, unknown>,
  given: object,
  signal: AbortSignal,
): Promise<object> {
  const unknown = Object.keys(words).find((field) => !Object.hasOwn(fields, field));
  if (unknown !== undefined) {
    const known = Object.keys(fields).join(', ');
    throw new WeftError('arguments', 'bad-input', `There is a field that is not known. Known are: ${known}.`);
  }
  // The registry pairs each method with its own schema; the backend checks the words with it.
  const call = api[method] as (input: object, context: { signal: AbortSignal }) => Promise<unknown>;
  return shorten(await call({ ...given, ...words }, { signal }));
}

function tool<M extends MethodName>({ shorten, ...rest }: ToolOf<M>): Tool {
  return {
    ...rest,
    fields: rest.fields as Record<string, string>,
    shorten: (answer) => (shorten === undefined ? (answer as object) : shorten(answer as OutputOf<M>)),
  };
}
