"""Where the keyboard goes next among events: along time, and from lane to lane; knows no Qt."""

from __future__ import annotations

from functools import cached_property

from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Mark
from viewer.panes.timeline.asking import Ask, Loose
from viewer.panes.timeline.telling import Telling


class Course:
    """Keys walk by questions: marks by time, and below the last lane the events beside the axis."""

    def __init__(self, ask: Ask, telling: Telling, loose: Loose) -> None:
        self._ask, self._telling, self._loose = ask, telling, loose

    @cached_property
    def _beside(self) -> dict[str, EventRow]:
        return {row.uid: row for row in self._loose.rows}

    def __contains__(self, uid: str) -> bool:
        return self._telling.mark(uid) is not None or uid in self._beside

    def row(self, uid: str) -> EventRow | None:
        mark = self._telling.mark(uid)
        return mark.row if mark else self._beside.get(uid)

    def mark(self, uid: str) -> Mark | None:
        """None if the event has no place on the axis."""
        return self._telling.mark(uid)

    def marks(self, uids: tuple[str, ...]) -> tuple[Mark, ...]:
        return tuple(self._telling.marks(uids))

    def first(self) -> str:
        return self._ask.first() or ""

    def last(self) -> str:
        """The last on the axis."""
        return self._ask.last() or ""

    def along(self, uid: str, by: int) -> str:
        """The next (by = 1) or previous (-1) in time, in any lane; where there is none, the same."""
        if not uid:
            return self.first()
        return self._ask.along(uid, by) or uid

    def across(self, uid: str, by: int) -> str:
        """The nearest in time in the next lane below (1) or above (-1) that has one; the tray is the lowest."""
        if uid in self._beside and by > 0:
            return uid
        there = self._ask.across(uid, by)
        return there or (next(iter(self._beside), uid) if by > 0 else uid)
