"""One item to edit: number, title, words of a card, private note and warning, time, whether it is graphic."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from viewer.case.frozen import replace
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.notebook.items import Item
from viewer.wording.hearing import budget_words, read_budget
from viewer.wording.voice import Voice

PAUSE = 1200
"""Milliseconds after the last letter of a text of several lines until it is kept: a crash costs no more."""


class ItemEditor(QWidget):
    """Tells an item as it was edited when a field is left, or when the typing pauses."""

    edited = Signal(object)  # Item
    misread = Signal(str)  # a sentence

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._item: Item | None = None
        self._filling = False
        self.exhibit, self.title, self.caution, self.time = (QLineEdit(self) for _ in range(4))
        self.body, self.note = _Text(self), _Text(self)
        self.graphic = QCheckBox(self.tr("Graphic: it reaches the room covered"), self)
        self._whose = Paragraph("label", "muted", self)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.commit)
        self._lay_out()
        self._listen()
        self.show_item(None, own=True)

    def show_item(self, item: Item | None, *, own: bool) -> None:
        """Show an item, of the reader's own list or of the case's, which can only be read.

        What is being typed into the item that is shown already stays, with the cursor where it is.
        """
        if self._item is not None and (item is None or item.uid != self._item.uid):
            self.commit()
        self._item, self._filling = item, True
        self.setEnabled(item is not None)
        step = item.step if item else None
        for field, words in self._words_of(item).items():
            if field.text() != words:
                field.setText(words)
        for text, words in ((self.body, step.body if step else ""), (self.note, item.noted.note if item else "")):
            if text.toPlainText() != words:
                text.setPlainText(words)
        self.graphic.setChecked(bool(step and step.graphic))
        self._form.setRowVisible(self.body, bool(step and step.kind in ("title", "text")))
        self._allow(own)
        self._filling = False

    def commit(self) -> None:
        """Keep what stands in the fields, where it differs from what was shown."""
        self._pause.stop()
        if self._item is None or self.title.isReadOnly():
            return
        made = self._made(self._item)
        if made is not None and made != self._item:
            self._item = made
            self.edited.emit(made)

    def take_keyboard(self) -> None:
        self.title.setFocus()

    # How it is done

    def _made(self, item: Item) -> Item | None:
        try:
            seconds = read_budget(self.time.text())
        except (ValueError, TypeError):
            self.misread.emit(self.tr("The time cannot be read. Write minutes and seconds: 2:30"))
            self.time.setText(budget_words(self._voice, item.noted.seconds))
            return None
        step = replace(
            item.step,
            exhibit=self.exhibit.text().strip(),
            title=self.title.text().strip(),
            body=self.body.toPlainText() if item.step.kind in ("title", "text") else item.step.body,
            graphic=self.graphic.isChecked(),
        )
        note, caution = self.note.toPlainText(), self.caution.text().strip()
        return item.with_note(step=step, note=note, caution=caution, seconds=seconds)

    def _words_of(self, item: Item | None) -> dict[QLineEdit, str]:
        if item is None:
            return dict.fromkeys((self.exhibit, self.title, self.caution, self.time), "")
        return {
            self.exhibit: item.step.exhibit,
            self.title: item.step.title,
            self.caution: item.noted.caution,
            self.time: budget_words(self._voice, item.noted.seconds),
        }

    def _allow(self, own: bool) -> None:
        for field in (self.exhibit, self.title, self.caution, self.time):
            field.setReadOnly(not own)
        for text in (self.body, self.note):
            text.setReadOnly(not own)
        self.graphic.setEnabled(own)
        self._whose.setText(
            self.tr("Your note stays on this computer. The room never sees it.")
            if own
            else self.tr("Readable by everyone who has this case. The room never sees it.")
        )

    def _listen(self) -> None:
        for field in (self.exhibit, self.title, self.caution, self.time):
            field.editingFinished.connect(self.commit)
        for text in (self.body, self.note):
            text.left.connect(self.commit)
            text.textChanged.connect(self._wait)
        self.graphic.clicked.connect(self.commit)

    def _wait(self) -> None:
        if not self._filling:
            self._pause.start()

    def _lay_out(self) -> None:
        space = self._look.space
        self._form = QFormLayout()
        self._form.setSpacing(space.small)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Exhibit"), self.exhibit),
            (self.tr("Title"), self.title),
            (self.tr("Words"), self.body),
            (self.tr("Note"), self.note),
            (self.tr("Warning"), self.caution),
            (self.tr("Time"), self.time),
        )
        for name, field in rows:
            field.setAccessibleName(name)
            self._form.addRow(name, field)
        self.exhibit.setPlaceholderText(self.tr("no number"))
        self.time.setPlaceholderText(self.tr("2:30"))
        self.caution.setPlaceholderText(self.tr("on your console only"))
        self.note.setAccessibleDescription(self.tr("Private: stands on your console only."))
        self._form.addRow(self.graphic)
        self._form.addRow(self._whose)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(space.large, space.medium, space.large, space.medium)
        lines.addLayout(self._form)
        self.body.setMinimumHeight(space.px(52))
        self.note.setMinimumHeight(space.px(64))


class _Text(QPlainTextEdit):
    """Tab leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, role="field")
        self.setTabChangesFocus(True)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
