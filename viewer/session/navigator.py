"""One place says where the reader is. Panes listen to it and tell it; they never tell each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.query import Query
from viewer.session.focus import Focus

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords

HISTORY = 200
SCOPES = FOCUS, PICKED, SHOWN = "focus", "picked", "shown"
"""Which events a view is about: the one in focus, those that were picked, or those of the query."""
MOST_PICKED = 50
"""Events that can be picked at once: as many as are laid beside each other."""


class Navigator(QObject):
    """The spot in focus, the query all panes follow, the events picked, the span on the time axis, the way back.

    What is picked and the span are not part of the history.

    `complete` fills in what follows from a focus (a claim knows its event, source and passage) and raises
    UnknownFocus for what the case does not hold; the navigator then stays where it is.
    """

    focus_moved = Signal(object, object)  # Focus, the QObject that asked for it (or None)
    query_changed = Signal(object, object)  # Query, the QObject that asked for it (or None)
    picked_changed = Signal(object, int)  # uids of the events, and for how many more there was no room
    span_changed = Signal(object, object)  # (start, end) in seconds since 1970 or None, who asked
    history_changed = Signal()
    sought_changed = Signal(object)  # SoughtWords or None

    def __init__(self, complete: Callable[[Focus], Focus] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        self._here: tuple[Focus, Query] = (Focus(), Query())
        self._picked: tuple[str, ...] = ()
        self._span: tuple[float, float] | None = None
        self._past: list[tuple[Focus, Query]] = []
        self._future: list[tuple[Focus, Query]] = []
        self._searched = ""
        self._sought: SoughtWords | None = None

    @property
    def focus(self) -> Focus:
        return self._here[0]

    @property
    def query(self) -> Query:
        return self._here[1]

    @property
    def picked(self) -> tuple[str, ...]:
        """Uids of the events picked to be set beside each other, in the order of picking; at most MOST_PICKED."""
        return self._picked

    @property
    def span(self) -> tuple[float, float] | None:
        """What the timeline shows, in seconds since 1970; None until it shows something."""
        return self._span

    @property
    def sought(self) -> SoughtWords | None:
        """The words to be marked wherever texts show: those of the query and of the search; None = none are."""
        return self._sought

    @property
    def can_go_back(self) -> bool:
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._future)

    def go(self, focus: Focus, by: QObject | None = None) -> None:
        """Move there. Going where one stands is no move. Raises UnknownFocus."""
        whole = self._complete(focus) if self._complete and focus else focus
        self._move((whole, self.query), by)

    def ask(self, query: Query, by: QObject | None = None) -> None:
        """Ask for other events; the focus stays. Asking what is asked already is silence."""
        self._move((self.focus, query), by)

    def pick(self, uids: Iterable[str], more: int = 0) -> None:
        """These events and no others, in this order; the focus stays. Those beyond MOST_PICKED are only counted,
        together with `more` that were wanted as well.
        """
        wanted = tuple(dict.fromkeys(uids))
        kept, more = wanted[:MOST_PICKED], more + max(0, len(wanted) - MOST_PICKED)
        if kept != self._picked or more:
            self._picked = kept
            self.picked_changed.emit(kept, more)

    def show_span(self, start: float, end: float, by: QObject | None = None) -> None:
        """Show another span of time, in seconds since 1970; not part of the history."""
        if self._span != (start, end):
            self._span = (start, end)
            self.span_changed.emit(self._span, by)

    def search(self, typed: str) -> None:
        """The words by which the reader has found something; "" = no longer. Not part of the history."""
        if typed != self._searched:
            self._searched = typed
            self._seek()

    def back(self) -> None:
        if self._past:
            self._future.append(self._here)
            self._stand_at(self._past.pop(), None)

    def forward(self) -> None:
        if self._future:
            self._past.append(self._here)
            self._stand_at(self._future.pop(), None)

    def _move(self, there: tuple[Focus, Query], by: QObject | None) -> None:
        if there == self._here:
            return
        if any(self._here):
            self._past.append(self._here)
            del self._past[:-HISTORY]
        self._future.clear()
        self._stand_at(there, by)

    def _stand_at(self, there: tuple[Focus, Query], by: QObject | None) -> None:
        (focus, query), self._here = self._here, there
        if there[1] != query:
            self._seek()
            self.query_changed.emit(there[1], by)
        if there[0] != focus:
            self.focus_moved.emit(there[0], by)
        self.history_changed.emit()

    def _seek(self) -> None:
        words, sought = self.query.words, None
        if words or self._searched:
            from viewer.index.sought import sought_words

            sought = sought_words(words, self._searched)
        if sought != self._sought:
            self._sought = sought
            self.sought_changed.emit(sought)
