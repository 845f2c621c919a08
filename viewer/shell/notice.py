"""A sentence under the bar: what happened, or why something did not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from viewer.look.announce import announce
from viewer.look.current import Look


class Notice(QLabel):
    """Goes away with the next move or a click; spoken when it appears."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(look.space.small)
        self.setIndent(look.space.small)
        self.setAutoFillBackground(True)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self.setToolTip(self.tr("Click to put away"))
        look.changed.connect(self._wear)
        self._wear()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one puts the notice away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.say("")

    def _wear(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, self._look.theme.tint)
        self.setPalette(colours)
