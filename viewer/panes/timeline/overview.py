"""All of time in a low strip, with the span in view as a range that can be moved and stretched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.look.current import Look
from viewer.look.glyphs import paint_focus
from viewer.look.theme import faded
from viewer.panes.timeline.reach import Grip, Reach
from viewer.panes.timeline.scale import Scale

COLUMN = 3.0
"""Pixels of a column of the histogram, at least."""
_STEP, _STRETCH = 0.25, 1.5


class Overview(QWidget):
    """Knows a scale, a range and counts; tells which span it is asked for."""

    span_asked = Signal(float, float)  # seconds since 1970
    all_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._reach = Reach(Scale(0, 1, 1), 0, 1)
        self._counts: Sequence[tuple[int, int]] = ()
        self._bucket = 1
        self._drawn: tuple[tuple[object, ...], QPixmap] = ((), QPixmap())
        self._held: tuple[Grip, float, Reach] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Overview of all of time"))

    @property
    def reach(self) -> Reach:
        return self._reach

    def show_counts(self, bucket: int, counts: Sequence[tuple[int, int]]) -> None:
        """(beginning of a bucket of `bucket` seconds, events that begin in it)."""
        self._bucket, self._counts = bucket, counts
        self._drawn = ((), QPixmap())
        self.update()

    def show_reach(self, reach: Reach) -> None:
        if reach != self._reach:
            self._reach = reach
            self.update()

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.sunken)
        left, right = self._reach.sides()
        height = float(self.height())
        shown = QRectF(left, 0, right - left, height)
        painter.fillRect(shown, theme.surface)
        painter.drawPixmap(0, 0, self._histogram(painter.device().devicePixelRatioF()))
        self._paint_range(painter, shown)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        if not self._reach.grip(x):
            self.span_asked.emit(*self._reach.around(x))
        self._held = (self._reach.grip(x) or "range", x, self._reach)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._held:
            grip, since, reach = self._held
            self.span_asked.emit(*reach.dragged(grip, x - since))
        else:
            self.setCursor(_CURSORS[self._reach.grip(x)])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.all_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        asked = self._asked_by(Qt.Key(event.key()))
        if asked:
            self.span_asked.emit(*asked)
        elif event.key() == Qt.Key.Key_0:
            self.all_asked.emit()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    # How it is done

    def _asked_by(self, key: Qt.Key) -> tuple[float, float] | None:
        reach, later = self._reach, -1 if self._reach.scale.mirrored else 1
        half = (reach.end - reach.start) / 2
        spans = {
            Qt.Key.Key_Right: lambda: reach.stepped(_STEP * later),
            Qt.Key.Key_Left: lambda: reach.stepped(-_STEP * later),
            Qt.Key.Key_PageDown: lambda: reach.stepped(1),
            Qt.Key.Key_PageUp: lambda: reach.stepped(-1),
            Qt.Key.Key_Up: lambda: reach.stretched(1 / _STRETCH),
            Qt.Key.Key_Plus: lambda: reach.stretched(1 / _STRETCH),
            Qt.Key.Key_Equal: lambda: reach.stretched(1 / _STRETCH),
            Qt.Key.Key_Down: lambda: reach.stretched(_STRETCH),
            Qt.Key.Key_Minus: lambda: reach.stretched(_STRETCH),
            Qt.Key.Key_Home: lambda: (reach.scale.start - half / 10, reach.scale.start + 1.9 * half),
            Qt.Key.Key_End: lambda: (reach.scale.end - 1.9 * half, reach.scale.end + half / 10),
        }
        return spans[key]() if key in spans else None

    def _histogram(self, ratio: float) -> QPixmap:
        """Drawn once for all views."""
        key = (self.size(), self._reach.scale, self._look.theme.name, ratio)
        if self._drawn[0] != key or self._drawn[1].isNull():
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(self._look.theme.muted, 0.6))
            painter.drawRects(self._columns(self.height() - 4.0))
            painter.end()
            self._drawn = (key, picture)
        return self._drawn[1]

    def _columns(self, height: float) -> list[QRectF]:
        scale, pixel = self._reach.scale, self._reach.scale.pixel
        most = max((count for _, count in self._counts), default=0)
        wide = max(COLUMN - 1, self._bucket / pixel - 1)
        made = []
        for start, count in self._counts:
            tall = max(1.5, height * (count / most) ** 0.5)
            x = scale.x(start + (self._bucket if scale.mirrored else 0))
            made.append(QRectF(round(x), 2 + height - tall, wide, tall))
        return made

    def _paint_range(self, painter: QPainter, shown: QRectF) -> None:
        """Lines and handles at its edges; none where it holds everything."""
        theme = self._look.theme
        if shown.width() >= self.width() - 2:
            return
        painter.setPen(QPen(theme.accent, 1))
        for y in (shown.top() + 0.5, shown.bottom() - 0.5):
            painter.drawLine(QPointF(shown.left(), y), QPointF(shown.right(), y))
        painter.setPen(QPen(theme.accent, 2, c=Qt.PenCapStyle.RoundCap))
        for x in (shown.left() + 1, shown.right() - 1):
            painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2))


_CURSORS = {
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "range": Qt.CursorShape.OpenHandCursor,
    "": Qt.CursorShape.PointingHandCursor,
}
