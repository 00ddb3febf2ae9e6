/** Where people stood on the map. */
import type Database from 'better-sqlite3';
import { type KeptDisc, type KeptPlaces, type KeptSeat, noPlaces } from '../../../shared/insight/map-places.ts';

export function selectPlaces(db: Database.Database): KeptPlaces {
  const discs = new Map<number, KeptDisc>();
  let room = 0;
  for (const { disc, middle, ...place } of db
    .prepare<[], KeptDisc & { disc: number; middle: number }>('SELECT disc, x, y, radius, middle FROM map_disc')
    .all()) {
    discs.set(disc, place);
    room = middle;
  }
  if (discs.size === 0) return noPlaces(0);
  const people = new Map<number, KeptSeat>();
  for (const { id, ...place } of db
    .prepare<[], KeptSeat & { id: number }>('SELECT person_id AS id, disc, seat FROM map_seat')
    .all()) {
    people.set(id, place);
  }
  return { middle: room, discs, people };
}

/** Replaces all. Leaves out whoever is no longer here: they may have been forgotten since. Call it inside a transaction. */
export function writePlaces(db: Database.Database, { middle, discs, people }: KeptPlaces): void {
  db.prepare('DELETE FROM map_seat').run();
  db.prepare('DELETE FROM map_disc').run();
  const addDisc = db.prepare<[number, number, number, number, number]>(
    'INSERT INTO map_disc (disc, x, y, radius, middle) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [disc, { x, y, radius }] of discs) addDisc.run(disc, x, y, radius, middle);
  const addSeat = db.prepare<[number, number | null, number]>(
    'INSERT INTO map_seat (person_id, disc, seat) SELECT id, ?, ? FROM person WHERE id = ?',
  );
  for (const [id, { disc, seat }] of people) if (discs.has(disc)) addSeat.run(disc, seat, id);
}

/** Takes away the places of people who are no longer here. Call it inside a transaction. */
export function removePlacesOfGone(db: Database.Database): void {
  db.prepare('DELETE FROM map_seat WHERE person_id NOT IN (SELECT id FROM person)').run();
}
