"""A caption and what is known under it, beside each other where there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from viewer.look.current import Look
from viewer.panes.source.lines import Line


class Fact(QWidget):
    """One row; more lines or buttons can be added below the value."""

    def __init__(self, look: Look, caption: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space.small)
        self._caption = Line("label", "muted")
        self._caption.setText(caption)
        self._value = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._value.setSpacing(look.space.px(2))
        self._row.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._value, 1)
        line = self.add_line(value)
        line.setAccessibleName(f"{caption}: {value}")

    def add_line(self, words: str, tone: str = "") -> Line:
        line = Line("label", tone)
        line.setText(words)
        self._value.addWidget(line)
        return line

    def add(self, widget: QWidget) -> None:
        self._value.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._look.space.px
        beside = self.width() >= px(300)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(px(8) if beside else 0)
        self._caption.setFixedWidth(px(96) if beside else max(self.width(), 1))
