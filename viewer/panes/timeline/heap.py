"""Too many events to be drawn one by one, counted: columns, flat blocks and bands by lane; knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from viewer.case.frozen import dataclass
from viewer.index.ask.density import Coarse, Density
from viewer.index.ask.timeline import Lane
from viewer.index.plates import spread
from viewer.panes.timeline.layout import LanePlace

LOWEST, HIGHEST = 17.0, 96.0
"""Height in pixels of a lane of counts."""


@dataclass(frozen=True, slots=True)
class Pile:
    """The counts of one lane, bucket by bucket.

    begin: events that begin in it; flat: an even share of those dated less finely; lasting: events that last all
    through it. flat and lasting are empty where there is none.
    """

    begin: Sequence[int]
    flat: Sequence[float]
    lasting: Sequence[int]


@dataclass(frozen=True, slots=True)
class Heap:
    """All lanes over the same buckets of `width` seconds from `start`. most: of the highest column."""

    start: int
    width: int
    buckets: int
    piles: Mapping[int, Pile]
    most: float
    coarse: Sequence[Coarse]

    @property
    def end(self) -> int:
        return self.start + self.buckets * self.width

    def covers(self, start: float, end: float) -> bool:
        return self.start <= start and end <= self.end

    def totals(self) -> list[float]:
        """Bucket by bucket, of all lanes, those dated less finely in even shares."""
        columns = [*(pile.begin for pile in self.piles.values()), *(pile.flat for pile in self.piles.values())]
        return list(map(sum, zip([0.0] * self.buckets, *filter(None, columns), strict=True)))

    def clipped(self, start: float, end: float) -> tuple[int, int]:
        """The buckets from `start` to `end`, the last not included."""
        first = max(0, int((start - self.start) // self.width))
        return first, min(self.buckets, max(first, int((end - self.start) // self.width) + 1))

    def begun(self, start: float, end: float) -> int:
        """Events that begin in the buckets from `start` to `end`, those dated less finely in proportion."""
        first, last = self.clipped(start, end)
        return round(sum(sum(pile.begin[first:last]) + sum(pile.flat[first:last]) for pile in self.piles.values()))

    def peak(self, lane: int, start: float, end: float) -> tuple[int, int]:
        """First second and events of the highest column of a lane within [start, end]; 0 events: there is none."""
        first, last = self.clipped(start, end)
        counts = self.piles[lane].begin[first:last] if lane in self.piles else ()
        most = max(counts, default=0)
        return (self.start + (first + counts.index(most)) * self.width if most else 0), most

    def lasting(self, lane: int, start: float, end: float) -> tuple[int, int]:
        """The least and the most events of a lane that last through a bucket within [start, end]."""
        first, last = self.clipped(start, end)
        within = self.piles[lane].lasting[first:last] if lane in self.piles else ()
        return (min(within), max(within)) if within else (0, 0)


def heap_up(density: Density) -> Heap:
    """The counts of a density by lane, with those of coarse dates spread over their spans."""
    buckets = len(density.counts[0]) if density.counts else 0
    flats = density.flats
    if flats is None:
        flats = spread(density.coarse, density.start, density.width, buckets)
    piles = {
        lane: Pile(counts, flat if any(flat := flats.get(lane, ())) else (), lasting if any(lasting) else ())
        for lane, counts, lasting in zip(density.lanes, density.counts, density.running, strict=True)
    }
    highest = (max(max(pile.begin, default=0), max(pile.flat, default=0)) for pile in piles.values())
    return Heap(density.start, density.width, buckets, piles, max(highest, default=0), density.coarse)


def share_height(lanes: Sequence[Lane], height: float, factor: float) -> tuple[LanePlace, ...]:
    """Lanes of equal height, as high as there is room for; `factor` is the size of text."""
    each = min(HIGHEST * factor, max(LOWEST * factor, height / max(1, len(lanes))))
    return tuple(LanePlace(lane.number, lane.label, at * each, each, 1) for at, lane in enumerate(lanes))


@dataclass(frozen=True, slots=True)
class Crowd:
    """A span of the axis in which many events begin: seconds since 1970."""

    start: int
    end: int
    events: int


def crowds(edges: Sequence[int], begun: Sequence[int], coarse: Sequence[Coarse]) -> Iterator[Crowd]:
    """Spans between edges in which events begin; those known less finely than to their span are left out."""
    for start, end, count in zip(edges, edges[1:], begun, strict=False):
        vague = sum(block.n for block in coarse if start <= block.start < end < block.end)
        if count > vague:
            yield Crowd(start, end, count - vague)
