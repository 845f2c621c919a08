"""What every kind of document is shown on; a kind is one file and one line in kinds.py."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.frozen import dataclass
from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords


@dataclass(frozen=True, slots=True)
class Picked:
    """What the reader has picked, as a passage would state it: words, or a page (from 1) and a box on it.

    start, end: code points of the document text; prefix, suffix: the words around, where the words stand often.
    """

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that were found in a document (its uid): a range of code points of its text, or a page from 1."""

    document: str
    start: int | None = None
    end: int | None = None
    page: int | None = None


class Sheet(QWidget):
    """One document, shown. Passages are named by their place in `document.passages`."""

    passage_pressed = Signal(int)  # the mark or the words of a passage
    anchor_moved = Signal()  # the mark of the selected passage may stand elsewhere now
    state_told = Signal(int)  # passage whose state is another now
    document_asked = Signal(str)  # uid of another document of the source
    arrived = Signal()  # what was on its way is here
    became = Signal(str)  # 'attached', 'detached' or 'uncovered': it has to be shown anew

    def __init__(self, look: Look, voice: Voice, document: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._voice = voice
        self._document = document
        self._states: dict[int, tuple[str, int]] = {}

    def state(self, index: int) -> tuple[str, int]:
        """'exact', 'moved', 'missing', 'ambiguous' (with a count) or 'unchecked'; '' = nothing is known."""
        return self._states.get(index, ("", 0))

    def tell_state(self, index: int, state: str, count: int) -> None:
        if self._states.get(index) != (state, count):
            self._states[index] = state, count
            self.state_told.emit(index)

    def point_out(self, index: int | None) -> None:
        """Mark this passage as the selected one and bring it into view; None = none is selected."""
        raise NotImplementedError

    def look_at(self, sought: Sought) -> None:
        """Bring words that were found into view; a sheet without words stays as it is."""

    def show_sought(self, words: SoughtWords | None) -> None:
        """Mark these words wherever the sheet shows text, however often they are there; None = no longer."""

    def anchor(self) -> tuple[QPoint, str] | None:
        """End of a line to the selected passage in this sheet's coordinates, and 'here', 'above' or 'below'."""
        raise NotImplementedError

    def place(self, index: int) -> QPoint:
        """Where a menu about this passage opens, in this sheet's coordinates."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """The keyboard goes to the selected passage, or to the beginning."""
        raise NotImplementedError

    def selected_text(self) -> str:
        """The words the reader has selected, as they stand in the document; "" where there are none."""
        return ""

    def selected_passages(self) -> tuple[int, ...]:
        """Passages that the reader's selection touches."""
        return ()

    def picked(self) -> Picked | None:
        """What has been picked, for a new passage; None = nothing."""
        return None

    def open_search(self) -> None:
        """Open what looks for words in the document, or go to the next place."""

    def put_away(self) -> None:
        """The sheet is no longer shown: nothing more is wanted for it."""

    # Its text, for the reading view: part by part, where a part is a page or all of it

    def parts(self) -> int:
        return 1

    def read_part(self, number: int, answered: Callable[[str], None]) -> None:
        """The text of a part, now or later; "" = it has none."""
        answered("")

    def part_of(self, index: int) -> int:
        """The part in which a passage stands."""
        return 0

    def hasHeightForWidth(self) -> bool:
        """A sheet scrolls: it takes what height is left."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.anchor_moved.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.anchor_moved.emit()
