"""Questions of the timeline: what lies in a span, how far time reaches, what has no place on the axis."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.frozen import dataclass
from viewer.case.when import When
from viewer.index import doubt
from viewer.index.ask import bitmaps, span
from viewer.index.ask import lanes as lane_sets
from viewer.index.ask.density import Coarse, Density, density
from viewer.index.ask.event_rows import EventRow, event_rows, rows_of
from viewer.index.ask.fetch import among, fact, id_of, rows
from viewer.index.ask.lanes import Lane, lanes
from viewer.index.ask.later import FEW, Later
from viewer.index.form import OPEN
from viewer.index.query import Query

if TYPE_CHECKING:
    from pyroaring import BitMap

# Records and questions that stand elsewhere and are part of these answers.
__all__ = [
    "Coarse", "Crowd", "Density", "Extent", "Lane", "Mark", "crowd", "density", "extent", "first", "lanes", "last",
    "loose", "marks", "neighbour", "ord_of", "touching", "within",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the time axis.

    start, end: seconds of the local wall clock since 1970, half open; None = that end is open or unknown.
    sure_start, sure_end: that end is known to the day or finer; a bar fades at an end that is not.
    lane: number of the `Lane` it lies in, as it was asked for.
    """

    uid: str
    title: str
    kind: int
    start: int | None
    end: int | None
    sure_start: bool
    sure_end: bool
    approximate: bool
    uncertain: bool
    to_the_day: bool
    when: When
    row: EventRow
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last sure second of the case, and how many events there are on the axis and beside it."""

    start: int
    end: int
    on_axis: int
    loose: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many events of the axis touch a span: begin in it, began before, and of those how many cover it all."""

    beginning: int
    before: int
    across: int

    @property
    def events(self) -> int:
        return self.beginning + self.before


_MOST_MARKS = 4000
# What began before ?1 and is not over then: one range of the index for each class of duration in use. The last
# column says whether it lasts beyond ?2.
_BEFORE = f"""
SELECT m.id, m."end" >= ?2 FROM duration c CROSS JOIN moment m
ON m.lc = c.lc AND m."start" > ?1 - c.longest AND m."start" < ?1 WHERE c.lc <> {OPEN} AND m."end" > ?1
"""
# Of these, some that end in the span: enough to know that they are too many.
_PARTLY = f'{_BEFORE} AND m."end" < ?2 LIMIT ?3'
# Events with an open end are few; they are read once.
_OPEN = f'SELECT id, "start", "end" FROM moment WHERE lc = {OPEN} ORDER BY id'
_MARKS = """
SELECT m.*, e.uid, e.title, d.doubt FROM moment m
JOIN event e ON e.id = m.event_id JOIN parsed_date d ON d.edtf = e.date_edtf
WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.id
"""


def extent(connection: sqlite3.Connection) -> Extent | None:
    """None when no event has a date."""
    start, end = fact(connection, "extent_start"), fact(connection, "extent_end")
    if not start or not end:
        return None
    events, on_axis = int(fact(connection, "count_events")), int(fact(connection, "count_on_axis"))
    return Extent(int(start), int(end), on_axis, events - on_axis)


def crowd(connection: sqlite3.Connection, start: int, end: int, query: Query | None = None) -> Crowd:
    """How many marks there would be in [start, end), to choose between bars and columns."""
    ords, before = touching(connection, start, end, query)
    return Crowd(len(ords), len(before), sum(across for _, across in before))


def within(
    connection: sqlite3.Connection,
    start: int,
    end: int,
    limit: int = 600,
    *,
    by: str = "kind",
    query: Query | None = None,
) -> tuple[Mark, ...]:
    """Events that touch [start, end), in order of start, at most `limit`.

    Where there are more, those that begin in the span come before those that began earlier, and what covers all of
    it comes last. `by` as in `lanes`, for Mark.lane.
    """
    ords, before = touching(connection, start, end, query)
    found = list(islice(ords, limit))
    for covers in (0, 1):
        found += [number for number, across in before if across == covers][: limit - len(found)]
    return marks(connection, found, by, query)


def touching(
    connection: sqlite3.Connection, start: int, end: int, query: Query | None
) -> tuple[range | BitMap, list[tuple[int, int]]]:
    """Ords that begin in the span; ord and whether it covers the whole span of those that began before."""
    beginning = span.beginning(connection, start, end)
    before = connection.execute(_BEFORE, (start, end)).fetchall()
    starts, without_end, without_start = bitmaps.kept(connection, ("open",), lambda: _open(connection))
    before += without_end[: bisect_left(starts, start)]
    before += [(ord_, until >= end) for until, ord_ in without_start if until > start]
    before.sort()
    if not query:
        return beginning, before
    from viewer.index.ask.chosen import ords

    asked = ords(connection, query)
    return asked[_rank(asked, beginning.start) : _rank(asked, beginning.stop)], [
        pair for pair in before if pair[0] in asked
    ]


def too_many(connection: sqlite3.Connection, start: int, end: int, limit: int, query: Query | None) -> bool:
    """Whether surely more than `limit` begin or end in the span: known long before all of them are found."""
    beginning = span.beginning(connection, start, end)
    if query:
        from viewer.index.ask.chosen import ords

        asked = ords(connection, query)
        return _rank(asked, beginning.stop) - _rank(asked, beginning.start) > limit
    left = limit - len(beginning)
    return left < 0 or len(connection.execute(_PARTLY, (start, end, left + 1)).fetchall()) > left


