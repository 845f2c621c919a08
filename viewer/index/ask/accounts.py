"""What is said of one event: quotations, figures by claimant, discrepancies and reckonings."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from viewer.case.frozen import dataclass
from viewer.case.when import When
from viewer.index.ask.chips import AgentChip, ClaimView, PassageChip, SourceChip
from viewer.index.ask.fetch import among, rows, when_of
from viewer.index.ask.names import Names


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Verbatim words, with who, in what capacity, when and where; `beside` are uids of answering quotations."""

    uid: str
    text: str
    lang: str
    speaker: AgentChip | None
    capacity: str | None
    said: When | None
    place: str | None
    audience: str | None
    directness: str
    context: str | None
    collation: str | None
    source: SourceChip
    original_source: SourceChip | None
    passage: PassageChip
    beside: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Where accounts differ; `says` is what `source` says."""

    uid: str
    topic: str
    source: SourceChip | None
    says: str
    others_say: str
    status: str | None
    sources: tuple[SourceChip, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A sum or an order of dates that anybody can check."""

    uid: str
    text: str
    result: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers, low to high inclusive, that two or more independent claimants each state."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures by claimant on one point: no reference row, rows in the order they were stated (as-of date).

    label names the measure and, where the claims speak of a part only, the category.
    """

    measure: str
    label: str
    unit: str | None
    claims: tuple[ClaimView, ...]
    bands: tuple[Band, ...]
    disputed: bool


_QUOTES = """
SELECT q.*, d.doubt, coalesce(p.short_name, p.name) AS place
FROM quote q LEFT JOIN parsed_date d ON d.edtf = q.said_edtf LEFT JOIN place p ON p.id = q.place_id
WHERE q.id IN (SELECT value FROM json_each(?))
ORDER BY q.earliest_jd IS NULL, q.earliest_jd, q.id
"""
_BESIDE = """
SELECT t.quote_id AS id, q.uid FROM quote_pair t JOIN quote q ON q.id = t.with_id
WHERE t.quote_id IN (SELECT value FROM json_each(?1))
UNION SELECT t.with_id, q.uid FROM quote_pair t JOIN quote q ON q.id = t.quote_id
WHERE t.with_id IN (SELECT value FROM json_each(?1))
ORDER BY 1, 2
"""
_QUOTE_EVENTS = """
SELECT t.quote_id AS id, e.uid FROM quote_event t JOIN event e ON e.id = t.event_id
WHERE t.quote_id IN (SELECT value FROM json_each(?)) ORDER BY 1, e.id
"""
_POINTS = """
SELECT p.id, m.code, m.label, m.unit, p.category, p.disputed
FROM point p JOIN measure m ON m.id = p.measure_id
WHERE p.event_id = ? ORDER BY m.rank, m.id, p.category
"""
_POINT_CLAIMS = """
SELECT s.point_id, s.claim_id FROM claim_standing s
JOIN point p ON p.id = s.point_id JOIN claim c ON c.id = s.claim_id WHERE p.event_id = ? AND c.kind = 'figure'
"""
_BANDS = "SELECT b.* FROM band b JOIN point p ON p.id = b.point_id WHERE p.event_id = ? ORDER BY b.point_id, b.low"
_DISPUTED = """
SELECT coalesce(m.label, 'date') AS label, p.category FROM point p LEFT JOIN measure m ON m.id = p.measure_id
WHERE p.event_id = ? AND p.disputed ORDER BY m.rank, m.id, p.category
"""
_DISCREPANCIES = "SELECT * FROM discrepancy WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
_DISCREPANCY_SOURCES = """
SELECT discrepancy_id AS id, source_id FROM discrepancy_source
WHERE discrepancy_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2
"""
_RECKONINGS = """
SELECT r.* FROM reckoning r JOIN reckoning_event t ON t.reckoning_id = r.id WHERE t.event_id = ? ORDER BY r.id
"""


def quotes_on(connection: sqlite3.Connection, names: Names, event: int) -> tuple[QuoteView, ...]:
    """Quotations about an event, in the order in which they were said."""
    found = rows(connection, "SELECT quote_id FROM quote_event WHERE event_id = ?", event)
    return quote_views(connection, names, (row["quote_id"] for row in found))


def quote_views(connection: sqlite3.Connection, names: Names, ids: Iterable[int]) -> tuple[QuoteView, ...]:
    wanted = among(ids)
    found = rows(connection, _QUOTES, wanted)
    agents = names.agents(row["speaker_id"] for row in found)
    sources = names.sources(number for row in found for number in (row["source_id"], row["original_source_id"]))
    passages = names.passages((row["passage_id"], "states") for row in found)
    beside = _grouped(connection, _BESIDE, wanted)
    events = _grouped(connection, _QUOTE_EVENTS, wanted)
    return tuple(
        QuoteView(
            uid=row["uid"],
            text=row["text"],
            lang=row["lang"],
            speaker=agents.get(row["speaker_id"]),
            capacity=row["capacity"],
            said=when_of(row["doubt"]),
            place=row["place"],
            audience=row["audience"],
            directness=row["directness"],
            context=row["context"],
            collation=row["collation"],
            source=sources[row["source_id"]],
            original_source=sources.get(row["original_source_id"]),
            passage=passages[row["passage_id"], "states"],
            beside=tuple(beside[row["id"]]),
            events=tuple(events[row["id"]]),
        )
        for row in found
    )


def _grouped(connection: sqlite3.Connection, question: str, wanted: str) -> dict[int, list[str]]:
    uids: dict[int, list[str]] = defaultdict(list)
    for row in rows(connection, question, wanted):
        uids[row["id"]].append(row["uid"])
    return uids


def charts(connection: sqlite3.Connection, event: int, claims: Mapping[int, ClaimView]) -> tuple[Chart, ...]:
    """A chart for each point of the event that has figures; `claims` are the event's, in the order of the rows."""
    bands: dict[int, list[Band]] = defaultdict(list)
    for row in rows(connection, _BANDS, event):
        bands[row["point_id"]].append(Band(row["low"], row["high"]))
    point_of = {row["claim_id"]: row["point_id"] for row in rows(connection, _POINT_CLAIMS, event)}
    on_point: dict[int, list[ClaimView]] = defaultdict(list)
    for number, claim in claims.items():
        if number in point_of:
            on_point[point_of[number]].append(claim)
    return tuple(
        Chart(
            measure=row["code"],
            label=point_label(row["label"], row["category"]),
            unit=row["unit"],
            claims=tuple(on_point[row["id"]]),
            bands=tuple(bands[row["id"]]),
            disputed=bool(row["disputed"]),
        )
        for row in rows(connection, _POINTS, event)
        if on_point[row["id"]]
    )


