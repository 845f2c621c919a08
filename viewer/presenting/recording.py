"""Writes what the public screen shows into the hearing's log, at once; knows when no screen shows anything."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime

from viewer.case.frozen import replace
from viewer.notebook.log import HearingLog
from viewer.session.record import entries
from viewer.session.show import Show


def _wall() -> datetime:
    return datetime.now(UTC)


class Recorder:
    """log None = the log was switched off before the start. trouble: why the last row could not be written."""

    def __init__(
        self,
        log: HearingLog | None,
        now: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = _wall,
    ) -> None:
        self._log = log
        self._now, self._wall = now, wall
        self._began = now()
        self.trouble = ""

    @property
    def is_on(self) -> bool:
        return self._log is not None

    def tell(self, before: Show, after: Show) -> None:
        """What changed on the public screen between two states, each as `in_the_dark` makes them where it must."""
        if self._log is None:
            return
        self.trouble = ""
        for entry in entries(before, after):
            try:
                self._log.add(
                    entry.what,
                    self._now() - self._began,
                    item=entry.item,
                    exhibit=entry.exhibit,
                    title=entry.title,
                    page=entry.page,
                    detail=entry.detail,
                    at=self._wall(),
                )
            except (sqlite3.Error, OSError) as error:  # a full disk must not end a hearing
                self.trouble = str(error)


def in_the_dark(show: Show) -> Show:
    """The same show as a room sees it that has no screen: nothing is shown, whatever is in hand."""
    return replace(show, black=True, frozen=False, held=None)
