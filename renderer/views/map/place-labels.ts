/** Which names a picture has room for: the important first, and none over another. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LabelWish extends Box {
  id: string;
  text: string;
  /** May cover obstacles, though no other label. */
  isFirm?: boolean;
}

/** @param obstacles what no label may cover @returns the wishes that are met, in their order */
export function placeLabels(wishes: readonly LabelWish[], obstacles: readonly Box[], most: number): LabelWish[] {
  const taken: Box[] = [];
  const placed: LabelWish[] = [];
  for (const wish of wishes) {
    if (placed.length >= most) break;
    if (taken.some((box) => overlap(box, wish))) continue;
    if (wish.isFirm !== true && obstacles.some((box) => overlap(box, wish))) continue;
    taken.push(wish);
    placed.push(wish);
  }
  return placed;
}

/** From the edge of the picture to a name. */
const EDGE = 2;

/** Moves a name sideways so that all of it is in sight, where what it names is in sight. */
export function keepInSight(box: Box, anchorX: number, width: number): void {
  if (anchorX < 0 || anchorX > width) return;
  box.x = Math.max(EDGE, Math.min(box.x, width - box.width - EDGE));
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
