"""Licences of everything that came with the program: a list, and the text of each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from viewer.look.current import Look
from viewer.look.fonts import Role


class LicencesPage(QDialog):
    """`folder` holds a text file a part."""

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Licences"))
        self.parts = QListWidget(self)
        self.parts.setAccessibleName(self.tr("Parts of the program"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Licence"))
        self.text.setFont(look.type.font(Role.MONO))
        split = QSplitter(self)
        split.addWidget(self.parts)
        split.addWidget(self.text)
        split.setSizes([look.space.px(240), look.space.px(640)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.resize(look.space.px(900), look.space.px(620))
        self.parts.currentItemChanged.connect(self._show)
        self._fill(folder)

    def _fill(self, folder: Path) -> None:
        for path in sorted(folder.glob("*.txt"), key=lambda path: path.name.lower()):
            entry = QListWidgetItem(path.stem, self.parts)
            entry.setData(Qt.ItemDataRole.UserRole, path)
        if self.parts.count():
            self.parts.setCurrentRow(0)
        else:
            self.text.setPlainText(self.tr("The licences are missing. Install the program again."))

    def _show(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            path: Path = entry.data(Qt.ItemDataRole.UserRole)
            self.text.setPlainText(path.read_text("utf-8", errors="replace"))
