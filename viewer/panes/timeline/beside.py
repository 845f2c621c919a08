"""The second line of the axis: years, months or days of another calendar; knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.case.when import jd_at, seconds
from viewer.panes.timeline.axis import Tick
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.scale import YEAR, Scale
from viewer.wording.calendars import BesideUnit, Calendar, day_in, jd_in, label_in
from viewer.wording.voice import Voice

_STEPS: tuple[tuple[BesideUnit, int, float], ...] = (
    ("day", 1, 86_400), ("month", 1, YEAR / 12.4), ("month", 3, YEAR / 4.2), ("year", 1, YEAR),
    ("year", 2, 2 * YEAR), ("year", 5, 5 * YEAR), ("year", 10, 10 * YEAR), ("year", 50, 50 * YEAR),
    ("year", 100, 100 * YEAR),
)  # fmt: skip


def divide_beside(scale: Scale, calendar: Calendar, voice: Voice, ruler: Ruler, gap: float) -> tuple[Tick, ...]:
    """Ticks of the finest step whose words find their place; () in the Gregorian calendar."""
    if calendar == "gregorian":
        return ()
    jd = jd_at(int(scale.start))
    for unit, count, length in _STEPS:
        widest = max(ruler.width(label_in(voice, calendar, jd + 29.6 * at, unit), True) for at in range(12))
        if length / scale.pixel >= widest + 3 * gap:
            begun = _moments(scale, calendar, unit, count)
            return tuple(Tick(scale.x(moment), label_in(voice, calendar, jd_at(moment), unit)) for moment in begun)
    return ()


def _moments(scale: Scale, calendar: Calendar, unit: BesideUnit, count: int) -> Iterator[int]:
    """Seconds since 1970 at which the step begins anew, all those in view."""
    year, month, _ = day_in(calendar, jd_at(int(scale.start)))
    if unit == "day":
        first = int(scale.start // 86_400) * 86_400
        return _inside(scale, (first + 86_400 * at for at in range(int(scale.span / 86_400) + 2)))
    if unit == "month":
        at = (year * 12 + month - 1) // count * count
        turns = int(scale.span / (29 * 86_400 * count)) + 2
        return _inside(scale, (seconds(jd_in(calendar, 0, at + turn * count + 1)) for turn in range(turns)))
    at = year // count * count
    turns = int(scale.span / (354 * 86_400 * count)) + 2
    return _inside(scale, (seconds(jd_in(calendar, at + turn * count)) for turn in range(turns)))


def _inside(scale: Scale, moments: Iterator[int]) -> Iterator[int]:
    return (moment for moment in moments if scale.start <= moment <= scale.end)
