"""Draws a swarm: bars by colour in one stroke, glyphs as copies, and its words; decides nothing."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from viewer.look.current import Look
from viewer.look.glyphs import paint_glyph
from viewer.look.theme import faded, kind_colour
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.swarm import Speck, Swarm

FADE = 14.0
"""Pixels over which a bar is weaker at an end that is not sure."""


class SpeckPainter:
    """Small glyphs of one look, painted once and kept."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def paint(self, painter: QPainter, swarm: Swarm, board: Board) -> None:
        """All specks in view; labels are the strip's."""
        width = board.scale.width
        bars = [one for one in swarm.specks if not one.point]
        self._paint_bars(painter, bars, swarm.row_height, width)
        side = board.frame.measures.glyph
        ratio = painter.device().devicePixelRatioF()
        half = side * 2 / 3
        for one in swarm.specks:
            if one.point:
                x = (one.left + one.right) / 2 - half
                painter.drawPixmap(QPointF(x, one.y - half), self._stamp(one, side, ratio))

    # How it is done

    def _paint_bars(self, painter: QPainter, bars: list[Speck], row_height: float, width: float) -> None:
        whole: dict[tuple[int, bool], list[QRectF]] = defaultdict(list)
        weak: dict[tuple[int, bool], list[QRectF]] = defaultdict(list)
        edges: dict[tuple[int, bool], list[QRectF]] = defaultdict(list)
        height = min(row_height - 3, self._look.space.px(15))
        thick = self._look.space.px(2)
        for one in bars:
            key = (one.dot.kind, bool(one.dot.possible))
            left, right, top = max(one.left, -40.0), min(one.right, width + 40.0), one.y - height / 2
            fade = min(FADE, (right - left) / 3)
            start = left if one.sure_left else left + fade
            end = right if one.sure_right else right - fade
            whole[key].append(QRectF(start, top, end - start, height))
            if one.sure_left:
                edges[key].append(QRectF(left, top, thick, height))
            else:
                weak[key].append(QRectF(left, top, fade, height))
            if one.sure_right:
                edges[key].append(QRectF(right - thick, top, thick, height))
            else:
                weak[key].append(QRectF(end, top, fade, height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for rects, strength in ((whole, 0.32), (weak, 0.14), (edges, 1.0)):
            for (kind, possible), boxes in rects.items():
                painter.setBrush(self._colour(kind, strength * (0.4 if possible else 1)))
                painter.drawRects(boxes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _colour(self, kind: int, strength: float) -> QColor:
        return faded(kind_colour(self._look.theme, kind), strength)

    def _stamp(self, one: Speck, side: float, ratio: float) -> QPixmap:
        dot = one.dot
        key = (dot.kind, dot.soft, dot.hollow, dot.possible, side, ratio)
        if key not in self._made:
            self._made[key] = self._draw(one, side, ratio)
        return self._made[key]

    def _draw(self, one: Speck, side: float, ratio: float) -> QPixmap:
        dot, whole = one.dot, side * 4 / 3
        pixmap = QPixmap(round(whole * ratio), round(whole * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour(dot.kind, 0.45 if dot.possible else 1.0)
        if dot.soft:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(colour, 0.25))
            painter.drawEllipse(QRectF(0, 0, whole, whole))
        inner = QRectF((whole - side) / 2, (whole - side) / 2, side, side)
        paint_glyph(painter, dot.kind, inner, colour, filled=not (dot.soft or dot.hollow or dot.possible))
        painter.end()
        return pixmap
