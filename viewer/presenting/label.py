"""Words on the console: wrapped, at the reading side, and never with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from viewer.look.paragraph import Paragraph


class Label(Paragraph):
    """`text` and `tone` as in look.style.dress. Not selectable: a click would take the keys of the hearing."""

    def __init__(self, words: str = "", text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, tone, parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setText(words)
