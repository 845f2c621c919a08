"""A large text on a sheet that lays out only what shows: plain lines, passages marked, search as in pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.found import found_format
from viewer.look.units import units
from viewer.panes.source.band import Band
from viewer.panes.source.found import FoundIn, found_selections
from viewer.panes.source.layout import Places, shown, stacked
from viewer.panes.source.mark import PassageMark, disc
from viewer.panes.source.search_bar import SearchBar
from viewer.panes.source.searching import comparable, line_around
from viewer.panes.source.setting import as_shown
from viewer.panes.source.sheet import Picked, Sheet, Sought
from viewer.panes.source.standing import State
from viewer.panes.source.text_sheet import starts_of
from viewer.panes.source.words import passage_number, passage_spoken, passage_tip
from viewer.wording.documents import hits_words, state_word
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords

_MOST_HITS = 2_000


class LargeTextSheet(Sheet):
    """One line of the widget is one block of the document."""

    def __init__(self, look: Look, voice: Voice, document: DocumentView, states: Sequence[State] = ()) -> None:
        super().__init__(look, voice, document)
        self._states = dict(enumerate(states))
        self._texts = [as_shown(block.text) for block in document.blocks]
        self._starts = starts_of(self._texts)
        self._places = Places(document.blocks)
        self._ranges = [self._range(passage.start, passage.end) for passage in document.passages]
        self._hits: list[tuple[int, int]] = []
        self._view = LargeTextView(look)
        self._view.setPlainText("\n".join(text.replace("\n", "\u2028") for text in self._texts))
        self._view.setAccessibleName(document.head.title)
        self._bar = SearchBar(look, voice)
        self.setFocusProxy(self._view)
        self._lay_out()
        self._mark()

    def point_out(self, index: int | None) -> None:
        self._view.point_out(index)
        spoken = passage_spoken(self._voice, self._document, index) if index is not None else ""
        self._view.setAccessibleDescription(spoken)

    def look_at(self, sought: Sought) -> None:
        start, end = self._range(sought.start, sought.end)
        if start < end:
            self._view.go_to(start, end)

    def show_sought(self, words: SoughtWords | None) -> None:
        self._view.show_found(partial(self._found_in, words) if words else None)

    def anchor(self) -> tuple[QPoint, str] | None:
        found = self._view.anchor()
        return (self._view.viewport().mapTo(self, found[0]), found[1]) if found else None

    def place(self, index: int) -> QPoint:
        mark = self._view.marks[index]
        return mark.mapTo(self, mark.rect().bottomLeft())

    def take_keyboard(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_text(self) -> str:
        return self._view.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def selected_passages(self) -> tuple[int, ...]:
        caret = self._view.textCursor()
        first, last = caret.selectionStart(), caret.selectionEnd()
        return tuple(n for n, (start, end) in enumerate(self._ranges) if start < last and first < end)

    def picked(self) -> Picked | None:
        caret = self._view.textCursor()
        if not caret.hasSelection():
            return None
        return Picked(
            self.selected_text(), start=self._point(caret.selectionStart()), end=self._point(caret.selectionEnd())
        )

    def open_search(self) -> None:
        self._bar.open_up()

    def read_part(self, number: int, answered: Callable[[str], None]) -> None:
        answered("\n\n".join(self._texts))

    # How it is done

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget in (Band(self._look, self._voice, self._document.head), self._bar):
            lines.addWidget(widget)
        lines.addWidget(self._view, 1)
        self._bar.sought.connect(self._seek)
        self._bar.chosen.connect(self._go_to_hit)
        self._bar.closed.connect(self.take_keyboard)
        self._view.passage_pressed.connect(self.passage_pressed)
        self._view.moved.connect(self.anchor_moved)

    def _mark(self) -> None:
        passages = self._document.passages
        names = [passage_number(self._voice, index, len(passages)) for index in range(len(passages))]
        words = [state_word(self._voice, self.state(index)[0]) for index in range(len(passages))]
        self._view.mark(
            self._ranges, names, [partial(passage_tip, self._voice, passage) for passage in passages], words
        )

    def _range(self, start: int | None, end: int | None) -> tuple[int, int]:
        """As positions of the widget; empty where it does not show."""
        stretches = shown(self._places, start, end)
        if not stretches:
            return 0, 0
        first, last = stretches[0], stretches[-1]
        return self._position(first.block, first.start), self._position(last.block, last.end)

    def _found_in(self, words: SoughtWords, block: int) -> list[tuple[int, int]]:
        marks = words.marks(self._document.blocks[block].text)
        return [(self._position(block, start), self._position(block, end)) for start, end in marks]

    def _position(self, block: int, point: int) -> int:
        return self._starts[block] + units(self._texts[block][:point])

    def _point(self, position: int) -> int | None:
        """The code point of the document text at a position."""
        number = max(bisect_right(self._starts, position) - 1, 0)
        before = self._texts[number].encode("utf-16-le")[: 2 * (position - self._starts[number])]
        shown_at = len(before.decode("utf-16-le", errors="replace"))
        pieces = self._document.blocks[number].pieces
        return next((there + shown_at - here for here, there, n in pieces if here <= shown_at <= here + n), None)

    def _seek(self, words: str) -> None:
        sought = comparable(words)[0].strip()
        self._hits = []
        lines: list[tuple[str, str]] = []
        for number, text in enumerate(self._texts if sought else ()):
            plain, origins = comparable(text)
            for place in re.finditer(re.escape(sought), plain):
                start, end = origins[place.start()], origins[place.end() - 1] + 1
                self._hits.append((self._position(number, start), self._position(number, end)))
                lines.append(("", line_around(text, start, end)))
            if len(self._hits) >= _MOST_HITS:
                break
        self._bar.show_places(lines, hits_words(self._voice, len(lines), 1, 1) if sought else "")

    def _go_to_hit(self, place: int) -> None:
        self._view.go_to(*self._hits[place])


class LargeTextView(QPlainTextEdit):
    """Positions are UTF-16 units of its document."""

    passage_pressed = Signal(int)
    moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ranges: list[tuple[int, int]] = []
        self._selected: int | None = None
        self.marks: list[PassageMark] = []
        self._painted: list[QTextEdit.ExtraSelection] = []
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._follow)
        self._found_in: FoundIn | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setFont(look.type.font(Role.SOURCE))
        ground = QPalette(self.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            ground.setColor(role, look.theme.sunken)
        self.setPalette(ground)
        lane = disc(look) + look.space.px(20)
        left, right = (look.space.px(12), lane) if self.isRightToLeft() else (lane, look.space.px(12))
        self.setViewportMargins(left, look.space.px(6), right, look.space.px(6))
        self._lane = lane

    def mark(
        self,
        ranges: Sequence[tuple[int, int]],
        names: Sequence[str],
        tips: Sequence[Callable[[], str]],
        doubts: Sequence[str],
    ) -> None:
        self._ranges = list(ranges)
        for number, (name, tip, doubt) in enumerate(zip(names, tips, doubts, strict=True)):
            mark = PassageMark(self._look, number + 1, name, tip, self)
            mark.set_doubt(doubt)
            mark.set_stop(number == 0)
            mark.clicked.connect(lambda _=False, number=number: self.passage_pressed.emit(number))
            self.marks.append(mark)
        self._paint_passages()

    def point_out(self, index: int | None) -> None:
        self._selected = index
        self._paint_passages()
        for number, mark in enumerate(self.marks):
            mark.set_selected(number == index)
        if index is not None and self._ranges[index][0] < self._ranges[index][1]:
            self._show(self._ranges[index][0])
        self._late.start()

    def show_found(self, found_in: FoundIn | None) -> None:
        """Mark what was found in the blocks that show; None = nothing."""
        self._found_in = found_in
        self._paint_found()

    def go_to(self, start: int, end: int) -> None:
        """Select a range and bring it into view."""
        caret = self.textCursor()
        caret.setPosition(start)
        caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)
        self.centerCursor()

    def anchor(self) -> tuple[QPoint, str] | None:
        """Where the mark of the selected passage stands in the viewport."""
        if self._selected is None or self._ranges[self._selected][0] >= self._ranges[self._selected][1]:
            return None
        y, state = self._height(self._ranges[self._selected][0])
        edge = self.viewport().width() + self._lane if self.isRightToLeft() else -self._lane
        return QPoint(edge, min(max(y, 2), self.viewport().height() - 2)), state

    # What Qt calls

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._late.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._late.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected is not None:
            self.passage_pressed.emit(self._selected)
            return
        super().keyPressEvent(event)

    # How it is done

    def _show(self, position: int) -> None:
        caret = self.textCursor()
        caret.setPosition(position)
        self.setTextCursor(caret)
        self.centerCursor()

    def _height(self, position: int) -> tuple[int, str]:
        """The middle of a position's line in the viewport, and 'here', 'above' or 'below'."""
        if position < self.firstVisibleBlock().position():
            return 0, "above"
        last = self.cursorForPosition(QPoint(self.viewport().width() - 1, self.viewport().height() - 1))
        if position > last.block().position() + last.block().length():
            return self.viewport().height(), "below"
        caret = self.textCursor()
        caret.setPosition(position)
        y = self.cursorRect(caret).center().y()
        return y, "above" if y < 0 else "below" if y > self.viewport().height() else "here"

    def _follow(self) -> None:
        """Other lines show now."""
        self._move_marks()
        if self._found_in:
            self._paint_found()

    def _move_marks(self) -> None:
        seen = []
        for index, (start, end) in enumerate(self._ranges):
            y, state = self._height(start) if start < end else (0, "below")
            self.marks[index].setVisible(state == "here")
            if state == "here":
                seen.append((float(y), index))
        seen.sort()
        size = disc(self._look) + 3
        x = self.width() - self._lane // 2 if self.isRightToLeft() else self._lane // 2
        for centre, (_, index) in zip(stacked([y for y, _ in seen], size), seen, strict=True):
            half = self.marks[index].width() // 2
            self.marks[index].move(x - half, round(centre) - half + self.viewport().y())
        self.moved.emit()

    def _paint_passages(self) -> None:
        painted = []
        for index, (start, end) in enumerate(self._ranges):
            if start >= end:
                continue
            selection = QTextEdit.ExtraSelection()
            caret = QTextCursor(self.document())
            caret.setPosition(start)
            caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = caret
            selection.format = self._form(index == self._selected)
            painted.append(selection)
        self._painted = painted
        self._paint_found()

    def _paint_found(self) -> None:
        """Over the passages, in the lines that show."""
        form = found_format(self._look.theme)
        found = found_selections(self, self._found_in, form) if self._found_in else []
        self.setExtraSelections([*self._painted, *found])

    def _form(self, chosen: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        if chosen:
            form.setBackground(self._look.theme.highlight)
        else:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            form.setUnderlineColor(QColor(self._look.theme.highlight_mark))
        return form
