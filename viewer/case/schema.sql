-- Case file, exchange format 1. This file is the specification.
-- application_id 0x43415345 ('CASE'), user_version 1, encoding UTF-8, page size 4096, journal DELETE.
-- STRICT tables only: no triggers, no virtual tables, no full-text, no generated columns, no expression indexes.
-- The views at the end are for people who open the file with sqlite3 or Datasette; the program never asks them.
--
-- Every entity has an integer `id`, given in order of `uid`, that never leaves this file, and a `uid` written by
-- the authors, by which notes, lists, addresses and other files name it.
-- Dates: `*edtf` is what is stated (EDTF, level 0-2); `*earliest_jd`, `*latest_jd` are its bounds in julian days,
-- local time at the place, half open, midnight = x.5; NULL = open, unknown or no date.
-- Codes (`kind`, `party`, `read_status` …) are explained by `term(scheme, code)`.
-- Nothing in here is a finding of fact. There is no column for what is true.

-- ABOUT THE CASE ------------------------------------------------------------------------------------------------
-- Keys: case_uid title lang summary prepared_by prepared_how prepared_on what_was_read left_out graded_by licence
-- fiction ('yes' or absent), version, draft ('yes' or absent), problems (of a draft, one a line). case_uid stays the same
-- from version to version.
CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE principle(
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'en'
) STRICT;

-- Schemes: kind, subkind, party, source-kind, read-status, reliability, credibility, and the authors' own.
CREATE TABLE term(
  id INTEGER PRIMARY KEY,
  scheme TEXT NOT NULL,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'en',
  definition TEXT,
  broader_id INTEGER REFERENCES term(id),
  uri TEXT,
  UNIQUE(scheme, code)
) STRICT;

-- What a claim speaks to: killed, injured, date, attribution … `rank` orders measures (1 = headline);
-- cumulative = 1: a later, higher count need not contradict an earlier, lower one.
CREATE TABLE measure(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  unit TEXT,
  cumulative INTEGER NOT NULL DEFAULT 0 CHECK(cumulative IN (0, 1)),
  rank INTEGER NOT NULL
) STRICT;

-- WHO -----------------------------------------------------------------------------------------------------------
-- party: the agent's relation to the events (term scheme 'party'). within_id: speaks for or belongs to.
CREATE TABLE agent(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT,
  lang TEXT NOT NULL DEFAULT 'und',
  kind TEXT NOT NULL CHECK(kind IN ('person', 'people', 'organisation', 'unit', 'group', 'state', 'unknown')),
  description TEXT,
  party TEXT NOT NULL DEFAULT 'unknown',
  within_id INTEGER REFERENCES agent(id),
  sort_name TEXT,
  summary TEXT,
  born_edtf TEXT,
  died_edtf TEXT,
  access TEXT NOT NULL DEFAULT 'open' CHECK(access IN ('open', 'restricted'))
) STRICT;

CREATE TABLE agent_name(
  id INTEGER PRIMARY KEY,
  agent_id INTEGER NOT NULL REFERENCES agent(id),
  name TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'und',
  kind TEXT NOT NULL DEFAULT 'alias' CHECK(kind IN ('alias', 'transliteration', 'former', 'pseudonym', 'official'))
) STRICT;

-- WHERE ---------------------------------------------------------------------------------------------------------
-- radius_m: metres within which the place lies. basis: where the coordinate comes from, in the authors' words.
-- reported: how others describe where it lies, one statement a line.
CREATE TABLE place(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT,
  lang TEXT NOT NULL DEFAULT 'und',
  kind TEXT,
  within_id INTEGER REFERENCES place(id),
  country TEXT CHECK(length(country) = 2),
  lon REAL CHECK(lon BETWEEN -180 AND 180),
  lat REAL CHECK(lat BETWEEN -90 AND 90),
  radius_m REAL CHECK(radius_m >= 0),
  precision TEXT NOT NULL DEFAULT 'unknown'
    CHECK(precision IN ('exact', 'street', 'village', 'district', 'region', 'country', 'unknown')),
  basis TEXT,
  note TEXT,
  reported TEXT,
  geojson TEXT,
  CHECK((lon IS NULL) = (lat IS NULL))
) STRICT;

