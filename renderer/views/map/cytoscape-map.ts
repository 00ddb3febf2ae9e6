/** The one cytoscape of the map: dots and lines. Ids are our own; names, addresses and selectors never reach it (safety.md R2). */
import cytoscape from 'cytoscape';
import type { MapEdge, MapNode, MapPicture } from '../../../shared/contract/map.ts';
import { type MapColors, regionColor, strengthColor } from './map-colors.ts';

export function makeCytoscape(container: HTMLElement): cytoscape.Core {
  return cytoscape({
    container,
    elements: [],
    layout: { name: 'preset' },
    minZoom: 0.08,
    maxZoom: 4,
    autoungrabify: true,
    boxSelectionEnabled: false,
    autounselectify: true,
    style: [
      {
        selector: 'node',
        style: {
          width: 'data(size)',
          height: 'data(size)',
          'background-color': 'data(fill)',
          'border-color': 'data(line)',
          'border-width': 'data(lineWidth)',
          'border-style': 'solid',
          'overlay-opacity': 0,
        },
      },
      { selector: 'node.gone', style: { 'border-style': 'dashed', 'background-opacity': 0.15 } },
      {
        selector: 'edge',
        style: {
          width: 'data(width)',
          'line-color': 'data(line)',
          'line-opacity': 'data(opacity)' as unknown as number,
          'line-style': 'solid',
          'curve-style': 'haystack',
          'haystack-radius': 0,
          'overlay-opacity': 0,
          events: 'no',
        },
      },
      { selector: 'edge.asserted', style: { 'line-style': 'dotted', 'curve-style': 'straight' } },
      { selector: 'edge.inferred', style: { 'line-style': 'dashed', 'curve-style': 'straight' } },
      { selector: 'edge.lost', style: { opacity: 0.2 } },
      { selector: '.dim', style: { opacity: 0.14 } },
      { selector: '.off', style: { display: 'none' } },
      { selector: 'edge.lit', style: { 'line-opacity': 0.85, 'z-index': 5 } },
      { selector: 'node.chosen', style: { 'z-index': 10 } },
    ],
  });
}

/** So many dots or lines are put in at once: more would hold up the page, which also draws. */
const PIECE = 100;

/**
 * Puts the picture into cytoscape, dots first, a piece at each frame.
 *
 * @param dress called for every piece, so that who is lit is lit from the first
 * @returns stops before the next piece
 */
export function showPicture(
  cy: cytoscape.Core,
  picture: MapPicture,
  colors: MapColors,
  dress: (added: cytoscape.CollectionReturnValue) => void,
): () => void {
  const colorOf = new Map(picture.regions.map(({ region, color }) => [region, regionColor(colors, color)]));
  const nodeById = new Map(picture.nodes.map((node) => [node.id, node]));
  const gone = picture.mode === 'without' && picture.whatIf !== null ? String(picture.whatIf.person.id) : null;
  const dots = picture.nodes.map((node) => ({
    group: 'nodes' as const,
    data: { id: node.id, size: node.size, ...paintOf(node, picture, colors, colorOf) },
    position: { x: node.x, y: node.y },
    classes: node.id === gone ? 'gone' : '',
  }));
  const lines = picture.edges.map((edge) => ({
    group: 'edges' as const,
    data: {
      id: `e${edge.a}-${edge.b}`,
      source: edge.a,
      target: edge.b,
      ...edgePaint(edge, picture, colors, colorOf, nodeById),
    },
    classes: gone !== null && (edge.a === gone || edge.b === gone) ? `${edge.basis} lost` : edge.basis,
  }));
  const pieces = [...inPieces(dots), ...inPieces(lines)];
  let frame = 0;
  const addNext = (): void => {
    const piece = pieces.shift();
    if (piece === undefined) return;
    cy.batch(() => dress(cy.add(piece)));
    if (pieces.length > 0) frame = requestAnimationFrame(addNext);
  };
  cy.elements().remove();
  addNext();
  return () => cancelAnimationFrame(frame);
}

function inPieces<T>(all: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < all.length; at += PIECE) pieces.push(all.slice(at, at + PIECE));
  return pieces;
}

/** Dims or hides whoever is not lit, in dots and lines that are in the picture. */
export function emphasize(
  elements: cytoscape.CollectionReturnValue,
  { lit, isOnly, selected }: { lit: ReadonlySet<string> | null; isOnly: boolean; selected: string | null },
): void {
  elements.removeClass('dim off lit chosen');
  if (lit === null) return;
  elements.nodes().forEach((node) => {
    if (!lit.has(node.id())) node.addClass(isOnly ? 'off' : 'dim');
  });
  elements.edges().forEach((edge) => {
    const { source, target } = edge.data() as { source: string; target: string };
    const isLit = lit.has(source) && lit.has(target);
    if (!isLit) edge.addClass(isOnly ? 'off' : 'dim');
    else if (source === selected || target === selected) edge.addClass('lit');
  });
  if (selected !== null) elements.getElementById(selected).addClass('chosen');
}

/** Filled: my contact. Hollow: known of, through others. */
function paintOf(node: MapNode, picture: MapPicture, colors: MapColors, colorOf: ReadonlyMap<number, string>) {
  if (node.kind === 'me') return { fill: colors.accent, line: colors.ground, lineWidth: 2 };
  const color = (node.region === null ? undefined : colorOf.get(node.region)) ?? colors.plain;
  if (node.kind === 'fold') return { fill: colors.ground, line: color, lineWidth: 0, size: 40 };
  if (node.isApart) return { fill: colors.ground, line: colors.danger, lineWidth: 2 };
  if (picture.mode === 'without' && node.id === String(picture.whatIf?.person.id)) {
    return { fill: colors.danger, line: colors.danger, lineWidth: 2 };
  }
  if (!node.isContact) return { fill: colors.ground, line: color, lineWidth: Math.max(1.4, node.size / 14) };
  return { fill: color, line: colors.ground, lineWidth: node.size > 14 ? 2 : 1 };
}

function edgePaint(
  edge: MapEdge,
  picture: MapPicture,
  colors: MapColors,
  colorOf: ReadonlyMap<number, string>,
  nodeById: ReadonlyMap<string, MapNode>,
) {
  if (picture.mode === 'route') return { line: strengthColor(colors, edge.s), opacity: 0.95, width: 2.5 };
  if (edge.isBetween)
    return { line: colors.inkSoft, opacity: edge.isLocalBridge ? 0.5 : 0.28, width: edge.isLocalBridge ? 1.3 : 1 };
  const region = nodeById.get(edge.a)?.region ?? null;
  return { line: (region === null ? undefined : colorOf.get(region)) ?? colors.plain, opacity: 0.2, width: 0.9 };
}
