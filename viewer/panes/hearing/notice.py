"""A sentence across the pane with one thing that can be done about it; gone while there is nothing to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress


class Notice(QWidget):
    """Says nothing at first."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = look.space
        self.words = Paragraph("label", "", self)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        dress(self, role="sunken")
        line = QHBoxLayout(self)
        line.setContentsMargins(space.large, space.small, space.large, space.small)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.button)
        self.hide()

    def say(self, sentence: str, button: str = "") -> None:
        """ "" hides it; without words on it the button is not there."""
        self.words.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(sentence))
