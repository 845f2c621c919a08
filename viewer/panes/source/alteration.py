"""The strip over a document that is not the one its case lists: a sentence with both hashes, always in view."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.look.current import Look
from viewer.panes.source.lines import Line


class Alteration(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._said = Line("label")
        row = QHBoxLayout(self)
        space = look.space
        row.setContentsMargins(space.large, space.px(6), space.medium, space.px(6))
        row.addWidget(self._said, 1)
        self.hide()

    @property
    def words(self) -> str:
        return self._said.text()

    def say(self, sentence: str) -> None:
        """An empty one puts it away."""
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, thick = self._look.theme, self._look.space.px(3)
        painter.fillRect(self.rect(), theme.surface)
        right = self.isRightToLeft()
        painter.fillRect(self.width() - thick if right else 0, 0, thick, self.height(), theme.text)
        painter.setPen(QPen(theme.line, theme.stroke))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()
