-- Times are epoch milliseconds. Every key that grows with a library is led by its space.

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  operator INTEGER NOT NULL DEFAULT 0,
  own_space TEXT NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,              -- credential id, base64url
  person TEXT NOT NULL,
  public_key BLOB NOT NULL,         -- COSE
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,         -- JSON array
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX passkeys_of_person ON passkeys (person);

CREATE TABLE devices (
  token_hash TEXT PRIMARY KEY,      -- SHA-256 of the token, hex
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,               -- page | extension
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID;
CREATE INDEX devices_of_person ON devices (person);

-- A WebAuthn ceremony between its two requests.
CREATE TABLE ceremonies (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,            -- register | sign-in | add-passkey
  challenge TEXT NOT NULL,
  detail TEXT NOT NULL,             -- JSON
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Set-up links, connect codes and recovery codes; invites have a table of their own.
CREATE TABLE codes (
  hash TEXT PRIMARY KEY,            -- SHA-256, hex
  purpose TEXT NOT NULL,            -- setup | connect | recovery
  handle TEXT,                      -- connect: the half that is looked up, so that tries can be counted
  person TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) WITHOUT ROWID;
CREATE INDEX codes_by_handle ON codes (purpose, handle);
CREATE INDEX codes_of_person ON codes (person, purpose);

-- Failed tries of anything guessable, by purpose and caller; swept by age.
CREATE TABLE attempts (
  caller TEXT NOT NULL,             -- purpose and SHA-256 of the address
  at INTEGER NOT NULL
);
CREATE INDEX attempts_by_caller ON attempts (caller, at);

CREATE TABLE spaces (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,               -- group | own
  name TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  closed_at INTEGER                 -- closed: everyone has left, everything in it is gone
) WITHOUT ROWID;

CREATE TABLE members (
  space TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,               -- host | member
  joined_at INTEGER NOT NULL,
  left_at INTEGER,
  PRIMARY KEY (space, person)
) WITHOUT ROWID;
CREATE INDEX members_by_person ON members (person, space);

CREATE TABLE invites (
  code_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  space TEXT NOT NULL,
  made_by TEXT NOT NULL,
  uses_left INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID;
CREATE INDEX invites_of_space ON invites (space);

CREATE TABLE records (
  id TEXT PRIMARY KEY,
  space TEXT NOT NULL,
  kind TEXT NOT NULL,
  author TEXT NOT NULL,
  parent TEXT,
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,              -- draft | live | gone
  body TEXT,                        -- JSON; NULL when gone
  files TEXT NOT NULL,              -- JSON: the manifest
  digest TEXT NOT NULL,             -- SHA-256 of what the last PUT said: a repeat is known by it
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  live_at INTEGER                   -- NULL: never was live, so only its author hears of it, even of its end
);                                  -- with a rowid: bodies are too large to lie in an index
CREATE UNIQUE INDEX records_by_seq ON records (space, seq);
CREATE INDEX records_by_parent ON records (space, parent) WHERE parent IS NOT NULL;
CREATE INDEX drafts_by_age ON records (updated_at) WHERE state = 'draft';

-- A row comes before its object in R2 and goes after it, so that nothing lies there unnamed.
CREATE TABLE files (
  space TEXT NOT NULL,
  record TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL,              -- pending | present | loose (no live manifest names it yet) | doomed
  put_at INTEGER NOT NULL,          -- when a PUT of it last began
  PRIMARY KEY (space, record, name)
) WITHOUT ROWID;
CREATE INDEX files_to_sweep ON files (state, put_at) WHERE state <> 'present';
