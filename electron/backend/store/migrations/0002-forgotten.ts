import type { Migration } from './migration.ts';

/**
 * Whom a later import must not bring back: HMAC-SHA-256 of what they are recognized by, under a random key. The person cannot be
 * read from it, and whoever does not know them cannot look them up. `forgetting` says where older bytes may still lie: nowhere, in
 * this file, or in the copies beside it too; it has one row at most.
 */
export const forgotten: Migration = {
  version: 2,
  name: 'forgotten people',
  schemaHash: '1be47e1de7b822a5a71342076ff5787e3078f55c48e64d8f2efc293f7cde815e',
  sql: `
CREATE TABLE forgotten (
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  mark BLOB NOT NULL CHECK (length(mark) = 32),
  PRIMARY KEY (salt, mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE forgetting (
  place INTEGER NOT NULL PRIMARY KEY CHECK (place = 0),
  to_clean TEXT NOT NULL CHECK (to_clean IN ('nothing', 'file', 'folder')),
  checksum TEXT NOT NULL
) STRICT;
`,
};
