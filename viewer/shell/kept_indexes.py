"""The indexes that are kept on this computer, each with its size, and how they are removed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from viewer.intake import kept_index
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.shell.chosen_file import say_trouble
from viewer.wording.intake import say_kept_index
from viewer.wording.voice import Voice, fill


class KeptIndexes(QWidget):
    """A line for each and one for all; what is removed is gone at once."""

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self.setAccessibleName(self.tr("Kept indexes"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.space.tight)
        self._rows = QWidget()
        self._lines.addWidget(self._rows)
        self.said = Paragraph("label")
        self.said.hide()
        self._lines.addWidget(self.said)
        self._show()

    def remove(self, *cases: str) -> None:
        """Erase what is kept of these, by digest; a sentence says what could not be."""
        try:
            for case in cases:
                kept_index.remove(case)
        except OSError as wrong:
            said = fill(self.tr("It could not be removed: %1"), say_trouble(self._voice, wrong))
        else:
            said = self.tr("Removed.")
        self._show()
        self.said.setText(said)
        self.said.show()
        announce(self, said)

    def _show(self) -> None:
        rows = QWidget(self)
        lines = QVBoxLayout(rows)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._look.space.small)
        kept = kept_index.listed()
        if not kept:
            none = Paragraph("label", "muted")
            none.setText(self.tr("No index is kept."))
            lines.addWidget(none)
        for one in kept:
            day = datetime.fromtimestamp(one.kept_at).astimezone().date().isoformat()
            self._add_line(lines, say_kept_index(self._voice, one.title, one.case_digest, one.size, day), one)
        if len(kept) > 1:
            every = self._button(self.tr("Remove all"), tuple(one.case_digest for one in kept))
            lines.addWidget(every, 0, Qt.AlignmentFlag.AlignTrailing)
        self._lines.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _add_line(self, lines: QVBoxLayout, words: str, one: kept_index.Kept) -> None:
        told = Paragraph("label")
        told.setText(words)
        row = QHBoxLayout()
        row.setSpacing(self._look.space.medium)
        row.addWidget(told, 1)
        button = self._button(self.tr("Remove"), (one.case_digest,))
        button.setAccessibleDescription(words)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(row)

    def _button(self, text: str, cases: tuple[str, ...]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.remove(*cases))
        return button
