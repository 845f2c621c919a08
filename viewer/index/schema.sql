-- Index, format 3: the tables of the case (viewer/case/schema.sql without its views) and what follows from them.
-- application_id 0x45564958 ('EVIX'), user_version 3. Made by us from a checked case, thrown away and made again
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
-- utc_offset: minutes east of Greenwich, if stated. span: seconds in which the beginning is stated, NULL = not known;
-- level: of the finest buckets that are no finer than the beginning is known (grid.py). lasts: stated to last from
-- its beginning to its end. wide_*: the bounds with one step more where they are "about" or doubted.
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
  span INTEGER,
  level INTEGER NOT NULL,
  lasts INTEGER NOT NULL,
  wide_earliest INTEGER,
  wide_latest INTEGER,
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

-- Every event once. id, called `ord` elsewhere: those on the time axis in order of start, then the loose ones.
-- lc: class of duration, at most 60 s * 4^lc; -1 = an end is open, -2 = loose, not on the axis.
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
  utc_offset INTEGER,
  span INTEGER,
  level INTEGER NOT NULL,
  lasts INTEGER NOT NULL,
  wide_start INTEGER,
  wide_end INTEGER
) STRICT;

-- The classes in use and the longest duration in each, so that a question reads one range a class.
CREATE TABLE duration(
  lc INTEGER PRIMARY KEY,
  longest INTEGER,
  events INTEGER NOT NULL
) STRICT;

-- Events by the bucket in which they begin, at each level that is no finer than their date (grid.py).
CREATE TABLE density(
  level INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY(level, bucket, kind)
) STRICT, WITHOUT ROWID;

-- What is dated coarser than that: at levels below this one such events are a flat block from start to end.
-- first, last: the ords between which they lie, others of the same start among them.
CREATE TABLE coarse(
  level INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  n INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY(level, "start", "end", kind)
) STRICT, WITHOUT ROWID;

-- The levels of coarse, with the longest span in each.
CREATE TABLE coarse_level(
  level INTEGER PRIMARY KEY,
  longest INTEGER NOT NULL
) STRICT;

-- From this bucket on, n events that are stated to last cover each bucket wholly, until the kind's next row.
CREATE TABLE running(
  level INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY(level, kind, bucket)
) STRICT, WITHOUT ROWID;

-- The three above for levels of which all of time has few buckets, packed (plates.py): begun, running and flat are
-- 64 numbers for each kind, of 4, 4 and 8 bytes, least significant first.
CREATE TABLE plate(
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  begun BLOB NOT NULL,
  running BLOB NOT NULL,
  flat BLOB NOT NULL,
  PRIMARY KEY(level, number)
) STRICT;

-- The first event that begins in a bucket, for all buckets in which some event begins.
CREATE TABLE step(
  level INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  PRIMARY KEY(level, bucket)
) STRICT, WITHOUT ROWID;

-- What can be filtered by. facet: the lists and flags of query.py, and for our own use 'level', 'lasts', 'word'.
-- place: order in which values are shown; within, level: hierarchy of places. events: how many have the value.
-- words: label and other names as search compares them, with a blank before each word.
CREATE TABLE facet_value(
  id INTEGER PRIMARY KEY,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  words TEXT NOT NULL,
  events INTEGER NOT NULL,
  place INTEGER NOT NULL,
  within TEXT,
  level INTEGER NOT NULL,
  UNIQUE(facet, value)
) STRICT;

-- The ords of the events that have a value: a serialised bitmap.
CREATE TABLE facet_bitmap(
  id INTEGER PRIMARY KEY REFERENCES facet_value(id),
  packed BLOB NOT NULL
) STRICT;

-- Ords in an order of the table (sorting.py), 4096 to a page, four bytes each, least significant first.
CREATE TABLE sorting(
  name TEXT NOT NULL,
  page INTEGER NOT NULL,
  packed BLOB NOT NULL,
  PRIMARY KEY(name, page)
) STRICT, WITHOUT ROWID;