def disputed_points(connection: sqlite3.Connection, event: int) -> tuple[str, ...]:
    """Labels of the points on which claims exclude each other; 'date' first where dates do."""
    found = rows(connection, _DISPUTED, event)
    return tuple(dict.fromkeys(point_label(row["label"], row["category"]) for row in found))


def discrepancies(connection: sqlite3.Connection, names: Names, event: int) -> tuple[Discrepancy, ...]:
    found = rows(connection, "SELECT discrepancy_id FROM discrepancy_event WHERE event_id = ?", event)
    return tuple(discrepancies_by_id(connection, names, (row["discrepancy_id"] for row in found)).values())


def discrepancies_by_id(
    connection: sqlite3.Connection, names: Names, ids: Iterable[int]
) -> dict[int, Discrepancy]:
    """Discrepancies by id, in the order of their ids."""
    wanted = among(ids)
    found = rows(connection, _DISCREPANCIES, wanted)
    resting: dict[int, list[int]] = defaultdict(list)
    for row in rows(connection, _DISCREPANCY_SOURCES, wanted):
        resting[row["id"]].append(row["source_id"])
    named = [row["source_id"] for row in found]
    sources = names.sources([*named, *(source for some in resting.values() for source in some)])
    return {
        row["id"]: Discrepancy(
            uid=row["uid"],
            topic=row["topic"],
            source=sources.get(row["source_id"]),
            says=row["says"],
            others_say=row["others_say"],
            status=row["status"],
            sources=tuple(sources[source] for source in resting[row["id"]]),
        )
        for row in found
    }


def reckonings(connection: sqlite3.Connection, event: int) -> tuple[Reckoning, ...]:
    return tuple(
        Reckoning(row["uid"], row["text"], row["result"], row["note"])
        for row in rows(connection, _RECKONINGS, event)
    )


def point_label(measure: str, category: str | None) -> str:
    """What a point is called: "injured", "injured (soldiers)"."""
    return f"{measure} ({category})" if category else measure
