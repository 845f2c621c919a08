"""Buttons nobody sees over the marks, so that a screen reader finds every event in view and can press it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.case.frozen import dataclass

MOST = 200
"""Buttons at one time."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event, or a crowd of events, can be pressed, and its name, made when it is needed."""

    uids: tuple[str, ...]
    box: QRect
    name: Callable[[], str]


class Proxy(QAbstractButton):
    """One event: no paint, no mouse, only a name, a place and a press."""

    def __init__(self, spot: Spot, press: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.uids = spot.uids
        self.setAccessibleName(spot.name())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda: press(spot.uids[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys are the strip's."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The painter of the strip has drawn everything."""


class Proxies:
    """The buttons of one strip. Only the one the keyboard stands on is a tab stop."""

    def __init__(self, parent: QWidget, press: Callable[[str], None]) -> None:
        self._parent = parent
        self._press = press
        self._made: dict[tuple[str, ...], Proxy] = {}

    def show(self, spots: Iterable[Spot]) -> None:
        """One button a spot, at most `MOST`; buttons of events that left the view go."""
        wanted = {spot.uids: spot for spot in islice(spots, MOST)}
        for uids, spot in wanted.items():
            if uids not in self._made:
                self._made[uids] = Proxy(spot, self._press, self._parent)
                self._made[uids].show()
            self._made[uids].setGeometry(spot.box)
        self._drop([uids for uids in self._made if uids not in wanted])

    def clear(self) -> None:
        """All of them go: they are of another case."""
        self._drop(list(self._made))

    def stand_on(self, uid: str) -> QAbstractButton | None:
        """Make the button of this event the tab stop; None if it is not in view."""
        found = None
        for proxy in self._made.values():
            here = uid in proxy.uids
            proxy.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.NoFocus)
            found = proxy if here else found
        return found

    def have_focus(self) -> bool:
        return any(proxy.hasFocus() for proxy in self._made.values())

    def _drop(self, gone: Iterable[tuple[str, ...]]) -> None:
        for proxy in [self._made.pop(uids) for uids in gone]:
            if proxy.hasFocus():
                # No reason: the strip keeps the keyboard, and does not go back to what left the view.
                self._parent.setFocus(Qt.FocusReason.NoFocusReason)
            proxy.hide()
            proxy.deleteLater()
