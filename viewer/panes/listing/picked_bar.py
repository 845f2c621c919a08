"""Below the list, while events are picked: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.wording.events import picked_words
from viewer.wording.voice import Voice


class PickedBar(QWidget):
    """Made when the first event is picked; hidden while none is."""

    comparison_asked = Signal()
    clearing_asked = Signal()

    def __init__(self, look: Look, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._voice = voice
        self._picked = self._more = 0
        dress(self, role="sunken")
        self._words = Paragraph("label", parent=self)
        compare, clear = QPushButton(self.tr("Accounts side by side"), self), QPushButton(self.tr("Clear"), self)
        clear.setToolTip(self.tr("No event is picked any more (Esc)"))
        space = look.space
        line, column = QHBoxLayout(), QVBoxLayout(self)
        for button, asked in ((compare, self.comparison_asked), (clear, self.clearing_asked)):
            dress(button, role="link", text="label")
            button.clicked.connect(asked)
            line.addWidget(button)
        line.addStretch(1)
        column.setContentsMargins(space.medium, space.small, space.medium, space.small)
        column.setSpacing(space.tight)
        column.addWidget(self._words)
        column.addLayout(line)

    def show_picked(self, picked: int, more: int) -> None:
        """How many are; `more`: for how many others there was no room."""
        self._picked, self._more = picked, more
        self._say(0)
        self.setVisible(bool(picked))
        announce(self, self._words.text() if picked else self.tr("No event is picked."))

    def show_hidden(self, count: int) -> None:
        """How many of them are not among the events shown."""
        self._say(count)

    def _say(self, hidden: int) -> None:
        self._words.setText(picked_words(self._voice, self._picked, self._more, hidden))
