import type { Migration } from './migration.ts';

/**
 * The first map. `place` keeps the order in which content arrived (occurrences of one name are told apart by it). Days are
 * whole days since 1970-01-01; lists that are only read as a whole are JSON.
 */
export const firstMap: Migration = {
  version: 1,
  name: 'the first map',
  schemaHash: '8664876f26d2a8f9f44ff4ab408a0bef1bd64aac735f472c512dff6453dd2b0f',
  sql: `
CREATE TABLE map (uuid TEXT NOT NULL PRIMARY KEY, next_person_id INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What exports said. ------------------------------------------------------------------------------------------------
CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  role TEXT NOT NULL CHECK (role IN ('me', 'circle')),
  owner_slug TEXT,
  owner_url TEXT,
  owner_name TEXT,
  owner_found_by TEXT NOT NULL,
  export_date INTEGER,
  imported_at TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  checksum TEXT NOT NULL,
  CHECK ((owner_slug IS NULL) = (owner_url IS NULL))
) STRICT;

CREATE TABLE batch_file (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  skipped_count INTEGER NOT NULL,
  notices TEXT NOT NULL CHECK (json_valid(notices)),
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE skipped_row (
  batch_id INTEGER NOT NULL,
  file_place INTEGER NOT NULL,
  place INTEGER NOT NULL,
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (batch_id, file_place, place),
  FOREIGN KEY (batch_id, file_place) REFERENCES batch_file (batch_id, place) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  slug TEXT,
  url TEXT,
  name TEXT NOT NULL,
  original_name TEXT NOT NULL,
  credentials TEXT,
  email TEXT,
  company TEXT,
  position TEXT,
  connected_on INTEGER,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE address_card (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  slug TEXT,
  url TEXT,
  name TEXT NOT NULL,
  original_name TEXT NOT NULL,
  credentials TEXT,
  emails TEXT NOT NULL CHECK (json_valid(emails)),
  company TEXT,
  position TEXT,
  created_on INTEGER,
  closeness INTEGER,
  note TEXT,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE thread (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  conversation_id TEXT NOT NULL,
  gone_members INTEGER NOT NULL,
  members TEXT NOT NULL CHECK (json_valid(members)),
  -- Days with messages, Int32 little endian, five numbers each (thread-days.ts).
  days BLOB NOT NULL CHECK (length(days) % 20 = 0),
  PRIMARY KEY (batch_id, place),
  UNIQUE (batch_id, conversation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  inviter_slug TEXT,
  inviter_name TEXT,
  invitee_slug TEXT,
  invitee_name TEXT,
  direction TEXT NOT NULL,
  sent_on INTEGER,
  has_note INTEGER NOT NULL CHECK (has_note IN (0, 1)),
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE recommendation (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  direction TEXT NOT NULL,
  name TEXT NOT NULL,
  company TEXT,
  position TEXT,
  written_on INTEGER,
  status TEXT,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE endorsement (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  direction TEXT NOT NULL,
  other_slug TEXT,
  other_name TEXT,
  skill TEXT NOT NULL,
  endorsed_on INTEGER,
  status TEXT,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE past (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  organization TEXT NOT NULL,
  role TEXT,
  started_on INTEGER,
  started_precision TEXT,
  ended_on INTEGER,
  ended_precision TEXT,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place = 0),
  name TEXT NOT NULL,
  headline TEXT,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE interest (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  company TEXT NOT NULL,
  title TEXT,
  on_day INTEGER,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_note (
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  about_slug TEXT,
  about_name TEXT,
  note TEXT NOT NULL,
  written_on INTEGER,
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;

-- What the user said. batch_id has no foreign key: a withdrawn statement outlives the import it came with. -----------
CREATE TABLE statement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  subject TEXT,
  object TEXT,
  value TEXT NOT NULL CHECK (json_valid(value)),
  on_day INTEGER NOT NULL,
  batch_id INTEGER,
  withdrawn_at TEXT,
  checksum TEXT NOT NULL
) STRICT;
CREATE INDEX statement_of_subject ON statement (subject) WHERE subject IS NOT NULL;
CREATE INDEX statement_of_batch ON statement (batch_id) WHERE batch_id IS NOT NULL;

-- What follows from both. People are named by number here. person_key holds their weaker keys, and the keys of those who
-- are gone, whose numbers nobody else gets. -------------------------------------------------------------------------
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  original_name TEXT NOT NULL,
  credentials TEXT,
  slug TEXT,
  url TEXT,
  emails TEXT CHECK (json_valid(emails)),
  company TEXT,
  position TEXT,
  connected_on INTEGER,
  flags INTEGER NOT NULL,
  jobs TEXT CHECK (json_valid(jobs)),
  said TEXT
) STRICT;

CREATE TABLE person_key (
  key TEXT NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL,
  is_former INTEGER NOT NULL CHECK (is_former IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX key_of_person ON person_key (person_id);

CREATE TABLE owner (
  person_id INTEGER NOT NULL PRIMARY KEY REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  place INTEGER NOT NULL UNIQUE,
  is_me INTEGER NOT NULL CHECK (is_me IN (0, 1)),
  has_messages INTEGER NOT NULL CHECK (has_messages IN (0, 1)),
  has_recommendations INTEGER NOT NULL CHECK (has_recommendations IN (0, 1)),
  has_endorsements INTEGER NOT NULL CHECK (has_endorsements IN (0, 1)),
  has_past INTEGER NOT NULL CHECK (has_past IN (0, 1)),
  export_date INTEGER
) STRICT;

CREATE TABLE owner_past (
  owner_id INTEGER NOT NULL REFERENCES owner (person_id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  organization TEXT NOT NULL,
  role TEXT,
  started_on INTEGER,
  started_precision TEXT,
  ended_on INTEGER,
  ended_precision TEXT,
  PRIMARY KEY (owner_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie_evidence (
  owner_id INTEGER NOT NULL REFERENCES owner (person_id) ON DELETE CASCADE,
  alter_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  is_connection INTEGER NOT NULL CHECK (is_connection IN (0, 1)),
  accepted_on INTEGER,
  -- Contact days, Int32 little endian, five numbers each; NULL for none.
  contact BLOB CHECK (length(contact) % 20 = 0),
  -- Recommendations and endorsements as one JSON list; NULL for none.
  praise TEXT CHECK (json_valid(praise)),
  invitation_note INTEGER CHECK (invitation_note IN (0, 1)),
  invited_on INTEGER,
  PRIMARY KEY (owner_id, alter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_of_alter ON tie_evidence (alter_id);

CREATE TABLE group_thread (
  place INTEGER NOT NULL PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  size INTEGER NOT NULL,
  first_day INTEGER NOT NULL
) STRICT;

CREATE TABLE group_member (
  thread_place INTEGER NOT NULL REFERENCES group_thread (place) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  wrote_on INTEGER,
  PRIMARY KEY (thread_place, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_of_person ON group_member (person_id);

CREATE TABLE same_proposal (
  place INTEGER NOT NULL PRIMARY KEY,
  a INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  b INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_a ON same_proposal (a);
CREATE INDEX proposal_b ON same_proposal (b);

CREATE TABLE unjoined (
  place INTEGER NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  candidates TEXT NOT NULL CHECK (json_valid(candidates))
) STRICT;

CREATE TABLE own_interest (
  place INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  company TEXT NOT NULL,
  title TEXT,
  on_day INTEGER
) STRICT;

CREATE TABLE said_in_file (
  place INTEGER NOT NULL PRIMARY KEY,
  person_key TEXT NOT NULL,
  on_day INTEGER,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX said_in_file_about ON said_in_file (person_key);

-- SHA-256 of each part of the derived layer: an unchanged part is not rewritten, a damaged one is noticed.
CREATE TABLE derived_digest (part TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE person_search USING fts5 (
  name, original_name, company, position, emails, slug, jobs, said,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1);
`,
};
