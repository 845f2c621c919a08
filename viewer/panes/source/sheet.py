"""What every kind of document is shown on; a kind is one file and one line in kinds.py."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.wording.voice import Voice


class Sheet(QWidget):
    """One document, shown. Passages are named by their place in `document.passages`."""

    passage_pressed = Signal(int)  # the mark or the words of a passage
    anchor_moved = Signal()  # the mark of the selected passage may stand elsewhere now

    def __init__(self, look: Look, voice: Voice, document: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._voice = voice
        self._document = document

    def point_out(self, index: int | None) -> None:
        """Mark this passage as the selected one and bring it into view; None = none is selected."""
        raise NotImplementedError

    def anchor(self) -> tuple[QPoint, str] | None:
        """End of a line to the selected passage in this sheet's coordinates, and 'here', 'above' or 'below'."""
        raise NotImplementedError

    def place(self, index: int) -> QPoint:
        """Where a menu about this passage opens, in this sheet's coordinates."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """The keyboard goes to the selected passage, or to the beginning."""
        raise NotImplementedError

    def selected_text(self) -> str:
        """The words the reader has selected, as they stand in the document; "" where there are none."""
        return ""

    def selected_passages(self) -> tuple[int, ...]:
        """Passages that the reader's selection touches."""
        return ()

    def hasHeightForWidth(self) -> bool:
        """A sheet scrolls: it takes what height is left."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.anchor_moved.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.anchor_moved.emit()
