"""The document as plain text in a standard text widget, its passages as stops: for screen readers, large type."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.found import found_format
from viewer.look.units import units
from viewer.panes.source.found import found_selections
from viewer.panes.source.setting import as_shown
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.words import document_kind
from viewer.wording.documents import page_words, silent_page, state_word, stop_words
from viewer.wording.sources import hold_sentence
from viewer.wording.voice import Voice, fill

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords


class ReadingView(QPlainTextEdit):
    """Part after part as the sheet has them ready; nothing more is read while it is hidden."""

    passage_pressed = Signal(int)
    anchor_moved = Signal()

    def __init__(
        self, look: Look, voice: Voice, document: DocumentView, sheet: Sheet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._document = document
        self._sheet = sheet
        self._stops: dict[int, QTextCursor] = {}
        self._words: dict[int, QTextCursor] = {}
        self._selected: int | None = None
        self._sought: SoughtWords | None = None
        self._next = 0
        self._dress()
        self.setAccessibleName(fill(self.tr("Reading view: %1"), document.head.title))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._write(self._opening())
        self._go_on()

    @property
    def complete(self) -> bool:
        """Whether all parts are there."""
        return self._next >= self._sheet.parts()

    def point_out(self, index: int | None) -> None:
        """Stand at a passage's stop; the text is read on from there."""
        self._selected = index
        stop = self._stops.get(index) if index is not None else None
        if stop is not None:
            caret = QTextCursor(stop)
            caret.clearSelection()
            caret.setPosition(stop.selectionStart())
            self.setTextCursor(caret)
            self.centerCursor()
        self._paint_stops()
        self.anchor_moved.emit()

    def anchor(self) -> tuple[QPoint, str] | None:
        """The beginning of the selected passage's stop in this widget."""
        stop = self._stops.get(self._selected) if self._selected is not None else None
        if stop is None:
            return None
        caret = QTextCursor(self.document())
        caret.setPosition(stop.selectionStart())
        rect, height = self.cursorRect(caret), self.viewport().height()
        state = "above" if rect.bottom() < 0 else "below" if rect.top() > height else "here"
        y = min(max(rect.center().y(), 2), height - 2)
        return self.viewport().mapTo(
            self, QPoint(self.viewport().width() if self.isRightToLeft() else 0, y)
        ), state

    def show_sought(self, words: SoughtWords | None) -> None:
        """Mark these words in the lines that show; None = no longer."""
        self._sought = words
        self._paint_stops()

    def put_away(self) -> None:
        """What is still on its way is not wanted any more."""
        self._next = 1 << 30

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self._at_caret()
            if index is not None:
                self.passage_pressed.emit(index)
            return
        super().keyPressEvent(event)

    # How it is done

    def _dress(self) -> None:
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setFont(self._look.type.font(Role.SOURCE))
        ground = QPalette(self.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            ground.setColor(role, self._look.theme.surface)
        self.setPalette(ground)
        self.setViewportMargins(*(self._look.space.large,) * 2, self._look.space.small, self._look.space.small)

    def _opening(self) -> str:
        head = self._document.head
        kind = document_kind(self._voice, head)
        return "\n".join(
            as_shown(line) for line in (head.title, kind, hold_sentence(self._voice, head.hold)) if line
        )

    def _go_on(self) -> None:
        if not self.complete:
            self._sheet.read_part(self._next, partial(self._take, self._next))

    def _take(self, number: int, text: str) -> None:
        if number != self._next:
            return
        count = self._sheet.parts()
        if count > 1:
            self._write(f"\n\n{page_words(self._voice, number + 1, count)}")
        for index, passage in enumerate(self._document.passages):
            if self._sheet.part_of(index) == number:
                self._write_stop(index, passage.exact or passage.label or "")
        begin = self._end()
        self._write(
            f"\n{as_shown(text).replace(chr(0x2028), chr(10))}"
            if text.strip()
            else f"\n{silent_page(self._voice)}"
        )
        self._find_words(number, begin)
        self._next += 1
        if self._selected is not None and self._sheet.part_of(self._selected) == number:
            self.point_out(self._selected)
        self._paint_stops()
        QTimer.singleShot(0, self, self._go_on)

    def _write_stop(self, index: int, words: str) -> None:
        """A line of its own: "Passage 2 of 5, cited by …: words"."""
        said = stop_words(self._voice, index, len(self._document.passages), self._document.passages[index])
        word = state_word(self._voice, self._sheet.state(index)[0])
        begin = self._end() + 1
        line = f"{said} ({word})" if word else said
        self._write(f"\n{as_shown(f'{line}: {words}' if words else line)}")
        self._stops[index] = self._range(begin, self._end())

    def _find_words(self, number: int, begin: int) -> None:
        """The passages' words in the text of this part, where they stand there exactly."""
        for index, passage in enumerate(self._document.passages):
            if passage.exact and self._sheet.part_of(index) == number:
                found = self.document().find(passage.exact.split("\n")[0], begin)
                if not found.isNull():
                    self._words[index] = found

    def _write(self, text: str) -> None:
        caret = QTextCursor(self.document())
        caret.movePosition(QTextCursor.MoveOperation.End)
        caret.insertText(text)

    def _end(self) -> int:
        return self.document().characterCount() - 1

    def _range(self, start: int, end: int) -> QTextCursor:
        caret = QTextCursor(self.document())
        caret.setPosition(start)
        caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        caret.setKeepPositionOnInsert(True)
        return caret

    def _paint_stops(self) -> None:
        painted = []
        for group in (self._stops, self._words):
            for index, caret in group.items():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = caret
                form = QTextCharFormat()
                if index == self._selected:
                    form.setBackground(self._look.theme.highlight)
                else:
                    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                    form.setUnderlineColor(self._look.theme.highlight_mark)
                selection.format = form
                painted.append(selection)
        if self._sought:
            painted += found_selections(self, self._found_in, found_format(self._look.theme))
        self.setExtraSelections(painted)

    def _found_in(self, number: int) -> list[tuple[int, int]]:
        block = self.document().findBlockByNumber(number)
        text, begin = block.text(), block.position()
        marks = self._sought.marks(text) if self._sought else ()
        return [(begin + units(text[:start]), begin + units(text[:end])) for start, end in marks]

    def _scrolled(self) -> None:
        if self._sought:
            self._paint_stops()
        self.anchor_moved.emit()

    def _at_caret(self) -> int | None:
        place = self.textCursor().position()
        for group in (self._stops, self._words):
            for index, caret in group.items():
                if caret.selectionStart() <= place <= caret.selectionEnd():
                    return index
        return None
