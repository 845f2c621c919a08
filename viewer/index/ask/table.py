"""Events as a table: any page of any order, without reading the rows before it."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from viewer.index import sorting
from viewer.index.ask import bitmaps
from viewer.index.ask.event_rows import EventRow, rows_of
from viewer.index.ask.fetch import fact
from viewer.index.ask.timeline import ord_of
from viewer.index.query import Query

if TYPE_CHECKING:
    from pyroaring import BitMap

SORTS: Final = ("time", *sorting.KEYS)
_FEW: Final = 4000  # events that are sorted when they are asked for, rather than picked from the whole order


def size(connection: sqlite3.Connection, query: Query | None = None) -> int:
    """How many rows there are. Raises BadWords."""
    asked = _asked(connection, query)
    return int(fact(connection, "count_events")) if asked is None else len(asked)


def page(
    connection: sqlite3.Connection,
    query: Query | None,
    sort: str = "time",
    *,
    descending: bool = False,
    offset: int = 0,
    limit: int = 100,
) -> tuple[EventRow, ...]:
    """Rows offset … of the events that the query asks for; sort: of SORTS. Raises BadWords, ValueError for a sort.

    Equal rows stand in order of time, or the other way round when descending.
    """
    return tuple(
        rows_of(connection, ords(connection, query, sort, descending=descending, offset=offset, limit=limit))
    )


def ords(
    connection: sqlite3.Connection,
    query: Query | None,
    sort: str = "time",
    *,
    descending: bool = False,
    offset: int = 0,
    limit: int = 100,
) -> list[int]:
    """The same as ords."""
    if sort not in SORTS:
        raise ValueError(sort)
    total = size(connection, query)
    offset, limit = max(0, offset), max(0, min(limit, total - max(0, offset)))
    if not limit:
        return []
    if descending:
        offset = total - offset - limit
    found = _slice(connection, query, sort, offset=offset, limit=limit)
    return found[::-1] if descending else found


def position(
    connection: sqlite3.Connection,
    query: Query | None,
    sort: str,
    uid: str,
    *,
    descending: bool = False,
) -> int | None:
    """In which row an event stands; None where the query does not ask for it. Raises UnknownFocus, BadWords."""
    here = ord_of(connection, uid)
    asked = _asked(connection, query)
    if asked is not None and here not in asked:
        return None
    if sort == "time":
        place = here - 1 if asked is None else asked.rank(here) - 1
    else:
        place = _place(
            _whole(connection, sort) if asked is None else _sorted(connection, query, asked, sort), here
        )
    return size(connection, query) - 1 - place if descending else place


def _asked(connection: sqlite3.Connection, query: Query | None) -> BitMap | None:
    """None for all events."""
    if not query:
        return None
    from viewer.index.ask import chosen

    return chosen.ords(connection, query)


def _slice(
    connection: sqlite3.Connection, query: Query | None, sort: str, *, offset: int, limit: int
) -> list[int]:
    asked = _asked(connection, query)
    if sort == "time":
        if asked is None:
            return list(range(offset + 1, offset + limit + 1))
        return list(asked[offset : offset + limit])
    if asked is None:
        first = offset // sorting.PAGE
        several = chain.from_iterable(_pages(connection, sort, first))
        return list(islice(several, offset - first * sorting.PAGE, offset - first * sorting.PAGE + limit))
    if len(asked) > _FEW and offset < _FEW:  # the beginning is soon found
        found = islice(
            filter(asked.__contains__, chain.from_iterable(_pages(connection, sort, 0))), offset + limit
        )
        return list(found)[offset:]
    return list(_sorted(connection, query, asked, sort)[offset : offset + limit])


def _pages(connection: sqlite3.Connection, sort: str, first: int) -> Iterator[array[int]]:
    question = "SELECT packed FROM sorting WHERE name = ? AND page >= ? ORDER BY page"
    return (sorting.read_page(packed) for (packed,) in connection.execute(question, (sort, first)))


def _sorted(connection: sqlite3.Connection, query: Query | None, asked: BitMap, sort: str) -> Sequence[int]:
    """All events that are asked for, in this order."""

    def make() -> array[int]:
        if len(asked) <= _FEW:
            return array("I", _sorted_now(connection, asked, sort))
        return array("I", filter(asked.__contains__, _whole(connection, sort)))

    found: array[int] = bitmaps.kept_awhile(connection, ("sorted", query, sort), make)
    return found


def _whole(connection: sqlite3.Connection, sort: str) -> Iterable[int]:
    return chain.from_iterable(_pages(connection, sort, 0))


def _sorted_now(connection: sqlite3.Connection, asked: BitMap, sort: str) -> list[int]:
    places = _places(connection, asked, sort)
    return sorted(asked, key=lambda ord_: (places[ord_], ord_))


def _places(connection: sqlite3.Connection, asked: BitMap, sort: str) -> dict[int, tuple[object, ...]]:
    """What each event is compared by."""
    import json

    from viewer.index import words

    key = sorting.KEYS[sort].replace("norm(", "(")
    question = f"SELECT m.id, {key} FROM {sorting.FROM[sort]} WHERE m.id IN (SELECT value FROM json_each(?))"
    normed = sort in ("title", "place")
    return {
        ord_: tuple(_comparable(words.norm(cell) if normed and isinstance(cell, str) else cell) for cell in cells)
        for ord_, *cells in connection.execute(question, (json.dumps(asked.to_array().tolist()),))
    }


def _comparable(cell: object) -> object:
    """Text as SQLite compares it; what is not known (its flag says so before) as 0."""
    return cell.encode() if isinstance(cell, str) else 0 if cell is None else cell


def _place(ords_in_order: Iterable[int], here: int) -> int:
    return next(place for place, ord_ in enumerate(ords_in_order) if ord_ == here)
