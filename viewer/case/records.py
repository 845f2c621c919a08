"""The nouns of a case: one frozen record a table of `schema.sql`, fields in the order of its columns.

Units and meanings stand in `schema.sql`, which is the specification.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """One fact about the case as a whole."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """A rule the compilers worked by."""

    id: int
    text: str
    lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A code and what it means."""

    id: int
    scheme: str
    code: str
    label: str
    lang: str = "en"
    definition: str | None = None
    broader_id: int | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a claim speaks to."""

    id: int
    code: str
    label: str
    unit: str | None = None
    cumulative: int = 0
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A person, organisation, state or group."""

    id: int
    uid: str
    name: str
    short_name: str | None = None
    lang: str = "und"
    kind: str
    description: str | None = None
    party: str = "unknown"
    within_id: int | None = None
    sort_name: str | None = None
    summary: str | None = None
    born_edtf: str | None = None
    died_edtf: str | None = None
    access: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentName:
    """Another name of an agent."""

    id: int
    agent_id: int
    name: str
    lang: str = "und"
    kind: str = "alias"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where, with the radius within which it lies in metres."""

    id: int
    uid: str
    name: str
    short_name: str | None = None
    lang: str = "und"
    kind: str | None = None
    within_id: int | None = None
    country: str | None = None
    lon: float | None = None
    lat: float | None = None
    radius_m: float | None = None
    precision: str = "unknown"
    basis: str | None = None
    note: str | None = None
    reported: str | None = None
    geojson: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSource:
    """A source for where a place lies."""

    place_id: int
    source_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication: who published what, when, and what of it was read."""

    id: int
    uid: str
    kind: str
    title: str
    lang: str = "und"
    publisher: str
    publisher_id: int | None = None
    author_id: int | None = None
    parent_id: int | None = None
    reprint_of: int | None = None
    reposted_by: str | None = None
    date_edtf: str | None = None
    date_text: str | None = None
    earliest_jd: float | None = None
    latest_jd: float | None = None
    url: str | None = None
    archived_url: str | None = None
    accessed_edtf: str | None = None
    party: str = "unknown"
    read_status: str = "unverified-here"
    reliability: str = "F"
    reliability_note: str | None = None
    note: str | None = None
    access: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes that belong to a source, held in the bag or only referred to."""

    id: int
    uid: str
    source_id: int | None = None
    title: str
    lang: str = "und"
    media_type: str
    byte_size: int | None = None
    sha256: str | None = None
    path: str | None = None
    content: bytes | None = None
    external_ref: str | None = None
    page_count: int | None = None
    duration_s: float | None = None
    derived_from: int | None = None
    derivation: str | None = None
    graphic: int = 0
    acquired_at: str | None = None
    acquired_by: str | None = None
    acquired_how: str | None = None
    original_name: str | None = None
    access: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words, a range, boxes or a time span in a document."""

    id: int
    uid: str
    document_id: int
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    exact_sha256: str | None = None
    lang: str = "und"
    start_char: int | None = None
    end_char: int | None = None
    page: int | None = None
    page_label: str | None = None
    rects: str | None = None
    t_start: float | None = None
    t_end: float | None = None
    xywh: str | None = None
    label: str | None = None
    original_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that is said to have happened."""

    id: int
    uid: str
    kind: str
    subkind: str | None = None
    title: str
    lang: str = "und"
    summary: str | None = None
    date_edtf: str | None = None
    date_text: str | None = None
    earliest_jd: float | None = None
    latest_jd: float | None = None
    precision: str | None = None
    time_zone: str | None = None
    place_id: int | None = None
    sequence: int | None = None
    total: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """Another date that a source gives for an event."""

    id: int
    event_id: int
    date_edtf: str
    earliest_jd: float | None = None
    latest_jd: float | None = None
    source_id: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAgent:
    """An agent in a role at an event."""

    id: int
    event_id: int
    agent_id: int
    role: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRelation:
    """What an event has to do with another event, or with a passage."""

    id: int
    from_id: int
    kind: str
    to_id: int | None = None
    to_passage_id: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPassage:
    """A passage that speaks of an event."""

    event_id: int
    passage_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody says about an event; `text` is a paraphrase."""

    id: int
    uid: str
    event_id: int
    source_id: int
    claimant_id: int | None = None
    kind: str
    measure_id: int
    category: str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    qualifier: str | None = None
    text: str | None = None
    lang: str = "und"
    as_of_edtf: str | None = None
    as_of_earliest_jd: float | None = None
    as_of_latest_jd: float | None = None
    credibility: str = "6"
    credibility_note: str | None = None
    supersedes: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPassage:
    """The passage that carries a claim."""

    claim_id: int
    passage_id: int
    relation: str = "states"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRelation:
    """A claim that contradicts, answers or repeats another."""

    id: int
    from_id: int
    kind: str
    to_id: int
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Verbatim words."""

    id: int
    uid: str
    speaker_id: int | None = None
    capacity: str | None = None
    text: str
    lang: str = "und"
    said_edtf: str | None = None
    earliest_jd: float | None = None
    latest_jd: float | None = None
    place_id: int | None = None
    audience: str | None = None
    source_id: int
    passage_id: int
    original_source_id: int | None = None
    directness: str = "direct"
    context: str | None = None
    collation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteEvent:
    """A quotation about an event."""

    quote_id: int
    event_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePair:
    """Words to be shown beside other words."""

    quote_id: int
    with_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Where accounts differ."""

    id: int
    uid: str
    topic: str
    source_id: int | None = None
    says: str
    others_say: str
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancySource:
    """A source that a discrepancy rests on."""

    discrepancy_id: int
    source_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyEvent:
    """An event that a discrepancy touches."""

    discrepancy_id: int
    event_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """A sum or an order of dates that anybody can check."""

    id: int
    uid: str
    text: str
    result: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckoningEvent:
    """An event that a reckoning touches."""

    reckoning_id: int
    event_id: int
