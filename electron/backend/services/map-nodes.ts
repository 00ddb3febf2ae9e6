/** What the map draws: people, folded people, and me. */
import type { MapNode } from '../../../shared/contract/map.ts';
import type { Judged } from '../../../shared/graph/build-graph.ts';
import { degree } from '../../../shared/insight/brokerage-graph.ts';
import type { PersonIndex } from '../../../shared/model/network.ts';
import { groupDigits } from '../../../shared/model/words.ts';
import type { Brokerage } from '../engine/brokerage.ts';
import { personRef } from './person-ref.ts';
import { strengthOf } from './strength-view.ts';

/** Diameter at scale 1. */
export function sizeOf(importance: number): number {
  return Math.round((7 + 43 * importance) * 10) / 10;
}

/** What a picture says of a person wherever they stand. */
export function personNode(
  judged: Judged,
  brokerage: Brokerage,
  person: PersonIndex,
  isOwner: boolean,
): Omit<MapNode, 'region' | 'x' | 'y' | 'size' | 'importance' | 'bridges' | 'isApart'> {
  const ref = personRef(judged.network, person);
  const strength = strengthOf(judged, person);
  const node = brokerage.graph.nodeOf[person] ?? -1;
  return {
    id: String(ref.id),
    kind: 'person',
    person: ref,
    label: ref.name,
    s: strength?.s ?? null,
    band: strength?.band ?? null,
    isContact: strength !== null,
    isOwner,
    count: 0,
    ties: node < 0 ? 0 : degree(brokerage.graph, node),
  };
}

/** The people of a region who are not drawn, as one mark. */
export function foldNode(
  region: number,
  label: string,
  count: number,
  isWhole: boolean,
  place: { x: number; y: number },
): MapNode {
  return {
    id: `f${region}`,
    kind: 'fold',
    person: null,
    label: isWhole ? label : `${groupDigits(count)} more in ${label}`,
    region,
    ...place,
    size: 22,
    importance: 0,
    s: null,
    band: null,
    isContact: false,
    isOwner: false,
    count,
    ties: 0,
    bridges: [],
    isApart: false,
  };
}

/** Me, where the picture starts from me. */
export function meNode(judged: Judged): MapNode {
  const ref = personRef(judged.network, judged.network.ego);
  return {
    id: String(ref.id),
    kind: 'me',
    person: ref,
    label: 'You',
    region: null,
    x: 0,
    y: 0,
    size: 34,
    importance: 1,
    s: null,
    band: null,
    isContact: false,
    isOwner: true,
    count: 0,
    ties: 0,
    bridges: [],
    isApart: false,
  };
}
