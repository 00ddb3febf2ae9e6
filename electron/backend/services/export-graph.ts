/** The map as a graph that Gephi, Cytoscape and their kin open: GraphML or GEXF, every tie with its basis, q and s. */
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { BASIS_NAMES } from '../../../shared/graph/tie-graph.ts';
import { escapeXml } from '../../../shared/model/xml-text.ts';
import { strengthOf } from './strength-view.ts';
import { tiesOf } from './ties-service.ts';

export type GraphFormat = 'graphml' | 'gexf';

type Value = string | number | boolean | null;
type Kind = 'string' | 'double' | 'boolean';
interface Column {
  /** Never `weight`: programs read that as a distance in one place and as a strength in the next. */
  name: string;
  kind: Kind;
}

const PERSON_COLUMNS: readonly Column[] = [
  { name: 'company', kind: 'string' },
  { name: 'position', kind: 'string' },
  { name: 'isMe', kind: 'boolean' },
  { name: 'isContact', kind: 'boolean' },
  { name: 'band', kind: 'string' },
];
const TIE_COLUMNS: readonly Column[] = [
  { name: 'basis', kind: 'string' },
  { name: 'q', kind: 'double' },
  { name: 's', kind: 'double' },
];

interface Row {
  values: readonly Value[];
}
interface GraphRows {
  people: (Row & { id: number; label: string })[];
  ties: (Row & { a: number; b: number })[];
}

/** Ids are the numbers people have in Weft, the same in every export. Redacted: numbers instead of names, no employer, no title. */
export function mapAsGraph(
  judged: Judged,
  format: GraphFormat,
  isRedacted: boolean,
): { text: string; people: number; ties: number } {
  const { network } = judged;
  const rows: GraphRows = {
    people: network.people.map((person, index) => ({
      id: person.id,
      label: isRedacted ? `Person ${person.id}` : person.name,
      values: [
        isRedacted ? null : person.company,
        isRedacted ? null : person.position,
        index === network.ego,
        person.isContact,
        strengthOf(judged, index)?.band ?? null,
      ],
    })),
    ties: tiesOf(judged, null, true).map(({ a, b, basis, q, s }) => ({
      a: network.people[a]!.id,
      b: network.people[b]!.id,
      values: [BASIS_NAMES[basis]!, q, s],
    })),
  };
  const text = format === 'graphml' ? graphml(rows) : gexf(rows);
  return { text, people: rows.people.length - 1, ties: rows.ties.length };
}

function graphml({ people, ties }: GraphRows): string {
  const key = (domain: 'node' | 'edge') => (column: Column) =>
    `  <key id="${domain}-${column.name}" for="${domain}" attr.name="${column.name}" attr.type="${column.kind}"/>`;
  const data = (domain: 'node' | 'edge', columns: readonly Column[], values: readonly Value[]) =>
    columns
      .map(({ name }, at) => ({ name, value: values[at] ?? null }))
      .filter(({ value }) => value !== null)
      .map(({ name, value }) => `<data key="${domain}-${name}">${escapeXml(String(value))}</data>`)
      .join('');
  const label: Column = { name: 'label', kind: 'string' };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[label, ...PERSON_COLUMNS].map(key('node')),
    ...TIE_COLUMNS.map(key('edge')),
    '  <graph id="weft" edgedefault="undirected">',
    ...people.map(
      (one) =>
        `    <node id="${one.id}">${data('node', [label, ...PERSON_COLUMNS], [one.label, ...one.values])}</node>`,
    ),
    ...ties.map(
      ({ a, b, values }) =>
        `    <edge id="e${a}-${b}" source="${a}" target="${b}">${data('edge', TIE_COLUMNS, values)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function gexf({ people, ties }: GraphRows): string {
  const attributes = (domain: 'node' | 'edge', columns: readonly Column[]) => [
    `    <attributes class="${domain}">`,
    ...columns.map(({ name, kind }) => `      <attribute id="${name}" title="${name}" type="${kind}"/>`),
    '    </attributes>',
  ];
  const values = (columns: readonly Column[], row: readonly Value[]) =>
    `<attvalues>${columns
      .map(({ name }, at) => ({ name, value: row[at] ?? null }))
      .filter(({ value }) => value !== null)
      .map(({ name, value }) => `<attvalue for="${name}" value="${escapeXml(String(value))}"/>`)
      .join('')}</attvalues>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    // Not 1.3: networkx and older versions of Gephi read nothing above 1.2, and no word of 1.3 is needed.
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    '  <graph defaultedgetype="undirected" mode="static">',
    ...attributes('node', PERSON_COLUMNS),
    ...attributes('edge', TIE_COLUMNS),
    '    <nodes>',
    ...people.map(
      (one) =>
        `      <node id="${one.id}" label="${escapeXml(one.label)}">${values(PERSON_COLUMNS, one.values)}</node>`,
    ),
    '    </nodes>',
    '    <edges>',
    ...ties.map(
      (one) =>
        `      <edge id="e${one.a}-${one.b}" source="${one.a}" target="${one.b}">${values(TIE_COLUMNS, one.values)}</edge>`,
    ),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
