"""Answers the questions of the timeline and its table from the index: one case, one query."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from viewer.case.frozen import replace
from viewer.index.ask import strip, timeline
from viewer.index.ask.density import Density
from viewer.index.ask.events import EventRow
from viewer.index.ask.strip import Era, Near
from viewer.index.ask.timeline import Extent, Lane, Mark
from viewer.index.query import Query
from viewer.panes.timeline.asking import Loose


class Times:
    """Asked on the thread of the window, over its own connection; every answer takes less than a frame."""

    def __init__(self, connection: sqlite3.Connection, by: str = "kind", query: Query | None = None) -> None:
        self._connection = connection
        self.by = by
        self._query = query or None
        self.doubtful = bool(query and (query.since or query.until) and not query.certain)

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
        rows = timeline.loose(self._connection, self._query, limit)
        if len(rows) < limit:
            return Loose(rows, len(rows))
        if not self._query:
            extent = self.extent()
            return Loose(rows, extent.loose if extent else len(rows))
        from viewer.index.ask import facets

        return Loose(rows, facets.matched(self._connection, self._query).loose)

    def density(self, start: int, end: int, columns: int) -> Density:
        return timeline.density(self._connection, start, end, columns, by=self.by, query=self._query)

    def near(self, start: int, end: int, limit: int) -> Near | None:
        return strip.near(self._connection, start, end, limit, by=self.by, query=self._query)

    def within(self, start: int, end: int, limit: int) -> Sequence[Mark]:
        return timeline.within(self._connection, start, end, limit, by=self.by, query=self._query)

    def marks(self, uids: Sequence[str]) -> Sequence[Mark]:
        return strip.marks_of(self._connection, uids, self.by, self._query)

    def begun(self, edges: Sequence[int]) -> Sequence[int]:
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
