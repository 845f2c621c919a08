"""How words that were found look wherever they stand: on the ground of a marked passage, and underlined.

Marks are half-open code points of the text; Qt counts UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from viewer.look.ink import reads_from_right, write
from viewer.look.theme import Theme
from viewer.look.units import units

Marks = Sequence[tuple[int, int]]


def found_format(theme: Theme) -> QTextCharFormat:
    """Not the colour alone."""
    form = QTextCharFormat()
    form.setBackground(theme.highlight)
    form.setForeground(theme.text)
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(theme.highlight_mark)
    return form


def found_ranges(text: str, marks: Marks, form: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    """The marks of `text` for a QTextLayout."""
    ranges = []
    for start, end in marks:
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = units(text[:start]), units(text[start:end])
        marked.format = form
        ranges.append(marked)
    return ranges


def seen_marks(marks: Marks, text: str, shown: str, start: int = 0) -> list[tuple[int, int]]:
    """The marks of `text` in what is shown of it from `start` on, which may be shortened at its end."""
    rest = text[start : start + len(shown)]
    kept = next((n for n, (one, other) in enumerate(zip(shown, rest, strict=False)) if one != other), len(rest))
    return [
        (max(first - start, 0), min(last - start, kept))
        for first, last in marks
        if start < last and first < start + kept
    ]


def write_found(
    painter: QPainter,
    box: QRectF,
    words: str,
    marks: Marks,
    font: QFont,
    *,
    colour: QColor,
    theme: Theme,
    right: bool = False,
) -> None:
    """As `viewer.look.ink.write`, with words marked."""
    if not marks:
        write(painter, box, words, font, colour, right=right)
        return
    layout = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    towards = Qt.LayoutDirection.RightToLeft if reads_from_right(words) else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(towards)
    layout.setTextOption(option)
    layout.setFormats(found_ranges(words, marks, found_format(theme)))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    wide = line.naturalTextWidth()
    left = (box.right() - wide if right else box.left()) - line.naturalTextRect().left()
    painter.setPen(colour)
    layout.draw(painter, QPointF(left, box.center().y() - line.height() / 2))


def paint_found_ground(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Under the letters of a word in a text that paints itself."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.highlight)
    painter.drawRoundedRect(box, 2, 2)


def paint_found_line(painter: QPainter, left: float, right: float, y: float, theme: Theme) -> None:
    """Under the word, `y` pixels from the top."""
    painter.setPen(QPen(theme.highlight_mark, max(1.2, theme.stroke)))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
