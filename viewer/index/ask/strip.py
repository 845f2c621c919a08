"""What the timeline asks in every frame and for every key: light marks, counts between edges, neighbours, eras."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from viewer.binding.typed import TYPE_CHECKING, Any, Final, NamedTuple
from viewer.case import when
from viewer.case.errors import UnknownFocus
from viewer.case.frozen import dataclass
from viewer.index.ask import lanes as lane_sets
from viewer.index.ask import span
from viewer.index.ask.fetch import among, fact, rows
from viewer.index.ask.timeline import Mark, marks, ord_of, too_many, touching
from viewer.index.form import LOOSE
from viewer.index.query import Query

if TYPE_CHECKING:
    from pyroaring import BitMap

ERAS: Final = "era"
"""Scheme of the terms that name spans of time: the code is the span as EDTF."""


COUNTED: Final = 24
"""More events than these that cover all of a span are counted, not drawn."""


class Dot(NamedTuple):
    """An event of the axis as little more than its place: made by the hundred in a frame, hence a tuple.

    start, end: as in `Mark`. fine: dated to the day or finer, as one moment; soft: "about" or doubted; hollow: not
    dated to the day; possible: under a query with dates, it only may lie in the span.
    """

    uid: str
    start: int | None
    end: int | None
    lane: int
    kind: int
    fine: bool
    soft: bool
    hollow: bool
    sure_start: bool
    sure_end: bool
    possible: bool = False


@dataclass(frozen=True, slots=True)
class Across:
    """Of one lane: how many events last through all of a span, and how many are known only to more than it."""

    lane: int
    lasting: int
    vague: int

    @property
    def events(self) -> int:
        return self.lasting + self.vague


@dataclass(frozen=True, slots=True)
class Near:
    """across: what covers all of the span and is not among the dots."""

    dots: tuple[Dot, ...]
    across: tuple[Across, ...] = ()


@dataclass(frozen=True, slots=True)
class Era:
    """A named span of time: seconds since 1970, half open; None = that end is open."""

    label: str
    definition: str | None
    start: int | None
    end: int | None


_DOTS: Final = """
SELECT e.uid, m."start", m."end", m.kind AS lane, m.kind, m.precision IN ('day', 'hour', 'minute', 'second'),
  m.approximate OR m.uncertain, NOT m.to_the_day, m.sure_start, m.sure_end, 0, m.id
