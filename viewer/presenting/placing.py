"""Puts both windows on their screens, at once away from a screen that goes, and back when it comes."""

from __future__ import annotations

import sys
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from viewer.presenting.arrangement import Monitor, Places, places
from viewer.presenting.audience import Audience

Standing = Literal["two", "one", "lost"]
"""two: console and public screen; one: the public screen alone, for the room sees the only screen; lost: the
console alone, for the projector is gone."""


def places_now(remembered: str) -> Places:
    """Whose screen is whose, as the screens are now."""
    return places(_monitors(QGuiApplication.screens()), remembered)


def show_alone(window: QWidget, remembered: str) -> None:
    """A rehearsal: as large as the presenter's own screen leaves room, on the first screen where there is none."""
    screens = QGuiApplication.screens()
    found = places(_monitors(screens), remembered)
    screen = screens[found.presenter if found.presenter is not None else found.audience or 0]
    window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
    window.showMaximized()


class Placing(QObject):
    """One for a hearing. `begin` shows the windows."""

    stood = Signal(str)  # Standing, after each change
    named = Signal()  # each screen says for a moment whose it is
    remembered = Signal(str)  # key of the screen that the audience has from now on, by the presenter's wish

    def __init__(
        self, audience: Audience, console: QWidget, remembered: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._audience, self._console = audience, console
        self._wish = remembered
        self._standing: Standing | None = None
        self._keys = ("", "")  # of the presenter's and of the audience's screen, as they last stood on two
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)

    @property
    def standing(self) -> Standing | None:
        return self._standing

    def begin(self) -> None:
        """Place both windows, and follow the screens from now on."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._gone)
        app.screenAdded.connect(self._come)
        app.primaryScreenChanged.connect(self._changed)
        for screen in app.screens():
            screen.geometryChanged.connect(self._changed)
        self.place()
        self.named.emit()

    def end(self) -> None:
        """Follow the screens no more."""
        self._soon.stop()
        if self._standing is None:
            return
        self._standing = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.disconnect(self._gone)
        app.screenAdded.disconnect(self._come)
        app.primaryScreenChanged.disconnect(self._changed)
        for screen in app.screens():
            screen.geometryChanged.disconnect(self._changed)

    def swap(self) -> bool:
        """The windows change places; False where there is no second screen that is nobody else's."""
        if self._standing != "two":
            return False
        screens = QGuiApplication.screens()
        monitors = _monitors(screens)
        now = places(monitors, self._wish)
        wish = monitors[now.presenter].key if now.presenter is not None else ""
        if places(monitors, wish) == now:
            return False
        self._wish = wish
        self.remembered.emit(wish)
        self.place()
        self.named.emit()
        return True

    def place(self) -> None:
        """As the screens are now."""
        self._soon.stop()
        screens = QGuiApplication.screens()
        found = places(_monitors(screens), self._wish)
        standing = self._standing_of(screens, found)
        if standing == "two":
            self._put_both(screens, found)
        elif standing == "one" and found.audience is not None:
            self._console.hide()
            self._audience.take_keys(True)
            _put(self._audience, screens[found.audience])
            self._audience.activateWindow()
        else:
            self._audience.hide()
            if screens:
                _put(self._console, screens[0])
                self._console.activateWindow()
        self._standing = standing
        self.stood.emit(standing)

    # How it is done

    def _put_both(self, screens: list[QScreen], found: Places) -> None:
        assert found.presenter is not None and found.audience is not None
        self._audience.take_keys(False)
        _put(self._audience, screens[found.audience])
        _put(self._console, screens[found.presenter])
        self._console.activateWindow()
        monitors = _monitors(screens)
        self._keys = (monitors[found.presenter].key, monitors[found.audience].key)

    def _standing_of(self, screens: list[QScreen], found: Places) -> Standing:
        """Alone with the presenter's own screen, the projector is lost. Any other screen may be the room's."""
        if found.presenter is not None:
            return "two"
        was_apart = self._standing in ("two", "lost")
        if not screens or (was_apart and len(screens) == 1 and _monitor(screens[0]).key == self._keys[0]):
            return "lost"
        return "one"

    def _gone(self, screen: QScreen) -> None:
        """Qt would move the window to the screen that is left, over everything: it is hidden before."""
        for window in (self._audience, self._console):
            if window.screen() is screen or _monitor(window.screen()).key == _monitor(screen).key:
                window.hide()
        self._changed()

    def _come(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        """Where notes would stand on a screen that is mirrored now, they are gone before anything else."""
        if self._standing == "two":
            found = places(_monitors(QGuiApplication.screens()), self._wish)
            if found.presenter is None:
                self._console.hide()
        self._soon.start()


def _put(window: QWidget, screen: QScreen) -> None:
    """Full screen on a screen; in this order it holds on X11, Wayland and Windows."""
    there = window.isVisible() and window.screen() is screen and window.geometry() == screen.geometry()
    if there and (window.isFullScreen() or sys.platform == "darwin"):
        return
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    if sys.platform == "darwin":  # its full screen makes a desktop of its own for each window
        window.show()
    else:
        window.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would also take the keyboard
        window.show()


def _monitors(screens: list[QScreen]) -> list[Monitor]:
    return [_monitor(screen) for screen in screens]


def _monitor(screen: QScreen) -> Monitor:
    place = screen.geometry()
    primary = screen is QGuiApplication.primaryScreen()
    box = (place.left(), place.top(), place.width(), place.height())
    return Monitor(screen.name(), screen.serialNumber(), box, primary)
