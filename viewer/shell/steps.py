"""Steps from spot to spot by keyboard: events, claims, passages, panes, history."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.session.focus import Focus
from viewer.shell.parts import Parts


class Steps(QObject):
    """`order` is the uids of all events in order of time."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._panes = parts.panes
        self._navigator = parts.session.navigator
        self._before_finder: QWidget | None = None
        self.order: tuple[str, ...] = ()

    def first_focus(self) -> Focus | None:
        """The first event in time, at the claim its detail shows first."""
        if not self.order:
            return None
        self._navigator.go(Focus(event=self.order[0]))
        claims = self._panes.detail.claim_order()
        return Focus(event=self.order[0], claim=claims[0]) if claims else Focus(event=self.order[0])

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
        now = self._navigator.focus.event
        place = self.order.index(now) + step if now in self.order else 0
        if 0 <= place < len(self.order):
            self._navigator.go(Focus(event=self.order[place]))

    def _step_claim(self, step: int) -> None:
        focus, claims = self._navigator.focus, self._panes.detail.claim_order()
        place = claims.index(focus.claim) + step if focus.claim in claims else 0
        if 0 <= place < len(claims):
            self._navigator.go(Focus(event=focus.event, claim=claims[place]))

    def _step_pane(self, step: int) -> None:
        panes = self._panes.in_turn()
        here = next((i for i, pane in enumerate(panes) if holds_keyboard(pane)), -1 if step > 0 else 0)
        pane = panes[(here + step) % len(panes)]
        self._stand_in(pane, self._panes.side if pane is self._panes.listing else pane)

    def _stand_in(self, pane: QWidget, shown: QWidget) -> None:
        self._parts.arrangement.bring_up(shown)
        take_keyboard = getattr(pane, "take_keyboard", pane.setFocus)
        take_keyboard()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(pane, pane.accessibleName()))


def holds_keyboard(pane: QWidget) -> bool:
    """True if the keyboard is in the pane or in a part of it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