FROM moment m JOIN event e ON e.id = m.event_id
WHERE {which} ORDER BY m.id
"""
_BETWEEN: Final = _DOTS.format(which="m.id >= ? AND m.id < ?")
_AMONG: Final = _DOTS.format(which="m.id IN (SELECT value FROM json_each(?))")


def near(
    connection: sqlite3.Connection,
    start: int,
    end: int,
    limit: int,
    *,
    by: str = "kind",
    query: Query | None = None,
) -> Near | None:
    """All that touch [start, end), in order of start; what covers all of it is only counted where it is more than
    a few. None where there still are more than `limit`.
    """
    if too_many(connection, start, end, limit, query):
        return None
    ords, before = touching(connection, start, end, query)
    over = [number for number, covers in before if covers]
    over = over if len(over) > COUNTED else []
    if over:
        before = [pair for pair in before if not pair[1]]
    if len(ords) + len(before) > limit:
        return None
    read = connection.execute(_AMONG, (among(number for number, _ in before),)).fetchall() if before else []
    if isinstance(ords, range):
        read += connection.execute(_BETWEEN, (ords.start, ords.stop)).fetchall()
    elif ords:
        read += connection.execute(_AMONG, (among(ords),)).fetchall()
    return Near(tuple(_dots(connection, read, by, query)), _by_lane(connection, over, by, query))


def _by_lane(
    connection: sqlite3.Connection, ords: Sequence[int], by: str, query: Query | None
) -> tuple[Across, ...]:
    question = "SELECT id, kind, lasts FROM moment WHERE id IN (SELECT value FROM json_each(?))"
    held = lane_sets.events_of(connection, by, query) if by not in ("kind", "none") else None
    counts: dict[int, list[int]] = {}
    for ord_, kind, lasts in connection.execute(question, (among(ords),)):
        lane = kind if by == "kind" else 0 if held is None else lane_sets.lane_of(held, ord_)
        counts.setdefault(lane, [0, 0])[not lasts] += 1
    return tuple(Across(lane, *both) for lane, both in sorted(counts.items()))


def _dots(
    connection: sqlite3.Connection, rows_found: Iterable[tuple[Any, ...]], by: str, query: Query | None
) -> Iterator[Dot]:
    held = lane_sets.events_of(connection, by, query) if by not in ("kind", "none") else None
    certain = _certain(connection, query)
    if by == "kind" and certain is None:
        yield from (Dot._make(row[:-1]) for row in rows_found)
        return
    for *parts, _, ord_ in rows_found:
        if by != "kind":
            parts[3] = 0 if held is None else lane_sets.lane_of(held, ord_)
        yield Dot._make((*parts, certain is not None and ord_ not in certain))


def _certain(connection: sqlite3.Connection, query: Query | None) -> BitMap | None:
    """The events that must lie in the span of the query; None where it has none, or asks for no others."""
    if not query or query.certain or not (query.since or query.until):
        return None
    from viewer.index.ask.chosen import chosen

    return chosen(connection, query).certain


def marks_of(
    connection: sqlite3.Connection, uids: Sequence[str], by: str = "kind", query: Query | None = None
) -> tuple[Mark, ...]:
    """Marks of these events, in order of start; those that are not on the axis are left out."""
    named = json.dumps(list(uids))
    question = f"""SELECT m.id FROM moment m JOIN event e ON e.id = m.event_id
        WHERE e.uid IN (SELECT value FROM json_each(?)) AND m.lc <> {LOOSE}"""
    return marks(connection, [row["id"] for row in rows(connection, question, named)], by, query)


def begun(connection: sqlite3.Connection, edges: Sequence[int], query: Query | None = None) -> tuple[int, ...]:
    """How many events begin between each moment and the next."""
    first, last = int(fact(connection, "first_start")), int(fact(connection, "count_on_axis"))
    places = [span.first_from(connection, edge, first, last) for edge in edges]
    if query:
        from viewer.index.ask.chosen import ords

        asked = ords(connection, query)
        places = [asked.rank(place - 1) if place else 0 for place in places]
    return tuple(later - earlier for earlier, later in pairwise(places))


def across(
    connection: sqlite3.Connection, uid: str, step: int, by: str = "kind", query: Query | None = None
) -> str | None:
    """The event nearest in time in the next lane below (1) or above (-1) that has one; None where there is none.

    Of the tray (no lane) the lowest lane is the next above.
    """
    try:
        here = ord_of(connection, uid)
    except UnknownFocus:
        return None
    held = {number: events for number, events in lane_sets.events_of(connection, by, query).items() if events}
    order = list(held)
    at = next((place for place, events in enumerate(held.values()) if here in events), len(order))
    there = at + step
    if not 0 <= there < len(order):
        return None
    return _uid_of(connection, _nearest(connection, held[order[there]], here))


def _nearest(connection: sqlite3.Connection, events: BitMap, here: int) -> int:
    """By the beginning; of two equally near the later one."""
    rank = events.rank(here)
    near = [events[place] for place in (rank, rank - 1) if 0 <= place < len(events)]
    question = 'SELECT id, coalesce("start", "end", 0) FROM moment WHERE id IN (SELECT value FROM json_each(?))'
    times = dict(connection.execute(question, (among([*near, here]),)).fetchall())
    return min(near, key=lambda number: abs(times[number] - times[here]))


def _uid_of(connection: sqlite3.Connection, ord_: int) -> str:
    question = "SELECT e.uid FROM moment m JOIN event e ON e.id = m.event_id WHERE m.id = ?"
    return str(connection.execute(question, (ord_,)).fetchone()[0])


def kinds(connection: sqlite3.Connection) -> dict[int, str]:
    """Labels of all kinds by number."""
    return dict(connection.execute("SELECT number, label FROM kind ORDER BY number").fetchall())


def eras(connection: sqlite3.Connection) -> tuple[Era, ...]:
    """Terms of the scheme 'era' whose code is a span of time, in the authors' order."""
    question = "SELECT code, label, definition FROM term WHERE scheme = ? ORDER BY id"
    return tuple(era for row in rows(connection, question, ERAS) for era in _era(row))


def _era(row: sqlite3.Row) -> Iterator[Era]:
    try:
        stated = when.parse(row["code"])
    except when.BadDate:
        return
    ends = (None if jd is None else when.seconds(jd) for jd in (stated.earliest_jd, stated.latest_jd))
    yield Era(row["label"], row["definition"], *ends)
