"""Dates as cases have them: seven in ten to the day, most of those in bursts, the rest in every kind of doubt."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Final

from viewer.case import when

_FIRST: Final = date(1980, 1, 1).toordinal()
_LAST: Final = date(2024, 12, 31).toordinal()
_BURSTS: Final = 60
_IN_BURSTS: Final = 0.7

Bounds = tuple[float | None, float | None]


@lru_cache(maxsize=1 << 15)
def bounds(text: str | None) -> Bounds:
    """Earliest and latest julian day of a date; neither without one."""
    if text is None:
        return None, None
    found = when.parse(text)
    return found.earliest_jd, found.latest_jd


@dataclass(frozen=True, slots=True)
class Calendar:
    """Bursts as (middle, spread) in days."""

    bursts: tuple[tuple[float, float], ...]

    def day(self, chance: random.Random) -> int:
        """The ordinal of a day."""
        if chance.random() < _IN_BURSTS:
            middle, spread = self.bursts[int(chance.random() ** 2 * len(self.bursts))]
            return min(max(int(chance.gauss(middle, spread)), _FIRST), _LAST)
        return _FIRST + int(chance.random() * (_LAST - _FIRST))

    def stated(self, chance: random.Random) -> str | None:
        """A date as EDTF; None for an event without one."""
        make = _MAKERS[bisect(_STEPS, chance.random())]
        return make(self.day(chance), chance)


def calendar(seed: int) -> Calendar:
    """Sixty bursts of a day to a few months."""
    chance = random.Random(f"{seed}:bursts")
    return Calendar(
        tuple((chance.uniform(_FIRST, _LAST), 0.5 + 40 * chance.random() ** 2) for _ in range(_BURSTS))
    )


def iso(day: int) -> str:
    """A day as text."""
    return date.fromordinal(day).isoformat()


def _minute(day: int, chance: random.Random) -> str:
    return f"{iso(day)}T{int(chance.random() * 24):02d}:{int(chance.random() * 12) * 5:02d}"


def _later(day: int, chance: random.Random, fewest: int, most: int) -> str:
    return iso(min(day + fewest + int(chance.random() * (most - fewest)), _LAST + 4000))


def _one_of(day: int, chance: random.Random) -> str:
    return f"[{iso(day)},{_later(day, chance, 1, 30)}]"


# How many of a thousand events have a date of this form.
_FORMS: Final[tuple[tuple[float, Callable[[int, random.Random], str | None]], ...]] = (
    (655, lambda day, chance: iso(day)),
    (45, _minute),
    (30, lambda day, chance: iso(day) + "?"),
    (35, lambda day, chance: iso(day) + "~"),
    (8, lambda day, chance: iso(day) + "%"),
    (85, lambda day, chance: iso(day)[:7]),
    (20, lambda day, chance: iso(day)[:7] + "~"),
    (8, lambda day, chance: iso(day)[:7] + "-XX"),
    (35, lambda day, chance: iso(day)[:4]),
    (10, lambda day, chance: iso(day)[:4] + "?"),
    (10, lambda day, chance: iso(day)[:4] + "~"),
    (6, lambda day, chance: f"{iso(day)[:4]}-{21 + int(chance.random() * 4)}"),
    (3, lambda day, chance: iso(day)[:3] + "X"),
    (22, lambda day, chance: f"{iso(day)}/{_later(day, chance, 1, 20)}"),
    (4, lambda day, chance: f"{iso(day)[:7]}~/{_later(day, chance, 40, 400)[:7]}?"),
    (5, lambda day, chance: f"{iso(day)}/{_later(day, chance, 400, 3600)}"),  # years long
    (2, lambda day, chance: iso(day) + "/.."),
    (1, lambda day, chance: "../" + iso(day)),
    (4, _one_of),
    (12, lambda day, chance: None),
)
_STEPS: Final = list(accumulate(share / sum(share for share, _ in _FORMS) for share, _ in _FORMS))[:-1]
_MAKERS: Final = [make for _, make in _FORMS]
