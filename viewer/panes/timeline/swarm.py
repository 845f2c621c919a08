"""Hundreds of marks, laid out in a frame: a glyph or a bar each, words only where there is room; knows no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from viewer.case.frozen import dataclass
from viewer.index.ask.strip import Dot
from viewer.index.ask.timeline import Lane
from viewer.panes.timeline.bodies import Body, End
from viewer.panes.timeline.labels import Label
from viewer.panes.timeline.layout import LanePlace, Measures, Placed
from viewer.panes.timeline.scale import Scale

MOST_ROWS = 8
"""Rows of a lane, where the height allows."""


class Speck(NamedTuple):
    """A mark, or several in one place, in pixels from the left as seen; made by the hundred, hence a tuple.

    dot: the first of them. room: free pixels for words, after a point or within a bar. sure_*: as seen.
    """

    dot: Dot
    uids: tuple[str, ...]
    left: float
    right: float
    y: float
    row: int
    point: bool
    sure_left: bool
    sure_right: bool
    room: float


@dataclass(frozen=True, slots=True)
class Swarm:
    """Specks lane by lane; labels and heights of their middles by first uid."""

    lanes: tuple[LanePlace, ...]
    specks: Sequence[Speck]
    labels: Mapping[str, Label]
    height: float
    row_height: float
    rows: Mapping[str, int]
    ys: Mapping[str, float]

    @property
    def marks(self) -> tuple[Placed, ...]:
        return tuple(self._placed(speck) for speck in self.specks)

    def at(self, x: float, y: float) -> Placed | None:
        """The mark under the pointer, a glyph before a bar or a label."""
        near = [one for one in self.specks if abs(y - one.y) <= self.row_height / 2 and self._holds(one, x)]
        found = min(near, key=lambda one: abs((one.left + one.right) / 2 - x) - 1000 * one.point, default=None)
        return self._placed(found) if found else None

    def of(self, uid: str) -> Placed | None:
        found = next((one for one in self.specks if uid in one.uids), None)
        return self._placed(found) if found else None

    def _holds(self, one: Speck, x: float) -> bool:
        label = self.labels.get(one.dot.uid)
        return one.left - 2 <= x <= one.right + 2 or (label is not None and label.left <= x <= label.right)

    def _placed(self, one: Speck) -> Placed:
        dot = one.dot
        first, last = (End() if sure else End(12.0) for sure in (one.sure_left, one.sure_right))
        body = Body(one.left, one.right, one.point, first, last, None, bool(dot.soft), bool(dot.hollow))
        label = self.labels.get(dot.uid)
        return Placed(one.uids, dot.lane, dot.kind, one.row, one.y, self.row_height, body, label)


class Ground(NamedTuple):
    """What there is to lay out in; the first lane begins `top` pixels down."""

    scale: Scale
    height: float
    measures: Measures
    lanes: Sequence[Lane]
    top: float = 0.0


class Spot(NamedTuple):
    """A mark in pixels from the earlier side, before it has a row."""

    dot: Dot
    uids: tuple[str, ...]
    left: float
    right: float
    point: bool


Words = Callable[[Sequence[Speck]], Mapping[str, Label]]


def swarm(dots: Sequence[Dot], ground: Ground, kept: Mapping[str, int], words: Words) -> Swarm:
    """Every dot in a row of its lane, first fit; a row that was kept is taken again; what finds none joins."""
    spots = _spots(dots, ground)
    glyph, least = ground.measures.glyph, ground.measures.low
    loosely = {number: _seated(pixels, _most_rows(ground), kept, glyph) for number, pixels in spots.items()}
    shares = _shared({number: used for number, (_, used) in loosely.items()}, ground)
    high = max(least, min(ground.measures.high * 0.7, (ground.height - ground.top) / max(1, sum(shares.values()))))
    places: list[LanePlace] = []
    specks: list[Speck] = []
    top = ground.top
    for lane in ground.lanes:
        count = shares[lane.number]
        places.append(LanePlace(lane.number, lane.label, top, count * high, count))
        seated, used = loosely[lane.number]
        if used > count:
            seated, _ = _seated(spots[lane.number], count, kept, glyph)
        for row, seats in enumerate(seated[:count]):
            specks += _specks(seats, row, top + (row + 0.5) * high, ground)
        top += count * high
    ys = {one.dot.uid: one.y for one in specks}
    rows = {uid: one.row for one in specks for uid in one.uids}
    return Swarm(tuple(places), specks, words(specks), top, high, rows, ys)


def _spots(dots: Iterable[Dot], ground: Ground) -> dict[int, list[Spot]]:
    """By lane, in order of time; those known no better than to the same span are one."""
    scale, glyph = ground.scale, ground.measures.glyph
    start, pixel, width = scale.start, scale.pixel, scale.width
    made: dict[int, list[Spot]] = {lane.number: [] for lane in ground.lanes}
    spans: dict[tuple[int, int | None, int | None], int] = {}
    for dot in dots:
        left = (dot.start - start) / pixel if dot.start is not None else -60.0
        right = (dot.end - start) / pixel if dot.end is not None else width + 60.0
        if right < -glyph or left > width + glyph or dot.lane not in made:
            continue
        lane = made[dot.lane]
        if dot.fine or (right - left < 1.4 * glyph and dot.start is not None and dot.end is not None):
            middle = (left + right) / 2
            lane.append(Spot(dot, (dot.uid,), middle - glyph / 2, middle + glyph / 2, True))
            continue
        at = spans.setdefault((dot.lane, dot.start, dot.end), len(lane))
        if at < len(lane):
            lane[at] = lane[at]._replace(uids=(*lane[at].uids, dot.uid))
        else:
            lane.append(Spot(dot, (dot.uid,), left, right, False))
    return made


def _seated(
    spots: Sequence[Spot], rows: int, kept: Mapping[str, int], glyph: float
) -> tuple[list[list[Spot]], int]:
    """The spots of each row, first fit, and how many rows are used.

    Where no row is free a point is drawn over a bar; a bar, or a point among points, joins the one before it.
    """
    seats: list[list[Spot]] = [[] for _ in range(rows)]
    bars, points = [float("-inf")] * rows, [float("-inf")] * rows
    for spot in spots:
        room = spot.left + (0.4 * glyph if spot.point else 2.0)
        row = kept.get(spot.dot.uid, rows)
        if row >= rows or bars[row] > room or points[row] > room:
            row = _free_row(bars, points, room, spot.point)
        ends = points if spot.point else bars
        if row == rows:
            row = ends.index(min(ends))
            if _join(seats[row], spot):
                ends[row] = max(ends[row], spot.right)
                continue
        seats[row].append(spot)
        ends[row] = max(ends[row], spot.right)
    return seats, max(1, sum(map(bool, seats)))


def _free_row(bars: Sequence[float], points: Sequence[float], room: float, point: bool) -> int:
    """The first row that is free from `room` on; for a point, else one with only bars; else one too many."""
    over = rows = len(bars)
    for row in range(rows):
        if points[row] <= room:
            if bars[row] <= room:
                return row
            over = min(over, row)
    return over if point else rows


def _join(seats: list[Spot], spot: Spot) -> bool:
    """Make one of this spot and the last of its sort; False where there is none."""
    at = next((at for at in range(len(seats) - 1, -1, -1) if seats[at].point == spot.point), -1)
    if at < 0:
        return False
    last = seats[at]
    seats[at] = Spot(last.dot, last.uids + spot.uids, last.left, max(last.right, spot.right), spot.point)
    return True


def _most_rows(ground: Ground) -> int:
    """No lane gets more than these: one, and all that the others leave."""
    spare = int((ground.height - ground.top) // ground.measures.low) - len(ground.lanes)
    return min(MOST_ROWS, 1 + max(0, spare))


def _shared(wished: Mapping[int, int], ground: Ground) -> dict[int, int]:
    """Rows of each lane: one at least, the others one after the other to those that still want some."""
    shares = dict.fromkeys(wished, 1)
    spare = int((ground.height - ground.top) // ground.measures.low) - len(shares)
    while spare > 0 and (wanting := [lane for lane in wished if shares[lane] < wished[lane]]):
        for lane in wanting[:spare]:
            shares[lane] += 1
        spare -= len(wanting)
    return shares


def _specks(seats: Sequence[Spot], row: int, y: float, ground: Ground) -> Iterator[Speck]:
    """As seen: turned round where time is mirrored. Bars first, so that points stand on them."""
    scale, glyph = ground.scale, ground.measures.glyph
    every = sorted(spot.left for spot in seats)
    points = [spot.left for spot in seats if spot.point]
    for dot, uids, left, right, point in sorted(seats, key=lambda spot: spot.point):
        end, starts = (right, every) if point else (max(left, 0.0), points)
        # Words of a bar begin at its edge: a glyph that stands there is in their way. Of two points the later one
        # may begin well before the end of the other.
        at = bisect_right(starts, end - (glyph / 2 if point else 16))
        after = min(starts[at] if at < len(starts) else scale.width, scale.width if point else right)
        room = after - end
        sure = bool(dot.sure_start), bool(dot.sure_end) and len(uids) == 1
        if scale.mirrored:
            ends, sure = (scale.width - right, scale.width - left), (sure[1], sure[0])
        else:
            ends = (left, right)
        yield Speck(dot, uids, *ends, y, row, point, *sure, room)
