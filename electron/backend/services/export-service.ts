/** Takes the map along: everything as JSON, the people as a table, or people and ties as a graph. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { ExportReport } from '../../../shared/contract/data.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { jobOn } from '../../../shared/graph/employers.ts';
import { BASIS_NAMES } from '../../../shared/graph/tie-graph.ts';
import { isListed } from '../../../shared/identity/changes.ts';
import { OWN_COLUMN } from '../../../shared/import/formula-guard.ts';
import { multipliersOf, PART_NAMES } from '../../../shared/insight/opportunity.ts';
import type { Ranking } from '../../../shared/insight/opportunity-ranking.ts';
import { contactReasons, contactStep } from '../../../shared/insight/opportunity-words.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import type { Day } from '../../../shared/model/units.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import type { Session } from '../engine/session.ts';
import { mapAsGraph } from './export-graph.ts';
import { everythingAbout } from './forget-service.ts';
import { guardedCsv } from './guarded-csv.ts';
import { circlesOfPeople } from './people-service.ts';
import { getPerson } from './person-service.ts';
import { statementText } from './statement-words.ts';
import { flagsOf, strengthOf } from './strength-view.ts';
import { tiesOf } from './ties-service.ts';
import { writeUserFile } from './write-file.ts';

const FORMAT_VERSION = 1;

export function exportData(session: Session, input: CheckedInputOf<'exportData'>): ExportReport {
  if (input.person !== undefined) return exportPerson(session, input, input.person);
  const day = session.judge(input.asOf);
  const { judged } = day;
  if (input.what === 'ranking' && input.format !== 'csv') {
    throw new WeftError('arguments', 'ranking-format', 'The ranking is written as CSV. Nothing was written.');
  }
  const { text, people, ties } =
    input.what === 'ranking'
      ? rankingAsCsv(day.ranking(), input.redact)
      : input.format === 'csv'
        ? peopleAsCsv(judged, input.redact)
        : input.format === 'friends'
          ? forFriends(judged, input.redact)
          : input.format !== 'json'
            ? mapAsGraph(judged, input.format, input.redact)
            : mapAsJson(judged, session.statements(), session.reading().readBatchMetas(), input.redact);
  const bytes = writeUserFile(input.file, text);
  return { file: input.file, format: input.format, people, ties, bytes };
}

/** @throws WeftError arguments: `person-format` */
function exportPerson(session: Session, input: CheckedInputOf<'exportData'>, person: string): ExportReport {
  if (input.format !== 'json' || input.redact) {
    throw new WeftError(
      'arguments',
      'person-format',
      'Everything about one person is written as JSON, and with names. Nothing was written.',
    );
  }
  const page = getPerson(session, { person, ...(input.asOf !== undefined && { asOf: input.asOf }) });
  const document = { format: 'weft-person', version: FORMAT_VERSION, page, ...everythingAbout(session, person) };
  const bytes = writeUserFile(input.file, `${JSON.stringify(document)}\n`);
  return { file: input.file, format: input.format, people: 1, ties: page.ties.length, bytes };
}

interface Exported {
  text: string;
  people: number;
  ties: number;
}

/** The people that `people` lists. Weft reads this table back. */
function peopleAsCsv(judged: Judged, isRedacted: boolean): Exported {
  const { network } = judged;
  const circles = circlesOfPeople(judged);
  const header = [
    OWN_COLUMN,
    'Name',
    'URL',
    'Email',
    'Company',
    'Position',
    'Connected On',
    'Strength',
    'Band',
    'Coverage',
    'Circles',
    'Flags',
  ];
  const rows: (string | number | null)[][] = [header];
  for (const [index, person] of network.people.entries()) {
    if (!isListed(network, index)) continue;
    const strength = strengthOf(judged, index);
    rows.push([
      person.id,
      isRedacted ? `Person ${person.id}` : person.originalName,
      isRedacted ? null : person.url,
      isRedacted ? null : person.emails.join(';'),
      person.company,
      person.position,
      isoOf(person.connectedOn),
      strength === null ? null : strength.s,
      strength === null ? null : strength.band,
      strength === null ? null : strength.coverage,
      isRedacted ? null : (circles.get(index) ?? []).join('; '),
      flagsOf(judged, index).join('; '),
    ]);
  }
  return { text: guardedCsv(rows), people: rows.length - 1, ties: 0 };
}

/**
 * For a friend's Weft, which reads it as the network of the user: those of whom the user said that they would vouch or be introduced,
 * with what their own profile shows. No mail address, no strength, no note.
 *
 * @throws WeftError arguments: `nobody-to-introduce`, `friends-need-names`
 */