CREATE TABLE place_source(
  place_id INTEGER NOT NULL REFERENCES place(id),
  source_id INTEGER NOT NULL REFERENCES source(id),
  PRIMARY KEY(place_id, source_id)
) STRICT, WITHOUT ROWID;

-- SOURCES, DOCUMENTS, PASSAGES ----------------------------------------------------------------------------------
-- publisher: as printed; party: the publisher's relation to the events. reprint_of: whose text this repeats.
-- read_status: what of it the compilers read. reliability: Admiralty letter, a proposal.
CREATE TABLE source(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'und',
  publisher TEXT NOT NULL,
  publisher_id INTEGER REFERENCES agent(id),
  author_id INTEGER REFERENCES agent(id),
  parent_id INTEGER REFERENCES source(id),
  reprint_of INTEGER REFERENCES source(id),
  reposted_by TEXT,
  date_edtf TEXT,
  date_text TEXT,
  earliest_jd REAL,
  latest_jd REAL,
  url TEXT,
  archived_url TEXT,
  accessed_edtf TEXT,
  party TEXT NOT NULL DEFAULT 'unknown',
  read_status TEXT NOT NULL DEFAULT 'unverified-here',
  reliability TEXT NOT NULL DEFAULT 'F' CHECK(reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  reliability_note TEXT,
  note TEXT,
  access TEXT NOT NULL DEFAULT 'open' CHECK(access IN ('open', 'restricted'))
) STRICT;

-- Exactly one of: path (below data/ in the bag), content (small files), external_ref (not held: where it is).
-- A document that is not held may lack hash and size. An extract note is ours, derived from what it notes.
CREATE TABLE document(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  source_id INTEGER REFERENCES source(id),
  title TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'und',
  media_type TEXT NOT NULL,
  byte_size INTEGER CHECK(byte_size >= 0),
  sha256 TEXT CHECK(length(sha256) = 64),
  path TEXT,
  content BLOB,
  external_ref TEXT,
  page_count INTEGER,
  duration_s REAL,
  derived_from INTEGER REFERENCES document(id),
  derivation TEXT CHECK(derivation IN ('extract-note', 'excerpt', 'ocr', 'transcript', 'translation', 'redaction',
    'thumbnail', 'conversion')),
  graphic INTEGER NOT NULL DEFAULT 0 CHECK(graphic IN (0, 1)),
  acquired_at TEXT,
  acquired_by TEXT,
  acquired_how TEXT,
  original_name TEXT,
  access TEXT NOT NULL DEFAULT 'open' CHECK(access IN ('open', 'restricted')),
  CHECK((path IS NOT NULL) + (content IS NOT NULL) + (external_ref IS NOT NULL) = 1),
  CHECK(external_ref IS NOT NULL OR (sha256 IS NOT NULL AND byte_size IS NOT NULL)),
  CHECK(derived_from IS NULL OR derivation IS NOT NULL)
) STRICT;

-- start_char, end_char: half-open range of code points in the document text (UTF-8 without BOM, LF).
-- exact_sha256: SHA-256 of the passage's UTF-8 text, where the text itself may not be shipped.
-- rects: JSON [[left, top, right, bottom], …] as shares of the page's crop box after rotation, from the top left.
-- xywh: "x,y,w,h" as shares of a picture after its EXIF orientation. t_start, t_end: seconds.
-- original_id: the passage of the original that this passage of a note or translation stands for.
CREATE TABLE passage(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document(id),
  exact TEXT,
  prefix TEXT,
  suffix TEXT,
  exact_sha256 TEXT CHECK(length(exact_sha256) = 64),
  lang TEXT NOT NULL DEFAULT 'und',
  start_char INTEGER,
  end_char INTEGER,
  page INTEGER CHECK(page >= 1),
  page_label TEXT,
  rects TEXT,
  t_start REAL CHECK(t_start >= 0),
  t_end REAL,
  xywh TEXT,
  label TEXT,
  original_id INTEGER REFERENCES passage(id),
  CHECK(end_char >= start_char),
  CHECK(t_end >= t_start),
  CHECK(coalesce(exact, start_char, page, t_start, xywh) IS NOT NULL)
) STRICT;

-- WHAT ----------------------------------------------------------------------------------------------------------
-- precision: what the authors call the date's precision. total = 1: a sum over other events; a claim, never a bar
-- on the time axis. sequence: the authors' order, for events whose date is not known.
CREATE TABLE event(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subkind TEXT,
  title TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'und',
  summary TEXT,
  date_edtf TEXT,
  date_text TEXT,
  earliest_jd REAL,
  latest_jd REAL,
  precision TEXT,
  time_zone TEXT,
  place_id INTEGER REFERENCES place(id),
  sequence INTEGER,
  total INTEGER NOT NULL DEFAULT 0 CHECK(total IN (0, 1)),
  note TEXT,
  CHECK(latest_jd >= earliest_jd)
) STRICT;

-- Other dates that sources give for the same event.
CREATE TABLE event_date(
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event(id),
  date_edtf TEXT NOT NULL,
  earliest_jd REAL,
  latest_jd REAL,
  source_id INTEGER REFERENCES source(id),
  note TEXT
) STRICT;

CREATE TABLE event_agent(
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event(id),
  agent_id INTEGER NOT NULL REFERENCES agent(id),
  role TEXT NOT NULL,
  note TEXT
) STRICT;

-- Towards another event, or towards a passage (what an account says).
CREATE TABLE event_relation(
  id INTEGER PRIMARY KEY,
  from_id INTEGER NOT NULL REFERENCES event(id),
  kind TEXT NOT NULL CHECK(kind IN ('responds-to', 'part-of', 'contradicts', 'possibly-counted-in', 'precedes',
    'same-as', 'related')),
  to_id INTEGER REFERENCES event(id),
  to_passage_id INTEGER REFERENCES passage(id),
  note TEXT,
  CHECK((to_id IS NULL) <> (to_passage_id IS NULL)),
  CHECK(from_id <> to_id)
) STRICT;

-- Passages that speak of an event without being a claim listed here.
CREATE TABLE event_passage(
  event_id INTEGER NOT NULL REFERENCES event(id),
  passage_id INTEGER NOT NULL REFERENCES passage(id),
  PRIMARY KEY(event_id, passage_id)
) STRICT, WITHOUT ROWID;

-- WHO SAYS WHAT -------------------------------------------------------------------------------------------------
-- claimant_id: whose claim it is; the source is who carried it. `text` is the compilers' paraphrase, never a quotation.
-- low, best, high: as stated, in whatever order; NULL = the source gives none. A word such as "dozens" stands alone.
-- credibility: Admiralty digit, a proposal.
CREATE TABLE claim(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  event_id INTEGER NOT NULL REFERENCES event(id),
  source_id INTEGER NOT NULL REFERENCES source(id),
  claimant_id INTEGER REFERENCES agent(id),
  kind TEXT NOT NULL CHECK(kind IN ('figure', 'statement', 'denial', 'attribution', 'date', 'place')),
  measure_id INTEGER NOT NULL REFERENCES measure(id),
  category TEXT,
  low INTEGER CHECK(low >= 0),
  best INTEGER CHECK(best >= 0),
  high INTEGER CHECK(high >= 0),
  qualifier TEXT CHECK(qualifier IN ('exact', 'about', 'at-least', 'more-than', 'up-to', 'fewer-than', 'range',
    'reported', 'dozens', 'hundreds', 'thousands')),
  text TEXT,
  lang TEXT NOT NULL DEFAULT 'und',
  as_of_edtf TEXT,
  as_of_earliest_jd REAL,
  as_of_latest_jd REAL,
  credibility TEXT NOT NULL DEFAULT '6' CHECK(credibility IN ('1', '2', '3', '4', '5', '6')),
  credibility_note TEXT,
  supersedes INTEGER REFERENCES claim(id),
  note TEXT,
  CHECK(kind <> 'figure' OR coalesce(low, best, high) IS NOT NULL OR qualifier IN ('dozens', 'hundreds', 'thousands')),
  CHECK(kind = 'figure' OR text IS NOT NULL)
) STRICT;

CREATE TABLE claim_passage(
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  passage_id INTEGER NOT NULL REFERENCES passage(id),
  relation TEXT NOT NULL DEFAULT 'states' CHECK(relation IN ('states', 'supports', 'contradicts', 'context')),
  PRIMARY KEY(claim_id, passage_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_relation(
  id INTEGER PRIMARY KEY,
  from_id INTEGER NOT NULL REFERENCES claim(id),
  kind TEXT NOT NULL CHECK(kind IN ('contradicts', 'answers', 'repeats')),
  to_id INTEGER NOT NULL REFERENCES claim(id),
  note TEXT,
  CHECK(from_id <> to_id)
) STRICT;

-- Verbatim words. original_source_id: where they were first published, if the passage stands elsewhere.
CREATE TABLE quote(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  speaker_id INTEGER REFERENCES agent(id),
  capacity TEXT,
  text TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'und',
  said_edtf TEXT,
  earliest_jd REAL,
  latest_jd REAL,
  place_id INTEGER REFERENCES place(id),
  audience TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id),
  passage_id INTEGER NOT NULL REFERENCES passage(id),
  original_source_id INTEGER REFERENCES source(id),
  directness TEXT NOT NULL DEFAULT 'direct' CHECK(directness IN ('direct', 'reported', 'translated')),
  context TEXT,
  collation TEXT
) STRICT;

CREATE TABLE quote_event(
  quote_id INTEGER NOT NULL REFERENCES quote(id),
  event_id INTEGER NOT NULL REFERENCES event(id),
  PRIMARY KEY(quote_id, event_id)
) STRICT, WITHOUT ROWID;

-- Answering words: shown beside each other or not at all.
CREATE TABLE quote_pair(
  quote_id INTEGER NOT NULL REFERENCES quote(id),
  with_id INTEGER NOT NULL REFERENCES quote(id),
  PRIMARY KEY(quote_id, with_id),
  CHECK(quote_id <> with_id)
) STRICT, WITHOUT ROWID;

-- Where accounts differ. `says` is what the named source says.
CREATE TABLE discrepancy(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  source_id INTEGER REFERENCES source(id),
  says TEXT NOT NULL,
  others_say TEXT NOT NULL,
  status TEXT
) STRICT;

CREATE TABLE discrepancy_source(
  discrepancy_id INTEGER NOT NULL REFERENCES discrepancy(id),
  source_id INTEGER NOT NULL REFERENCES source(id),
  PRIMARY KEY(discrepancy_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE discrepancy_event(
  discrepancy_id INTEGER NOT NULL REFERENCES discrepancy(id),
  event_id INTEGER NOT NULL REFERENCES event(id),
  PRIMARY KEY(discrepancy_id, event_id)
) STRICT, WITHOUT ROWID;

-- Sums and orders of dates that anybody can check: 13 + 36 + 52 = 101.
CREATE TABLE reckoning(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  result TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE reckoning_event(
  reckoning_id INTEGER NOT NULL REFERENCES reckoning(id),
  event_id INTEGER NOT NULL REFERENCES event(id),
  PRIMARY KEY(reckoning_id, event_id)
) STRICT, WITHOUT ROWID;

-- FOR A HEARING -------------------------------------------------------------------------------------------------
CREATE TABLE exhibit(
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document(id),
  passage_id INTEGER REFERENCES passage(id),
  title TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'und',
  use TEXT NOT NULL DEFAULT 'evidence' CHECK(use IN ('evidence', 'summary', 'illustrative')),
  tab TEXT,
  first_page INTEGER,
  last_page INTEGER,
  offered_by TEXT,
  note TEXT
) STRICT;

CREATE TABLE storyboard(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT 'und',
  purpose TEXT
) STRICT;

-- body is shown to the room; note and caution are for whoever presents, and readable by everyone who has the case.
CREATE TABLE storyboard_item(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  storyboard_id INTEGER NOT NULL REFERENCES storyboard(id),
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  note TEXT,
  caution TEXT,
  seconds INTEGER CHECK(seconds >= 0),
  UNIQUE(storyboard_id, seq)
) STRICT;

CREATE TABLE storyboard_target(
  item_id INTEGER NOT NULL REFERENCES storyboard_item(id),
  seq INTEGER NOT NULL,
  entity TEXT NOT NULL CHECK(entity IN ('event', 'claim', 'quote', 'source', 'document', 'passage', 'place', 'agent',
    'discrepancy', 'reckoning')),
  entity_id INTEGER NOT NULL,
  PRIMARY KEY(item_id, seq)
) STRICT, WITHOUT ROWID;

-- LANGUAGES, MAKING, CUSTODY ------------------------------------------------------------------------------------
-- entity 'case', entity_id 0: the meta keys. status draft: no native reader has checked it.
CREATE TABLE translation(
  entity TEXT NOT NULL CHECK(entity IN ('case', 'event', 'agent', 'place', 'source', 'document', 'passage', 'claim',
    'quote', 'discrepancy', 'reckoning', 'storyboard', 'storyboard_item', 'term', 'measure')),
  entity_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  lang TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK(status IN ('certified', 'human', 'machine', 'draft')),
  translator TEXT,
  PRIMARY KEY(entity, entity_id, field, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE provenance(
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  activity TEXT NOT NULL CHECK(activity IN ('create', 'import', 'edit', 'derive', 'review', 'redact', 'merge',
    'export')),
  agent TEXT NOT NULL,
  software TEXT,
  entity TEXT,
  entity_id INTEGER,
  used_sha256 TEXT CHECK(length(used_sha256) = 64),
  note TEXT
) STRICT;

CREATE TABLE custody(
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL CHECK(action IN ('acquired', 'hashed', 'copied', 'transferred', 'received', 'stored',
    'examined', 'sealed', 'signed')),
  document_id INTEGER REFERENCES document(id),
  sha256 TEXT CHECK(length(sha256) = 64),
  location TEXT,
  note TEXT,
  prev_sha256 TEXT NOT NULL,
  entry_sha256 TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX event_time ON event(earliest_jd, latest_jd);
CREATE INDEX event_place ON event(place_id);
CREATE INDEX event_date_event ON event_date(event_id);
CREATE INDEX event_agent_event ON event_agent(event_id);
CREATE INDEX event_agent_agent ON event_agent(agent_id);
CREATE INDEX event_relation_from ON event_relation(from_id);
CREATE INDEX event_relation_to ON event_relation(to_id);
CREATE INDEX claim_event ON claim(event_id);
CREATE INDEX claim_source ON claim(source_id);
CREATE INDEX claim_passage_passage ON claim_passage(passage_id);
CREATE INDEX passage_document ON passage(document_id);
CREATE INDEX document_source ON document(source_id);
CREATE INDEX document_sha256 ON document(sha256);
CREATE INDEX quote_speaker ON quote(speaker_id, earliest_jd);
CREATE INDEX quote_event_event ON quote_event(event_id);
CREATE INDEX discrepancy_event_event ON discrepancy_event(event_id);

CREATE VIEW v_timeline AS
SELECT e.uid, date(e.earliest_jd) AS earliest, date(e.latest_jd - 1) AS latest, e.date_edtf, e.title, e.kind,
  p.name AS place, (SELECT count(*) FROM claim c WHERE c.event_id = e.id) AS claims
FROM event e LEFT JOIN place p ON p.id = e.place_id
ORDER BY e.earliest_jd, e.uid;

CREATE VIEW v_claims AS
SELECT c.uid, e.uid AS event, e.title AS event_title, m.code AS measure, c.category, c.low, c.best, c.high, c.qualifier,
  c.text, a.name AS claimant, s.publisher, s.title AS source, c.as_of_edtf AS as_of,
  s.reliability || c.credibility AS proposed_grading, s.read_status, ps.exact AS passage, ps.page,
  d.title AS document, d.derivation, d.sha256
FROM claim c
JOIN event e ON e.id = c.event_id
JOIN measure m ON m.id = c.measure_id
JOIN source s ON s.id = c.source_id
LEFT JOIN agent a ON a.id = c.claimant_id
LEFT JOIN claim_passage cp ON cp.claim_id = c.id
LEFT JOIN passage ps ON ps.id = cp.passage_id
LEFT JOIN document d ON d.id = ps.document_id
ORDER BY c.uid;

CREATE VIEW v_quotes AS
SELECT q.uid, a.name AS speaker, q.capacity, q.said_edtf, q.text, q.lang, s.publisher, d.title AS document, ps.page
FROM quote q
LEFT JOIN agent a ON a.id = q.speaker_id
JOIN source s ON s.id = q.source_id
JOIN passage ps ON ps.id = q.passage_id
JOIN document d ON d.id = ps.document_id
ORDER BY q.uid;
