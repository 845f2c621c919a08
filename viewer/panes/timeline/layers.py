"""Pictures kept from frame to frame: what stands still, and a stretch of time wider than the view for panning."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap

from viewer.case.frozen import replace
from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.board import Board

Draw = Callable[[QPainter], None]
DrawOver = Callable[[QPainter, Board, Areas], None]


class Layers:
    """Of one strip and one look."""

    def __init__(self, ground: QColor) -> None:
        self._ground = ground
        self._still: tuple[tuple[object, ...], QPixmap] = ((), QPixmap())
        self._stretch: tuple[tuple[object, ...], Board | None, QPixmap] = ((), None, QPixmap())
        self._zoom = 0.0

    def copy_still(self, painter: QPainter, key: tuple[object, ...], size: QSizeF, draw: Draw) -> None:
        """Draw what does not move with time; what has not changed since the last frame is kept as a picture."""
        ratio = painter.device().devicePixelRatioF()
        now = (*key, size.width(), size.height(), ratio)
        if self._still[0] != now:
            self._still = (now, QPixmap())
            painter.save()
            painter.fillRect(QRectF(QPointF(), size), self._ground)
            draw(painter)
            painter.restore()
            return
        if self._still[1].isNull():
            self._still = (now, self._drawn(size, ratio, draw))
        painter.drawPixmap(0, 0, self._still[1])

    def shown(self, board: Board, key: tuple[object, ...]) -> Board:
        """The board, or while it is panned one that is laid out over a stretch around it."""
        pans = not board.resting and _same(self._zoom, board.scale.pixel)
        self._zoom = board.scale.pixel
        if not pans:
            return board
        known = self._stretch[1]
        if self._stretch[0] != (board.edition, *key) or known is None or not _holds(known, board):
            self._stretch = ((board.edition, *key), board.stretched(), QPixmap())
        return self._stretch[1] or board

    def copy_stretch(self, painter: QPainter, board: Board, areas: Areas, draw: DrawOver) -> None:
        """Draw the part of the stretch that is in view."""
        key, wide, picture = self._stretch
        assert wide  # `shown` has just made it
        high = areas.time.bottom() - areas.axis.top()
        if picture.isNull():
            over = replace(
                areas,
                axis=QRectF(0, 0, wide.scale.width, areas.axis.height()),
                time=QRectF(0, areas.axis.height(), wide.scale.width, areas.time.height()),
            )
            size, ratio = QSizeF(wide.scale.width, high), painter.device().devicePixelRatioF()
            picture = self._drawn(size, ratio, lambda painter: draw(painter, wide, over))
            self._stretch = (key, wide, picture)
        scale = board.scale
        x = round(scale.x(wide.scale.end if scale.mirrored else wide.scale.start))
        painter.setClipRect(QRectF(areas.time.left(), areas.axis.top(), areas.time.width(), high))
        painter.drawPixmap(QPointF(areas.time.left() + x, areas.axis.top()), picture)
        painter.setClipping(False)

    def _drawn(self, size: QSizeF, ratio: float, draw: Draw) -> QPixmap:
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._ground)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        return picture


def _holds(wide: Board, board: Board) -> bool:
    inside = wide.scale.start <= board.scale.start and board.scale.end <= wide.scale.end
    return inside and _same(wide.scale.pixel, board.scale.pixel)


def _same(one: float, other: float) -> bool:
    """Whether two zooms are one: what is panned keeps its span but for the last digits."""
    return abs(one - other) < other * 1e-9
