"""Answers the questions of the timeline and its table from the index: one case, one query."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from viewer.binding.typed import Any
from viewer.case.frozen import dataclass, replace
from viewer.index.ask import strip, timeline
from viewer.index.ask.density import Density
from viewer.index.ask.events import EventRow
from viewer.index.ask.strip import Era, Near
from viewer.index.ask.timeline import Extent, Lane, Mark
from viewer.index.query import Query
from viewer.panes.timeline.asking import Loose

_REMEMBERED = 3
"""Questions of each sort: of the view, of what is around it, and of all of time."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a query asks for, and what follows from it. kept: for the connection whose questions were prepared."""

    query: Query
    events: int
    kept: dict[tuple[object, ...], Any]


class Questions:
    """What a timeline has asked last: of another query it will ask the same, as long as its view stays."""

    def __init__(self) -> None:
        self._newest: dict[str, list[tuple[Any, ...]]] = {}

    def note(self, name: str, *told: Any) -> None:
        """A method of Times, and what it was told."""
        newest = self._newest.setdefault(name, [])
        if told in newest:
            newest.remove(told)
        newest.append(told)
        del newest[:-_REMEMBERED]

    def all(self) -> list[tuple[str, tuple[Any, ...]]]:
        return [(name, told) for name, newest in self._newest.items() for told in newest]


class Times:
    """Asked on the thread of the window, over its own connection; every answer takes less than a frame.

    The first answers of a new query do not: `prepare` gives them on another thread, ahead.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        by: str = "kind",
        query: Query | None = None,
        before: Questions | None = None,
    ) -> None:
        self._connection = connection
        self.by = by
        self._query = query or None
        self.doubtful = bool(query and (query.since or query.until) and not query.certain)
        self.asked = before or Questions()

    def extent(self) -> Extent | None:
        return timeline.extent(self._connection)

    def lanes(self) -> Sequence[Lane]:
        """Those without events are left out, unless all are."""
        found = timeline.lanes(self._connection, self.by, self._query)
        filled = tuple(replace(lane, label=lane.label or self._unnamed()) for lane in found if lane.events)
        return filled or found

    def eras(self) -> Sequence[Era]:
        return strip.eras(self._connection)

    def loose(self, limit: int) -> Loose:
        self.asked.note("loose", limit)
        rows = timeline.loose(self._connection, self._query, limit)
        if len(rows) < limit:
            return Loose(rows, len(rows))
        if not self._query:
            extent = self.extent()
            return Loose(rows, extent.loose if extent else len(rows))
        from viewer.index.ask import facets

        return Loose(rows, facets.matched(self._connection, self._query).loose)

    def density(self, start: int, end: int, columns: int) -> Density:
        self.asked.note("density", start, end, columns)
        return timeline.density(self._connection, start, end, columns, by=self.by, query=self._query)

    def near(self, start: int, end: int, limit: int) -> Near | None:
        self.asked.note("near", start, end, limit)
        return strip.near(self._connection, start, end, limit, by=self.by, query=self._query)

    def within(self, start: int, end: int, limit: int) -> Sequence[Mark]:
        self.asked.note("within", start, end, limit)
        return timeline.within(self._connection, start, end, limit, by=self.by, query=self._query)

    def marks(self, uids: Sequence[str]) -> Sequence[Mark]:
        return strip.marks_of(self._connection, uids, self.by, self._query)

    def begun(self, edges: Sequence[int]) -> Sequence[int]:
        self.asked.note("begun", tuple(edges))
        return strip.begun(self._connection, edges, self._query)

    def first(self) -> str | None:
        return timeline.first(self._connection, self._query)

    def last(self) -> str | None:
        return timeline.last(self._connection, self._query)

    def along(self, uid: str, by: int) -> str | None:
        return timeline.neighbour(self._connection, uid, by, self._query)

    def across(self, uid: str, by: int) -> str | None:
        return strip.across(self._connection, uid, by, self.by, self._query)

    def _unnamed(self) -> str:
        if self.by == "none":
            return QCoreApplication.translate("Times", "All events")
        return QCoreApplication.translate("Times", "Other")


class TableRows:
    """The rows of the table."""

    def __init__(self, connection: sqlite3.Connection, query: Query | None = None) -> None:
        self._connection, self._query = connection, query or None

    def size(self) -> int:
        from viewer.index.ask import table

        return table.size(self._connection, self._query)

    def page(self, sort: str, descending: bool, offset: int, limit: int) -> Sequence[EventRow]:
        from viewer.index.ask import table

        return table.page(self._connection, self._query, sort, descending=descending, offset=offset, limit=limit)

    def position(self, uid: str, sort: str, descending: bool) -> int | None:
        from viewer.index.ask import table

        return table.position(self._connection, self._query, sort, uid, descending=descending)

    def kinds(self) -> Mapping[int, str]:
        return strip.kinds(self._connection)


Prepare = Callable[[sqlite3.Connection], Prepared]


def preparing(query: Query, times: Times, order: tuple[str, bool] | None, event: str | None) -> Prepare:
    """What is asked on another thread before `query` shows in the timeline; in its table too if it has an `order`.

    event: the one that is to be found in the table. The question raises BadWords.
    """
    by, asked = times.by, times.asked.all()

    def prepare(connection: sqlite3.Connection) -> Prepared:
        from viewer.index.ask import bitmaps, chosen

        events = chosen.chosen(connection, query).ords if query else bitmaps.everything(connection)
        ahead = Times(connection, by, query)
        ahead.lanes()
        for name, told in asked:
            getattr(ahead, name)(*told)
        if order:
            rows = TableRows(connection, query)
            rows.page(*order, 0, 1)
            if event:
                rows.position(event, *order)
        return Prepared(query, len(events), bitmaps.answers(connection, query or None))

    return prepare
