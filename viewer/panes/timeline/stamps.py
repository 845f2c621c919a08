"""Glyphs with their ring or halo, painted once and kept: a frame only copies them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap, QRadialGradient

from viewer.index.ask.timeline import Mark
from viewer.look.current import Look
from viewer.look.glyphs import SHAPES, paint_glyph, paint_ring
from viewer.look.theme import faded, kind_colour
from viewer.panes.timeline.layout import Placed

Key = tuple[object, ...]


class Stamps:
    """All the stamps of one look; they are few: kinds × what is known."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[Key, QPixmap] = {}

    def draw(self, painter: QPainter, mark: Placed, known: Mark | None, centre: QPointF) -> None:
        """The mark's glyph around `centre`, with its ring where the row is high enough for one."""
        origins = known.row.origins if known and mark.ring else ()
        disputed = bool(known and mark.ring and known.row.disputed)
        side = int(mark.ring) or self._look.space.px(24)
        ratio = painter.device().devicePixelRatioF()
        key = (
            mark.kind % SHAPES,
            mark.kind,
            mark.body.hollow,
            mark.body.soft,
            mark.crowd,
            origins,
            disputed,
            side,
            ratio,
        )
        if key not in self._made:
            self._made[key] = self._stamp(mark, origins, disputed, side, ratio)
        painter.drawPixmap(QPointF(centre.x() - side / 2, centre.y() - side / 2), self._made[key])

    def _stamp(self, mark: Placed, origins: tuple[bool, ...], disputed: bool, side: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, side, side)
        colour = kind_colour(self._look.theme, mark.kind)
        glyph = self._look.space.px(13)
        if mark.body.soft:
            halo = QRadialGradient(box.center(), side / 2)
            halo.setColorAt(0, faded(colour, 0.5))
            halo.setColorAt(1, faded(colour, 0.0))
            painter.fillRect(box, QBrush(halo))
        if origins:
            paint_ring(painter, box, origins, self._look.theme, colour=colour, disputed=disputed)
        inner = QRectF(0, 0, glyph, glyph)
        inner.moveCenter(box.center())
        if mark.crowd:
            paint_glyph(painter, mark.kind, inner.translated(glyph / 4, -glyph / 5), faded(colour, 0.5), False)
        paint_glyph(painter, mark.kind, inner, colour, filled=not (mark.body.hollow or mark.body.soft))
        painter.end()
        return pixmap