-- Claims of one event that speak to the same measure and category; measure_id NULL = the event's date.
CREATE TABLE point(
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event(id),
  measure_id INTEGER REFERENCES measure(id),
  category TEXT,
  claims INTEGER NOT NULL,
  origins INTEGER NOT NULL,
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

-- origins: claimants that state something that agrees, this one included. origin: who says it (points.py).
CREATE TABLE claim_standing(
  claim_id INTEGER PRIMARY KEY REFERENCES claim(id),
  point_id INTEGER NOT NULL REFERENCES point(id),
  origins INTEGER NOT NULL,
  origin TEXT NOT NULL
) STRICT;

-- Pairs of claims that cannot both be true, once in either direction; of a point with very many claims, some for
-- each claim that has any.
CREATE TABLE dispute(
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  other_id INTEGER NOT NULL REFERENCES claim(id),
  PRIMARY KEY(claim_id, other_id)
) STRICT, WITHOUT ROWID;

-- Text documents, ready to be shown (block.py), and the words of web pages and PDFs, to be searched. seq from 0.
CREATE TABLE document_block(
  document_id INTEGER NOT NULL REFERENCES document(id),
  seq INTEGER NOT NULL,
  packed TEXT NOT NULL,
  PRIMARY KEY(document_id, seq)
) STRICT, WITHOUT ROWID;

-- What can be found besides events and text: ids of one entity follow each other, claims in order of their events.
CREATE TABLE finding(
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL
) STRICT;

-- Where the findings of an entity lie: from first to last, both inclusive.
CREATE TABLE finding_range(
  entity TEXT PRIMARY KEY,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A run of blocks of a document, or a part of one long block: skip and length count code points of its shown text,
-- length 0 = to the end of the last block. Chunks follow the date of their source.
CREATE TABLE chunk(
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document(id),
  seq INTEGER NOT NULL,
  blocks INTEGER NOT NULL,
  skip INTEGER NOT NULL,
  length INTEGER NOT NULL
) STRICT;

-- The words are those of `words.norm()`, kept nowhere else: never 'rebuild' these tables.
-- event_words: rowid = ord; title in every language, detail = summary, said = claims and quotations about it.
-- claim_words, name_words (quotes, agents, places, sources): rowid = finding.id. chunk_words: rowid = chunk.id.
-- event_titles and name_titles, for one and two letters: rowid as in event_words and name_words.
CREATE VIRTUAL TABLE event_words USING fts5(
  title, detail, said, content = '',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'"
);
CREATE VIRTUAL TABLE claim_words USING fts5(
  title, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'"
);
CREATE VIRTUAL TABLE name_words USING fts5(
  title, detail, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'"
);
CREATE VIRTUAL TABLE chunk_words USING fts5(
  text, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'"
);
CREATE VIRTUAL TABLE event_titles USING fts5(
  title, content = '', prefix = '1 2', detail = column,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'"
);
CREATE VIRTUAL TABLE name_titles USING fts5(
  title, content = '', prefix = '1 2', detail = column,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'"
);

-- Words and how many events and chunks of text have them; rare ones are left out of a large case.
CREATE TABLE known_word(
  term TEXT PRIMARY KEY,
  events INTEGER NOT NULL,
  chunks INTEGER NOT NULL
) STRICT, WITHOUT ROWID;


CREATE INDEX moment_span ON moment(lc, "start", "end", kind);
CREATE UNIQUE INDEX moment_event ON moment(event_id);
CREATE INDEX point_event ON point(event_id);
CREATE INDEX claim_standing_point ON claim_standing(point_id);
CREATE INDEX moment_doubted ON moment(wide_start, wide_end, lc) WHERE approximate OR uncertain;
CREATE INDEX moment_lasts ON moment(lasts, "start", "end") WHERE lasts;
CREATE INDEX facet_order ON facet_value(facet, events);
CREATE INDEX chunk_document ON chunk(document_id, seq);
-- Questions that the case's own indexes do not serve.
CREATE INDEX claim_relation_from ON claim_relation(from_id);
CREATE INDEX claim_relation_to ON claim_relation(to_id);
CREATE INDEX event_passage_passage ON event_passage(passage_id);
CREATE INDEX quote_source ON quote(source_id);
CREATE INDEX quote_passage ON quote(passage_id);
CREATE INDEX reckoning_event_event ON reckoning_event(event_id);
CREATE INDEX claim_claimant ON claim(claimant_id);
CREATE INDEX agent_name_agent ON agent_name(agent_id);
CREATE INDEX quote_original ON quote(original_source_id);
CREATE INDEX discrepancy_source_source ON discrepancy_source(source_id);
CREATE INDEX event_date_source ON event_date(source_id);
