"""Where a mark's words stand: first fit, shortened where it is tight, left out where it is crowded, never cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from viewer.binding.typed import Protocol
from viewer.case.frozen import dataclass, replace
from viewer.panes.timeline.bodies import Body
from viewer.panes.timeline.rows import Seat

LONGEST = 70
"""No label is wider than this many gaps."""


class Ruler(Protocol):
    """Measures and shortens text in the font of the labels."""

    def width(self, text: str, strong: bool) -> float:
        """Pixels."""
        ...

    def fit(self, text: str, room: float, strong: bool) -> str:
        """`text`, or its beginning with an ellipsis, in at most `room` pixels; "" if nothing worth reading."""
        ...


@dataclass(frozen=True, slots=True)
class Caption:
    """What a label may say: when, what, and a word on it."""

    date: str
    title: str
    note: str = ""


Captions = Callable[[tuple[str, ...]], Caption]
"""What the label of one event, or of a crowd, may say."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words `left` pixels from the earlier side. place: 'after', 'before' or 'inside' the mark.

    The date stands next to the mark. note: one word more, where there was room for all the rest.
    """

    left: float
    width: float
    date: str
    title: str
    place: str
    strong: bool = False
    note: str = ""

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Desk:
    """What labels are made with: their words, a ruler, the width of the view and a distance in pixels.

    halo: pixels that the ring of a point takes on each side of its glyph.
    """

    captions: Captions
    ruler: Ruler
    view: float
    gap: float
    chosen: str = ""
    halo: float = 0.0

    def claimed(self, body: Body) -> Body:
        """With its ring."""
        return replace(body, left=body.left - self.halo, right=body.right + self.halo) if body.point else body


def place_labels(row: Sequence[Seat], desk: Desk) -> dict[str, Label]:
    """Labels by first uid for the seats of one row; the chosen one comes first."""
    seen = [one for one in row if one.body.right > 0 and one.body.left < desk.view]
    bodies = {one.uids[0]: desk.claimed(one.body) for one in seen}
    taken = [(body.left, body.right) for body in bodies.values()]
    labels: dict[str, Label] = {}
    for one in sorted(seen, key=lambda one: desk.chosen not in one.uids):
        label = _best(one, _rooms(bodies[one.uids[0]], taken, desk), desk)
        if label:
            labels[one.uids[0]] = label
            taken.append((label.left, label.right))
    return labels


@dataclass(frozen=True, slots=True)
class _Room:
    """Free pixels beside or inside a mark; `edge` is the end next to the mark."""

    place: str
    edge: float
    size: float


def _rooms(body: Body, taken: Sequence[tuple[float, float]], desk: Desk) -> tuple[_Room, ...]:
    """Where a label may stand, the best place first."""
    gap, view = desk.gap, desk.view
    start, end = body.right + gap, body.left - gap
    next_ = min((left - 2 * gap for left, right in taken if right > body.right + 0.5), default=view)
    previous = max((right + 3 * gap for left, right in taken if left < body.left - 0.5), default=gap)
    beside = (
        _Room("after", start, min(next_, view - gap) - start),
        _Room("before", end, end - max(gap, previous)),
    )
    left = max(body.left, 0.0)
    right = min([body.right, view, *(other for other, _ in taken if other > body.left)])
    return beside if body.point else (_Room("inside", left + gap, right - left - 2 * gap), *beside)


def _best(one: Seat, rooms: Sequence[_Room], desk: Desk) -> Label | None:
    """The first room that takes date and title whole; else the one that takes clearly more than those before."""
    caption, strong = desk.captions(one.uids), desk.chosen in one.uids
    whole = desk.ruler.width(caption.date, True) + desk.gap + desk.ruler.width(caption.title, strong)
    longest = LONGEST * desk.gap
    made = None
    for room in rooms:
        label = _fitted(caption, replace(room, size=min(room.size, longest)), desk, strong)
        if label and label.width >= min(whole, longest) - 1:
            return label
        if label and (made is None or label.width > made.width * 1.5):
            made = label
    return made


def _fitted(caption: Caption, room: _Room, desk: Desk, strong: bool) -> Label | None:
    """As much of the caption as the room takes: all, a shortened title, the date alone, nothing."""
    ruler, gap = desk.ruler, desk.gap
    date = ruler.width(caption.date, True)
    title = ruler.fit(caption.title, room.size - date - gap, strong)
    if title:
        width = date + gap + ruler.width(title, strong)
        note = ruler.width(caption.note, True) + 2 * gap if caption.note else 0.0
        if note and title == caption.title and width + note <= room.size:
            return _label(caption, room, width + note, strong)
        return _label(Caption(caption.date, title), room, width, strong)
    if room.place == "inside":
        title = ruler.fit(caption.title, room.size, strong)
        return _label(Caption("", title), room, ruler.width(title, strong), strong) if title else None
    return _label(Caption(caption.date, ""), room, date, strong) if date <= room.size else None


def _label(said: Caption, room: _Room, width: float, strong: bool) -> Label:
    left = room.edge - width if room.place == "before" else room.edge
    return Label(left, width, said.date, said.title, room.place, strong, said.note)
