"""The rows of the table, fetched in pages and kept for a while; knows no Qt."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from viewer.index.ask.events import EventRow

PAGE: Final = 200
KEPT: Final = 40
"""Pages kept."""


class Ask(Protocol):
    """Whoever knows the events of one query; sort: of viewer.index.ask.table.SORTS."""

    def size(self) -> int: ...

    def page(self, sort: str, descending: bool, offset: int, limit: int) -> Sequence[EventRow]: ...

    def position(self, uid: str, sort: str, descending: bool) -> int | None: ...

    def kinds(self) -> Mapping[int, str]:
        """Labels by number."""
        ...


class Rows:
    """In one order; another order begins anew."""

    def __init__(self, ask: Ask, sort: str = "time", descending: bool = False) -> None:
        self._ask, self.sort, self.descending = ask, sort, descending
        self.size = ask.size()
        self._pages: OrderedDict[int, Sequence[EventRow]] = OrderedDict()

    def row(self, number: int) -> EventRow | None:
        """None where the table has been cut short meanwhile."""
        at = number // PAGE
        page = self._pages.get(at)
        if page is None:
            page = self._pages[at] = self._ask.page(self.sort, self.descending, at * PAGE, PAGE)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(at)
        within = number - at * PAGE
        return page[within] if within < len(page) else None

    def find(self, uid: str) -> int:
        """In which row an event stands; -1 if in none."""
        for at, page in self._pages.items():
            for within, row in enumerate(page):
                if row.uid == uid:
                    return at * PAGE + within
        place = self._ask.position(uid, self.sort, self.descending)
        return -1 if place is None else place
