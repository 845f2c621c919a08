"""Writes one line of text in its own direction, whatever the direction of the window."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText, QTextOption

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_LEFT = _LINE | Qt.AlignmentFlag.AlignLeft
_RIGHT = _LINE | Qt.AlignmentFlag.AlignRight
_FULL = 2000


def write(painter: QPainter, box: QRectF, words: str, font: QFont, colour: QColor, *, right: bool = False) -> None:
    """`words` at the left edge of `box`, or at its right edge."""
    painter.setLayoutDirection(_direction(words))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, _RIGHT if right else _LEFT, words)


class Ink:
    """Writes the same words again and again, four times as fast: for what is painted anew with each frame.

    Its fonts must live as long as the ink.
    """

    def __init__(self) -> None:
        self._laid: dict[tuple[str, int], QStaticText] = {}

    def write(
        self, painter: QPainter, box: QRectF, words: str, font: QFont, colour: QColor, *, right: bool = False
    ) -> None:
        """As the function of this name."""
        key = (words, id(font))
        text = self._laid.get(key)
        if text is None:
            if len(self._laid) > _FULL:
                self._laid.clear()
            text = self._laid[key] = _lay(words, font)
        painter.setFont(font)
        painter.setPen(colour)
        size = text.size()
        left = box.right() - size.width() if right else box.left()
        painter.drawStaticText(QPointF(left, box.center().y() - size.height() / 2), text)


@lru_cache(maxsize=_FULL)
def reads_from_right(words: str) -> bool:
    """By the first letter that has a direction."""
    for letter in words:
        if (kind := bidirectional(letter)) in ("L", "R", "AL"):
            return kind != "L"
    return False


def escape(text: str) -> str:
    """`text` in which no sign is read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def tooltip(lines: Iterable[str]) -> str:
    """Lines as a tooltip shows them: escaped, so that a title is never read as markup; "" if there are none."""
    whole = "<br>".join(escape(line) for line in lines)
    return f"<qt>{whole}</qt>" if whole else ""


def _direction(words: str) -> Qt.LayoutDirection:
    rtl = reads_from_right(words)
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def _lay(words: str, font: QFont) -> QStaticText:
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(_direction(words))
    text.setTextOption(option)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=font)
    return text
