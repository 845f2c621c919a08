"""Where the passages of a PDF or a picture stand: looked for by their exact words, never guessed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from viewer.index.ask.sources import PassageView
from viewer.locked.messages import Answer, Box, FindWords, PageText, Place, Places
from viewer.panes.source.paper import Paper
from viewer.panes.source.pinned import Where
from viewer.session.lens import LATER, SOON, Seat, Trouble

UNREAD = "\ufffd"
PAGES = 100
"""Pages searched with one question."""
Told = Callable[[int, Where, str, int], None]
"""Passage, where it stands, its state ('' = not known yet), how many places fit."""


class Locating:
    """Tells of every passage at once what is stated of it, and later what was found."""

    def __init__(self, seat: Seat, paper: Paper, told: Told) -> None:
        self._seat = seat
        self._paper = paper
        self._told = told

    def locate(self, passages: tuple[PassageView, ...], first: int | None = None) -> None:
        """`first` is the one the reader waits for."""
        order = sorted(range(len(passages)), key=lambda index: index != first)
        for index in order:
            self._locate(index, passages[index])

    # How it is done

    def _locate(self, index: int, passage: PassageView) -> None:
        stated = self._stated(passage)
        if passage.exact and self._paper.has_text:
            self._told(index, stated, "", 0)
            page = self._page(passage)
            if page is None:
                self._search(index, passage, 0, [])
            else:
                request = FindWords(
                    self._seat.key, passage.exact, passage.prefix or "", passage.suffix or "", page, 1
                )
                self._seat.ask(f"find {index}", request, partial(self._on_page, index, passage), SOON)
        else:
            self._told(index, stated, "exact" if stated else "missing", 0)

    def _page(self, passage: PassageView) -> int | None:
        """The stated page from 0, where the document has it."""
        if passage.page is None or passage.page > len(self._paper.sizes):
            return None
        return passage.page - 1

    def _stated(self, passage: PassageView) -> Where:
        """As the case states it: boxes, a part of a picture, or at least the top of the page."""
        page = self._page(passage)
        if passage.xywh:
            return ((page or 0, passage.xywh),)
        if page is None:
            return ()
        if passage.rects:
            return tuple((page, box) for box in passage.rects)
        return ((page, (0.0, 0.0, 1.0, 0.0)),)

    def _on_page(self, index: int, passage: PassageView, told: Answer | Trouble) -> None:
        if not isinstance(told, Places):
            self._told(index, self._stated(passage), "unchecked", 0)
            return
        places = told.places
        if passage.rects:
            places = [place for place in places if _meets(place, passage.rects)]
        if len(places) == 1:
            self._told(index, _where(places[0]), "exact", 1)
        elif len(places) > 1:
            self._told(index, self._stated(passage), "ambiguous", told.count)
        elif told.silent and not told.places:
            self._told(index, self._stated(passage), "unchecked", 0)
        else:
            self._search(index, passage, 0, [])

    def _search(self, index: int, passage: PassageView, first: int, found: list[Place]) -> None:
        """Through the whole document, so many pages at a time."""
        request = FindWords(
            self._seat.key, passage.exact or "", passage.prefix or "", passage.suffix or "", first, PAGES
        )
        self._seat.ask(f"find {index}", request, partial(self._searched, index, passage, first, found), LATER)

    def _searched(
        self, index: int, passage: PassageView, first: int, found: list[Place], told: Answer | Trouble
    ) -> None:
        if not isinstance(told, Places):
            self._told(index, self._stated(passage), "unchecked", 0)
            return
        found = [*found, *told.places]
        if first + PAGES < len(self._paper.sizes):
            self._search(index, passage, first + PAGES, found)
        elif len(found) == 1:
            stated = passage.page is not None or bool(passage.rects)
            self._told(index, _where(found[0]), "moved" if stated else "exact", 1)
        elif found:
            self._told(index, self._stated(passage), "ambiguous", len(found))
        else:
            self._give_up(index, passage)

    def _give_up(self, index: int, passage: PassageView) -> None:
        """Missing, unless the page has glyphs whose letters are not known: then nothing can be said."""
        page = self._page(passage)
        request = self._paper.text(page) if page is not None else None

        def told(answer: Answer | Trouble) -> None:
            unread = isinstance(answer, PageText) and UNREAD in answer.text
            self._told(index, self._stated(passage), "unchecked" if unread else "missing", 0)

        if request is None:
            self._told(index, (), "missing", 0)
        else:
            self._seat.ask(f"find {index}", request, told, SOON)


def _where(place: Place) -> Where:
    return tuple((stretch.page, box) for stretch in place.stretches for box in stretch.rects)


def _meets(place: Place, rects: tuple[Box, ...]) -> bool:
    """Whether the words stand in the stated boxes: most of their ground is common."""
    ours = place.stretches[0].rects
    common = sum(_common(one, other) for one in ours for other in rects)
    return common > 0.5 * sum((box[2] - box[0]) * (box[3] - box[1]) for box in ours)


def _common(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)
