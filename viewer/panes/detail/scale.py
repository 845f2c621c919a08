"""Arithmetic of the figures chart: the axis, and which marks a stated figure gets. No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable

from viewer.case.figure import Figure
from viewer.case.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """From 0 to `high`; ticks stand at whole numbers."""

    high: float
    ticks: tuple[int, ...]

    def share(self, number: float) -> float:
        """Where a number stands, 0 to 1 of the axis."""
        return min(max(number / self.high, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Marks:
    """What to paint for a figure.

    points: numbers with a disc; bar: from low to high; fades_up, fades_down: the number from which a bar fades
    to the side of more or of less; about: a soft edge round it all.
    """

    points: tuple[int, ...]
    bar: tuple[int, int] | None
    fades_up: int | None
    fades_down: int | None
    about: bool


def axis(figures: Iterable[Figure], most_ticks: int) -> Axis:
    """An axis that begins at 0, holds every number and leaves room for figures that are open upward."""
    highest = 1.0
    for figure in figures:
        if figure.numbers:
            open_end = figure.qualifier in ("at-least", "more-than")
            highest = max(highest, figure.numbers[-1] * (1.08 if open_end else 1.0))
    step = _step(highest / max(most_ticks - 1, 1))
    following = math.ceil(highest / step) * step
    end = following if following <= highest * 1.15 else highest * 1.04
    return Axis(end, tuple(range(0, math.floor(end) + 1, step)))


def _step(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that is not smaller."""
    unit = 1
    while True:
        for factor in (1, 2, 5):
            if unit * factor >= least:
                return unit * factor
        unit *= 10


def marks(figure: Figure) -> Marks:
    """The marks of one figure; every claimant's figures are marked alike."""
    numbers = figure.numbers
    if not numbers:
        return Marks((), None, None, None, False)
    low, high = numbers[0], numbers[-1]
    bar = (low, high) if low < high else None
    if bar is None:
        points: tuple[int, ...] = (low,)
    else:
        points = (figure.best,) if figure.best is not None else ()
    rises = figure.qualifier in ("at-least", "more-than")
    falls = figure.qualifier in ("up-to", "fewer-than")
    return Marks(points, bar, high if rises else None, low if falls else None, figure.qualifier == "about")
