"""Pages one below the other at one size: where each stands, and which show; arithmetic only, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from viewer.case.frozen import dataclass

Box = tuple[float, float, float, float]
Turn = int
"""Clockwise, in degrees: 0, 90, 180 or 270."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page in pixels of the whole roll: left edge relative to the middle of the roll."""

    number: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Leaves:
    """All pages. `tops` has one more entry than there are pages: where the next one would begin."""

    sizes: tuple[tuple[float, float], ...]
    tops: tuple[float, ...]
    width: float

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def height(self) -> float:
        """Of the roll, with the gap above the first page and below the last."""
        return self.tops[-1]

    def leaf(self, number: int) -> Leaf:
        wide, high = self.sizes[number]
        return Leaf(number, -wide / 2, self.tops[number], wide, high)

    def at(self, y: float) -> int:
        """The page at a height, or the nearest one above it."""
        return min(max(bisect_right(self.tops, y) - 1, 0), len(self.sizes) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Pages of which something shows."""
        return range(self.at(top), self.at(bottom) + 1)


def rolled(sizes: Sequence[tuple[float, float]], factor: float, turn: Turn, gap: float) -> Leaves:
    """Pages of these sizes, each `factor` times as large and turned, `gap` pixels apart."""
    shown = tuple(
        (max(high * factor, 1.0), max(wide * factor, 1.0))
        if turn in (90, 270)
        else (max(wide * factor, 1.0), max(high * factor, 1.0))
        for wide, high in sizes
    )
    tops = tuple(accumulate((high + gap for _, high in shown), initial=gap))
    return Leaves(shown, tops, max(wide for wide, _ in shown))


def turned(box: Box, turn: Turn) -> Box:
    """A box of the page as a box of the page turned clockwise; shares."""
    left, top, right, bottom = box
    return {
        0: box,
        90: (1 - bottom, left, 1 - top, right),
        180: (1 - right, 1 - bottom, 1 - left, 1 - top),
        270: (top, 1 - right, bottom, 1 - left),
    }[turn]


def turned_back(box: Box, turn: Turn) -> Box:
    """What `turned` was given."""
    return turned(box, (360 - turn) % 360)


def tiles(width: int, height: int, side: int, shown: Box) -> list[Box]:
    """Boxes of a grid of squares over a page of this size in pixels, as shares: those that `shown` touches."""
    across, down = max(-(-width // side), 1), max(-(-height // side), 1)
    columns = range(max(int(shown[0] * width / side), 0), min(int(shown[2] * width / side) + 1, across))
    rows = range(max(int(shown[1] * height / side), 0), min(int(shown[3] * height / side) + 1, down))
    return [
        (
            column * side / width,
            row * side / height,
            min((column + 1) * side / width, 1.0),
            min((row + 1) * side / height, 1.0),
        )
        for row in rows
        for column in columns
    ]
