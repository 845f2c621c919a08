"""Writes a wrapped paragraph in its own direction, aligned with the window's; measures it before."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from viewer.look.ink import reads_from_right

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
_TALL = 1_000_000


def wrapped_height(words: str, font: QFont, width: float) -> int:
    """Pixels that `words` take when they are `width` pixels wide."""
    if not words:
        return 0
    return ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, max(1.0, width), _TALL), _WRAP, words).height())


def write_wrapped(
    painter: QPainter, box: QRectF, words: str, font: QFont, colour: QColor, *, right: bool = False
) -> None:
    """`words` from the top of `box` on, at its left edge or at its right one."""
    turned = reads_from_right(words)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, _WRAP | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft), words)