function forFriends(judged: Judged, isRedacted: boolean): Exported {
  if (isRedacted) {
    throw new WeftError(
      'arguments',
      'friends-need-names',
      'A friend can do nothing with people without names. Nothing was written.',
    );
  }
  const rows: (string | number | null)[][] = [[OWN_COLUMN, 'Name', 'URL', 'Company', 'Position', 'Connected On']];
  for (const [index, person] of judged.network.people.entries()) {
    if (!person.isContact || judged.statements.vouches.get(index) !== true) continue;
    const { originalName, url, company, position, connectedOn } = person;
    // Numbers of this list alone: those of the map say how many others there are.
    rows.push([rows.length, originalName, url, company, position, isoOf(connectedOn)]);
  }
  if (rows.length === 1) {
    throw new WeftError(
      'arguments',
      'nobody-to-introduce',
      'There is nobody yet of whom you said that you would introduce them. Say so on their page or in the deck. Nothing was written.',
    );
  }
  return { text: guardedCsv(rows), people: rows.length - 1, ties: 0 };
}

/** The contacts in the order of the ranking, each with what put them there. */
function rankingAsCsv(ranking: Ranking, isRedacted: boolean): Exported {
  const { judged, opportunity, pareto } = ranking;
  const parts = PART_NAMES.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)} ×`);
  const header = [
    'Rank',
    'Name',
    'URL',
    'Position',
    'Company',
    'Share',
    'Vital few',
    'Top 20 %',
    'Strength',
    ...parts,
    'Why',
    'Next step',
  ];
  const rows: (string | number | null)[][] = [header];
  for (let rank = 0; rank < opportunity.order.length; rank++) {
    const at = opportunity.order[rank]!;
    const index = opportunity.contacts[at]!;
    const person = judged.network.people[index]!;
    const multipliers = multipliersOf(opportunity, at);
    const { company, position } = jobOn(person, judged.asOf);
    rows.push([
      rank + 1,
      isRedacted ? `Person ${person.id}` : person.name,
      isRedacted ? null : person.url,
      position,
      company,
      pareto.shares[rank]!,
      rank < pareto.vitalSet ? 'yes' : 'no',
      rank < pareto.topCount ? 'yes' : 'no',
      strengthOf(judged, index)?.band ?? null,
      ...PART_NAMES.map((name) => multipliers[name]),
      // Reasons and steps name others.
      isRedacted ? null : contactReasons(ranking, at).join(' '),
      isRedacted ? null : contactStep(ranking, at),
    ]);
  }
  return { text: guardedCsv(rows), people: rows.length - 1, ties: 0 };
}

/** Everything the map holds about people, ties, statements and imports. Inferred ties carry their basis like all others. */
function mapAsJson(
  judged: Judged,
  statements: readonly Statement[],
  batches: readonly object[],
  isRedacted: boolean,
): Exported {
  const { network } = judged;
  const circles = circlesOfPeople(judged);
  const idOf = (index: PersonIndex) => network.people[index]!.id;
  const people = network.people.map((person, index) => ({
    id: person.id,
    isMe: index === network.ego,
    isContact: person.isContact,
    isInAddressBook: person.isInAddressBook,
    name: isRedacted ? `Person ${person.id}` : person.name,
    ...(isRedacted
      ? {}
      : {
          originalName: person.originalName,
          credentials: person.credentials,
          url: person.url,
          emails: person.emails,
          circles: circles.get(index) ?? [],
        }),
    company: person.company,
    position: person.position,
    connectedOn: isoOf(person.connectedOn),
    strength: strengthOf(judged, index),
    flags: flagsOf(judged, index),
    jobs: person.jobs.map((job) => ({ ...job, firstSeen: isoOf(job.firstSeen), lastSeen: isoOf(job.lastSeen) })),
  }));
  const ties = tiesOf(judged, null, true).map(({ a, b, basis, q, s }) => ({
    a: idOf(a),
    b: idOf(b),
    basis: BASIS_NAMES[basis],
    q,
    s,
  }));
  const said = isRedacted
    ? []
    : statements.map((statement) => ({
        id: statement.id,
        on: isoFromDay(statement.on),
        text: statementText(statement.body, network),
        ...statement.body,
      }));
  const notes = isRedacted ? [] : network.saidInFiles.map(({ on, body }) => ({ on: isoOf(on), ...body }));
  const document = {
    format: 'weft-map',
    version: FORMAT_VERSION,
    asOf: isoFromDay(judged.asOf),
    people,
    ties,
    statements: said,
    notes,
    imports: isRedacted ? [] : batches,
  };
  return { text: `${JSON.stringify(document)}\n`, people: people.length - 1, ties: ties.length };
}

function isoOf(day: Day | null): string | null {
  return day === null ? null : isoFromDay(day);
}
