"""A case in reading: its connection, its navigator, its desk. One a window, nothing shared between two."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.index.ask import about, spot
from viewer.index.query import Query
from viewer.index.reader import open_index
from viewer.session import address
from viewer.session.desk import Desk
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

if TYPE_CHECKING:
    from viewer.session.lens import Lens, Seat


class Session(QObject):
    """Reads one index. Raises what `open_index` raises; whoever makes a session closes it."""

    def __init__(self, index: Path, parent: QObject | None = None, case: Path | None = None) -> None:
        """`case` is the bag the index was made from: without it documents show their facts only."""
        super().__init__(parent)
        self._case = case
        self._lens: Lens | None = None
        self._index = index
        self.connection: sqlite3.Connection = open_index(index)
        self.heading = about.heading(self.connection)
        self.navigator = Navigator(self.complete, self)
        self.desk = Desk(lambda: open_index(index), self)

    @property
    def case_uid(self) -> str:
        return self.heading.case_uid

    def address(self, focus: Focus | None = None, query: Query | None = None) -> str:
        """The `case:` URI of a focus, of the present one when none is given, with a query if one is given."""
        return address.write(self.case_uid, focus or self.navigator.focus, query)

    def go_to(self, uri: str) -> None:
        """Move to an address. Raises UnknownFocus."""
        focus, query = address.parse(uri, self.case_uid)
        if focus:
            self.navigator.go(focus)
        self.navigator.ask(query)

    @property
    def case(self) -> Path | None:
        """The bag the index was made from, where it is at hand."""
        return self._case

    @property
    def idle(self) -> bool:
        """True when no question is pending, of the index or of a document."""
        return self.desk.idle and (self._lens is None or self._lens.idle)

    @property
    def lens(self) -> Lens:
        """What documents are read through; made, with all it needs, when a document first needs it."""
        if self._lens is None:
            from viewer.session.lens import Lens
            from viewer.session.shelf import Shelf

            self._lens = Lens(Shelf(self._case, self.case_uid), self)
        return self._lens

    def seat(self, document: str) -> Seat:
        """A place to read a document from. Raises UnknownFocus."""
        from viewer.index.ask import holdings

        return self.lens.seat(holdings.holding(self.connection, document))

    def close(self) -> None:
        if self._lens is not None:
            self._lens.close()
        self.desk.close()
        self.connection.close()

    def complete(self, focus: Focus) -> Focus:
        """A focus with all that follows from it. Raises UnknownFocus."""
        whole = spot.whole(self.connection, spot.Spot(*(getattr(focus, part) for part in Focus.__match_args__)))
        return Focus(*(getattr(whole, part) for part in Focus.__match_args__))
