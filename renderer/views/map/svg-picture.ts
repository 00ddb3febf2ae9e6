/** The map as an SVG of our own making: from positions, every text escaped, nothing that could run or load anything. */
import type { MapPicture } from '../../../shared/contract/map.ts';
import { groupDigits } from '../../../shared/model/words.ts';
import { escapeXml } from '../../../shared/model/xml-text.ts';
import { cutLabel } from '../../components/graphemes.ts';
import { bandBetween, bandWidth } from './draw-ground.ts';
import { type MapColors, regionColor, strengthColor } from './map-colors.ts';
import { type LabelWish, placeLabels } from './place-labels.ts';

const DASHES = {
  observed: '',
  asserted: ' stroke-dasharray="1 4" stroke-linecap="round"',
  inferred: ' stroke-dasharray="7 5"',
};
const MARGIN = 60;

/** @param shown ids of the nodes to draw; null: all */
export function svgPicture(
  picture: MapPicture,
  colors: MapColors,
  { hasNames, shown }: { hasNames: boolean; shown: ReadonlySet<string> | null },
): { svg: string; width: number; height: number } {
  const nodes = picture.nodes.filter(({ id }) => shown === null || shown.has(id));
  const regions = shown === null ? picture.regions : [];
  const at = new Map(nodes.map((node) => [node.id, node]));
  const colorOf = new Map(picture.regions.map(({ region, color }) => [region, regionColor(colors, color)]));
  const boxes = [
    ...nodes.map(({ x, y, size }) => ({ x, y, reach: size / 2 + 20 })),
    ...regions.map(({ x, y, radius }) => ({ x, y, reach: radius + 20 })),
  ];
  const left = Math.min(0, ...boxes.map(({ x, reach }) => x - reach)) - MARGIN;
  const top = Math.min(0, ...boxes.map(({ y, reach }) => y - reach)) - MARGIN;
  const width = Math.ceil(Math.max(0, ...boxes.map(({ x, reach }) => x + reach)) + MARGIN - left);
  const height = Math.ceil(Math.max(0, ...boxes.map(({ y, reach }) => y + reach)) + MARGIN - top);
  const lines: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="Inter, system-ui, sans-serif">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colors.ground}"/>`,
  ];
  for (const { a, b, ties, basis } of shown === null ? picture.links : []) {
    const [one, other] = [picture.regions[a], picture.regions[b]];
    const band = one === undefined || other === undefined ? null : bandBetween(one, other);
    if (band === null) continue;
    lines.push(
      `<line x1="${tenth(band.x1)}" y1="${tenth(band.y1)}" x2="${tenth(band.x2)}" y2="${tenth(band.y2)}" stroke="${colors.inkFaint}" stroke-opacity="0.22" stroke-width="${bandWidth(ties).toFixed(1)}"${basis === 'observed' ? '' : DASHES.asserted}/>`,
    );
  }
  for (const { x, y, radius, color } of regions) {
    const fill = regionColor(colors, color);
    lines.push(
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" fill-opacity="${color === null ? 0.07 : 0.12}" stroke="${fill}" stroke-opacity="0.35"/>`,
    );
  }
  for (const { a, b, basis, s, isBetween } of picture.edges) {
    const [one, other] = [at.get(a), at.get(b)];
    if (one === undefined || other === undefined) continue;
    const isRoute = picture.mode === 'route';
    const stroke = isRoute
      ? strengthColor(colors, s)
      : isBetween
        ? colors.inkSoft
        : (colorOf.get(one.region ?? -1) ?? colors.plain);
    lines.push(
      `<line x1="${one.x}" y1="${one.y}" x2="${other.x}" y2="${other.y}" stroke="${stroke}" stroke-opacity="${isRoute ? 0.95 : isBetween ? 0.45 : 0.22}" stroke-width="${isRoute ? 2.5 : 1}"${DASHES[basis]}/>`,
    );
  }
  for (const { x, y, size, kind, region, isContact } of nodes) {
    const color = kind === 'me' ? colors.accent : (colorOf.get(region ?? -1) ?? colors.plain);
    const isFilled = kind === 'me' || (kind === 'person' && isContact);
    lines.push(
      `<circle cx="${x}" cy="${y}" r="${(size / 2).toFixed(1)}" fill="${isFilled ? color : colors.ground}" stroke="${isFilled ? colors.ground : color}" stroke-width="1.5"/>`,
    );
  }
  const wishes: (LabelWish & { middle: number; size: number; fill: string; weight: number })[] = [];
  const text = (x: number, y: number, words: string, size: number, fill: string, weight: number, isFirm = false) => {
    const { label } = cutLabel(words);
    // Nobody can measure here: letters of this face are a little over half as wide as high.
    const wide = label.length * size * 0.6 + 6;
    wishes.push({
      id: '',
      text: label,
      isFirm,
      x: x - wide / 2,
      y: y - size,
      width: wide,
      height: size + 3,
      middle: x,
      size,
      fill,
      weight,
    });
  };
  for (const { x, y, size, kind, count } of nodes) {
    if (kind === 'fold') text(x, y + 4, `+${groupDigits(count)}`, 11, colors.inkSoft, 500, true);
    else if (kind === 'me') text(x, y + size / 2 + 14, 'You', 13, colors.ink, 600, true);
  }
  const named = nodes.filter(
    ({ kind, importance }) => hasNames && kind === 'person' && (importance > 0.25 || picture.mode === 'route'),
  );
  for (const { x, y, size, label, importance } of named) {
    if (importance > 0.9) text(x, y + size / 2 + 14, label, 13, colors.ink, 550, true);
  }
  for (const { x, y, radius, label, people, kind } of regions) {
    const words = hasNames || kind === 'rest' ? label : `${people} people`;
    if (radius > 40) text(x, y - radius - 8, words, 14, colors.inkSoft, 600);
  }
  for (const { x, y, size, label } of named) text(x, y + size / 2 + 14, label, 13, colors.ink, 550);
  const obstacles = nodes
    .filter(({ size }) => size > 16)
    .map(({ x, y, size }) => ({ x: x - size / 2 + 2, y: y - size / 2 + 2, width: size - 4, height: size - 4 }));
  for (const wish of placeLabels(wishes, obstacles, wishes.length) as typeof wishes) {
    lines.push(
      `<text x="${wish.middle}" y="${(wish.y + wish.size).toFixed(1)}" text-anchor="middle" font-size="${wish.size}" font-weight="${wish.weight}" fill="${wish.fill}" stroke="${colors.ground}" stroke-width="3" paint-order="stroke">${escapeXml(wish.text)}</text>`,
    );
  }
  lines.push('</svg>');
  return { svg: lines.join('\n'), width, height };
}

function tenth(value: number): string {
  return value.toFixed(1);
}
