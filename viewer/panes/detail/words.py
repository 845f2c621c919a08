"""Labels of the detail pane: plain, wrapped, aligned with the window even where the text runs the other way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from viewer.look.paragraph import Wrapped
from viewer.look.style import dress

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class Words(Wrapped):
    """A wrapped paragraph; `text` and `tone` as in look.style.dress. Selectable by mouse."""

    def __init__(self, words: str, *, text: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trailing = False
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        dress(self, text=text, tone=tone)
        self.setText(words)
        self._align()

    def align_trailing(self, trailing: bool = True) -> None:
        """Stand at the far end of the line: right in a window that reads from the left."""
        self._trailing = trailing
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        side = RIGHT if self.isRightToLeft() != self._trailing else LEFT
        self.setAlignment(side | Qt.AlignmentFlag.AlignTop)


class Mark(QLabel):
    """A short text on one line: a pill, a chip, a heading."""

    def __init__(
        self, words: str, *, role: str = "", text: str = "small", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        dress(self, role=role, text=text, tone=tone)
        self.setText(words)


def heading(words: str) -> Words:
    """Title of a section."""
    label = Words(words, text="strong")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
