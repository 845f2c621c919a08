"""Where passages show in the text and where their numbers stand in the margin; arithmetic only, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from viewer.case.frozen import dataclass
from viewer.index.ask.sources import Block


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of the shown text of one block, in code points."""

    block: int
    start: int
    end: int


def shown(blocks: Sequence[Block], start: int | None, end: int | None) -> tuple[Stretch, ...]:
    """Where a range of the document text (code points) shows; what lies between two pieces belongs to it."""
    if start is None or end is None:
        return ()
    found = []
    for index, block in enumerate(blocks):
        parts = [
            (here + max(start, there) - there, here + min(end, there + length) - there)
            for here, there, length in block.pieces
            if there < end and start < there + length
        ]
        if parts:
            found.append(Stretch(index, parts[0][0], parts[-1][1]))
    return tuple(found)


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
