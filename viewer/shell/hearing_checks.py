"""Holds a hearing list against the case while nothing else is to do: what is gone, what says something else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from viewer.notebook.lists import HearingList
from viewer.panes.hearing.shown import Found
from viewer.presenting.checking import Finding, checked
from viewer.presenting.door import digest_of
from viewer.session.session import Session

_AT_ONCE = 0.01
"""Seconds for which items are checked before the window may paint."""


class Checks(QObject):
    """One list at a time; a newer one takes the place of the older."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work: Iterator[Finding | None] = iter(())
        self._found: dict[str, Found] = {}
        self._tell: Callable[[dict[str, Found]], None] | None = None
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._check_some)

    def begin(self, own: HearingList, tell: Callable[[dict[str, Found]], None]) -> None:
        self._work = checked(self._session.connection, own, digest_of(self._session))
        self._found, self._tell = {}, tell
        self._soon.start()

    def stop(self) -> None:
        self._soon.stop()

    def _check_some(self) -> None:
        until = time.monotonic() + _AT_ONCE
        while time.monotonic() < until:
            try:
                finding = next(self._work)
            except StopIteration:
                self._soon.stop()
                if self._tell:
                    self._tell(self._found)
                return
            if finding is not None:
                standing = Found("gone", finding.gone) if finding.gone else Found("changed")
                self._found[finding.item.uid] = standing
