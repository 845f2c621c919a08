"""Clicks and keys on the rows of a list become a choice of events; the event in focus stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from viewer.session.navigator import Navigator

Between = Callable[[str, str], tuple[Sequence[str], int]]
"""Uids from one event to another as they stand in the list, both included, in the order of going there.

And how many more there are than can be picked.
"""


class Picking:
    """One for each list. What was picked before a stretch of rows remains, whichever way the stretch is pulled."""

    def __init__(self, navigator: Navigator, between: Between) -> None:
        self._navigator = navigator
        self._between = between
        self._base: tuple[str, ...] = ()
        self._anchor = ""
        self._told: tuple[str, ...] = ()
        """What was picked last from this list."""

    def turn(self, uid: str) -> None:
        """Pick an event, or put it back. The first one brings the event in focus along."""
        focus = self._navigator.focus.event
        picked = self._navigator.picked or ((focus,) if focus and focus != uid else ())
        left = tuple(kept for kept in picked if kept != uid) if uid in picked else (*picked, uid)
        self._anchor, self._base = uid, left
        self._pick(left)

    def stretch(self, uid: str) -> None:
        """Pick all rows from the one that was picked last, or the one in focus, to this one."""
        if self._told != self._navigator.picked or not self._anchor:
            self._anchor = self._navigator.focus.event or uid
            self._base = self._navigator.picked
        reached, more = self._between(self._anchor, uid)
        self._pick((*self._base, *reached), more)

    def all(self, uids: Sequence[str], more: int = 0) -> None:
        """All that are listed, in their order, as far as there is room; `more`: that are not among `uids`."""
        self._pick((*self._navigator.picked, *uids), more)

    def _pick(self, uids: tuple[str, ...], more: int = 0) -> None:
        self._navigator.pick(uids, more)
        self._told = self._navigator.picked
