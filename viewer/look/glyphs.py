"""Small painted marks: what kind of event, how many origins agree, whether claims differ."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from viewer.look.ink import reads_from_right
from viewer.look.theme import Theme

SHAPES = 10
"""How many different event glyphs there are; the cycle begins again after the last."""


def glyph_path(shape: int, rect: QRectF) -> QPainterPath:
    """Outline of event glyph `shape` in `rect`; all shapes cover about 45 % of it."""
    side = min(rect.width(), rect.height())
    centre = rect.center()
    onto = QTransform(side, 0, 0, side, centre.x() - side / 2, centre.y() - side / 2)
    return onto.map(_DRAWINGS[shape % SHAPES]())


def paint_glyph(painter: QPainter, shape: int, rect: QRectF, colour: QColor, filled: bool = True) -> None:
    """Event glyph in `rect`: filled when dated to the day, an outline otherwise."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    stroke = max(1.2, side / 9)
    if filled:
        painter.setPen(QPen(colour, stroke / 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(colour)
        inset = stroke / 4
    else:
        painter.setPen(QPen(colour, stroke, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = stroke / 2
    painter.drawPath(glyph_path(shape, rect.adjusted(inset, inset, -inset, -inset)))
    painter.restore()


def paint_ring(
    painter: QPainter,
    rect: QRectF,
    segments: Sequence[bool],
    theme: Theme,
    *,
    colour: QColor | None = None,
    number: str | None = None,
    font: QFont | None = None,
    disputed: bool = False,
) -> None:
    """Corroboration ring: one segment per origin, full when it agrees; dashed outer ring when disputed.

    `number` stands in the middle, in `font` (the painter's own if None). From the point where segments
    would be specks the ring shows shares instead: first those that agree, then the rest.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = min(rect.width(), rect.height())
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(rect.center())
    if disputed:
        _paint_dashes(painter, circle, theme.disputed)
    _paint_segments(painter, circle, segments, colour or theme.claim, theme.control)
    if number is not None:
        painter.setPen(theme.text)
        painter.setFont(font or painter.font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)
    painter.restore()


def paint_pill(painter: QPainter, rect: QRectF, text: str, colour: QColor, font: QFont) -> None:
    """A word in a thin rounded frame: "disputed", an exhibit's number."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = rect.adjusted(0.6, 0.6, -0.6, -0.6)
    radius = min(4.0, frame.height() / 4)
    painter.drawRoundedRect(frame, radius, radius)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_chip(painter: QPainter, rect: QRectF, text: str, theme: Theme, font: QFont) -> None:
    """A source's number on a tinted ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.control, theme.stroke) if theme.stroke > 1 else Qt.PenStyle.NoPen)
    painter.setBrush(theme.tint)
    radius = min(4.0, rect.height() / 4)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(theme.accent)
    painter.setFont(font)
    if not reads_from_right(text):  # in a mirrored window what was cut off would be missing at its beginning
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def pill_size(text: str, font: QFont) -> tuple[float, float]:
    """Width and height in pixels a pill or chip with `text` wants."""
    metrics = QFontMetricsF(font)
    height = round(metrics.height() * 1.15)
    return metrics.horizontalAdvance(text) + round(height * 0.75), height


def paint_focus(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 6) -> None:
    """The focus ring: 2 px, just inside `rect` (leave 2 px between it and the thing)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def paint_card(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 6, chosen: bool = False) -> None:
    """A card's ground and edge; the chosen one has the edge of the marked passage."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2 if chosen else theme.stroke
    painter.setPen(QPen(theme.highlight_mark if chosen else theme.line, width))
    painter.setBrush(theme.surface)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def paint_number(
    painter: QPainter, rect: QRectF, text: str, theme: Theme, font: QFont, *, filled: bool = True
) -> None:
    """Number of a passage in the margin: a full disc for the chosen claim, a hollow one for others."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(rect.center())
    painter.setPen(QPen(theme.highlight_mark, 1.5))
    painter.setBrush(theme.highlight_mark if filled else theme.surface)
    painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.setPen(theme.surface if filled else theme.text)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


# How it is done


def _paint_segments(
    painter: QPainter, circle: QRectF, segments: Sequence[bool], full: QColor, empty: QColor
) -> None:
    stroke = max(1.5, circle.width() / 14)
    inset = circle.width() * 0.1 + stroke / 2
    ring = circle.adjusted(inset, inset, -inset, -inset)
    for start, length, agrees in _arcs(segments, ring.width() / 2, stroke):
        # Thin as well as grey: the difference does not hang on colour.
        pen = QPen(full if agrees else empty, stroke if agrees else stroke * 0.4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        # Qt counts sixteenths of a degree against the clock; ours go with the clock from the top.
        painter.drawArc(ring, round((90 - start) * 16), round(-length * 16))


def _arcs(segments: Sequence[bool], radius: float, stroke: float) -> list[tuple[float, float, bool]]:
    """(start, length, agrees) in degrees, with the clock from the top."""
    count = len(segments)
    if count < 2:
        return [(0, 360, bool(count and segments[0]))]
    gap = 360 * min(2.0 * stroke, 4) / (2 * pi * radius)
    step = 360 / count
    if step - gap < gap:
        return _shares(sum(segments), count, gap)
    return [(index * step + gap / 2, step - gap, agrees) for index, agrees in enumerate(segments)]


def _shares(agreeing: int, count: int, gap: float) -> list[tuple[float, float, bool]]:
    if agreeing in (0, count):
        return [(0, 360, agreeing > 0)]
    turn = max(2 * gap, min(360 - 2 * gap, 360 * agreeing / count))
    return [(gap / 2, turn - gap, True), (turn + gap / 2, 360 - turn - gap, False)]


def _paint_dashes(painter: QPainter, circle: QRectF, colour: QColor) -> None:
    stroke = max(1.0, circle.width() / 28)
    ring = circle.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    # A whole number of dashes, or the last one would be a stump.
    around = pi * ring.width() / stroke
    dash = around / (2 * max(8, round(around / 5)))
    pen = QPen(colour, stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dash * 1.2, dash * 0.8])
    painter.setPen(pen)
    painter.drawEllipse(ring)


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _box(left: float, top: float, width: float, height: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, width, height), radius, radius)
    return path


def _diamond() -> QPainterPath:
    return _polygon((0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5))


def _bar() -> QPainterPath:
    return _box(0.0, 0.28, 1.0, 0.44, 0.16)


def _speech() -> QPainterPath:
    tail = _polygon((0.2, 0.6), (0.52, 0.6), (0.24, 0.94))
    return _box(0.06, 0.12, 0.88, 0.52, 0.2).united(tail)


def _page() -> QPainterPath:
    return _polygon((0.2, 0.08), (0.58, 0.08), (0.8, 0.3), (0.8, 0.92), (0.2, 0.92))


def _square() -> QPainterPath:
    return _box(0.16, 0.16, 0.68, 0.68, 0.06)


def _triangle() -> QPainterPath:
    return _polygon((0.5, 0.04), (1.0, 0.92), (0.0, 0.92))


def _slant() -> QPainterPath:
    return _polygon((0.32, 0.17), (1.0, 0.17), (0.68, 0.83), (0.0, 0.83))


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0.5, 0.5), 0.385, 0.385)
    return path


def _tag() -> QPainterPath:
    return _polygon((0.04, 0.2), (0.64, 0.2), (0.96, 0.5), (0.64, 0.8), (0.04, 0.8))


def _hourglass() -> QPainterPath:
    return _polygon((0.06, 0.04), (0.94, 0.04), (0.56, 0.5), (0.94, 0.96), (0.06, 0.96), (0.44, 0.5))


_DRAWINGS = (
    _diamond,
    _bar,
    _speech,
    _page,
    _square,
    _triangle,
    _slant,
    _disc,
    _tag,
    _hourglass,
)
