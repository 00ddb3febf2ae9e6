import type { Migration } from './migration.ts';

/**
 * Where discs and people stood on the map, so that they stand there again. A seat is NULL for somebody who belongs to a disc and was
 * not drawn. Places follow nobody: a person without a row here is placed anew, and rows of people who are gone harm nobody, so there
 * is no foreign key to `person`, whose rows are written anew when they change.
 *
 * `network_revision` rises with every derivation: whoever has read the network knows by it that other writing changed nothing there.
 */
export const mapPlaces: Migration = {
  version: 3,
  name: 'places on the map',
  schemaHash: '79f444b2cb67d3ce86ff0dee6acaa2c09f1c4e429da2479b78454278d9c8a193',
  sql: `
CREATE TABLE map_disc (
  disc INTEGER NOT NULL PRIMARY KEY,
  x REAL NOT NULL,
  y REAL NOT NULL,
  radius REAL NOT NULL,
  -- Room left for me in the picture that the disc belongs to.
  middle REAL NOT NULL
) STRICT;

CREATE TABLE map_seat (
  person_id INTEGER NOT NULL PRIMARY KEY,
  disc INTEGER NOT NULL REFERENCES map_disc (disc) ON DELETE CASCADE,
  seat INTEGER CHECK (seat >= 0)
) STRICT;

CREATE TABLE network_revision (
  place INTEGER NOT NULL PRIMARY KEY CHECK (place = 0),
  revision INTEGER NOT NULL
) STRICT;
INSERT INTO network_revision (place, revision) VALUES (0, 0);
`,
};
