"""Asked before a list leaves the program: with the private notes, or without."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from viewer.look.current import Look
from viewer.look.style import dress


class NotesChoice(QDialog):
    """Without notes, unless the reader says otherwise."""

    chosen = Signal(bool)  # whether the notes go along

    def __init__(self, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.without = QRadioButton(self.tr("Without notes and warnings: anybody may see it"), self)
        self.with_notes = QRadioButton(self.tr("With my private notes and warnings"), self)
        self.without.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go_on = buttons.addButton(self.tr("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        dress(go_on, role="primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(look.space.wide, look.space.wide, look.space.wide, look.space.large)
        lines.setSpacing(look.space.medium)
        for part in (self.without, self.with_notes, buttons):
            lines.addWidget(part)

    def accept(self) -> None:
        takes_notes = self.with_notes.isChecked()
        super().accept()
        self.chosen.emit(takes_notes)
