import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FIRST_QUESTION, mapAddress, readMapAddress } from '../../../../renderer/views/map/map-address.ts';
import type { MapColors } from '../../../../renderer/views/map/map-colors.ts';
import { aroundNode, stepFrom } from '../../../../renderer/views/map/map-neighbors.ts';
import { keepInSight, placeLabels } from '../../../../renderer/views/map/place-labels.ts';
import { svgPicture } from '../../../../renderer/views/map/svg-picture.ts';
import type { MapNode, MapPicture } from '../../../../shared/contract/map.ts';

const COLORS: MapColors = {
  ground: '#fff',
  ink: '#000',
  inkSoft: '#333',
  inkFaint: '#666',
  hairline: '#ccc',
  accent: '#00f',
  danger: '#f00',
  regions: ['#001', '#002', '#003', '#004', '#005', '#006', '#007', '#008'],
  plain: '#888',
  strength: ['#111', '#222', '#333', '#444'],
};

function node(id: string, x: number, y: number, label = `Person ${id}`): MapNode {
  return {
    id,
    kind: 'person',
    person: { id: Number(id), name: label, url: null, company: null, position: null },
    label,
    region: 0,
    x,
    y,
    size: 20,
    importance: 0.9,
    s: null,
    band: null,
    isContact: true,
    isOwner: false,
    count: 0,
    ties: 1,
    bridges: [],
    isApart: false,
  };
}

function picture(nodes: MapNode[], pairs: [string, string][]): MapPicture {
  return {
    status: 'drawn',
    mode: 'connectors',
    sentence: 'Ana connects two circles.',
    missing: [],
    findings: [],
    counts: { people: nodes.length, drawn: nodes.length, folded: 0, ties: pairs.length, tiesDrawn: pairs.length },
    isApproximate: false,
    regions: [
      {
        region: 0,
        kind: 'community',
        label: 'Team',
        color: 0,
        x: 0,
        y: 0,
        radius: 90,
        people: 3,
        drawn: 3,
        contacts: 3,
        isThin: false,
      },
    ],
    nodes,
    edges: pairs.map(([a, b]) => ({ a, b, basis: 'observed', q: 1, s: 0.5, isLocalBridge: false, isBetween: false })),
    links: [],
    whatIf: null,
  };
}

const LINE = picture(
  [node('1', 0, 0), node('2', 100, 0), node('3', 200, 0), node('4', 0, 80)],
  [
    ['1', '2'],
    ['2', '3'],
  ],
);

describe('walking on the map', () => {
  it('finds everybody within one tie, and within two', () => {
    expect([...aroundNode(LINE, '1', 1)]).toEqual(['1', '2']);
    expect([...aroundNode(LINE, '1', 2)]).toEqual(['1', '2', '3']);
  });

  it('steps to the neighbour in that direction, else to the nearest there, else nowhere', () => {
    expect(stepFrom(LINE, '1', 'right')).toBe('2');
    expect(stepFrom(LINE, '1', 'down')).toBe('4');
    expect(stepFrom(LINE, '1', 'left')).toBeNull();
  });
});

describe('labels', () => {
  const wish = (id: string, x: number, isFirm = false) => ({ id, text: id, x, y: 0, width: 50, height: 10, isFirm });

  it('lets the first stand and leaves out whoever would cover it', () => {
    expect(placeLabels([wish('a', 0), wish('b', 40), wish('c', 60)], [], 10).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('covers an obstacle only with a firm label', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(placeLabels([wish('a', 0)], [box], 10)).toEqual([]);
    expect(placeLabels([wish('a', 0, true)], [box], 10)).toHaveLength(1);
  });

  it('keeps all of a name in sight where what it names is, and lets the others leave with theirs', () => {
    const box = { x: 370, y: 0, width: 60, height: 10 };
    keepInSight(box, 395, 400);
    expect(box.x).toBe(338);
    const gone = { x: 380, y: 0, width: 60, height: 10 };
    keepInSight(gone, 410, 400);
    expect(gone.x).toBe(380);
  });
});

describe('a folded circle', () => {
  it('says how many with the thousands apart', () => {
    const folded = { ...node('9', 0, 0), id: 'f0', kind: 'fold' as const, person: null, count: 12_287 };
    expect(svgPicture(picture([folded], []), COLORS, { hasNames: true, shown: null }).svg).toContain('+12,287');
  });
});

describe('the address', () => {
  it('holds the whole question', () => {
    const question = {
      ...FIRST_QUESTION,
      mode: 'without' as const,
      without: 12,
      unfold: [3, 1],
      isOnly: true,
      focus: 4,
    };
    expect(readMapAddress(mapAddress(question).split('?')[1] ?? '')).toEqual(question);
    expect(mapAddress({})).toBe('/map');
  });

  it('takes nonsense for the first question', () => {
    expect(readMapAddress('mode=x&focus=-1&unfold=a.b&without=1e9')).toEqual(FIRST_QUESTION);
  });
});

describe('the drawing', () => {
  const EVIL = '</text><script>alert(1)</script>"&\u0000\u202e';

  it('R1: escapes every name, so that a name is never markup', () => {
    const { svg } = svgPicture(picture([node('1', 0, 0, EVIL)], []), COLORS, { hasNames: true, shown: null });
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert(1)');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toContain('\u202e');
  });

  it('R5: names nobody and nothing when told so', () => {
    const { svg } = svgPicture(picture([node('1', 0, 0, 'Ana Almar')], []), COLORS, { hasNames: false, shown: null });
    expect(svg).not.toContain('Almar');
    expect(svg).not.toContain('Team');
  });

  it('draws only what is in sight', () => {
    const { svg } = svgPicture(LINE, COLORS, { hasNames: true, shown: new Set(['1', '2']) });
    expect(svg.match(/<line /g)).toHaveLength(1);
    expect(svg).not.toContain('Person 3');
  });
});

describe('cytoscape', () => {
  const FOLDER = fileURLToPath(new URL('../../../../renderer/', import.meta.url));
  const sources = readdirSync(`${FOLDER}views/map`)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(`${FOLDER}views/map/${name}`, 'utf8') }));

  it('R2: gets no name, no address and no selector made from data', () => {
    const drawing = sources.find(({ name }) => name === 'cytoscape-map.ts')!.text;
    expect(drawing).not.toMatch(/label|person\b(?!\.id)|background-image|\.url|selector: `/);
    for (const { text } of sources) {
      expect(text).not.toMatch(/cy\.\$|\.filter\(`|cy\.(nodes|edges|elements)\([^)]/);
    }
    expect(sources.some(({ text }) => text.includes('getElementById(selected)'))).toBe(true);
  });

  it('R2: adds no style element, for the page holds one of its name', () => {
    expect(readFileSync(`${FOLDER}index.html`, 'utf8')).toContain('id="__________cytoscape_stylesheet"');
  });
});
