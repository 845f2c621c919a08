"""Paints what lies under the text of a sheet: highlights, underlines, the bracket, bullets and bars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextDocument

from viewer.case.frozen import dataclass
from viewer.index.ask.sources import Block
from viewer.look.current import Look
from viewer.panes.source.boxes import Box

_NUMBERED = r"\d+[.)] "


@dataclass(frozen=True, slots=True)
class Marked:
    """The passages of a sheet in pixels of its document; `lane` is the x of their numbers.

    doubtful: those that do not stand as stated.
    """

    boxes: Sequence[Sequence[Box]]
    depths: Sequence[int]
    centres: Sequence[float]
    lane: float
    selected: int | None
    doubtful: frozenset[int] = frozenset()


def paint_passages(painter: QPainter, marked: Marked, look: Look) -> None:
    """The selected passage's ground and bracket; dashes under the others."""
    chosen = marked.selected
    if chosen is not None and marked.boxes[chosen]:
        _paint_highlight(painter, marked.boxes[chosen], look)
        _paint_bracket(painter, marked.boxes[chosen], marked.centres[chosen], marked.lane, look)
    for index, found in enumerate(marked.boxes):
        doubtful = index in marked.doubtful
        if index != chosen or look.theme.stroke > 1 or doubtful:
            _paint_underline(painter, found, marked.depths[index], look, solid=index == chosen and not doubtful)


def paint_furniture(painter: QPainter, document: QTextDocument, blocks: Sequence[Block], look: Look) -> None:
    """Bullets of items, the bar beside quotations, rules."""
    for number, block in enumerate(blocks):
        draw = _FURNITURE.get(block.kind)
        if draw and not (block.kind == "item" and re.match(_NUMBERED, block.text)):
            text = document.findBlockByNumber(number)
            if text.layout().lineCount():
                draw(painter, text, _sides(document, text), look)


def _paint_highlight(painter: QPainter, found: Sequence[Box], look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.highlight)
    for box in found:
        painter.drawRoundedRect(box.rect.adjusted(-2, 0, 2, 0.5), 2, 2)


def _paint_bracket(painter: QPainter, found: Sequence[Box], centre: float, lane: float, look: Look) -> None:
    painter.setPen(QPen(look.theme.highlight_mark, look.space.px(2)))
    top = min(found[0].rect.top(), centre)
    bottom = max(found[-1].rect.bottom(), centre)
    painter.drawLine(QPointF(lane, top), QPointF(lane, bottom))


def _paint_underline(painter: QPainter, found: Sequence[Box], depth: int, look: Look, *, solid: bool) -> None:
    pen = QPen(look.theme.highlight_mark, 2 if solid else max(1.2, look.theme.stroke))
    if not solid:
        pen.setDashPattern([2.0, 1.6])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    drop = look.space.px(4) + min(depth, 2) * look.space.px(2.5)
    for box in found:
        y = box.baseline + drop
        painter.drawLine(QPointF(box.rect.left(), y), QPointF(box.rect.right(), y))


def _sides(document: QTextDocument, text: QTextBlock) -> tuple[float, float]:
    """Left and right edge of a block's lines."""
    frame, form = document.rootFrame().frameFormat(), text.blockFormat()
    left = frame.leftMargin() + form.leftMargin()
    return left, document.textWidth() - frame.rightMargin() - form.rightMargin()


def _begin(text: QTextBlock, sides: tuple[float, float], before: float) -> float:
    """The x so many pixels before the lines begin."""
    if text.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return sides[1] + before
    return sides[0] - before


def _paint_bullet(painter: QPainter, text: QTextBlock, sides: tuple[float, float], look: Look) -> None:
    line, px = text.layout().lineAt(0), look.space.px
    baseline = text.layout().position().y() + line.y() + line.ascent()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.muted)
    painter.drawEllipse(QPointF(_begin(text, sides, px(10)), baseline - px(5)), px(2), px(2))


def _paint_bar(painter: QPainter, text: QTextBlock, sides: tuple[float, float], look: Look) -> None:
    top, height = text.layout().position().y(), text.layout().boundingRect().height()
    painter.setPen(QPen(look.theme.control, look.space.px(2)))
    x = _begin(text, sides, look.space.px(10))
    painter.drawLine(QPointF(x, top), QPointF(x, top + height))


def _paint_rule(painter: QPainter, text: QTextBlock, sides: tuple[float, float], look: Look) -> None:
    y = text.layout().position().y() + look.space.px(4) + 0.5
    painter.setPen(QPen(look.theme.control, 1))
    painter.drawLine(QPointF(sides[0], y), QPointF(sides[1], y))


_FURNITURE = {"item": _paint_bullet, "quote": _paint_bar, "rule": _paint_rule}
