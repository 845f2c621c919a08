"""Measures and shortens text in the fonts of the strip, and remembers what it measured."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

FULL = 4000
"""Answers kept before all are forgotten."""
SHORTEST = 7
"""Letters a shortened text must keep to be worth reading, where the ruler is told nothing else."""


class FontRuler:
    """The ruler of the layout over two fonts: plain, and strong for dates and what is chosen."""

    def __init__(self, plain: QFont, strong: QFont, shortest: int = SHORTEST) -> None:
        self._shortest = shortest
        self._metrics = (QFontMetricsF(plain), QFontMetricsF(strong))
        self._widths: dict[tuple[str, bool], float] = {}
        self._fits: dict[tuple[str, int, bool], str] = {}

    def width(self, text: str, strong: bool) -> float:
        key = (text, strong)
        if key not in self._widths:
            if len(self._widths) > FULL:
                self._widths.clear()
            # Half a pixel more: Qt cuts a text that is given exactly what it measures.
            self._widths[key] = self._metrics[strong].horizontalAdvance(text) + 0.5 if text else 0.0
        return self._widths[key]

    def fit(self, text: str, room: float, strong: bool) -> str:
        if room < 20:
            return ""
        if self.width(text, strong) <= room:
            return text
        key = (text, int(room) // 4, strong)
        if key not in self._fits:
            if len(self._fits) > FULL:
                self._fits.clear()
            self._fits[key] = self._shortened(text, key[1] * 4, strong)
        return self._fits[key]

    def _shortened(self, text: str, room: int, strong: bool) -> str:
        short = self._metrics[strong].elidedText(text, Qt.TextElideMode.ElideRight, room)
        return short if len(short) > self._shortest else ""
