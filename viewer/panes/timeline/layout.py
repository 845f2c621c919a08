"""Events and lanes become placed marks for one view; knows no Qt, the width of text comes in as a ruler."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from viewer.case.frozen import dataclass, replace
from viewer.index.ask.timeline import Lane, Mark
from viewer.panes.timeline.bodies import Body, body_of
from viewer.panes.timeline.labels import Captions, Desk, Label, Ruler, place_labels
from viewer.panes.timeline.rows import Seat, rows_needed, seat
from viewer.panes.timeline.scale import Scale

NO_ROWS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels: height of a row at its lowest and highest, side of a glyph, distance, room of a label.

    ring: height of a row from which a glyph has its ring. band: height of the line that counts what runs across.
    """

    low: float = 16.0
    high: float = 34.0
    glyph: float = 12.0
    gap: float = 6.0
    label: float = 84.0
    ring: float = 28.0
    band: float = 17.0

    def ring_side(self, height: float) -> float:
        """Diameter of the ring in a row of this height; 0 = none."""
        return min(1.2 * self.ring, height - 2) if height >= self.ring else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, or a crowd of marks, where it is drawn: pixels from the left of the time and from the top.

    The body's and label's `left`, `right`, `first` and `last` are as seen on the screen: with a mirrored
    scale `first` is the later end.
    """

    uids: tuple[str, ...]
    lane: int
    kind: int
    row: int
    y: float
    height: float
    body: Body
    label: Label | None
    ring: float = 0.0

    @property
    def crowd(self) -> bool:
        return len(self.uids) > 1

    def holds(self, x: float, y: float, slack: float = 2.0) -> bool:
        """Whether a pointer here means this mark or its label."""
        if abs(y - self.y) > self.height / 2:
            return False
        spans = [(self.body.left, self.body.right)]
        if self.label:
            spans.append((self.label.left, self.label.right))
        return any(left - slack <= x <= right + slack for left, right in spans)


@dataclass(frozen=True, slots=True)
class LanePlace:
    """A lane from `top` downwards; number and label are the lane's."""

    number: int
    label: str
    top: float
    height: float
    rows: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Everything to be drawn between axis and tray, and the height it needs."""

    lanes: tuple[LanePlace, ...] = ()
    marks: tuple[Placed, ...] = ()
    height: float = 0.0
    rows: Mapping[str, int] = NO_ROWS

    def at(self, x: float, y: float) -> Placed | None:
        """The mark under the pointer, a glyph before a bar or a label."""
        found = [mark for mark in self.marks if mark.holds(x, y)]
        return min(found, key=lambda mark: abs(mark.body.centre - x) - 1000 * mark.body.point, default=None)

    def of(self, uid: str) -> Placed | None:
        return next((mark for mark in self.marks if uid in mark.uids), None)


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to lay out in: the view over time, the height, sizes, the words of labels and their ruler.

    top: pixels above the first lane that are not for marks.
    """

    scale: Scale
    height: float
    captions: Captions
    ruler: Ruler
    measures: Measures = Measures()
    top: float = 0.0


def lay_out(
    marks: Sequence[Mark],
    lanes: Sequence[Lane],
    room: Room,
    chosen: str = "",
    kept: Mapping[str, int] | None = None,
) -> Strip:
    """Place `marks` (in order of start) in their lanes; every mark is in the answer once.

    Rows become higher, and lanes get more of them, as far as the height allows. `kept` is `Strip.rows` of
    an earlier answer at the same zoom: lanes then do not jump while panning.
    """
    kept = kept or {}
    measures = room.measures
    bodies = {lane.number: _bodies(lane.number, marks, room) for lane in lanes}
    rows = _share_rows(bodies, room.height - room.top, measures, kept)
    row_height = min(measures.high, max(measures.low, (room.height - room.top) / max(1, sum(rows.values()))))
    ring = measures.ring_side(row_height)
    halo = max(0.0, ring - measures.glyph) / 2
    desk = Desk(room.captions, room.ruler, room.scale.width, measures.gap, chosen, halo)
    kinds = {mark.uid: mark.kind for mark in marks}
    places: list[LanePlace] = []
    placed: list[Placed] = []
    top = room.top
    for lane in lanes:
        place = LanePlace(lane.number, lane.label, top, rows[lane.number] * row_height, rows[lane.number])
        places.append(place)
        seats = seat(bodies[lane.number], place.rows, measures.label, kept)
        placed += _placed(place, seats, desk, ring, kinds)
        top += place.height
    strip = Strip(tuple(places), tuple(placed), top, {uid: mark.row for mark in placed for uid in mark.uids})
    return _mirrored(strip, room.scale.width) if room.scale.mirrored else strip


def _bodies(lane: int, marks: Sequence[Mark], room: Room) -> list[tuple[str, Body]]:
    made = [(mark.uid, body_of(mark, room.scale, room.measures.glyph)) for mark in marks if mark.lane == lane]
    return sorted(made, key=lambda pair: pair[1].left)


def _share_rows(
    bodies: Mapping[int, Sequence[tuple[str, Body]]],
    height: float,
    measures: Measures,
    kept: Mapping[str, int],
) -> dict[int, int]:
    """Rows of each lane: as many as keep bodies apart, then more for labels while there is height."""
    rows = {
        kind: max([rows_needed(pairs, 0.0), *(kept.get(uid, 0) + 1 for uid, _ in pairs)])
        for kind, pairs in bodies.items()
    }
    spare = int(height // measures.low) - sum(rows.values())
    wishes = {kind: rows_needed(pairs, measures.label) for kind, pairs in bodies.items()}
    for kind in sorted(bodies, key=lambda kind: -len(bodies[kind])):
        if spare > 0 and wishes[kind] > rows[kind]:
            given = min(spare, wishes[kind] - rows[kind])
            rows[kind] += given
            spare -= given
    return rows


def _placed(
    place: LanePlace, seats: Sequence[Seat], desk: Desk, ring: float, kinds: Mapping[str, int]
) -> list[Placed]:
    made = []
    height = place.height / place.rows
    for number, group in groupby(seats, key=lambda one: one.row):
        row = list(group)
        y = place.top + (number + 0.5) * height
        labels = place_labels(row, desk)
        for one in row:
            around = ring if one.body.point and len(one.uids) == 1 else 0.0
            label = labels.get(one.uids[0])
            kind = kinds[one.uids[0]]
            made.append(Placed(one.uids, place.number, kind, number, y, height, one.body, label, around))
    return made


def _mirrored(strip: Strip, width: float) -> Strip:
    return replace(strip, marks=tuple(_turned(mark, width) for mark in strip.marks))


def _turned(mark: Placed, width: float) -> Placed:
    body, label = mark.body, mark.label
    reach = (width - body.reach[1], width - body.reach[0]) if body.reach else None
    turned = replace(
        body,
        left=width - body.right,
        right=width - body.left,
        first=body.last,
        last=body.first,
        reach=reach,
    )
    moved = replace(label, left=width - label.right) if label else None
    return replace(mark, body=turned, label=moved)
