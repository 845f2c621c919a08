"""Where passages show in the text and where their numbers stand in the margin; arithmetic only, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from viewer.case.frozen import dataclass
from viewer.index.ask.sources import Block


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of the shown text of one block, in code points."""

    block: int
    start: int
    end: int


class Places:
    """Where the text of a document shows: made once for all its passages, of which there may be thousands."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._pieces = sorted(
            (there, there + length, number, here)
            for number, block in enumerate(blocks)
            for here, there, length in block.pieces
        )
        self._ends = list(accumulate((end for _, end, _, _ in self._pieces), max))

    def touched(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """Pieces that a range of the text touches: (start, end, block, start in the block), in code points."""
        for at in range(bisect_right(self._ends, start), len(self._pieces)):
            piece = self._pieces[at]
            if piece[0] >= end:
                break
            if piece[1] > start:
                yield piece


def shown(places: Places, start: int | None, end: int | None) -> tuple[Stretch, ...]:
    """Where a range of the document text (code points) shows; what lies between two pieces belongs to it."""
    if start is None or end is None:
        return ()
    parts: dict[int, tuple[int, int]] = {}
    for there, behind, block, here in places.touched(start, end):
        first, last = here + max(start, there) - there, here + min(end, behind) - there
        parts[block] = (parts[block][0] if block in parts else first, last)
    return tuple(Stretch(block, *parts[block]) for block in sorted(parts))


def depths(ranges: Sequence[tuple[int, int]]) -> list[int]:
    """For each range how deep its underline hangs, so that lines of overlapping ranges do not cover each other."""
    ends: list[int] = []
    levels = []
    for start, end in ranges:
        level = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        if level == len(ends):
            ends.append(end)
        else:
            ends[level] = end
        levels.append(level)
    return levels


def joined(intervals: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Intervals that touch or overlap as one, in order."""
    whole: list[tuple[float, float]] = []
    for left, right in sorted(intervals):
        if whole and left <= whole[-1][1] + 0.5:
            whole[-1] = (whole[-1][0], max(whole[-1][1], right))
        else:
            whole.append((left, right))
    return whole


def stacked(wanted: Sequence[float], size: float, fixed: int | None = None) -> list[float]:
    """Centres of marks of this size, in order, near where they are wanted and clear of each other.

    The `fixed` one stands where it is wanted; those before it give way upwards, the others downwards.
    """
    placed = list(wanted)
    anchor = fixed or 0
    for index in range(anchor + 1, len(placed)):
        placed[index] = max(placed[index], placed[index - 1] + size)
    for index in range(anchor - 1, -1, -1):
        placed[index] = min(placed[index], placed[index + 1] - size)
    return placed
