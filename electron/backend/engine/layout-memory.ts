/** Where people stood in the pictures before, so that only new ones move. Held for as long as the program runs. */
import { emptyPlaces, type KeptPlaces } from '../../../shared/insight/map-layout.ts';
import type { Network } from '../../../shared/model/network.ts';
import type { Session } from './session.ts';

/** Another owner is another map. */
const KEPT = new WeakMap<Session, Map<string, KeptPlaces>>();
const MOST = 4;

/** @param question what makes another picture altogether, such as another seed */
export function keptPlaces(session: Session, network: Network, question: string): KeptPlaces {
  let ofSession = KEPT.get(session);
  if (ofSession === undefined) {
    ofSession = new Map();
    KEPT.set(session, ofSession);
  }
  const key = `${network.people[network.ego]?.key} ${question}`;
  const known = ofSession.get(key);
  if (known !== undefined) return known;
  if (ofSession.size >= MOST) ofSession.clear();
  const places = emptyPlaces();
  ofSession.set(key, places);
  return places;
}
