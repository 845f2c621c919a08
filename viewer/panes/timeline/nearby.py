"""Holds the last answers about the view and some way around it, so that not every frame asks; knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.index.ask.strip import Dot, Near
from viewer.index.ask.timeline import Extent, Mark
from viewer.panes.timeline.asking import FEW, ROOMY, Ask
from viewer.panes.timeline.heap import Heap, heap_up
from viewer.panes.timeline.scale import Scale

COLUMN = 3.0
"""Pixels of a column, at least."""
MOST_COLUMNS = 4000


class Nearby:
    """Of one case under one query."""

    def __init__(self, ask: Ask, extent: Extent | None) -> None:
        self._ask, self._extent = ask, extent
        self.few = extent is None or extent.on_axis <= ROOMY
        self._marks: Sequence[Mark] | None = None
        self._heap: Heap | None = None
        self._near: tuple[float, float, Near] | None = None

    def all_marks(self) -> Sequence[Mark]:
        """Of a case with few events."""
        if self._marks is None:
            extent = self._extent
            self._marks = self._ask.within(extent.start, extent.end + 1, ROOMY) if extent else ()
        return self._marks

    def possible(self) -> frozenset[str]:
        """Those of the last answer that only may lie in the span of the query."""
        if not self._ask.doubtful:
            return frozenset()
        if self.few and self._near is None and self._extent:
            near = self._ask.near(self._extent.start - 1, self._extent.end + 1, FEW)
            self._near = (0, 0, near or Near(()))
        return frozenset(dot.uid for dot in self._near[2].dots if dot.possible) if self._near else frozenset()

    def seen(self, scale: Scale, resting: bool) -> Near | Heap:
        """The events that touch the view or nearly do, or their counts where they are too many."""
        if (
            self._heap
            and self._fits(self._heap, scale, resting)
            and self._heap.begun(scale.start, scale.end) > FEW
        ):
            return self._heap
        near = self._around(scale)
        return near or self._counted(scale, resting)

    def _around(self, scale: Scale) -> Near | None:
        """None where there are too many."""
        if self._near and self._near[0] <= scale.start and scale.end <= self._near[1]:
            return _touching(self._near[2], scale)
        for beyond in (scale.span / 2, 0.0):
            start, end = int(scale.start - beyond) - 1, int(scale.end + beyond) + 1
            near = self._ask.near(start, end, FEW * (2 if beyond else 1))
            if near:
                self._near = (start, end, near)
                seen = _touching(near, scale)
                if seen:
                    return seen
        return None

    def _counted(self, scale: Scale, resting: bool) -> Heap:
        heap = self._heap
        if heap is None or not self._fits(heap, scale, resting):
            start, end = self._within(scale.start - scale.span, scale.end + scale.span)
            columns = min(MOST_COLUMNS, max(8, int((end - start) / scale.pixel / COLUMN)))
            heap = self._heap = heap_up(self._ask.density(int(start), int(end), columns))
        return heap

    def _within(self, start: float, end: float) -> tuple[float, float]:
        """The part of a span in which there are events at all; not empty."""
        if self._extent:
            start, end = max(start, self._extent.start - 1), min(end, self._extent.end + 1)
        return start, max(end, start + 1)

    def _fits(self, heap: Heap, scale: Scale, resting: bool) -> bool:
        """Whether the counts serve: while the view moves their columns may be wider or narrower than at rest."""
        wide = heap.width / scale.pixel
        least, most = (COLUMN, 2 * COLUMN) if resting else (COLUMN / 2, 4 * COLUMN)
        # The finest buckets there are may be wider still.
        covered = heap.covers(*self._within(scale.start, scale.end))
        return covered and least <= wide and (wide <= most or heap.width <= 21_600)


def _touching(near: Near, scale: Scale) -> Near | None:
    """What touches the view, or would after a quarter of it; None where that is too much."""
    beyond = scale.span / 4
    start, end = scale.start - beyond, scale.end + beyond
    dots = [dot for dot in near.dots if _touches(dot, start, end)]
    if len(dots) > FEW:
        dots = [dot for dot in near.dots if _touches(dot, scale.start, scale.end)]
    return None if len(dots) > FEW else Near(tuple(dots), near.across)


def _touches(dot: Dot, start: float, end: float) -> bool:
    return (dot.start is None or dot.start <= end) and (dot.end is None or dot.end >= start)
