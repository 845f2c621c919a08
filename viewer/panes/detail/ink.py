"""A paragraph that is painted: wrapped, in its own direction, aligned with the window's."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from viewer.look.found import Marks, found_ranges, seen_marks
from viewer.look.ink import reads_from_right

_ENDLESS = 1e6
"""Pixels in which every text has room on one line."""


class Ink:
    """Text in one font; `most` lines at most (0 = as many as it takes), the last one elided."""

    def __init__(self, text: str, font: QFont, most: int = 0) -> None:
        self.text = text
        self.font = font
        self._most = most
        self._laid: tuple[object, ...] | None = None
        self._found: tuple[Marks, QTextCharFormat] | None = None
        self._layout = QTextLayout()
        self._height = 0.0
        self._width: float | None = None
        self._line: tuple[float, float] | None = None

    def mark(self, found: Marks, form: QTextCharFormat) -> None:
        """Show these ranges of the text in another form, which takes no other room."""
        known = self._found[0] if self._found else ()
        if found or known:
            self._found = (found, form) if found else None
            self._laid = None

    def width(self) -> float:
        """Pixels the text takes on one line."""
        if self._width is None:
            self._width = math.ceil(QFontMetricsF(self.font).horizontalAdvance(self.text)) + 1
        return self._width

    def height(self, width: float, rtl: bool = False) -> float:
        """Pixels the text takes when it is `width` pixels wide."""
        wide, high = self._one_line()
        if wide <= width:
            return high
        self._lay(width, rtl)
        return self._height

    def draw(self, painter: QPainter, at: QPointF, width: float, colour: QColor) -> None:
        """With its top left corner at `at`; the side it aligns with is the painter's leading one."""
        self._lay(width, painter.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        painter.setPen(colour)
        self._layout.draw(painter, at)

    def _one_line(self) -> tuple[float, float]:
        """How wide and high the text is on one line; layouts ask for its height in a dozen widths."""
        if self._line is None:
            if self.text.isascii():  # of one script, and one font
                self._line = self.width(), math.ceil(QFontMetricsF(self.font).height())
            else:
                self._lay(_ENDLESS, rtl=False)
                self._line = math.ceil(self._layout.maximumWidth()) + 1, self._height
        return self._line

    def _lay(self, width: float, rtl: bool) -> None:
        if self._laid != (width, rtl):
            self._lay_out(self.text, width, rtl)
            self._laid = (width, rtl)

    def _lay_out(self, text: str, width: float, rtl: bool, cut: bool = False) -> None:
        """cut: `text` is shortened already; what has no room even then, in a column too narrow, is left out."""
        self._layout = QTextLayout(text, self.font)
        self._layout.setTextOption(_option(text, rtl))
        if self._found:
            self._layout.setFormats(
                found_ranges(text, seen_marks(self._found[0], self.text, text), self._found[1])
            )
        self._layout.beginLayout()
        top, count = 0.0, 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            count += 1
            last = count == self._most and line.textStart() + line.textLength() < len(text)
            if last and not cut:
                self._layout.endLayout()
                start = line.textStart()
                rest = text[start:]
                kept = QFontMetricsF(self.font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
                self._lay_out(text[:start] + kept, width, rtl, cut=True)
                return
            line.setPosition(QPointF(0, top))
            top += line.height()
            if last:
                break
        self._layout.endLayout()
        self._height = math.ceil(top)


def _option(text: str, rtl: bool) -> QTextOption:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    towards = Qt.LayoutDirection.RightToLeft if reads_from_right(text) else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(towards)
    return option
