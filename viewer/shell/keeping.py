"""Asked once, on the start page and in nobody's way: what remains on this computer, and whether anything may."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer import paths
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.settings import Settings


def must_ask(settings: Settings) -> bool:
    """Whether the reader has never said; a portable program keeps nothing without being told."""
    return not settings.choices.keeping and not paths.keeps_nothing()


class KeepingNotice(QFrame):
    """Five lines and two buttons; goes away with the answer."""

    answered = Signal(bool)  # whether choices are kept

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        dress(self, role="card")
        self.setAccessibleName(self.tr("What remains on this computer"))
        lines = QVBoxLayout(self)
        margin = look.space.large
        lines.setContentsMargins(margin, margin, margin, margin)
        lines.setSpacing(look.space.tight)
        lines.addWidget(self._label(self.tr("What remains on this computer"), "strong"))
        for line in self._lines():
            lines.addWidget(self._label(line, "label", "muted"))
        lines.addSpacing(look.space.small)
        lines.addLayout(self._buttons())

    def _lines(self) -> tuple[str, ...]:
        return (
            self.tr("Your choices, such as theme, text size and window size, in one file of your own folder."),
            self.tr("When you ask for it: saved views, hearing lists and logs, copies of originals, indexes."),
            self.tr("Of the cases you only read: nothing. No list, no thumbnails, no name in the title bar."),
            self.tr("Your system may keep traces of its own, which this program cannot prevent. Help says which."),
            self.tr("“Keep nothing” leaves one line that says so, and writes nothing after it. See Settings."),
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space.medium)
        for words, keeps in ((self.tr("Keep my choices"), True), (self.tr("Keep nothing"), False)):
            button = QPushButton(words, self)
            button.clicked.connect(lambda _checked=False, keeps=keeps: self.answered.emit(keeps))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _label(self, text: str, role: str, tone: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        dress(label, text=role, tone=tone)
        return label
