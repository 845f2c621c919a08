"""The room a document shows in: its sheet, or the reading view of it; what is shown anew is shown here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.sources import DocumentHead, DocumentView
from viewer.look.current import Look
from viewer.panes.source.given import Given
from viewer.panes.source.kinds import sheet_for
from viewer.panes.source.sheet import Picked, Sheet, Sought
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords
    from viewer.panes.source.alteration import Alteration
    from viewer.panes.source.reading_view import ReadingView
    from viewer.session.lens import Seat


class DocumentArea(QWidget):
    """Shows one document at a time. Passages are named by their place in it."""

    passage_pressed = Signal(int)
    anchor_moved = Signal()
    state_told = Signal(int)  # passage
    document_asked = Signal(str)  # uid
    reading_changed = Signal(bool)

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._document: DocumentView | None = None
        self._siblings: tuple[DocumentHead, ...] = ()
        self._selected: int | None = None
        self._sought: Sought | None = None
        self._seat_of: Callable[[str], Seat] | None = None
        self._attached: set[str] = set()
        self._uncovered: set[str] = set()
        self._reading: ReadingView | None = None
        self.sheet: Sheet | None = None
        self._words: SoughtWords | None = None
        self.alteration: Callable[[str], str] = lambda _uid: ""
        self._altered: Alteration | None = None
        self.covers = True
        self.reads = False
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.hide()

    def lend(self, seat_of: Callable[[str], Seat]) -> None:
        """Who gives a place to read a document from, by its uid."""
        self._seat_of = seat_of

    def show_document(self, document: DocumentView, siblings: tuple[DocumentHead, ...]) -> None:
        self.put_away()
        self._document, self._siblings = document, siblings
        self.sheet = sheet = sheet_for(self._look, self._voice, document, self._given(document))
        sheet.passage_pressed.connect(self.passage_pressed)
        sheet.anchor_moved.connect(self.anchor_moved)
        sheet.state_told.connect(self.state_told)
        sheet.document_asked.connect(self.document_asked)
        sheet.arrived.connect(self._arrived)
        sheet.became.connect(self._become)
        self._lines.addWidget(sheet, 1)
        sheet.show_sought(self._words)
        if self.reads:
            self._open_reading()
        self.show_alteration()
        self._look_there()

    def show_alteration(self) -> None:
        """Say over the document that it is not the one its case lists, where `alteration` finds words for that."""
        words = self.alteration(self._document.head.uid) if self._document else ""
        if words and self._altered is None:
            from viewer.panes.source.alteration import Alteration

            self._altered = Alteration(self._look, self)
            self._lines.insertWidget(0, self._altered)
        if self._altered:
            self._altered.say(words)

    def put_away(self) -> None:
        self._close_reading()
        if self.sheet:
            self.sheet.put_away()
            self._lines.removeWidget(self.sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
        self.sheet = self._document = self._selected = None

    def set_reading(self, reads: bool) -> None:
        """Show documents as plain text, or as they are."""
        if reads == self.reads:
            return
        self.reads = reads
        if reads:
            self._open_reading()
        else:
            self._close_reading()
            if self.sheet:
                self.sheet.show()
        self.reading_changed.emit(reads)
        if self.sheet:
            self.take_keyboard()
        self.anchor_moved.emit()

    def point_out(self, index: int | None) -> None:
        self._selected = index
        if self.sheet:
            self.sheet.point_out(index)
        if self._reading:
            self._reading.point_out(index)

    def look_at(self, sought: Sought) -> None:
        """Bring words that were found into view, as soon as their document shows."""
        self._sought = sought
        self._look_there()

    def show_sought(self, words: SoughtWords | None) -> None:
        """Mark these words in whatever document shows; None = no longer."""
        self._words = words
        for shown in (self.sheet, self._reading):
            if shown:
                shown.show_sought(words)

    def anchor(self) -> tuple[QPoint, str] | None:
        shown = self._reading or self.sheet
        found = shown.anchor() if shown else None
        return (shown.mapTo(self, found[0]), found[1]) if shown and found else None

    def place(self, index: int) -> QPoint:
        return self.sheet.mapTo(self, self.sheet.place(index)) if self.sheet else QPoint()

    def take_keyboard(self) -> None:
        if self._reading:
            self._reading.setFocus()
        elif self.sheet:
            self.sheet.take_keyboard()

    def selected_text(self) -> str:
        if self._reading:
            return self._reading.textCursor().selectedText().replace("\u2029", "\n")
        return self.sheet.selected_text() if self.sheet else ""

    def selected_passages(self) -> tuple[int, ...]:
        return self.sheet.selected_passages() if self.sheet and not self._reading else ()

    def picked(self) -> Picked | None:
        return self.sheet.picked() if self.sheet and not self._reading else None

    def state(self, index: int) -> tuple[str, int]:
        return self.sheet.state(index) if self.sheet else ("", 0)

    def is_attached(self, uid: str) -> bool:
        """Whether the reader has attached a file as this document."""
        return uid in self._attached

    def seat(self) -> Seat | None:
        """A place to read the bytes of the document from; None where there are none."""
        document = self._document
        if document is None or self._seat_of is None:
            return None
        held = document.head.hold != "not-held" or document.head.uid in self._attached
        return self._seat_of(document.head.uid) if held else None

    def hasHeightForWidth(self) -> bool:
        """A document scrolls: it takes what height is left."""
        return False

    # What others tell us

    def _arrived(self) -> None:
        if self.reads:
            self._open_reading()
        self.anchor_moved.emit()

    def _become(self, what: str) -> None:
        """The reader has attached or detached a file, or uncovered the document: it is shown anew."""
        document, selected = self._document, self._selected
        if document is None:
            return
        sets = {
            "attached": self._attached.add,
            "detached": self._attached.discard,
            "uncovered": self._uncovered.add,
        }
        sets[what](document.head.uid)
        self.show_document(document, self._siblings)
        self.point_out(selected)
        self.take_keyboard()

    # How it is done

    def _look_there(self) -> None:
        sought = self._sought
        if sought and self.sheet and self._document and self._document.head.uid == sought.document:
            self._sought = None
            self.sheet.look_at(sought)

    def _given(self, document: DocumentView) -> Given:
        shown = self._uncovered if self.covers else {*self._uncovered, document.head.uid}
        return Given(self._seat_of, self._siblings, frozenset(self._attached), frozenset(shown))

    def _open_reading(self) -> None:
        from viewer.panes.source.reading_view import ReadingView

        self._close_reading()
        if self._document is None or self.sheet is None:
            return
        self.sheet.hide()
        self._reading = ReadingView(self._look, self._voice, self._document, self.sheet)
        self._reading.passage_pressed.connect(self.passage_pressed)
        self._reading.anchor_moved.connect(self.anchor_moved)
        self._lines.addWidget(self._reading, 1)
        self._reading.point_out(self._selected)
        self._reading.show_sought(self._words)

    def _close_reading(self) -> None:
        if self._reading:
            self._reading.put_away()
            self._lines.removeWidget(self._reading)
            self._reading.hide()
            self._reading.deleteLater()
            self._reading = None
