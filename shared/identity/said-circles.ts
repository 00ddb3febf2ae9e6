/**
 * The circles that statements make, one statement after the other: named, added to, left, renamed, joined and removed. Taking
 * any of them back is leaving it out.
 */
import type { StatementBody } from '../model/statement.ts';
import type { Day } from '../model/units.ts';

export interface SaidCircle<P> {
  /** As written last. */
  name: string;
  members: Set<P>;
  size: number | null;
  from: Day | null;
  to: Day | null;
}

/** Equal keys are one circle, however it was written. */
export function circleKey(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

/**
 * @param bodies by day, then by number
 * @param personOf who goes by a key today; undefined for somebody who is in no import any more
 * @returns circles by key. A name that is left of a circle stays, without members: whether it stands must not depend on who is known today
 */
export function foldCircles<P>(
  bodies: Iterable<StatementBody>,
  personOf: (key: string) => P | undefined,
): Map<string, SaidCircle<P>> {
  const circles = new Map<string, SaidCircle<P>>();
  for (const body of bodies) {
    if (body.kind === 'circle') {
      const key = circleKey(body.name);
      const before = circles.get(key);
      const members = before?.members ?? new Set<P>();
      for (const member of body.members) {
        const person = personOf(member);
        if (person !== undefined) members.add(person);
      }
      circles.set(key, {
        name: body.name,
        members,
        size: body.size ?? before?.size ?? null,
        from: body.from ?? before?.from ?? null,
        to: body.to ?? before?.to ?? null,
      });
    } else if (body.kind === 'circle-leave') {
      const circle = circles.get(circleKey(body.name));
      for (const member of body.members) {
        const person = personOf(member);
        if (person !== undefined) circle?.members.delete(person);
      }
    } else if (body.kind === 'circle-remove') {
      circles.delete(circleKey(body.name));
    } else if (body.kind === 'circle-rename') {
      const key = circleKey(body.name);
      const circle = circles.get(key);
      if (circle === undefined) continue;
      circles.delete(key);
      const other = circles.get(circleKey(body.to));
      circles.set(circleKey(body.to), { ...(other === undefined ? circle : joined(circle, other)), name: body.to });
    }
  }
  return circles;
}

/** Of two circles that become one, what both say alike still holds; where they differ it is not known. */
function joined<P>(one: SaidCircle<P>, other: SaidCircle<P>): SaidCircle<P> {
  const isSamePeriod = one.from === other.from && one.to === other.to;
  return {
    name: other.name,
    members: new Set([...other.members, ...one.members]),
    size: one.size === other.size ? one.size : null,
    from: isSamePeriod ? one.from : null,
    to: isSamePeriod ? one.to : null,
  };
}
