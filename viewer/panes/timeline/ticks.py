"""Where the time axis is divided: steps from minutes to centuries that suit the zoom; knows no words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import takewhile
from math import ceil, floor

from viewer.case.frozen import dataclass, replace
from viewer.case.when import civil, jd_at
from viewer.panes.timeline.scale import YEAR, Scale
from viewer.wording.dates import Unit

DAY = 86_400
_SECONDS: dict[Unit, float] = {
    "minute": 60, "hour": 3600, "day": DAY, "month": YEAR / 12, "quarter": YEAR / 4,
    "year": YEAR, "decade": 10 * YEAR, "century": 100 * YEAR,
}  # fmt: skip
_YEARS: dict[Unit, int] = {"year": 1, "decade": 10, "century": 100}
_EPOCH = date(1970, 1, 1).toordinal()
_CYCLE = 146_097  # days in 400 years, after which the calendar repeats


@dataclass(frozen=True, slots=True)
class Step:
    """`count` units; days by sevens begin anew with each month."""

    unit: Unit
    count: int = 1

    @property
    def seconds(self) -> float:
        return _SECONDS[self.unit] * self.count


STEPS = (
    Step("minute"), Step("minute", 5), Step("minute", 15), Step("minute", 30),
    Step("hour"), Step("hour", 3), Step("hour", 6), Step("hour", 12),
    Step("day"), Step("day", 7), Step("month"), Step("quarter"),
    Step("year"), Step("year", 2), Step("year", 5), Step("decade"), Step("decade", 2), Step("decade", 5),
    Step("century"), Step("century", 2), Step("century", 5),
)  # fmt: skip


def labelled(scale: Scale, room: Callable[[Unit], float]) -> Step:
    """The finest step whose labels, `room(unit)` pixels wide with their distance, all find their place."""
    fitting = (step for step in STEPS if step.seconds / scale.pixel >= room(step.unit))
    return next(fitting, STEPS[-1])


def between(scale: Scale, step: Step, least: float) -> Step | None:
    """The finest step below `step` that divides it and is `least` pixels wide."""
    for finer in STEPS[: STEPS.index(step)]:
        divides = finer.unit != step.unit or step.count % finer.count == 0
        if divides and finer.seconds / scale.pixel >= least:
            return finer
    return None


def moments(scale: Scale, step: Step) -> Iterable[int]:
    """Seconds since 1970 at which `step` begins anew, in order, all those in view."""
    if step.unit in ("minute", "hour") or step == Step("day"):
        seconds = round(step.seconds)
        return range(ceil(scale.start / seconds) * seconds, floor(scale.end) + 1, seconds)
    before_the_end = takewhile(lambda moment: moment <= scale.end, _from(scale.start, step))
    return [moment for moment in before_the_end if moment >= scale.start]


def edges(scale: Scale, step: Step) -> list[int]:
    """The same and one beyond either side of the view."""
    inside = list(moments(scale, step))
    wider = replace(scale, start=scale.start - 1.2 * step.seconds, end=scale.end + 1.2 * step.seconds)
    around = list(moments(wider, step))
    before = [moment for moment in around if moment < scale.start][-1:]
    after = [moment for moment in around if moment > scale.end][:1]
    return [*before, *inside, *after]


def second_of(year: int, month: int, day: int = 1) -> int:
    """The second since 1970 at which a day of the Gregorian calendar begins, whatever the year."""
    cycles = year // 400 - 1
    days = date(year - 400 * cycles, month, day).toordinal() + _CYCLE * cycles
    return (days - _EPOCH) * DAY


def _from(start: float, step: Step) -> Iterator[int]:
    """Of the steps that follow the calendar, from a little before `start` on."""
    year, month, _ = civil(jd_at(floor(start)))
    if step.unit in _YEARS:
        return _years(year, _YEARS[step.unit] * step.count)
    if step.unit in ("month", "quarter"):
        return _months(year, month, 3 if step.unit == "quarter" else 1)
    return (second + days * DAY for second in _months(year, month, 1) for days in (0, 7, 14, 21))


def _years(year: int, count: int) -> Iterator[int]:
    year -= year % count
    while True:
        yield second_of(year, 1)
        year += count


def _months(year: int, month: int, count: int) -> Iterator[int]:
    index = year * 12 + (month - 1) // count * count
    while True:
        yield second_of(index // 12, index % 12 + 1)
        index += count
