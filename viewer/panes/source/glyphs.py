"""The text of pages by its glyphs: which sign lies under a point, which boxes a range covers; no Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from viewer.case.frozen import dataclass
from viewer.locked.messages import PageText
from viewer.panes.source.leaves import Box


@dataclass(frozen=True, slots=True)
class Spot:
    """A place between two signs: page from 0, index in the text of that page."""

    page: int
    index: int


class Glyphs:
    """One page: its text, and a box for each sign, as shares of the page."""

    def __init__(self, page: PageText) -> None:
        self.text = page.text
        edges = memoryview(page.boxes).cast("f")
        self._boxes: list[Box] = [
            (edges[at], edges[at + 1], edges[at + 2], edges[at + 3]) for at in range(0, len(edges), 4)
        ]

    def __len__(self) -> int:
        return len(self.text)

    def at(self, x: float, y: float, aspect: float = 1.0) -> int | None:
        """The place between two signs nearest to a point; None on a page without text.

        `aspect` is height over width of the page, so that near is near on paper.
        """
        best, nearest = None, float("inf")
        for index, (left, top, right, bottom) in enumerate(self._boxes):
            if left >= right or top >= bottom:
                continue
            across = max(left - x, 0.0, x - right)
            down = max(top - y, 0.0, y - bottom) * aspect
            far = across + 4 * down  # the line first, then the place on it
            if far < nearest:
                best, nearest = index, far
        if best is None:
            return None
        left, _, right, _ = self._boxes[best]
        past = x > (left + right) / 2
        return best + (past != runs_left(self.text[best]))

    def over(self, x: float, y: float) -> bool:
        """Whether a sign, or the space between signs of a line, lies under a point."""
        return any(
            left - 0.01 <= x <= right + 0.01 and top <= y <= bottom
            for left, top, right, bottom in self._boxes
            if left < right
        )

    def rects(self, start: int, end: int) -> list[Box]:
        """What a range covers, line by line."""
        found: list[Box] = []
        for box in self._boxes[max(start, 0) : end]:
            if box[0] >= box[2] or box[1] >= box[3]:
                continue
            if found and _on_one_line(found[-1], box):
                last = found[-1]
                found[-1] = (
                    min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3])
                )  # fmt: skip
            else:
                found.append(box)
        return found

    def word(self, index: int) -> tuple[int, int]:
        """The word around a place."""
        start = end = min(max(index, 0), len(self.text))
        while start > 0 and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        return start, end


def runs_left(sign: str) -> bool:
    """Whether a sign is read from right to left."""
    return unicodedata.bidirectional(sign) in ("R", "AL")


def ordered(one: Spot, other: Spot) -> tuple[Spot, Spot]:
    """The earlier first."""
    return (one, other) if (one.page, one.index) <= (other.page, other.index) else (other, one)


def parts(one: Spot, other: Spot, length: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    """A selection page by page: number, start, end; `length` is that of the text of each page that is known."""
    first, last = ordered(one, other)
    for page in range(first.page, last.page + 1):
        start = first.index if page == first.page else 0
        end = last.index if page == last.page else length.get(page, 0)
        if start < end:
            yield page, start, end


def _on_one_line(one: Box, other: Box) -> bool:
    across = min(one[3], other[3]) - max(one[1], other[1])
    near = min(abs(other[0] - one[2]), abs(one[0] - other[2])) < 0.1 or (one[0] < other[2] and other[0] < one[2])
    return near and across > 0.3 * min(one[3] - one[1], other[3] - other[1])
