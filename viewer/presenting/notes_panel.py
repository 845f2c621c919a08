"""What only the presenter reads: the warning of an item, its notes in large letters, and who else has them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from viewer.case.hearing import Noted
from viewer.presenting.attire import NOTES, Attire
from viewer.presenting.label import Label


class NotesPanel(QWidget):
    """Scrolls without the keyboard's focus: `scroll_by` is told how many lines."""

    def __init__(self, attire: Attire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire = attire
        self._caution = Label(text="strong")
        self._heading = Label(self.tr("Notes"), "strong", "muted")
        self._whose = Label(text="label", tone="muted")
        self._notes = Label(text="body")
        self._notes.setObjectName("notes")
        self._area = QScrollArea(self)
        self._lay_out()
        self._dress_large()

    def show_noted(self, noted: Noted | None, *, of_the_case: bool) -> None:
        """of_the_case: the words came with the case, so that whoever has it can read them."""
        note, caution = (noted.note, noted.caution) if noted else ("", "")
        self._notes.setText(note)
        self._caution.setText(self.tr("Caution: %1").replace("%1", caution) if caution else "")
        self._caution.setVisible(bool(caution))
        self._whose.setText(self.tr("Readable by everyone who has this case.") if of_the_case else "")
        self._whose.setVisible(of_the_case)
        self._area.verticalScrollBar().setValue(0)

    def scroll_by(self, lines: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + lines * self._notes.fontMetrics().lineSpacing())

    # How it is done

    def _lay_out(self) -> None:
        space = self._attire.space
        inner = QWidget()
        inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, space.small, 0)
        lines.addWidget(self._notes)
        lines.addStretch(1)
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space.tight)
        for widget in (self._caution, self._heading, self._whose):
            whole.addWidget(widget)
        whole.addWidget(self._area, 1)

    def _dress_large(self) -> None:
        px, theme = self._attire.type.px, self._attire.theme
        size = px(NOTES)
        self._notes.setStyleSheet(f"font-size: {size}px; color: {theme.text.name()};")
        mark = theme.highlight_mark.name()
        self._caution.setMargin(px(8))
        self._caution.setStyleSheet(
            f"font-size: {px(17)}px; color: {mark}; border: 2px solid {mark}; border-radius: 4px;"
        )
