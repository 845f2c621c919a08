"""The public screen: shows the stage it is handed, takes no focus, hides the pointer, starts black."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.look.theme import Theme
from viewer.presenting.keys import key_of
from viewer.presenting.seen import Seen
from viewer.stage.canvas import type_of
from viewer.stage.painter import Pixels, no_pixels, paint, paint_beside
from viewer.stage.scene import HEIGHT

NAMED_FOR = 2000
"""Milliseconds for which the screen says whose it is."""
_FLAGS = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class Audience(QWidget):
    """One for a hearing. It knows a stage and its mark-up; whoever made it tells it what is public."""

    key_pressed = Signal(object)  # Key; only where the audience has the only screen
    painted = Signal()

    def __init__(self, theme: Theme, pixels: Pixels = no_pixels, parent: QWidget | None = None) -> None:
        super().__init__(parent, _FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.theme = theme
        self._pixels = pixels
        self._seen: Seen | None = None
        self._label = ""
        self.setObjectName("audience")
        # Said once and never changed: window managers that tile are told about it by its title.
        self.setWindowTitle(self.tr("Evidence Viewer: public screen"))
        self.setAccessibleName(self.tr("Public screen"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._describe()

    @property
    def seen(self) -> Seen | None:
        """What it shows; None is black."""
        return self._seen

    @property
    def takes_keys(self) -> bool:
        return not self.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus

    def show_seen(self, seen: Seen | None) -> None:
        """Paint it now, before whatever comes next; nothing is painted while no screen shows the window."""
        self._seen = seen
        self._label = ""
        self._describe()
        self.repaint()

    def name_itself(self) -> None:
        """Say for a moment which screen this is."""
        self._label = self.tr("Audience")
        self.update()
        QTimer.singleShot(NAMED_FOR, self, self._be_silent)

    def take_keys(self, takes: bool) -> None:
        """Whether the keyboard reaches it: only where there is no console. A change hides it."""
        if takes != self.takes_keys:
            self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not takes)
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes)

    # What Qt calls

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._seen and self._seen.beside:
            paint_beside(painter, (self._seen.scene, self._seen.beside), rect, self.theme, self._pixels)
        else:
            scene = self._seen.scene if self._seen else None
            overlay = {"overlay": self._seen.overlay} if self._seen else {}
            paint(painter, scene, rect, self.theme, self._pixels, **overlay)
        if self._label:
            _write_label(painter, rect, self._label)
        painter.end()
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.key_pressed.emit(key_of(event))

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the hearing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it from outside would show the room the desktop."""
        event.setAccepted(not event.spontaneous())

    # How it is done

    def _describe(self) -> None:
        """To a screen reader: what stands on the screen, or that it is black."""
        self.setAccessibleDescription(self._seen.spoken if self._seen else self.tr("Black"))

    def _be_silent(self) -> None:
        self._label = ""
        self.update()


def _write_label(painter: QPainter, rect: QRectF, words: str) -> None:
    """A large word in the middle of the lower edge."""
    size = rect.height() * 90 / HEIGHT
    box = rect.adjusted(0, rect.height() - 2 * size, 0, 0)
    painter.setFont(type_of(size, 600))
    painter.fillRect(box, QColor(0, 0, 0))
    painter.setPen(QColor(255, 255, 255))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
