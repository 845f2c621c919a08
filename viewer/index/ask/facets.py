"""How many events each value of each facet would leave, and how many the query leaves at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from heapq import heappush, heapreplace
from typing import TYPE_CHECKING, Final

from viewer.case.frozen import dataclass
from viewer.index import words
from viewer.index.ask import bitmaps
from viewer.index.ask.chosen import Chosen, chosen
from viewer.index.ask.fetch import among, fact, rows
from viewer.index.ask.names import alterations
from viewer.index.query import FLAGS, LISTS, Query

if TYPE_CHECKING:
    from pyroaring import BitMap

LISTED: Final = 20  # values of a long facet
_LOOKED_THROUGH: Final = 500  # values whose name begins so, of which the largest are given


@dataclass(frozen=True, slots=True)
class Matched:
    """Hidden rows are always counted. events: of the whole case; shown: match the query; possible_only: of those,
    how many only may lie in the span because their date is not sure; loose: of those shown, not on the axis.
    """

    events: int
    shown: int
    possible_only: int
    loose: int


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with the number of events it would leave together with the other facets (not with its own).

    within: value of the place this one lies in; level: depth in the hierarchy of places, 0 at the top. alteration:
    of a source, as of a SourceChip.
    """

    value: str
    label: str
    events: int
    chosen: bool
    within: str | None = None
    level: int = 0
    alteration: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet; values in the order shown (kinds in the case's order, places by hierarchy, others by count).

    more: how many values are not listed (long facets give the 20 largest and all that are chosen).
    """

    name: str
    values: tuple[FacetValue, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Everything the filter panel shows. flags: counts for disputed, single_origin, uncited, undated."""

    matched: Matched
    facets: tuple[Facet, ...]
    flags: tuple[FacetValue, ...]


def matched(connection: sqlite3.Connection, query: Query) -> Matched:
    """Raises viewer.index.wanted.BadWords where the words make no sense."""
    events, axis = int(fact(connection, "count_events")), int(fact(connection, "count_on_axis"))
    if not query:
        return Matched(events, events, 0, events - axis)
    found = chosen(connection, query)
    shown = len(found.ords)
    sure = shown if found.certain is None else len(found.certain)
    return Matched(events, shown, shown - sure, shown - found.ords.range_cardinality(0, axis + 1))


def facets(connection: sqlite3.Connection, query: Query) -> Facets:
    """All facets with live counts. Raises BadWords."""
    found = chosen(connection, query) if query else None
    counted = (_facet(connection, name, found, getattr(query, name)) for name in LISTS)
    return Facets(matched(connection, query), tuple(counted), _flags(connection, query, found))


def values(
    connection: sqlite3.Connection, query: Query, facet: str, beginning: str, limit: int = 50
) -> tuple[FacetValue, ...]:
    """Values of one facet whose label has a word that begins so, for finding a person among thousands."""
    sought = words.sought(beginning)
    condition = "".join(" AND words LIKE ?" for _ in sought)
    question = f"SELECT id, events FROM facet_value WHERE facet = ?{condition} ORDER BY events DESC, id LIMIT ?"
    named = {
        row["id"]: row["events"]
        for row in rows(connection, question, facet, *(f"% {word}%" for word in sought), _LOOKED_THROUGH)
    }
    hits = _hits(connection, chosen(connection, query), facet) if query else None
    if hits is not None:
        named = {number: hits.intersection_cardinality(_events(connection, number)) for number in named}
    best = sorted((number for number in named if named[number]), key=lambda number: (-named[number], number))
    taken: tuple[str, ...] = getattr(query, facet)
    described = _described(connection, {number: named[number] for number in best[:limit]}, taken)
    return tuple(sorted(described, key=lambda value: (-value.events, value.label)))


def _facet(connection: sqlite3.Connection, name: str, found: Chosen | None, taken: tuple[str, ...]) -> Facet:
    hits = None if found is None else _hits(connection, found, name)
    always = _numbers(connection, name, taken)
    if hits is None:
        question = "SELECT id, events FROM facet_value WHERE facet = ? ORDER BY events DESC, id"
        ranked = connection.execute(
            f"{question}{'' if name == 'kind' else f' LIMIT {LISTED}'}", (name,)
        ).fetchall()
    else:
        ranked = _counted(connection, name, hits, None if name == "kind" else LISTED)
    counts = dict(ranked)
    for number in always - set(counts):
        events = _events(connection, number)
        counts[number] = len(events) if hits is None else hits.intersection_cardinality(events)
    listed = _described(connection, counts, taken)
    shown = _ordered(connection, name, hits, listed, taken)
    total = bitmaps.kept(connection, ("values", name), lambda: _values(connection, name))
    return Facet(name, shown, max(0, total - len(shown)))


def _values(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute("SELECT count(*) FROM facet_value WHERE facet = ?", (name,)).fetchone()[0])


def _hits(connection: sqlite3.Connection, found: Chosen, facet: str) -> BitMap | None:
    """The events that meet all other parts of the query; None where there is no other part."""
    if set(found.parts) <= {facet}:
        return None
    return found.without(facet, bitmaps.everything(connection))


def _counted(connection: sqlite3.Connection, name: str, hits: BitMap, most: int | None) -> list[tuple[int, int]]:
    """The values with most hits, exactly: those that have fewer events at all need not be looked at."""
    best: list[tuple[int, int]] = []  # a heap: the least of the best first
    for number, events, held in bitmaps.of_facet(connection, name):
        if most is not None and len(best) >= most and events <= best[0][0]:
            break
        n = hits.intersection_cardinality(held)
        if n and (most is None or len(best) < most):
            heappush(best, (n, -number))
        elif n and (n, -number) > best[0]:
            heapreplace(best, (n, -number))
    return [(-number, n) for n, number in sorted(best, reverse=True)]


def _events(connection: sqlite3.Connection, number: int) -> BitMap:
    packed = connection.execute("SELECT packed FROM facet_bitmap WHERE id = ?", (number,)).fetchone()[0]
    return bitmaps.unpacked(packed)


def _numbers(connection: sqlite3.Connection, name: str, values: Iterable[str]) -> set[int]:
    question = "SELECT id FROM facet_value WHERE facet = ? AND value = ?"
    return {number for value in values for (number,) in connection.execute(question, (name, value))}


def _described(
    connection: sqlite3.Connection, counts: Mapping[int, int], taken: tuple[str, ...]
) -> list[FacetValue]:
    """Values by id, in the order in which they are shown where that is not by count."""
    question = """SELECT * FROM facet_value WHERE id IN (SELECT value FROM json_each(?)) ORDER BY place, id"""
    found = rows(connection, question, among(counts))
    altered = alterations(connection, (row["value"] for row in found if row["facet"] == "source"))
    return [
        FacetValue(
            row["value"], row["label"], counts[row["id"]], row["value"] in taken, row["within"], row["level"],
            altered.get(row["value"], "") if row["facet"] == "source" else "",
        )
        for row in found
    ]  # fmt: skip


def _ordered(
    connection: sqlite3.Connection,
    name: str,
    hits: BitMap | None,
    listed: list[FacetValue],
    taken: tuple[str, ...],
) -> tuple[FacetValue, ...]:
    absent = [
        FacetValue(value, value, 0, True) for value in taken if value not in {found.value for found in listed}
    ]
    if name == "place":
        return (*_by_hierarchy(_with_above(connection, hits, listed, taken)), *absent)
    if name != "kind":
        listed = sorted(listed, key=lambda value: (-value.events, value.label))
    return (*listed, *absent)


def _with_above(
    connection: sqlite3.Connection, hits: BitMap | None, listed: list[FacetValue], taken: tuple[str, ...]
) -> list[FacetValue]:
    """The places that are listed, and those they lie in."""
    known = {place.value for place in listed}
    while missing := {place.within for place in listed if place.within and place.within not in known}:
        numbers = _numbers(connection, "place", sorted(missing))
        counts = {
            number: len(events) if hits is None else hits.intersection_cardinality(events)
            for number in numbers
            for events in (_events(connection, number),)
        }
        listed = [*listed, *_described(connection, counts, taken)]
        known |= missing
    return listed


def _by_hierarchy(places: list[FacetValue]) -> list[FacetValue]:
    """Each place before those that lie in it; beside each other the one with more events first."""
    inside: dict[str | None, list[FacetValue]] = {}
    known = {place.value for place in places}
    for place in sorted(places, key=lambda place: (-place.events, place.label)):
        inside.setdefault(place.within if place.within in known and place.level else None, []).append(place)
    ordered: list[FacetValue] = []
    left = list(reversed(inside.get(None, [])))
    while left:
        place = left.pop()
        ordered.append(place)
        left += reversed(inside.pop(place.value, []))
    return ordered


def _flags(connection: sqlite3.Connection, query: Query, found: Chosen | None) -> tuple[FacetValue, ...]:
    counted = []
    for flag in FLAGS:
        hits = None if found is None else _hits(connection, found, flag)
        question = "SELECT events FROM facet_value WHERE facet = ?"
        stored = connection.execute(question, (flag,)).fetchone()
        events = stored[0] if stored else 0
        if hits is not None and events:
            events = hits.intersection_cardinality(bitmaps.of_value(connection, flag, "yes"))
        counted.append(FacetValue("yes", flag, events, bool(getattr(query, flag))))
    return tuple(counted)
