"""Asks for the password of a document; it is kept for this session only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.lines import Line


class PasswordForm(QWidget):
    """A sentence, a field, a button."""

    given = Signal(str)

    def __init__(self, look: Look, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, role="sunken")
        space = look.space
        lines = QVBoxLayout(self)
        lines.setContentsMargins(space.large, space.large, space.large, space.large)
        lines.setSpacing(space.small)
        said = Line("body")
        said.setText(why)
        self._field = self._password_field(why)
        open_it = QPushButton(self.tr("Open"))
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(open_it)
        note = Line("label", "muted")
        note.setText(self.tr("The password is used for this session and kept nowhere."))
        lines.addWidget(said)
        lines.addLayout(row)
        lines.addWidget(note)
        lines.addStretch(1)
        self.setFocusProxy(self._field)
        self._field.returnPressed.connect(self._give)
        open_it.clicked.connect(self._give)

    def _password_field(self, why: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(1000)
        field.setAccessibleName(self.tr("Password of the document"))
        field.setAccessibleDescription(why)
        return field

    def _give(self) -> None:
        if self._field.text():
            self.given.emit(self._field.text())
