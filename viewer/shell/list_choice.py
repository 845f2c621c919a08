"""Which list is meant, where there are several: a list to choose from, and Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from viewer.look.current import Look
from viewer.look.style import dress


class ListChoice(QDialog):
    """`chosen` gives the identifier of the list."""

    chosen = Signal(str)

    def __init__(self, lists: Sequence[tuple[str, str]], now: str, look: Look, parent: QWidget) -> None:
        """lists: identifier and what is said of each; now: the one to stand on."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Hearing list"))
        self.box = QListWidget(self)
        self.box.setAccessibleName(self.tr("Hearing list"))
        for uid, words in lists:
            entry = QListWidgetItem(words, self.box)
            entry.setData(Qt.ItemDataRole.UserRole, uid)
        self.box.setCurrentRow(max(0, [uid for uid, _ in lists].index(now) if now in dict(lists) else 0))
        self.box.itemActivated.connect(lambda _entry: self.accept())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        begin = buttons.addButton(self.tr("Choose"), QDialogButtonBox.ButtonRole.AcceptRole)
        dress(begin, role="primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(look.space.wide, look.space.wide, look.space.wide, look.space.large)
        lines.setSpacing(look.space.medium)
        lines.addWidget(QLabel(self.tr("Which list will be shown?"), self))
        lines.addWidget(self.box, 1)
        lines.addWidget(buttons)
        self.resize(look.space.px(520), look.space.px(320))

    def accept(self) -> None:
        entry = self.box.currentItem()
        super().accept()
        if entry is not None:
            self.chosen.emit(entry.data(Qt.ItemDataRole.UserRole))
