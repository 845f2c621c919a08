"""A case in reading: its connection, its navigator, its desk. One a window, nothing shared between two."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.binding.typed import TYPE_CHECKING, Protocol
from viewer.index.ask import about, spot
from viewer.index.query import Query
from viewer.index.reader import Location, open_index
from viewer.session.desk import Desk
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

if TYPE_CHECKING:
    from viewer.session.lens import Lens, Seat
    from viewer.session.verification import Judgement, Verification
    from viewer.session.views import Views


class Sent(Protocol):
    """What is held of a case that was sent, as long as it is read."""

    @property
    def altered(self) -> Mapping[str, tuple[str, str | None]]:
        """Files that are not as listed, by name: SHA-256 as listed, and as found (None = not there)."""

    @property
    def verified(self) -> bool:
        """False for a bare database, for which nobody says what it should be."""

    def close(self) -> None:
        """Let go of it, and of the index made of it."""


class Session(QObject):
    """Reads one index. Raises what `open_index` raises; whoever makes a session closes it."""

    closing = Signal()  # nothing has been let go of yet
    alterations_found = Signal()  # answers about documents and sources are other ones now

    def __init__(
        self,
        index: Location,
        parent: QObject | None = None,
        case: Path | None = None,
        sent: Sent | None = None,
    ) -> None:
        """`case` is the bag the index was made from: without it documents show their facts only.

        `sent`: of a case that did not come with the program; closed with the session.
        """
        super().__init__(parent)
        self._case = case
        self.sent = sent
        self._lens: Lens | None = None
        self._views: Views | None = None
        self._verification: Verification | None = None
        self._index = index
        self._altered: dict[str, tuple[str | None, str | None]] = dict(sent.altered) if sent else {}
        self.connection: sqlite3.Connection = open_index(index, self._altered)
        self.heading = about.heading(self.connection)
        self.navigator = Navigator(self.complete, self)
        self.desk = Desk(lambda: open_index(index, self._altered), self)

    @property
    def case_uid(self) -> str:
        return self.heading.case_uid

    def address(self, focus: Focus | None = None, query: Query | None = None, picked: Iterable[str] = ()) -> str:
        """The `case:` URI of a focus, of the present one when none is given, with a query and events picked.

        Of events picked alone where `focus` is empty.
        """
        stated = focus or (Focus() if picked else self.navigator.focus)
        from viewer.session import address

        return address.write(self.case_uid, stated, query, picked)

    def read_address(self, uri: str) -> tuple[Focus | None, Query, tuple[str, ...]]:
        """What a `case:` URI of this case names. Raises UnknownFocus."""
        from viewer.session import address

        return address.parse_whole(uri, self.case_uid)

    def go_to(self, uri: str) -> None:
        """Move to an address. Raises UnknownFocus."""
        focus, query, picked = self.read_address(uri)
        self.check_events(picked)
        if focus:
            self.navigator.go(focus)
        self.navigator.ask(query)
        if picked:
            self.navigator.pick(picked)

    def check_events(self, uids: Iterable[str]) -> None:
        """Raises UnknownFocus for one that is not in the case."""
        for uid in uids:
            self.complete(Focus(event=uid))

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

    @property
    def views(self) -> Views:
        """The saved views of this case."""
        if self._views is None:
            from viewer.session.views import Views

            self._views = Views(self.case_uid)
        return self._views

    @property
    def verification(self) -> Verification:
        """The seal of this case, checked once it is told to begin."""
        if self._verification is None:
            from viewer import paths
            from viewer.session.verification import Verification

            shipped = self._case is not None and self._case.is_relative_to(paths.resources() / "cases")
            self._verification = Verification(self._case, shipped, self)
            self._verification.judged.connect(self._learn)
        return self._verification

    def alteration(self, document: str) -> tuple[str | None, str | None] | None:
        """SHA-256 of a document as listed and as found, where they differ; None = they do not, as far as is known.

        As found None: missing, or its bytes cannot be read. Raises UnknownFocus.
        """
        from viewer.index.ask import holdings

        path = holdings.holding(self.connection, document).path
        if path is None:
            return None
        return self._altered.get(f"data/{path}")

    @property
    def altered(self) -> Mapping[str, tuple[str | None, str | None]]:
        """Documents that are not as listed, as far as is known, by name in the bag; hashes as of `alteration`."""
        return self._altered

    @property
    def child_pid(self) -> int | None:
        """Of the locked child, while it runs."""
        return self._lens.pid if self._lens else None

    def _learn(self, judgement: Judgement) -> None:
        """A file may have changed since the case was opened, or the index was made; what was altered stays so."""
        faults = judgement.verdict.faults
        found: dict[str, tuple[str | None, str | None]] = {
            file.name: (file.listed, file.found) for file in faults if file.state in ("altered", "missing")
        }
        found |= self.sent.altered if self.sent else {}
        if found != self._altered:
            self._altered.update(found)  # never empty in between: the desk asks on a thread of its own
            for name in self._altered.keys() - found.keys():
                del self._altered[name]
            self.alterations_found.emit()

    def close(self) -> None:
        self.closing.emit()
        if self._verification is not None:
            self._verification.close()
        if self._lens is not None:
            self._lens.close()
        self.desk.close()
        self.connection.close()
        if self.sent is not None:
            self.sent.close()

    def complete(self, focus: Focus) -> Focus:
        """A focus with all that follows from it. Raises UnknownFocus."""
        whole = spot.whole(self.connection, spot.Spot(*(getattr(focus, part) for part in Focus.__match_args__)))
        return Focus(*(getattr(whole, part) for part in Focus.__match_args__))
