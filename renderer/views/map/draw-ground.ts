/** The discs under the map and the words over it, drawn on canvases of our own: cytoscape never sees a name. */
import type { MapNode, MapPicture } from '../../../shared/contract/map.ts';
import { groupDigits } from '../../../shared/model/words.ts';
import { cutLabel } from '../../components/graphemes.ts';
import { zoomOfAll } from './fit-picture.ts';
import { type MapColors, regionColor } from './map-colors.ts';
import { type Box, keepInSight, type LabelWish, placeLabels } from './place-labels.ts';

export interface Viewport {
  zoom: number;
  pan: { x: number; y: number };
  width: number;
  height: number;
}

export interface Emphasis {
  selected: string | null;
  /** Has a ring around it: who is selected, else whom the sentence above the map names. */
  ringed: string | null;
  hovered: string | null;
  /** null: nobody is dimmed. */
  lit: ReadonlySet<string> | null;
  /** Whoever is not lit is hidden, not dimmed. */
  isOnly: boolean;
  /** The chosen disc. */
  region: number | null;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
/** As many labels as a window of that size can hold and somebody can read. */
const AREA_PER_LABEL = 11_000;
const MOST_LABELS = 70;
/** People named when all of the map is in sight; closer, everybody whose dot is large enough. */
const NAMED_AT_FIRST = 12;
/** From a dot to the ring around it. */
export const RING_GAP = 4;
/** So much closer than the whole map, everybody may be named. */
const CLOSER = 1.6;

export function clearCanvas(canvas: HTMLCanvasElement, { width, height }: Viewport): CanvasRenderingContext2D | null {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** From the rim of one disc to the rim of the other; null where they touch. */
export function bandBetween(
  one: { x: number; y: number; radius: number },
  other: { x: number; y: number; radius: number },
): { x1: number; y1: number; x2: number; y2: number } | null {
  const distance = Math.hypot(other.x - one.x, other.y - one.y);
  if (distance <= one.radius + other.radius) return null;
  const ux = (other.x - one.x) / distance;
  const uy = (other.y - one.y) / distance;
  return {
    x1: one.x + ux * one.radius,
    y1: one.y + uy * one.radius,
    x2: other.x - ux * other.radius,
    y2: other.y - uy * other.radius,
  };
}

/** Twice as many ties, one step wider. */
export function bandWidth(ties: number): number {
  return Math.min(9, 1.2 + 1.1 * Math.log2(1 + ties));
}

/** Ties between folded people as bands between their discs: solid where any was observed, dotted where all were stated. */
export function drawLinks(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  colors: MapColors,
  { zoom, pan }: Viewport,
  { lit, isOnly, region }: Emphasis,
): void {
  if (lit !== null && isOnly) return;
  for (const { a, b, ties, basis } of picture.links) {
    const [one, other] = [picture.regions[a], picture.regions[b]];
    const band = one === undefined || other === undefined ? null : bandBetween(one, other);
    if (band === null) continue;
    const isChosen = region === a || region === b;
    context.globalAlpha = isChosen ? 0.75 : lit !== null || region !== null ? 0.08 : 0.22;
    context.strokeStyle = isChosen ? colors.accent : colors.inkFaint;
    context.lineWidth = bandWidth(ties) * Math.min(1, 0.35 + zoom);
    context.lineCap = basis === 'observed' ? 'butt' : 'round';
    context.setLineDash(basis === 'observed' ? [] : [0.1, 2 * context.lineWidth]);
    context.beginPath();
    context.moveTo(band.x1 * zoom + pan.x, band.y1 * zoom + pan.y);
    context.lineTo(band.x2 * zoom + pan.x, band.y2 * zoom + pan.y);
    context.stroke();
  }
  context.setLineDash([]);
  context.lineCap = 'butt';
  context.globalAlpha = 1;
}

/** Circles as soft discs with a hairline. */
export function drawRegions(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  colors: MapColors,
  { zoom, pan }: Viewport,
  { lit, isOnly, region: chosen }: Emphasis,
): void {
  for (const region of picture.regions) {
    const color = regionColor(colors, region.color);
    const isThin = picture.mode === 'thin' && region.isThin;
    context.globalAlpha = (lit !== null && isOnly ? 0.35 : 1) * (region.color === null ? 0.07 : 0.12);
    context.fillStyle = color;
    context.beginPath();
    context.arc(region.x * zoom + pan.x, region.y * zoom + pan.y, region.radius * zoom, 0, 2 * Math.PI);
    context.fill();
    const isChosen = region.region === chosen;
    context.globalAlpha = isThin || isChosen ? 1 : 0.35;
    context.strokeStyle = isChosen ? colors.accent : isThin ? colors.danger : color;
    context.lineWidth = isThin || isChosen ? 2 : 1;
    context.setLineDash(isThin ? [6, 4] : []);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Names of circles and people, as many as there is room for. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  colors: MapColors,
  viewport: Viewport,
  emphasis: Emphasis,
): void {
  const { zoom, pan, width, height } = viewport;
  const wishes: LabelWish[] = [];
  const obstacles: Box[] = [];
  const isVisible = (id: string) => !emphasis.isOnly || emphasis.lit === null || emphasis.lit.has(id);
  const nodes = picture.nodes.filter(({ id }) => isVisible(id));
  const kinds = new Map<string, 'region' | 'person' | 'fold' | 'quiet'>();
  const wish = (
    id: string,
    kind: 'region' | 'person' | 'fold' | 'quiet',
    text: string,
    x: number,
    y: number,
    isFirm = false,
  ) => {
    context.font = fontOf(kind);
    const { label } = cutLabel(text, kind === 'region' ? 34 : 40);
    const textWidth = widthOf(context, label);
    const box = { x: x - textWidth / 2 - 3, y: y - 8, width: textWidth + 6, height: 16 };
    if (box.x > width || box.x + box.width < 0 || box.y > height || box.y + box.height < 0) return;
    keepInSight(box, x, width);
    if (kinds.has(id)) return;
    kinds.set(id, kind);
    wishes.push({ id, text: label, isFirm, ...box });
  };
  const below = (node: MapNode, kind: 'person' | 'fold' | 'quiet', isFirm = false) => {
    const y = node.y * zoom + pan.y + (node.kind === 'fold' ? 0 : (node.size * zoom) / 2 + 10);
    wish(
      node.id,
      kind,
      node.kind === 'fold' ? `+${groupDigits(node.count)}` : node.label,
      node.x * zoom + pan.x,
      y,
      isFirm || node.kind === 'fold',
    );
  };
  const first = nodes.filter(({ id }) => id === emphasis.selected || id === emphasis.hovered);
  for (const node of first) below(node, node.kind === 'fold' ? 'fold' : 'person', true);
  for (const node of nodes) {
    if (node.importance > 0.9 || node.kind === 'me' || node.id === emphasis.ringed) below(node, 'person', true);
  }
  const isClose = picture.mode === 'route' || zoom > CLOSER * zoomOfAll(picture, viewport);
  const isNamedHere = (at: number, node: MapNode): boolean =>
    isClose || at < NAMED_AT_FIRST || emphasis.lit?.has(node.id) === true;
  for (const [at, node] of nodes.entries()) if (node.importance > 0.4 && isNamedHere(at, node)) below(node, 'person');
  for (const region of picture.regions) {
    const radius = region.radius * zoom;
    if (region.color === null && !(picture.mode === 'thin' && region.isThin)) continue;
    wish(
      `region ${region.region}`,
      'region',
      region.label,
      region.x * zoom + pan.x,
      region.y * zoom + pan.y - radius - 9,
    );
  }
  for (const node of nodes) if (node.kind === 'fold') below(node, 'fold');
  if (emphasis.lit !== null) for (const node of nodes) if (emphasis.lit.has(node.id)) below(node, 'person');
  for (const node of nodes) {
    if (node.kind !== 'person' || (emphasis.lit !== null && !emphasis.lit.has(node.id))) continue;
    const drawn = node.size * zoom;
    if (drawn > 13 && (isClose || emphasis.lit !== null)) below(node, node.importance > 0.2 ? 'person' : 'quiet');
  }
  for (const region of picture.regions) {
    const radius = region.radius * zoom;
    if (region.color !== null || radius < 22) continue;
    const y = region.y * zoom + pan.y - radius - 8;
    wish(`region ${region.region}`, radius > 60 ? 'region' : 'quiet', region.label, region.x * zoom + pan.x, y);
  }
  for (const node of nodes) {
    const drawn = node.size * zoom;
    const isRinged = node.id === emphasis.ringed;
    if ((drawn < 18 && !isRinged) || node.kind === 'fold') continue;
    const half = isRinged ? drawn / 2 + RING_GAP : drawn / 2 - 3;
    obstacles.push({
      x: node.x * zoom + pan.x - half,
      y: node.y * zoom + pan.y - half,
      width: 2 * half,
      height: 2 * half,
    });
  }
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { id, text, x, y, width: boxWidth, height: boxHeight } of placeLabels(
    wishes,
    obstacles,
    Math.min(MOST_LABELS, Math.round((width * height) / AREA_PER_LABEL)),
  )) {
    const kind = kinds.get(id) ?? 'quiet';
    const isDim =
      emphasis.lit !== null && !id.startsWith('region') && !emphasis.lit.has(id) && id !== emphasis.selected;
    context.font = fontOf(kind);
    context.globalAlpha = isDim ? 0.3 : 1;
    context.lineWidth = 3.5;
    context.strokeStyle = colors.ground;
    if (kind !== 'fold') context.strokeText(text, x + boxWidth / 2, y + boxHeight / 2);
    context.fillStyle = kind === 'person' ? colors.ink : kind === 'quiet' ? colors.inkFaint : colors.inkSoft;
    context.fillText(text, x + boxWidth / 2, y + boxHeight / 2);
  }
  context.globalAlpha = 1;
}

/** Measuring text is most of the work of drawing it, and names stay the same while the map moves. */
const WIDTHS = new Map<string, number>();
const MOST_WIDTHS = 5000;

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`;
  let width = WIDTHS.get(key);
  if (width === undefined) {
    width = context.measureText(text).width;
    if (WIDTHS.size >= MOST_WIDTHS) WIDTHS.clear();
    WIDTHS.set(key, width);
  }
  return width;
}

function fontOf(kind: 'region' | 'person' | 'fold' | 'quiet'): string {
  if (kind === 'region') return `600 12px ${FONT}`;
  if (kind === 'person') return `550 12.5px ${FONT}`;
  return `500 11.5px ${FONT}`;
}
