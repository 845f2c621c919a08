"""One place says where the reader is. Panes listen to it and tell it; they never tell each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from viewer.session.focus import Focus

HISTORY = 200


class Navigator(QObject):
    """The spot in focus, where the reader came from and where "forward" leads.

    `complete` fills in what follows from a focus (a claim knows its event, source and passage) and raises
    UnknownFocus for what the case does not hold; the navigator then stays where it is.
    """

    focus_moved = Signal(object, object)  # Focus, the QObject that asked for it (or None)
    history_changed = Signal()

    def __init__(self, complete: Callable[[Focus], Focus] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        self._focus = Focus()
        self._past: list[Focus] = []
        self._future: list[Focus] = []

    @property
    def focus(self) -> Focus:
        return self._focus

    @property
    def can_go_back(self) -> bool:
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._future)

    def go(self, focus: Focus, by: QObject | None = None) -> None:
        """Move there. Going where one stands is no move. Raises UnknownFocus."""
        whole = self._complete(focus) if self._complete and focus else focus
        if whole == self._focus:
            return
        if self._focus:
            self._past.append(self._focus)
            del self._past[:-HISTORY]
        self._future.clear()
        self._stand_at(whole, by)

    def back(self) -> None:
        if self._past:
            self._future.append(self._focus)
            self._stand_at(self._past.pop(), None)

    def forward(self) -> None:
        if self._future:
            self._past.append(self._focus)
            self._stand_at(self._future.pop(), None)

    def _stand_at(self, focus: Focus, by: QObject | None) -> None:
        self._focus = focus
        self.focus_moved.emit(focus, by)
        self.history_changed.emit()
