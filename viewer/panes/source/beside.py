"""A second source beside the first, with its own passage: two accounts, or an original and its translation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.lines import CutLine


class Beside(QSplitter):
    """Two panes; the second can be closed, and the two stand beside each other or one below the other."""

    closed = Signal()

    def __init__(self, look: Look, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(first)
        framed = QWidget()
        dress(framed, role="panel")
        lines = QVBoxLayout(framed)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(self._bar())
        lines.addWidget(second, 1)
        self.addWidget(framed)
        wide = first.width() >= look.space.px(760)
        self.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def entitle(self, words: str) -> None:
        """Why the second one stands here."""
        self._why.say(words)

    def turn(self) -> None:
        """From beside to below, and back."""
        down = self.orientation() == Qt.Orientation.Vertical
        self.setOrientation(Qt.Orientation.Horizontal if down else Qt.Orientation.Vertical)
        self.halve()

    def halve(self) -> None:
        """Both the same room."""
        self.setSizes([1_000, 1_000])

    def _bar(self) -> QHBoxLayout:
        space = self._look.space
        row = QHBoxLayout()
        row.setContentsMargins(space.large, space.px(2), space.small, space.px(2))
        self._why = CutLine(1, "label", "muted")
        row.addWidget(self._why, 1)
        for icon, name, act in (
            ("beside", self.tr("Beside or below"), self.turn),
            ("close", self.tr("Close the second source"), self.closed.emit),
        ):
            button = QToolButton()
            button.setIcon(self._look.icon(icon))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        return row
