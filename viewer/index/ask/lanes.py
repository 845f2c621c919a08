"""The lanes of the timeline: by kind, place, person or source, the largest first, and one for all others."""

from __future__ import annotations

import sqlite3

from viewer.binding.typed import TYPE_CHECKING, Final
from viewer.case.frozen import dataclass
from viewer.index.ask import bitmaps
from viewer.index.ask.fetch import fact, rows
from viewer.index.query import Query

if TYPE_CHECKING:
    from pyroaring import BitMap

MOST: Final = 12
BY: Final = ("kind", "place", "person", "source", "none")
_FACETS: Final = {"place": "place", "person": "agent", "source": "source"}
_KINDS: Final = "SELECT number, code, label, on_axis FROM kind WHERE on_axis > 0 ORDER BY number"
# The highest level of places at which events lie in at least two places.
_LEVEL: Final = """
SELECT coalesce(min(level), 0) FROM (SELECT level FROM facet_value WHERE facet = 'place' GROUP BY level
  HAVING count(*) > 1)
"""
_LARGEST: Final = """
SELECT id, value, label FROM facet_value WHERE facet = ? AND level = ? ORDER BY events DESC, id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane and how many events of the axis lie in it. number: of the kind, else its place from 0.

    value: code or uid; '' for the lane of all others and for the only one (by 'none'), whose labels are '' too.
    """

    number: int
    label: str
    events: int
    value: str = ""


def lanes(connection: sqlite3.Connection, by: str = "kind", query: Query | None = None) -> tuple[Lane, ...]:
    """Lanes that have events on the axis: kinds in the case's order, others by count with all others last.

    An event with several persons or sources lies in the lane of the one with fewest events, so that a source of
    everything leaves the others theirs. The lanes stay the same when the query changes; only their counts do.
    Raises ValueError for a `by` that is none of BY.
    """
    if by not in BY:
        raise ValueError(by)
    if by == "kind" and not query:
        return tuple(
            Lane(row["number"], row["label"], row["on_axis"], row["code"]) for row in rows(connection, _KINDS)
        )
    if by == "none" and not query:
        return (Lane(0, "", int(fact(connection, "count_on_axis"))),)
    held, whole = events_of(connection, by, query), events_of(connection, by, None)
    named = (lane for lane in _named(connection, by) if whole[lane[0]])
    return tuple(Lane(number, label, len(held[number]), value) for number, value, label in named)


def _named(connection: sqlite3.Connection, by: str) -> list[tuple[int, str, str]]:
    """Number, value and label of each lane."""
    return bitmaps.kept(connection, ("named", by), lambda: _read_names(connection, by))  # type: ignore[no-any-return]


def _read_names(connection: sqlite3.Connection, by: str) -> list[tuple[int, str, str]]:
    if by == "kind":
        return [(row["number"], row["code"], row["label"]) for row in rows(connection, _KINDS)]
    if by == "none":
        return [(0, "", "")]
    facet = _FACETS[by]
    level = connection.execute(_LEVEL).fetchone()[0] if facet == "place" else 0
    largest = connection.execute(_LARGEST, (facet, level, MOST)).fetchall()
    return [
        *((number, value, label) for number, (_, value, label) in enumerate(largest)),
        (len(largest), "", ""),
    ]


def events_of(connection: sqlite3.Connection, by: str, query: Query | None) -> dict[int, BitMap]:
    """The events of the axis in each lane, each in one lane only; kept for the next question."""
    return bitmaps.kept_awhile(connection, ("lanes", by, query), lambda: _parted(connection, by, query))  # type: ignore[no-any-return]


def _parted(connection: sqlite3.Connection, by: str, query: Query | None) -> dict[int, BitMap]:
    from viewer.index.ask.chosen import ords

    left = bitmaps.on_axis(connection)
    if query:
        left = left & ords(connection, query)
    found: dict[int, BitMap] = {}
    named = _named(connection, by)
    for number, value, _ in sorted(named, key=lambda lane: (not lane[1], -lane[0])):  # smallest first, others last
        found[number] = left & bitmaps.of_value(connection, _FACETS.get(by, by), value) if value else left
        left = left - found[number]
    return {number: found[number] for number, _, _ in named}


def lane_of(held: dict[int, BitMap], ord_: int) -> int:
    """The lane in which an event lies."""
    return next((number for number, events in held.items() if ord_ in events), -1)
