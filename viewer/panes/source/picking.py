"""What the reader picks on pages: a run of text, sign by sign, or a box drawn on the page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.locked.messages import Answer, PageText
from viewer.panes.source.glyphs import Glyphs, Spot, parts
from viewer.panes.source.leaves import Box
from viewer.panes.source.paper import Paper
from viewer.session.lens import SOON, Seat, Trouble

_MOST_KNOWN = 12
"""Pages whose glyphs are held."""
_LEAST = 0.004
"""A box narrower than this share of the page was a click."""


class Picking(QObject):
    """One selection at a time; points are shares of a page."""

    changed = Signal()
    learned = Signal(int)  # the text of a page is known

    def __init__(self, seat: Seat, paper: Paper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._paper = paper
        self._known: dict[int, Glyphs] = {}
        self._ends: tuple[Spot, Spot] | None = None
        self._from: tuple[int, float, float] | None = None
        self.box: tuple[int, Box] | None = None

    def know(self, pages: Iterable[int]) -> None:
        """Have the text of these pages ready."""
        for number in pages:
            request = self._paper.text(number)
            if request is not None and number not in self._known:
                self._seat.ask(f"text {number}", request, partial(self._take, number), SOON)

    def known(self, page: int) -> Glyphs | None:
        """The text of a page, once it is."""
        return self._known.get(page)

    def over_text(self, page: int, x: float, y: float) -> bool:
        glyphs = self._known.get(page)
        return glyphs is not None and glyphs.over(x, y)

    def begin_text(self, page: int, x: float, y: float) -> None:
        self.clear()
        spot = self._spot(page, x, y)
        self._ends = (spot, spot) if spot else None

    def begin_box(self, page: int, x: float, y: float) -> None:
        self.clear()
        self._from = (page, x, y)

    def go_on(self, page: int, x: float, y: float) -> None:
        """The pointer has moved on; a box stays on the page it began on."""
        if self._from is not None:
            number, left, top = self._from
            if page == number:
                self.box = (number, (min(left, x), min(top, y), max(left, x), max(top, y)))
        elif self._ends is not None:
            spot = self._spot(page, x, y)
            self._ends = (self._ends[0], spot or self._ends[1])
        self.changed.emit()

    def end(self) -> None:
        self._from = None
        if self.box is not None:
            left, top, right, bottom = self.box[1]
            if right - left < _LEAST or bottom - top < _LEAST:
                self.box = None
        self.changed.emit()

    def pick_word(self, page: int, x: float, y: float) -> None:
        glyphs, spot = self._known.get(page), self._spot(page, x, y)
        if glyphs and spot:
            start, end = glyphs.word(spot.index)
            self._ends = (Spot(page, start), Spot(page, end))
            self.changed.emit()

    def pick_page(self, page: int) -> None:
        """All text of a page."""
        if glyphs := self._known.get(page):
            self.clear()
            self._ends = (Spot(page, 0), Spot(page, len(glyphs)))
            self.changed.emit()

    def clear(self) -> None:
        self._ends = self._from = self.box = None
        self.changed.emit()

    def stretches(self) -> list[tuple[int, int, int]]:
        """Page, start and end in its text, page by page."""
        if self._ends is None:
            return []
        return list(parts(*self._ends, {number: len(glyphs) for number, glyphs in self._known.items()}))

    def text(self) -> str:
        """The words picked, in reading order."""
        picked = [(self._known.get(page), start, end) for page, start, end in self.stretches()]
        return "\n".join(glyphs.text[start:end] for glyphs, start, end in picked if glyphs)

    def is_repeated(self) -> bool:
        """Whether the same words stand more than once on the page they begin on."""
        stretches = self.stretches()
        return bool(stretches) and self._known[stretches[0][0]].text.count(self.text()) > 1

    def around(self, reach: int = 32) -> tuple[str, str]:
        """The words right before and right after what is picked."""
        stretches = self.stretches()
        if not stretches:
            return "", ""
        (first, start, _), (last, _, end) = stretches[0], stretches[-1]
        before, after = self._known[first].text[:start], self._known[last].text[end:]
        return before[-reach:], after[:reach]

    def rects(self, page: int) -> list[Box]:
        glyphs = self._known.get(page)
        if glyphs is None:
            return []
        ranges = [(start, end) for number, start, end in self.stretches() if number == page]
        return [box for start, end in ranges for box in glyphs.rects(start, end)]

    # How it is done

    def _spot(self, page: int, x: float, y: float) -> Spot | None:
        glyphs = self._known.get(page)
        wide, high = self._paper.sizes[page]
        index = glyphs.at(x, y, high / wide) if glyphs else None
        return Spot(page, index) if index is not None else None

    def _take(self, number: int, told: Answer | Trouble) -> None:
        if not isinstance(told, PageText):
            return
        picked = {page for page, _, _ in self.stretches()}
        for old in [page for page in self._known if page not in picked][: max(len(self._known) - _MOST_KNOWN, 0)]:
            del self._known[old]
        self._known[number] = Glyphs(told)
        self.learned.emit(number)
