-- Index, format 1: the tables of the case (viewer/case/schema.sql without its views) and what follows from them.
-- application_id 0x45564958 ('EVIX'), user_version 1. Made by us from a checked case, thrown away and made again
-- whenever the format changes; nobody but this program reads it.
--
-- Everything below is derived; the rules are those of `standing.py`. Nothing in here prefers one claim to another.

-- Keys: case_uid case_digest database_digest, counts (count_…), extent_start and extent_end (seconds).
CREATE TABLE info(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Each date of the case once, parsed. earliest, latest: seconds of the local wall clock since 1970, half open.
-- doubt: the whole `When` (doubt.py). to_the_day: every end that is stated is given to the day or finer.
-- utc_offset: minutes east of Greenwich, if stated.
CREATE TABLE parsed_date(
  edtf TEXT PRIMARY KEY,
  earliest INTEGER,
  latest INTEGER,
  precision TEXT NOT NULL,
  approximate INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  sure_start INTEGER NOT NULL,
  sure_end INTEGER NOT NULL,
  to_the_day INTEGER NOT NULL,
  utc_offset INTEGER,
  doubt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- number: 0, 1, 2 … in the order of the terms of scheme 'kind', then kinds without a term.
CREATE TABLE kind(
  number INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  definition TEXT,
  events INTEGER NOT NULL,
  on_axis INTEGER NOT NULL
) STRICT;

-- Events on the time axis; id in order of start. lc: class of duration, at most 60 s * 4^lc; -1 = an end is open.
CREATE TABLE moment(
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event(id),
  "start" INTEGER,
  "end" INTEGER,
  lc INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  precision TEXT NOT NULL,
  approximate INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  sure_start INTEGER NOT NULL,
  sure_end INTEGER NOT NULL,
  to_the_day INTEGER NOT NULL,
  utc_offset INTEGER
) STRICT;

-- The classes in use and the longest duration in each, so that a question reads one range a class.
CREATE TABLE duration(
  lc INTEGER PRIMARY KEY,
  longest INTEGER,
  events INTEGER NOT NULL
) STRICT;

-- Claims of one event that speak to the same measure and category; measure_id NULL = the event's date.
CREATE TABLE point(
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event(id),
  measure_id INTEGER REFERENCES measure(id),
  category TEXT,
  claims INTEGER NOT NULL,
  disputed INTEGER NOT NULL
) STRICT;

-- Numbers, low to high inclusive, that two or more independent claimants each state.
CREATE TABLE band(
  point_id INTEGER NOT NULL REFERENCES point(id),
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  PRIMARY KEY(point_id, low)
) STRICT, WITHOUT ROWID;

-- low, high, figures, open_high: of all figures on the first measure that has any, whatever their category.
-- loose: '' = on the axis, 'undated', 'order', 'total'. origins: one digit a claimant, 1 = another agrees with it.
CREATE TABLE standing(
  event_id INTEGER PRIMARY KEY REFERENCES event(id),
  kind INTEGER NOT NULL,
  loose TEXT NOT NULL,
  origins TEXT NOT NULL,
  disputed INTEGER NOT NULL,
  headline_id INTEGER REFERENCES measure(id),
  low INTEGER,
  high INTEGER,
  figures INTEGER NOT NULL,
  open_high INTEGER NOT NULL
) STRICT;

-- origins: claimants that state something that agrees, this one included.
CREATE TABLE claim_standing(
  claim_id INTEGER PRIMARY KEY REFERENCES claim(id),
  point_id INTEGER NOT NULL REFERENCES point(id),
  origins INTEGER NOT NULL
) STRICT;

-- Each pair of claims that cannot both be true, once in either direction.
CREATE TABLE dispute(
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  other_id INTEGER NOT NULL REFERENCES claim(id),
  PRIMARY KEY(claim_id, other_id)
) STRICT, WITHOUT ROWID;

-- Text documents, ready to be shown (block.py). seq from 0.
CREATE TABLE document_block(
  document_id INTEGER NOT NULL REFERENCES document(id),
  seq INTEGER NOT NULL,
  packed TEXT NOT NULL,
  PRIMARY KEY(document_id, seq)
) STRICT, WITHOUT ROWID;

-- What can be found; rowid of finding_words = id. lang: of the translated title, NULL = the entity's own words.
-- The words are those of `words.norm()`, kept nowhere else: never 'rebuild' this table.
CREATE TABLE finding(
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  lang TEXT
) STRICT;

CREATE VIRTUAL TABLE finding_words USING fts5(
  title, detail, content = '', prefix = '1 2',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'"
);

CREATE INDEX moment_span ON moment(lc, "start", "end", kind);
CREATE UNIQUE INDEX moment_event ON moment(event_id);
CREATE INDEX point_event ON point(event_id);
CREATE INDEX claim_standing_point ON claim_standing(point_id);
CREATE INDEX finding_entity ON finding(entity, entity_id);
-- Questions that the case's own indexes do not serve.
CREATE INDEX claim_relation_from ON claim_relation(from_id);
CREATE INDEX claim_relation_to ON claim_relation(to_id);
CREATE INDEX event_passage_passage ON event_passage(passage_id);
CREATE INDEX quote_source ON quote(source_id);
CREATE INDEX quote_passage ON quote(passage_id);
CREATE INDEX reckoning_event_event ON reckoning_event(event_id);
