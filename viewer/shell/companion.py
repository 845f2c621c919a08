"""A window beside the case's own, for one pane: it stays open while one reads, and keeps its size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from viewer.look.current import Look


class Companion(QDialog):
    """Closes with Esc; the same keys as in the case's window go back and forward.

    Its title names no case, as the title of the case's window does not.
    """

    def __init__(self, pane: QWidget, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept: Callable[[int, int], object] | None = None
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        self.resize(look.space.px(1120), look.space.px(680))

    def keep_size(self, size: list[int], kept: Callable[[int, int], object]) -> None:
        """Take the size it had last (width, height, or nothing); tell `kept` the one it has when it is closed."""
        if len(size) == 2:
            self.resize(*size)
        self._kept = kept

    def share(self, actions: list[QAction]) -> None:
        """Let keys of the case's window work here too."""
        self.addActions(actions)

    def open_up(self) -> None:
        """Show it, in front and with the keyboard."""
        self.show()
        self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._kept and not event.spontaneous():
            self._kept(self.width(), self.height())
        super().hideEvent(event)
