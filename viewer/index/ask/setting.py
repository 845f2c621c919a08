"""Where, when and who of one event: other dates, place, roles, relations, titles in other languages."""

from __future__ import annotations

import sqlite3

from viewer.case.frozen import dataclass
from viewer.case.when import When
from viewer.index import doubt
from viewer.index.ask.chips import AgentChip, EventChip, PassageChip, SourceChip
from viewer.index.ask.fetch import rows
from viewer.index.ask.names import Names


@dataclass(frozen=True, slots=True)
class DateGiven:
    """Another date that a source gives for the event."""

    when: When
    source: SourceChip | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where: radius_m in metres; basis and reported in the compilers' words."""

    uid: str
    name: str
    short_name: str
    lat: float | None
    lon: float | None
    radius_m: float | None
    basis: str | None
    note: str | None
    reported: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """An agent in a role at the event."""

    agent: AgentChip
    role: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """kind as in the schema; outgoing False = the other event names this one. Either event or passage is set."""

    kind: str
    outgoing: bool
    event: EventChip | None
    passage: PassageChip | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Translated:
    """A title in another language; status 'draft' = no native reader has checked it."""

    lang: str
    text: str
    status: str


_DATES = """
SELECT d.doubt, o.source_id, o.note FROM event_date o JOIN parsed_date d ON d.edtf = o.date_edtf
WHERE o.event_id = ? ORDER BY d.earliest IS NULL, d.earliest, o.id
"""
_RELATIONS = """
SELECT kind, 1 AS outgoing, to_id AS event_id, to_passage_id, note, id FROM event_relation WHERE from_id = ?1
UNION ALL SELECT kind, 0, from_id, NULL, note, id FROM event_relation WHERE to_id = ?1
ORDER BY 2 DESC, 6
"""


def dates_given(connection: sqlite3.Connection, names: Names, event: int) -> tuple[DateGiven, ...]:
    found = rows(connection, _DATES, event)
    sources = names.sources(row["source_id"] for row in found)
    return tuple(
        DateGiven(doubt.unpack(row["doubt"]), sources.get(row["source_id"]), row["note"]) for row in found
    )


def place(connection: sqlite3.Connection, number: int | None) -> PlaceView | None:
    found = rows(connection, "SELECT * FROM place WHERE id = ?", number)
    if not found:
        return None
    row = found[0]
    return PlaceView(
        uid=row["uid"],
        name=row["name"],
        short_name=row["short_name"] or row["name"],
        lat=row["lat"],
        lon=row["lon"],
        radius_m=row["radius_m"],
        basis=row["basis"],
        note=row["note"],
        reported=tuple((row["reported"] or "").splitlines()),
    )


def roles(connection: sqlite3.Connection, names: Names, event: int) -> tuple[Role, ...]:
    found = rows(connection, "SELECT agent_id, role, note FROM event_agent WHERE event_id = ? ORDER BY id", event)
    agents = names.agents(row["agent_id"] for row in found)
    return tuple(Role(agents[row["agent_id"]], row["role"], row["note"]) for row in found)


def relations(connection: sqlite3.Connection, names: Names, event: int) -> tuple[Relation, ...]:
    """Those the event names first, then those that name it."""
    found = rows(connection, _RELATIONS, event)
    events = names.events(row["event_id"] for row in found)
    passages = names.passages((row["to_passage_id"], "context") for row in found if row["to_passage_id"])
    return tuple(
        Relation(
            kind=row["kind"],
            outgoing=bool(row["outgoing"]),
            event=events.get(row["event_id"]),
            passage=passages.get((row["to_passage_id"], "context")),
            note=row["note"],
        )
        for row in found
    )


def passages_about(connection: sqlite3.Connection, names: Names, event: int) -> tuple[PassageChip, ...]:
    """Passages that speak of the event without being a claim."""
    found = rows(connection, "SELECT passage_id FROM event_passage WHERE event_id = ? ORDER BY 1", event)
    return tuple(names.passages((row["passage_id"], "context") for row in found).values())


def titles(connection: sqlite3.Connection, entity: str, number: int) -> tuple[Translated, ...]:
    """Titles of an entity in other languages, in order of language."""
    question = """SELECT lang, text, status FROM translation
        WHERE entity = ? AND entity_id = ? AND field = 'title' ORDER BY lang"""
    return tuple(
        Translated(row["lang"], row["text"], row["status"]) for row in rows(connection, question, entity, number)
    )
