"""A case in reading: its connection, its navigator, its desk. One a window, nothing shared between two."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject

from viewer.index.ask import about, spot
from viewer.index.reader import open_index
from viewer.session import address
from viewer.session.desk import Desk
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator


class Session(QObject):
    """Reads one index. Raises what `open_index` raises; whoever makes a session closes it."""

    def __init__(self, index: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.connection: sqlite3.Connection = open_index(index)
        self.heading = about.heading(self.connection)
        self.navigator = Navigator(self._complete, self)
        self.desk = Desk(lambda: open_index(index), self)

    @property
    def case_uid(self) -> str:
        return self.heading.case_uid

    def address(self, focus: Focus | None = None) -> str:
        """The `case:` URI of a focus, of the present one when none is given."""
        return address.write(self.case_uid, focus or self.navigator.focus)

    def go_to(self, uri: str) -> None:
        """Move to an address. Raises UnknownFocus."""
        focus, query = address.parse(uri, self.case_uid)
        if focus:
            self.navigator.go(focus)
        self.navigator.ask(query)

    def close(self) -> None:
        self.desk.close()
        self.connection.close()

    def _complete(self, focus: Focus) -> Focus:
        return Focus(**asdict(spot.whole(self.connection, spot.Spot(**asdict(focus)))))
