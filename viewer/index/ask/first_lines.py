"""How much of a long event list is listed, and its beginning as far as it comes into sight: shown first."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Sequence
from itertools import accumulate, islice

from viewer.case.frozen import dataclass
from viewer.index import sorting
from viewer.index.ask.event_rows import rows_of
from viewer.index.ask.events import KINDS, KindGroup, group_of
from viewer.index.ask.fetch import rows

WHOLE = 2000
"""Events up to which a list is given whole."""
EACH = 200
"""Events of each kind in a longer list, at most."""
LISTED = 600
"""Events in a longer list, shared by its kinds: a list measures each of its lines before it can be painted."""
_PLACE = """
SELECT st.kind, m.id FROM event e JOIN standing st ON st.event_id = e.id JOIN moment m ON m.event_id = e.id
WHERE e.uid = ?
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """groups: kinds that have events, with those that are listed; totals: how many each of them has."""

    groups: tuple[KindGroup, ...]
    totals: tuple[int, ...]


def listed_of_each(events: int, kinds: int) -> int:
    """How many events of each kind a list of so many events of so many kinds gives, at most."""
    return events if events <= WHOLE else max(1, min(EACH, LISTED // max(1, kinds)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A kind of the list. order: place of its first event among all events in order of kinds; begin: of its first
    line in the list; count: its lines.
    """

    kind: sqlite3.Row
    order: int
    begin: int
    count: int


def first_lines(connection: sqlite3.Connection, focus: str, folded: Collection[str], most: int) -> Listed:
    """The beginning of the list of all events: the lines that come into sight first, where `most` have room.

    They are those around the event `focus` (its uid), or, where that is not listed, the first of all; folded kinds
    are without events. Read from an order that is kept ready, not from sets of events: a millisecond or two,
    however large the case is.
    """
    parts = _parts(rows(connection, KINDS), folded)
    seen = in_sight(_line_of(connection, parts, focus), sum(part.count for part in parts), most)
    places = [range(max(seen.start - part.begin, 0), min(seen.stop - part.begin, part.count)) for part in parts]
    ords = [
        in_order_of_kinds(connection, part.order + place.start, len(place))
        for part, place in zip(parts, places, strict=True)
    ]
    lines = iter(rows_of(connection, [ord_ for some in ords for ord_ in some]))
    groups = tuple(
        group_of(part.kind, islice(lines, len(place)), min(place.start, part.count))
        for part, place in zip(parts, places, strict=True)
    )
    return Listed(groups, tuple(part.kind["events"] for part in parts))


def in_sight(at: int, lines: int, most: int) -> range:
    """Which of so many lines show when that at this place is brought into view: in the middle, if it has to be."""
    half = most // 2 + 1
    behind = min(at + half + 1, lines)
    if at < most:
        return range(min(max(behind, most), lines))
    return range(max(min(at - half, behind - most), 0), behind)


def _parts(kinds: Sequence[sqlite3.Row], folded: Collection[str]) -> list[_Part]:
    each = listed_of_each(sum(kind["events"] for kind in kinds), len(kinds))
    counts = [0 if kind["code"] in folded else min(each, kind["events"]) for kind in kinds]
    orders = accumulate((kind["events"] for kind in kinds), initial=0)
    return list(map(_Part, kinds, orders, accumulate(counts, initial=0), counts))


def _line_of(connection: sqlite3.Connection, parts: Sequence[_Part], focus: str) -> int:
    kind, ord_ = connection.execute(_PLACE, (focus,)).fetchone() or (None, 0)
    for part in parts:
        if part.kind["number"] == kind:
            ords = in_order_of_kinds(connection, part.order, part.count)
            return part.begin + ords.index(ord_) if ord_ in ords else 0
    return 0


def in_order_of_kinds(connection: sqlite3.Connection, begin: int, count: int) -> list[int]:
    """Ords of so many events from this place on, of all events in order of their kinds."""
    if not count:
        return []
    first, last = begin // sorting.PAGE, (begin + count - 1) // sorting.PAGE
    question = "SELECT packed FROM sorting WHERE name = 'kind' AND page BETWEEN ? AND ? ORDER BY page"
    found = array("I")
    for (packed,) in connection.execute(question, (first, last)):
        found += sorting.read_page(packed)
    skipped = begin - first * sorting.PAGE
    return found[skipped : skipped + count].tolist()
