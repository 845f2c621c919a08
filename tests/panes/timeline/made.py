"""Answers to the strip's questions out of marks that a test has made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from viewer.index.ask.density import Coarse, Density
from viewer.index.ask.events import EventRow
from viewer.index.ask.strip import Across, Dot, Era, Near
from viewer.index.ask.timeline import Extent, Lane, Mark
from viewer.index.grid import begins, bucket, level_of, width
from viewer.panes.timeline.asking import Loose

FINE = ("day", "hour", "minute", "second")


def dot_of(mark: Mark, possible: bool = False) -> Dot:
    """The same event as little more than its place."""
    fine = mark.when.precision in FINE
    return Dot(
        mark.uid, mark.start, mark.end, mark.lane, mark.kind, fine, mark.approximate or mark.uncertain,
        not mark.to_the_day, mark.sure_start, mark.sure_end, possible,
    )  # fmt: skip


def days_of_two_years() -> list[str]:
    """672 days: more than are drawn one by one."""
    return [
        f"{year}-{month:02d}-{day:02d}" for year in (2010, 2011) for month in range(1, 13) for day in range(1, 29)
    ]


class Remembered:
    """One case of a few events, or of some hundreds."""

    by = "kind"

    def __init__(
        self,
        marks: Sequence[Mark],
        lanes: Sequence[Lane],
        loose: Sequence[EventRow] = (),
        *,
        possible: Sequence[str] = (),
        eras: Sequence[Era] = (),
    ) -> None:
        self.made = sorted(marks, key=_begins)
        self._lanes, self._loose, self._eras = tuple(lanes), tuple(loose), tuple(eras)
        self._possible = frozenset(possible)
        self.doubtful = bool(possible)
        self.asked: list[tuple[str, int, int]] = []

    def extent(self) -> Extent | None:
        known = [moment for one in self.made for moment in (one.start, one.end) if moment is not None]
        return Extent(min(known), max(known), len(self.made), len(self._loose)) if known else None

    def lanes(self) -> Sequence[Lane]:
        return self._lanes

    def eras(self) -> Sequence[Era]:
        return self._eras

    def loose(self, limit: int) -> Loose:
        return Loose(self._loose[:limit], len(self._loose))

    def density(self, start: int, end: int, columns: int) -> Density:
        self.asked.append(("density", start, end))
        level = level_of(max(1, (end - start) // columns))
        first, last = bucket(start, level), bucket(end - 1, level) + 1
        counts = {lane.number: [0] * (last - first) for lane in self._lanes}
        coarse: list[Coarse] = []
        for mark in self.made:
            if mark.start is None or mark.end is None:
                continue
            at = bucket(mark.start, level) - first
            if mark.when.precision not in FINE and mark.end - mark.start > width(level):
                coarse.append(Coarse(mark.start, mark.end, mark.lane, 1))
            elif 0 <= at < last - first:
                counts[mark.lane][at] += 1
        filled = tuple(tuple(each) for each in counts.values())
        none = tuple((0,) * (last - first) for _ in counts)
        return Density(begins(first, level), width(level), tuple(counts), filled, tuple(coarse), none)

    def near(self, start: int, end: int, limit: int) -> Near | None:
        self.asked.append(("near", start, end))
        touching = [one for one in self.made if _touches(one, start, end)]
        over = [one for one in touching if (one.start or start) < start and (one.end or end) >= end]
        across: dict[int, int] = {}
        if len(over) > 24:
            for one in over:
                across[one.lane] = across.get(one.lane, 0) + 1
            touching = [one for one in touching if one not in over]
        if len(touching) > limit:
            return None
        dots = tuple(dot_of(one, one.uid in self._possible) for one in touching)
        return Near(dots, tuple(Across(lane, count, 0) for lane, count in across.items()))

    def within(self, start: int, end: int, limit: int) -> Sequence[Mark]:
        self.asked.append(("within", start, end))
        return [one for one in self.made if _touches(one, start, end)][:limit]

    def marks(self, uids: Sequence[str]) -> Sequence[Mark]:
        return [one for one in self.made if one.uid in uids]

    def begun(self, edges: Sequence[int]) -> Sequence[int]:
        begins_at = [one.start for one in self.made if one.start is not None]
        return [sum(start <= each < end for each in begins_at) for start, end in pairwise(edges)]

    def first(self) -> str | None:
        return self._order[0] if self._order else None

    def last(self) -> str | None:
        return self.made[-1].uid if self.made else self._order[-1] if self._order else None

    def along(self, uid: str, by: int) -> str | None:
        at = self._order.index(uid) + by
        return self._order[at] if 0 <= at < len(self._order) else None

    def across(self, uid: str, by: int) -> str | None:
        here = next((one for one in self.made if one.uid == uid), None)
        lanes = sorted({one.lane for one in self.made})
        at = lanes.index(here.lane) + by if here else len(lanes) + by
        if not 0 <= at < len(lanes):
            return None
        there = [one for one in self.made if one.lane == lanes[at]]
        return min(there, key=lambda one: abs(_begins(one) - (_begins(here) if here else 1e18))).uid

    @property
    def _order(self) -> list[str]:
        return [one.uid for one in self.made] + [row.uid for row in self._loose]


def _begins(mark: Mark) -> float:
    if mark.start is not None:
        return mark.start
    return mark.end if mark.end is not None else float("-inf")


def _touches(mark: Mark, start: int, end: int) -> bool:
    return (mark.start is None or mark.start < end) and (mark.end is None or mark.end > start)
