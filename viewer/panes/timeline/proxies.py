"""Buttons nobody sees over the marks, so that a screen reader finds what is in view and can press it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.case.frozen import dataclass
from viewer.panes.timeline.heap import Crowd

MOST = 200
"""Buttons at one time."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event, or several in one place, or a span full of them, can be pressed.

    uids: of the events; of a span, its own name. name: made when it is needed.
    """

    uids: tuple[str, ...]
    box: QRect
    name: Callable[[], str]
    crowd: Crowd | None = None


class Proxy(QAbstractButton):
    """One spot: no paint, no mouse, only a name, a place and a press."""

    def __init__(self, spot: Spot, press: Callable[[Spot], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.spot = spot
        self.setAccessibleName(spot.name())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUpdatesEnabled(False)
        self.clicked.connect(lambda: press(self.spot))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys are the strip's."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The painter of the strip has drawn everything."""


class Proxies:
    """The buttons of one strip. Only the one the keyboard stands on is a tab stop."""

    def __init__(self, parent: QWidget, press: Callable[[Spot], None]) -> None:
        self._parent = parent
        self._press = press
        self._made: dict[tuple[str, ...], Proxy] = {}

    def show(self, spots: Iterable[Spot]) -> None:
        """One button a spot, at most `MOST`; buttons of what left the view go."""
        wanted = {spot.uids: spot for spot in islice(spots, MOST)}
        for uids, spot in wanted.items():
            if uids not in self._made:
                self._made[uids] = Proxy(spot, self._press, self._parent)
                self._made[uids].show()
            self._made[uids].spot = spot
            self._made[uids].setGeometry(spot.box)
        self._drop([uids for uids in self._made if uids not in wanted])

    def name_anew(self) -> None:
        """What can be said of the spots has changed."""
        for proxy in self._made.values():
            proxy.setAccessibleName(proxy.spot.name())

    def clear(self) -> None:
        """All of them go: they are of another case."""
        self._drop(list(self._made))

    def spots(self) -> list[Spot]:
        return [proxy.spot for proxy in self._made.values()]

    def stand_on(self, uid: str) -> QAbstractButton | None:
        """Make the button of this event or span the tab stop; None if it is not in view."""
        found = None
        for uids, proxy in self._made.items():
            here = uid in uids
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
