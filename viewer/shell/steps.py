"""Steps from spot to spot by keyboard: events, claims, passages, panes, history."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from viewer.index.ask import timeline
from viewer.look.announce import announce
from viewer.session.focus import Focus
from viewer.shell.parts import Parts


class Steps(QObject):
    """Events follow each other as the query leaves them."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._panes = parts.panes
        self._navigator = parts.session.navigator
        self._before_finder: QWidget | None = None

    def back(self) -> None:
        self._navigator.back()

    def forward(self) -> None:
        self._navigator.forward()

    def show_history(self) -> None:
        """Back and forward can be used where they lead somewhere."""
        self._parts.actions["back"].setEnabled(self._navigator.can_go_back)
        self._parts.actions["forward"].setEnabled(self._navigator.can_go_forward)

    def find(self) -> None:
        self._before_finder = QApplication.focusWidget()
        self._panes.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._panes.finder.selectAll()

    def leave_finder(self) -> None:
        """The keyboard returns to where it was."""
        (self._before_finder or self._panes.detail).setFocus(Qt.FocusReason.OtherFocusReason)
        self._before_finder = None

    def next_event(self) -> None:
        self._step_event(1)

    def previous_event(self) -> None:
        self._step_event(-1)

    def next_claim(self) -> None:
        self._step_claim(1)

    def previous_claim(self) -> None:
        self._step_claim(-1)

    def claim_or_passage(self) -> None:
        """The keyboard goes from the claim to the passage that carries it, and back; announced."""
        panes = self._panes
        if holds_keyboard(panes.source):
            self._stand_in(panes.detail, panes.detail)
        elif self._navigator.focus.passage:
            self._stand_in(panes.source, panes.source)
        else:
            self._parts.say(self.tr("Choose a claim first; then this key goes to the passage that carries it."))

    def next_passage(self) -> None:
        self._panes.source.next_passage()

    def previous_passage(self) -> None:
        self._panes.source.previous_passage()

    def next_pane(self) -> None:
        self._step_pane(1)

    def previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_event(self, step: int) -> None:
        now, connection = self._navigator.focus.event, self._parts.session.connection
        query = self._navigator.query or None
        there = timeline.neighbour(connection, now, step, query) if now else timeline.first(connection, query)
        if there:
            self._navigator.go(Focus(event=there))

    def _step_claim(self, step: int) -> None:
        focus, claims = self._navigator.focus, self._panes.detail.claim_order()
        place = claims.index(focus.claim) + step if focus.claim in claims else 0
        if 0 <= place < len(claims):
            self._navigator.go(Focus(event=focus.event, claim=claims[place]))

    def _step_pane(self, step: int) -> None:
        panes = self._panes.in_turn()
        side = self._panes.side
        places = {self._panes.listing: side, self._panes.timeline: self._panes.time}
        stands = [places.get(pane, pane) for pane in panes]
        here = next((i for i, pane in enumerate(stands) if holds_keyboard(pane)), -1 if step > 0 else 0)
        next_one = (here + step) % len(panes)
        filters = side.filters if stands[next_one] is side and side.shows_filters else None
        twin = self._panes.time.currentWidget() if stands[next_one] is self._panes.time else None
        self._stand_in(filters or twin or panes[next_one], stands[next_one])

    def _stand_in(self, pane: QWidget, shown: QWidget) -> None:
        self._parts.arrangement.bring_up(shown)
        take_keyboard = getattr(pane, "take_keyboard", pane.setFocus)
        take_keyboard()
        announce(pane, pane.accessibleName())


def holds_keyboard(pane: QWidget) -> bool:
    """True if the keyboard is in the pane or in a part of it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
