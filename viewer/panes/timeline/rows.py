"""Which row of its lane a mark stands in: first fit, and no jumping while the zoom stays; knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from viewer.case.frozen import dataclass
from viewer.panes.timeline.bodies import Body

MOST = 3
"""Rows a lane may have."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Bodies that share one place: one, or a crowd that found none. `row` counts from the top of the lane."""

    row: int
    uids: tuple[str, ...]
    body: Body


class Row:
    """One row being filled from the earlier side: where its last body and its last label end."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.seats: list[Seat] = []
        self.taken = float("-inf")
        self.wanted = float("-inf")

    def sit(self, uid: str, body: Body, label: float) -> None:
        self.seats.append(Seat(self.number, (uid,), body))
        self.taken = max(self.taken, _end(body))
        self.wanted = max(self.wanted, body.right + (label if body.point else 0))

    def join(self, uid: str, body: Body) -> None:
        last = self.seats[-1]
        self.seats[-1] = Seat(self.number, (*last.uids, uid), _together(last.body, body))
        self.taken = max(self.taken, _end(body))
        self.wanted = max(self.wanted, body.right)


def seat(bodies: Iterable[tuple[str, Body]], rows: int, label: float, kept: Mapping[str, int]) -> tuple[Seat, ...]:
    """Every body, in order of time, to one of `rows` rows; what finds no room joins a crowd.

    A point wants `label` pixels after it, but does without. `kept` are the rows of an earlier answer.
    """
    made = [Row(number) for number in range(rows)]
    for uid, body in bodies:
        row = _row_for(uid, body, made, kept)
        if row:
            row.sit(uid, body, label)
        else:
            max(made, key=lambda each: each.taken if each.seats else float("-inf")).join(uid, body)
    return tuple(one for row in made for one in row.seats)


def rows_needed(bodies: Iterable[tuple[str, Body]], label: float) -> int:
    """Rows, at most `MOST`, that give every body room and every point `label` pixels after it."""
    ends: list[float] = []
    for _uid, body in bodies:
        end = _end(body) + (label if body.point else 0)
        for number, taken in enumerate(ends):
            if taken <= body.left + _leeway(body):
                ends[number] = end
                break
        else:
            ends.append(end)
    return max(1, min(MOST, len(ends)))


def _row_for(uid: str, body: Body, rows: list[Row], kept: Mapping[str, int]) -> Row | None:
    roomy = [row for row in rows if row.wanted <= body.left]
    free = [row for row in rows if row.taken <= body.left + _leeway(body)]
    if uid in kept and (old := next((row for row in free if row.number == kept[uid]), None)):
        return old
    return next(iter(roomy), None) or min(free, key=lambda row: row.wanted, default=None)


def _end(body: Body) -> float:
    """Where the next may begin: a bar's last pixels may be covered."""
    return body.right if body.point else max(body.left, body.right - 5)


def _leeway(body: Body) -> float:
    """Pixels by which a glyph may cover what is before it."""
    return 0.4 * body.width if body.point else 0.0


def _together(one: Body, other: Body) -> Body:
    left, right = min(one.left, other.left), max(one.right, other.right)
    first = one.first if one.left <= other.left else other.first
    last = one.last if one.right >= other.right else other.last
    point = one.point and other.point
    return Body(left, right, point, first, last, None, one.soft or other.soft, one.hollow or other.hollow)
