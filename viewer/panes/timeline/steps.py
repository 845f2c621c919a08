"""Where the keyboard goes next among events: along time, and from lane to lane; knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Mark


class Course:
    """The order in which keys walk: marks by time, and below the last lane the events beside the axis."""

    def __init__(self, marks: Sequence[Mark] = (), loose: Sequence[EventRow] = ()) -> None:
        self._order = tuple(sorted(marks, key=_time))
        self._loose = tuple(row.uid for row in loose)
        self._rows = {mark.uid: mark.row for mark in marks} | {row.uid: row for row in loose}
        self._all = (*(mark.uid for mark in self._order), *self._loose)
        self._marks = {mark.uid: mark for mark in self._order}

    def __contains__(self, uid: str) -> bool:
        return uid in self._rows

    def row(self, uid: str) -> EventRow | None:
        return self._rows.get(uid)

    def mark(self, uid: str) -> Mark | None:
        """None if the event has no place on the axis."""
        return self._marks.get(uid)

    def marks(self, uids: Sequence[str]) -> tuple[Mark, ...]:
        return tuple(self._marks[uid] for uid in uids if uid in self._marks)

    def first(self) -> str:
        return self._all[0] if self._all else ""

    def last(self) -> str:
        """The last on the axis."""
        return self._order[-1].uid if self._order else self._all[-1] if self._all else ""

    def along(self, uid: str, by: int) -> str:
        """The next (by = 1) or previous (-1) in time, in any lane; where there is none, the same."""
        if uid not in self._all:
            return self.first()
        place = self._all.index(uid) + by
        return self._all[min(len(self._all) - 1, max(0, place))]

    def across(self, uid: str, by: int) -> str:
        """The nearest in time in the next lane below (1) or above (-1) that has one; the tray is the lowest."""
        here = self._marks.get(uid)
        if not here:
            return self._out_of_tray(uid) if by < 0 else uid
        kinds = sorted({mark.kind for mark in self._order if (mark.kind - here.kind) * by > 0})
        if not kinds:
            return self._loose[0] if by > 0 and self._loose else uid
        kind = kinds[0] if by > 0 else kinds[-1]
        there = [mark for mark in self._order if mark.kind == kind]
        return min(there, key=lambda mark: abs(_time(mark) - _time(here))).uid

    def _out_of_tray(self, uid: str) -> str:
        lowest = max((mark.kind for mark in self._order), default=-1)
        return next((mark.uid for mark in self._order if mark.kind == lowest), uid)


def _time(mark: Mark) -> float:
    if mark.start is not None:
        return mark.start
    return mark.end if mark.end is not None else float("-inf")
