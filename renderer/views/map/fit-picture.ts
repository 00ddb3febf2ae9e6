/** Where to look from so that all of a picture is in sight. */
import type { MapPicture } from '../../../shared/contract/map.ts';

interface Size {
  width: number;
  height: number;
}

const PADDING = 22;
/** A few people do not fill the window. */
const CLOSEST = 1.6;

/** @returns null without anything to see, or without room */
export function fitOf(
  { nodes, regions }: Pick<MapPicture, 'nodes' | 'regions'>,
  { width, height }: Size,
): { zoom: number; pan: { x: number; y: number } } | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  const add = (x: number, y: number, reach: number): void => {
    left = Math.min(left, x - reach);
    right = Math.max(right, x + reach);
    top = Math.min(top, y - reach);
    bottom = Math.max(bottom, y + reach);
  };
  for (const { x, y, size } of nodes) add(x, y, size / 2 + 14);
  // The label of a disc stands above it.
  for (const { x, y, radius } of regions) add(x, y, radius + 14);
  if (left > right || width === 0) return null;
  const zoom = Math.min(
    CLOSEST,
    (width - 2 * PADDING) / Math.max(1, right - left),
    (height - 2 * PADDING) / Math.max(1, bottom - top),
  );
  return { zoom, pan: { x: width / 2 - ((left + right) / 2) * zoom, y: height / 2 - ((top + bottom) / 2) * zoom } };
}

/** Scale at which all is in sight; kept for a picture and a size, since it is asked for at every step of a move. */
export function zoomOfAll(picture: MapPicture, size: Size): number {
  const known = ZOOMS.get(picture);
  if (known !== undefined && known.width === size.width && known.height === size.height) return known.zoom;
  const zoom = fitOf(picture, size)?.zoom ?? 1;
  ZOOMS.set(picture, { width: size.width, height: size.height, zoom });
  return zoom;
}

const ZOOMS = new WeakMap<MapPicture, Size & { zoom: number }>();
