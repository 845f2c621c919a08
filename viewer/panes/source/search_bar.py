"""The line one types into to look for words in a document, with the list of places below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.lines import Line
from viewer.wording.voice import Voice

MOST_LISTED = 2_000


class SearchBar(QWidget):
    """Says what to look for and which place to go to; knows nothing of the document."""

    sought = Signal(str)
    chosen = Signal(int)  # place in the list
    closed = Signal()

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._voice = voice
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in this document"))
        self._field.setAccessibleName(self.tr("Find in this document"))
        self._field.setMaxLength(500)
        self._count = Line("small", "muted")
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Places found"))
        self._list.setUniformItemSizes(True)
        self._list.hide()
        self._current = -1
        self._lay_out()
        self._field.returnPressed.connect(self._enter)
        self._field.installEventFilter(self)
        self._list.currentRowChanged.connect(self._choose)
        self.hide()

    def open_up(self) -> None:
        """Show it with the keyboard in the field; again: go to the next place."""
        if self.isVisible() and self._list.count() and self._field.text() == self._asked:
            self.step(1)
            return
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_places(self, lines: list[tuple[str, str]], said: str) -> None:
        """Places by page and line, and how many there are, in words; what is chosen stays."""
        for where, line in lines[self._list.count() : MOST_LISTED]:
            item = QListWidgetItem(f"{where}   {line}")
            item.setToolTip("")
            self._list.addItem(item)
        self._count.setText(said)
        self._list.setVisible(self._list.count() > 0)
        if self._current < 0 and self._list.count():
            self._list.setCurrentRow(0)

    def clear(self) -> None:
        """No place is known."""
        self._current = -1
        self._list.blockSignals(True)
        self._list.clear()
        self._list.blockSignals(False)
        self._list.hide()
        self._count.setText("")

    def step(self, step: int) -> None:
        """To the next place or the one before, round the end."""
        count = self._list.count()
        if count:
            self._list.setCurrentRow((self._list.currentRow() + step) % count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    # How it is done

    _asked = ""

    def _lay_out(self) -> None:
        space = self._look.space
        lines = QVBoxLayout(self)
        lines.setContentsMargins(space.small, space.tight, space.small, space.tight)
        lines.setSpacing(space.tight)
        row = QHBoxLayout()
        row.setSpacing(space.tight)
        row.addWidget(self._field, 1)
        for icon, name, act in (
            ("previous", self.tr("Previous place"), lambda: self.step(-1)),
            ("next", self.tr("Next place"), lambda: self.step(1)),
            ("close", self.tr("Close"), self._close),
        ):
            button = QToolButton()
            button.setIcon(self._look.icon(icon))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(act)
            row.addWidget(button)
        lines.addLayout(row)
        lines.addWidget(self._count)
        lines.addWidget(self._list)
        self._list.setMaximumHeight(space.px(132))
        dress(self, role="panel")

    def _enter(self) -> None:
        words = self._field.text()
        if words == self._asked and self._list.count():
            self.step(1)
            return
        self._asked = words
        self.clear()
        self.sought.emit(words)

    def _choose(self, row: int) -> None:
        self._current = row
        if row >= 0:
            self.chosen.emit(row)

    def _close(self) -> None:
        self._asked = ""
        self._field.clear()
        self.clear()
        self.hide()
        self.sought.emit("")
        self.closed.emit()
