"""A chain of custody to look at: one ring a step, open where the step does not follow on the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from viewer.look.current import Look

Step = tuple[list[str], bool]
"""The lines of a step, and whether it follows on the one before."""


class Chain(QWidget):
    """Steps below each other. `label` makes the label of a line from its text, role and tone."""

    def __init__(
        self, look: Look, steps: Sequence[Step], label: Callable[[str, str, str], QLabel], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._make = look, label
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (lines, holds) in enumerate(steps):
            row = QWidget(self)
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(Ring(look, holds, number > 0, number + 1 < len(steps), row))
            across.addLayout(self._words(lines), 100)
            across.addStretch(1)  # takes what the words, which have a widest measure, leave
            column.addWidget(row)

    def _words(self, lines: list[str]) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, self._look.space.small)
        words.setSpacing(0)
        for place, line in enumerate(lines):
            words.addWidget(self._make(line, "label" if place else "body", "muted" if place else ""))
        return words


class Ring(QWidget):
    """Bound to those above and below it."""

    def __init__(self, look: Look, holds: bool, above: bool, below: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.holds = look, holds
        self._above, self._below = above, below
        self.setFixedWidth(look.space.px(18))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._look.space.px(18), self._look.space.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, theme = self._look.space.px, self._look.theme
        middle = QPointF(self.width() / 2, px(10))
        painter.setPen(QPen(theme.control, 1.5, Qt.PenStyle.SolidLine if self.holds else Qt.PenStyle.DotLine))
        if self._above:
            painter.drawLine(QLineF(middle.x(), 0, middle.x(), middle.y() - px(5)))
        painter.setPen(QPen(theme.control, 1.5))
        if self._below:
            painter.drawLine(QLineF(middle.x(), middle.y() + px(5), middle.x(), self.height()))
        painter.setPen(QPen(theme.text, 1.5))
        if self.holds:
            painter.setBrush(theme.text)
        painter.drawEllipse(middle, px(4), px(4))
        painter.end()
