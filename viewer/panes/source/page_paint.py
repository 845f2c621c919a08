"""Paints pages: the sheet of paper, its picture, the passages and what is picked on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.case.frozen import dataclass
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.theme import faded
from viewer.panes.source.roll import Roll
from viewer.panes.source.shots import Shots


@dataclass(frozen=True, slots=True)
class Boxes:
    """A passage on the pages in view, in pixels of the window. doubtful: it does not stand as stated."""

    rects: tuple[QRectF, ...]
    doubtful: bool


def paint_page(painter: QPainter, roll: Roll, shots: Shots, number: int, look: Look) -> None:
    """White paper with a hairline, and the picture on it, turned as the reader has turned it."""
    place = roll.place(number)
    painter.fillRect(place, Qt.GlobalColor.white)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not shots.whole(number))
    wide, high = place.width(), place.height()
    if roll.turn:
        painter.translate(place.center())
        painter.rotate(roll.turn)
        if roll.turn in (90, 270):
            wide, high = high, wide
        shots.paint(painter, number, QRectF(-wide / 2, -high / 2, wide, high))
    else:
        shots.paint(painter, number, place)
    painter.restore()
    painter.setPen(QPen(look.theme.control if look.theme.stroke > 1 else look.theme.line, look.theme.stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))


def on_paper(look: Look, share: float) -> QColor:
    """The colour of marks mixed with white: it multiplies with the paper, so the letters stay dark."""
    ink = look.theme.highlight_mark
    return QColor(*(round(255 - (255 - part) * share) for part in (ink.red(), ink.green(), ink.blue())))


def paint_text_passage(painter: QPainter, boxes: Boxes, look: Look, *, chosen: bool, depth: int) -> None:
    """The chosen one's ground; dashes under the others, and around one whose place is in doubt."""
    if chosen:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(on_paper(look, 0.32))
        for rect in boxes.rects:
            painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 2, 2)
        painter.restore()
    pen = QPen(look.theme.highlight_mark.darker(110 if look.theme.dark else 100), 2 if chosen else 1.4)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not chosen or boxes.doubtful:
        pen.setDashPattern([2.0, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    drop = 1.5 + min(depth, 2) * look.space.px(2.5)
    for rect in boxes.rects:
        if boxes.doubtful:
            painter.drawRect(rect.adjusted(-2, -1, 2, 1))
        elif not chosen or look.theme.stroke > 1:
            painter.drawLine(rect.bottomLeft() + QPointF(0, drop), rect.bottomRight() + QPointF(0, drop))


def paint_part(painter: QPainter, boxes: Boxes, look: Look, *, chosen: bool) -> None:
    """A part of a picture: a frame with a pale edge, so that it shows on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = 2.5 if chosen else 1.6
    for rect in boxes.rects:
        painter.setPen(QPen(faded(QColor("white"), 0.85), width + 2.4))
        painter.drawRect(rect)
        pen = QPen(look.theme.highlight_mark.darker(110 if look.theme.dark else 100), width)
        if not chosen or boxes.doubtful:
            pen.setDashPattern([3.0, 2.2])
        painter.setPen(pen)
        painter.drawRect(rect)


def paint_refusal(painter: QPainter, place: QRectF, words: str, look: Look) -> None:
    """Why a page does not show, on its paper."""
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(look.type.font(Role.BODY))
    inside = place.adjusted(24, 24, -24, -24)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)


def paint_picked(painter: QPainter, rects: Sequence[QRectF], look: Look) -> None:
    """Text that the reader has picked."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(look.theme.accent, 0.28))
    for rect in rects:
        painter.drawRect(rect)


def paint_found(painter: QPainter, rects: Sequence[QRectF], look: Look) -> None:
    """Words of a search, as in other texts: a ground, and a line below."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rect in rects:
        painter.fillRect(rect, on_paper(look, 0.3))
    painter.restore()
    painter.setPen(QPen(look.theme.highlight_mark.darker(110 if look.theme.dark else 100), 1.6))
    for rect in rects:
        painter.drawLine(rect.bottomLeft() + QPointF(0, 1), rect.bottomRight() + QPointF(0, 1))


def paint_hits(painter: QPainter, rects: Sequence[QRectF], current: Sequence[QRectF], look: Look) -> None:
    """Words that were looked for; the one the reader stands at has a frame."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(look.theme.accent, 0.18))
    for rect in rects:
        painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.theme.accent, 2))
    for rect in current:
        painter.drawRect(rect.adjusted(-2, -2, 2, 2))


def paint_box(painter: QPainter, rect: QRectF, look: Look) -> None:
    """The box the reader draws."""
    painter.setPen(QPen(look.theme.accent, 2, Qt.PenStyle.DashLine))
    painter.setBrush(faded(look.theme.accent, 0.1))
    painter.drawRect(rect)


def paint_bracket(painter: QPainter, x: float, top: float, bottom: float, look: Look) -> None:
    """The line in the margin that holds the chosen passage together."""
    painter.setPen(QPen(look.theme.highlight_mark, look.space.px(2)))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
