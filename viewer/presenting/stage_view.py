"""A stage in small: what is on, or what comes next; a box may be drawn on it and the pointer led over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.look.theme import Theme
from viewer.presenting.seen import Seen
from viewer.stage.painter import Pixels, paint, paint_beside, stage_point
from viewer.stage.scene import HEIGHT, WIDTH

_LEAST = 12
"""Pixels of a stage that a box is wide and tall at least; less is a click."""


class StageView(QWidget):
    """Keeps the stage's proportions. `drawn` gives a box, `pointed` a point or None, in stage pixels."""

    drawn = Signal(object)
    pointed = Signal(object)

    def __init__(self, theme: Theme, pixels: Pixels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixels = pixels
        self._seen: Seen | None = None
        self._edge: QColor | None = None
        self._from: QPointF | None = None
        self._to: QPointF | None = None
        self.can_draw = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_seen(self, seen: Seen | None, edge: QColor | None = None) -> None:
        """A stage, None = black, with an edge in a colour or without one."""
        if (seen, edge) != (self._seen, self._edge):
            self._seen, self._edge = seen, edge
            self.setAccessibleDescription(seen.spoken if seen else "")
            self.update()

    def let_draw(self, lets: bool) -> None:
        self.can_draw = lets
        self.setMouseTracking(lets)
        self.setCursor(Qt.CursorShape.CrossCursor if lets else Qt.CursorShape.ArrowCursor)

    @property
    def place(self) -> QRectF:
        """Where the stage stands in the widget: at the reading side, as large as fits."""
        inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        share = min(inner.width() / WIDTH, inner.height() / HEIGHT)
        wide, tall = WIDTH * share, HEIGHT * share
        left = inner.right() - wide if self.isRightToLeft() else inner.left()
        return QRectF(left, inner.top(), wide, tall)

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round((width - 6) * HEIGHT / WIDTH) + 6

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.place
        if self._seen and self._seen.beside:
            paint_beside(painter, (self._seen.scene, self._seen.beside), place, self._theme, self._pixels)
        elif self._seen:
            paint(painter, self._seen.scene, place, self._theme, self._pixels, overlay=self._seen.overlay)
        else:
            painter.fillRect(place, QColor(0, 0, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._from and self._to:
            painter.setPen(QPen(self._theme.highlight_mark, 2))
            painter.drawRect(QRectF(self._from, self._to).normalized())
        if self._edge:
            painter.setPen(QPen(self._edge, 2))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.can_draw and event.button() == Qt.MouseButton.LeftButton:
            self._from = self._to = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from:
            self._to = event.position()
            self.update()
        if self.can_draw:
            at = stage_point(event.position(), self.place)
            inside = 0 <= at.x() <= WIDTH and 0 <= at.y() <= HEIGHT
            self.pointed.emit((round(at.x()), round(at.y())) if inside else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        start, end = stage_point(self._from, self.place), stage_point(event.position(), self.place)
        self._from = self._to = None
        self.update()
        box = QRectF(start, end).normalized() & QRectF(0, 0, WIDTH, HEIGHT)
        if box.width() >= _LEAST and box.height() >= _LEAST:
            self.drawn.emit((box.left(), box.top(), box.right(), box.bottom()))

    def leaveEvent(self, _event: QEvent) -> None:
        if self.can_draw:
            self.pointed.emit(None)
