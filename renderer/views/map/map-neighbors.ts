/** Who stands around whom in the picture, and where an arrow key leads. */
import type { MapNode, MapPicture } from '../../../shared/contract/map.ts';

export function neighborsOf({ edges }: Pick<MapPicture, 'edges'>, id: string): string[] {
  const found = new Set<string>();
  for (const { a, b } of edges) {
    if (a === id) found.add(b);
    if (b === id) found.add(a);
  }
  return [...found];
}

/** Somebody and everybody drawn within so many ties. */
export function aroundNode(picture: Pick<MapPicture, 'edges'>, id: string, depth: number): ReadonlySet<string> {
  const found = new Set([id]);
  let edge = [id];
  for (let step = 0; step < depth; step++) {
    edge = edge.flatMap((one) => neighborsOf(picture, one)).filter((one) => !found.has(one) && found.add(one));
  }
  return found;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const UNIT: Record<Direction, { x: number; y: number }> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The neighbour that lies most in that direction; without one, the nearest of all that way; null at the edge. */
export function stepFrom(
  picture: Pick<MapPicture, 'nodes' | 'edges'>,
  id: string,
  direction: Direction,
): string | null {
  const from = picture.nodes.find((node) => node.id === id);
  if (from === undefined) return picture.nodes[0]?.id ?? null;
  const near = new Set(neighborsOf(picture, id));
  return (
    nearest(
      from,
      picture.nodes.filter((node) => near.has(node.id)),
      direction,
    ) ?? nearest(from, picture.nodes, direction)
  );
}

function nearest(from: MapNode, nodes: readonly MapNode[], direction: Direction): string | null {
  const unit = UNIT[direction];
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const dx = node.x - from.x;
    const dy = node.y - from.y;
    const along = dx * unit.x + dy * unit.y;
    const aside = Math.abs(dx * unit.y) + Math.abs(dy * unit.x);
    if (node.id === from.id || along <= 0 || aside > along * 1.2) continue;
    const cost = along + 2 * aside;
    if (cost < bestCost) {
      best = node.id;
      bestCost = cost;
    }
  }
  return best;
}
