"""Looks for words in the pages of a document: the reader's own words, so case and vowel signs do not count."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.case.frozen import dataclass
from viewer.locked.folding import folded
from viewer.locked.messages import Answer, PageText
from viewer.panes.source.glyphs import Glyphs
from viewer.panes.source.leaves import Box
from viewer.panes.source.paper import Paper
from viewer.session.lens import SOON, Seat, Trouble

MOST = 2_000
"""Hits that are listed."""
_AROUND = 36
"""Signs before and after a hit in its line."""
_MARKS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: page from 0, its boxes on the page, and the words around it."""

    page: int
    boxes: tuple[Box, ...]
    line: str


class Searching(QObject):
    """Page after page; a newer search ends the older one."""

    found = Signal()  # hits have been added, or more pages searched

    def __init__(self, seat: Seat, paper: Paper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._paper = paper
        self._sought: re.Pattern[str] | None = None
        self.hits: list[Hit] = []
        self.searched = 0

    @property
    def pages(self) -> int:
        return len(self._paper.sizes)

    def search(self, words: str) -> None:
        """Begin anew; nothing is searched for empty words."""
        self._seat.forget("search")
        self.hits, self.searched = [], 0
        sought = comparable(words)[0].strip()
        self._sought = re.compile(re.escape(sought)) if sought else None
        self.found.emit()
        if self._sought:
            self._go_on(0)

    # How it is done

    def _go_on(self, page: int) -> None:
        request = self._paper.text(page) if page < self.pages else None
        if request is not None and len(self.hits) < MOST:
            self._seat.ask("search", request, partial(self._look, page), SOON)

    def _look(self, page: int, told: Answer | Trouble) -> None:
        if isinstance(told, PageText) and self._sought:
            self._look_at(page, told)
        self.searched = page + 1
        if page % 10 == 9 or self.searched == self.pages or self.hits:
            self.found.emit()
        self._go_on(page + 1)

    def _look_at(self, page: int, told: PageText) -> None:
        assert self._sought
        text, origins = comparable(told.text)
        glyphs: Glyphs | None = None
        for place in self._sought.finditer(text):
            start, end = origins[place.start()], origins[place.end() - 1] + 1
            glyphs = glyphs or Glyphs(told)
            self.hits.append(Hit(page, tuple(glyphs.rects(start, end)), line_around(told.text, start, end)))


def comparable(text: str) -> tuple[str, tuple[int, ...]]:
    """Without case and accents, and for each sign left where it came from."""
    plain = folded(text)
    kept = [
        (sign.lower() if len(sign.lower()) == 1 else sign, origin)
        for sign, origin in zip(plain.text, plain.origins, strict=True)
        if not _MARKS.match(sign) and sign != "\x01"
    ]
    return "".join(sign for sign, _ in kept), tuple(origin for _, origin in kept)


def line_around(text: str, start: int, end: int) -> str:
    """A hit with the words around it, on one line."""
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    before = ("…" if first else "") + text[first:start]
    after = text[end:last] + ("…" if last < len(text) else "")
    return " ".join(f"{before}{text[start:end]}{after}".split())