def _open(connection: sqlite3.Connection) -> tuple[list[int], list[tuple[int, int]], list[tuple[int, int]]]:
    """Beginnings of events without an end, these with "covers all", end and ord of those without a beginning."""
    found = connection.execute(_OPEN).fetchall()
    without_end = [(start, ord_) for ord_, start, _ in found if start is not None]
    return (
        [start for start, _ in without_end],
        [(ord_, 1) for _, ord_ in without_end],
        [(end, ord_) for ord_, start, end in found if start is None],
    )


def _rank(asked: BitMap, ord_: int) -> int:
    """How many of these events come before an ord."""
    return asked.rank(ord_ - 1) if ord_ else 0


def marks(connection: sqlite3.Connection, found: Iterable[int], by: str, query: Query | None) -> tuple[Mark, ...]:
    """The marks of these ords, in their order. Those made before are kept: while one pans, nearly all of them."""
    lanes_differ = by not in ("kind", "none")
    key = ("marks", by, query if lanes_differ else None)
    made: dict[int, Mark] = bitmaps.kept_awhile(connection, key, dict)
    wanted = sorted(found)
    missing = [number for number in wanted if number not in made]
    if len(made) + len(missing) > _MOST_MARKS:
        made.clear()
        missing = wanted
    if missing:
        held = lane_sets.events_of(connection, by, query) if lanes_differ else None
        made.update((ord_, mark) for ord_, mark in _made(connection, missing, by, held))
    return tuple(made[number] for number in wanted)


def _made(
    connection: sqlite3.Connection, missing: Iterable[int], by: str, held: dict[int, BitMap] | None
) -> Iterator[tuple[int, Mark]]:
    marked = rows(connection, _MARKS, among(missing))
    lines = event_rows(connection, (row["event_id"] for row in marked))
    for row in marked:
        lane = lane_sets.lane_of(held, row["id"]) if held is not None else row["kind"] if by == "kind" else 0
        # By place, in the order of the fields: hundreds are made in a frame.
        yield row["id"], Mark(
            row["uid"], row["title"], row["kind"], row["start"], row["end"], bool(row["sure_start"]),
            bool(row["sure_end"]), bool(row["approximate"]), bool(row["uncertain"]), bool(row["to_the_day"]),
            doubt.unpack(row["doubt"]), lines[row["event_id"]], lane,
        )  # fmt: skip


def loose(connection: sqlite3.Connection, query: Query | None = None, limit: int = 1000) -> Sequence[EventRow]:
    """Events with no place on the axis: undated, known by order only, or totals over other events."""
    events, on_axis = int(fact(connection, "count_events")), int(fact(connection, "count_on_axis"))
    if query:
        from viewer.index.ask import chosen

        asked = chosen.ords(connection, query)
        return tuple(rows_of(connection, list(islice(asked[_rank(asked, on_axis + 1) :], limit))))
    ords = range(on_axis + 1, events + 1)[:limit]
    first = partial(rows_of, connection, ords[:FEW])
    return Later(partial(rows_of, connection, ords), few=first, count=lambda: len(ords))


def neighbour(connection: sqlite3.Connection, uid: str, step: int, query: Query | None = None) -> str | None:
    """The event so many steps later (or, below 0, earlier) in the order of the axis, then of the loose ones.

    None beyond either end. An event that the query does not ask for is left for the next one that it does.
    Raises UnknownFocus('no-such-event').
    """
    here = ord_of(connection, uid)
    if not query:
        return _uid_at(connection, here + step)
    from viewer.index.ask.chosen import ords

    asked = ords(connection, query)
    place = _rank(asked, here) + step - (step > 0 and here not in asked)
    return _uid_at(connection, asked[place]) if 0 <= place < len(asked) else None


def first(connection: sqlite3.Connection, query: Query | None = None) -> str | None:
    """The first event in the order of the axis; None where there is none."""
    return _at_end(connection, query, last=False)


def last(connection: sqlite3.Connection, query: Query | None = None) -> str | None:
    """The last event on the axis, or the last loose one where none is on the axis."""
    return _at_end(connection, query, last=True)


def _at_end(connection: sqlite3.Connection, query: Query | None, *, last: bool) -> str | None:
    on_axis = int(fact(connection, "count_on_axis"))
    if not query:
        return _uid_at(connection, (on_axis or int(fact(connection, "count_events"))) if last else 1)
    from viewer.index.ask.chosen import ords

    asked = ords(connection, query)
    if not asked:
        return None
    return _uid_at(connection, asked[(_rank(asked, on_axis + 1) or len(asked)) - 1] if last else asked[0])


def ord_of(connection: sqlite3.Connection, uid: str) -> int:
    """The place of an event in the order of the axis. Raises UnknownFocus('no-such-event')."""
    number = id_of(connection, "event", uid)
    return int(connection.execute("SELECT id FROM moment WHERE event_id = ?", (number,)).fetchone()[0])


def _uid_at(connection: sqlite3.Connection, ord_: int) -> str | None:
    question = "SELECT e.uid FROM moment m JOIN event e ON e.id = m.event_id WHERE m.id = ?"
    found = connection.execute(question, (ord_,)).fetchone()
    return found and str(found[0])
