"""Text on a sheet: our notes and documents that are text. Code points become Qt's UTF-16 here and nowhere else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.look.units import units
from viewer.panes.source.band import Band
from viewer.panes.source.layout import Places, shown
from viewer.panes.source.sheet import Picked, Sheet, Sought
from viewer.panes.source.standing import State, compared
from viewer.panes.source.text_view import TextView
from viewer.panes.source.words import document_kind, passage_number, passage_spoken, passage_tip
from viewer.wording.documents import state_word
from viewer.wording.voice import Voice, fill

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords


class TextSheet(Sheet):
    """A band that says what the text is, and the text with its passages."""

    def __init__(
        self,
        look: Look,
        voice: Voice,
        document: DocumentView,
        parent: QWidget | None = None,
        states: Sequence[State] = (),
    ) -> None:
        """`states` of the passages where they are known; else they are compared with what is shown."""
        super().__init__(look, voice, document, parent)
        self._states = dict(enumerate(states or compared(document)))
        self._places = Places(document.blocks)
        self._texts = [block.text for block in document.blocks]
        self._starts = starts_of(self._texts)
        self._ranges = [self._range(passage.start, passage.end) for passage in document.passages]
        self._view = TextView(look, self._words)
        words = voice.translate("SourcePane", "%1: %2", "kind of document, title")
        self._view.setAccessibleName(fill(words, document_kind(voice, document.head), document.head.title))
        self._view.passage_pressed.connect(self.passage_pressed)
        self._view.anchor_moved.connect(self.anchor_moved)
        self.setFocusProxy(self._view)
        self._lay_out()
        self._fill()

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
        return (self._view.mapTo(self, found[0]), found[1]) if found else None

    def place(self, index: int) -> QPoint:
        return self._view.mapTo(self, self._view.place(index))

    def take_keyboard(self) -> None:
        self._view.take_keyboard()

    def selected_text(self) -> str:
        caret = self._view.textCursor()
        return self._words(caret.selectionStart(), caret.selectionEnd())

    def selected_passages(self) -> tuple[int, ...]:
        caret = self._view.textCursor()
        first, last = caret.selectionStart(), caret.selectionEnd()
        hit = (start < last and first < end for start, end in self._ranges)
        return tuple(index for index, touched in enumerate(hit) if touched and first < last)

    def picked(self) -> Picked | None:
        caret = self._view.textCursor()
        words = self.selected_text()
        if not words:
            return None
        return Picked(words, start=self._point(caret.selectionStart()), end=self._point(caret.selectionEnd()))

    def read_part(self, number: int, answered: Callable[[str], None]) -> None:
        answered("\n\n".join(self._texts))

    # How it is done

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Band(self._look, self._voice, self._document.head))
        lines.addWidget(self._view, 1)

    def _fill(self) -> None:
        document = self._document
        self._view.show_text(document.blocks, document.head.lang)
        count = len(document.passages)
        names = [passage_number(self._voice, index, count) for index in range(count)]
        self._view.mark(
            self._ranges, names, [partial(passage_tip, self._voice, passage) for passage in document.passages]
        )
        words = {index: state_word(self._voice, state) for index, (state, _) in self._states.items()}
        self._view.doubt({index: word for index, word in words.items() if word})

    def _point(self, position: int) -> int | None:
        """The code point of the document text at a position of the QTextDocument; None where only markup is."""
        number = max(bisect_right(self._starts, position) - 1, 0)
        before = self._texts[number].encode("utf-16-le")[: 2 * (position - self._starts[number])]
        shown_at = len(before.decode("utf-16-le", errors="replace"))
        for here, there, length in self._document.blocks[number].pieces:
            if here <= shown_at <= here + length:
                return there + shown_at - here
        return None

    def _range(self, start: int | None, end: int | None) -> tuple[int, int]:
        """A range of the document text as positions of the QTextDocument; empty where it does not show."""
        stretches = shown(self._places, start, end)
        if not stretches:
            return 0, 0
        return (
            self._position(stretches[0].block, stretches[0].start),
            self._position(stretches[-1].block, stretches[-1].end),
        )

    def _position(self, block: int, point: int) -> int:
        return self._starts[block] + units(self._texts[block][:point])

    def _found_in(self, words: SoughtWords, block: int) -> list[tuple[int, int]]:
        marks = words.marks(self._texts[block])
        return [(self._position(block, start), self._position(block, end)) for start, end in marks]

    def _words(self, start: int, end: int) -> str:
        """What stands between two positions, as the document has it; blocks are parted by an empty line."""
        parts = []
        block = max(bisect_right(self._starts, start) - 1, 0)
        while start < end and block < len(self._texts) and self._starts[block] < end:
            encoded = self._texts[block].encode("utf-16-le")
            first, last = max(start - self._starts[block], 0), end - self._starts[block]
            parts.append(encoded[2 * first : 2 * last].decode("utf-16-le", errors="replace"))
            block += 1
        return "\n\n".join(parts).strip("\n")


def starts_of(texts: list[str]) -> list[int]:
    """The position of each block: every block ends with one separator."""
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + units(text) + 1)
    return starts[:-1]
