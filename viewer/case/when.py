"""Time that admits doubt: EDTF text in, earliest and latest moment out; knows neither place nor language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import product

from viewer.binding.typed import Final, Literal
from viewer.case.frozen import dataclass

Precision = Literal[
    "second", "minute", "hour", "day", "month", "season", "year", "decade", "century", "interval", "set"
]  # fmt: skip
Reason = Literal[
    "too-long", "not-edtf", "exponent", "year-range",
    "no-such-month", "no-such-day", "no-such-time", "reversed",
]  # fmt: skip

LONGEST: Final = 64
_DAY_ZERO: Final = 1721424.5  # julian day of ordinal 0, midnight
_EPOCH: Final = 2440587.5  # julian day of 1970-01-01, midnight
_CYCLE: Final = 146_097  # days in 400 years, after which the calendar repeats
_SECONDS: Final = 86_400

# Compiled when a date is first parsed: a window that only shows dates does without.
_DATE = (
    r"([?~%]?)(?P<year>[0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)(?P<month>[0-9X]{2})([?~%]?)(?:-([?~%]?)(?P<day>[0-9X]{2})([?~%]?))?)?"
)
_TIME = (
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?(?P<doubt>[?~%]?)"
)
_ESTIMATE = r"(?P<year>[0-9]{4})S(?P<digits>[1-4])"
_FAR = r"[?~%]?-[0-9X]{4}.*|Y-?[0-9]+(S[0-9]+)?"
_EXPONENT = r"Y-?[0-9]+E[0-9]+(S[0-9]+)?"
_SLASHED = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})"

# Grouping number of EDTF → first month and how many. A winter runs on into the next year.
_GROUPINGS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),  # seasons
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),  # of the northern hemisphere
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),  # of the southern hemisphere
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),  # quarters
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),  # thirds and halves
}  # fmt: skip

# How far "about" and "uncertain" may reach beyond the bounds: one step of the precision, in days.
_REACH: Final[dict[Precision, float]] = {
    "second": 1 / _SECONDS, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "month": 31, "season": 92,
    "year": 366, "decade": 3653, "century": 36525, "interval": 0, "set": 0,
}  # fmt: skip


class BadDate(ValueError):
    """`text`, a date or the bad part of one, is refused; wording makes a sentence of the code `reason`."""

    def __init__(self, text: str, reason: Reason) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class When:
    """A date as stated, and the julian days it lies between: local at the place, half open, midnight = x.5.

    A bound is None where the date is open or its limit unknown. "century" stands for anything coarser too.
    """

    edtf: str
    earliest_jd: float | None
    latest_jd: float | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    unspecified: bool = False  # some digit is an X
    sure_start: bool = False  # given to the day or finer, without any doubt
    sure_end: bool = False
    start: When | None = None  # the two ends of an interval
    end: When | None = None
    start_open: bool = False  # "..": open; else a missing end is unknown
    end_open: bool = False
    members: tuple[When, ...] = ()  # of a set
    every: bool = False  # all of the members, not one of them
    grouping: int | None = None  # 21-41: season, quarter, third or half of a year
    zone: int | None = None  # minutes east of Greenwich, if stated; the bounds are not moved by it

    @property
    def doubted(self) -> bool:
        return self.approximate or self.uncertain


# Reading


def parse(text: str) -> When:
    """The date that an EDTF text states: levels 0 and 1, and of level 2 all but exponents. Raises BadDate."""
    if len(text) > LONGEST:
        raise BadDate(text, "too-long")
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _single(text)


def _single(text: str) -> When:
    if found := re.fullmatch(_DATE, text):
        return _date(text, found)
    if found := re.fullmatch(_TIME, text):
        return _moment(text, found)
    if found := re.fullmatch(_ESTIMATE, text):
        return _estimate(text, found)
    if re.fullmatch(_EXPONENT, text):
        raise BadDate(text, "exponent")
    raise BadDate(text, "year-range" if re.fullmatch(_FAR, text) else "not-edtf")


def _date(text: str, found: re.Match[str]) -> When:
    year, month, day = found["year"], found["month"], found["day"]
    if month and day is None and month.isdigit() and int(month) in _GROUPINGS:
        bounds = _grouping_bounds(text, year, int(month))
        grouping = int(month)
        precision: Precision = "season" if year.isdigit() else _precision(year, None, None)
    else:
        bounds = _bounds(text, year, month or "XX", day or "XX")
        grouping = None
        precision = _precision(year, month, day)
    marks = "".join(mark for mark in found.groups() if mark and mark in "?~%")
    sure = precision == "day" and not marks
    return When(
        text, *bounds, precision, _is_about(marks), _is_unsure(marks), unspecified="X" in text,
        sure_start=sure, sure_end=sure, grouping=grouping,
    )  # fmt: skip


def _is_about(marks: str) -> bool:
    return "~" in marks or "%" in marks


def _is_unsure(marks: str) -> bool:
    return "?" in marks or "%" in marks


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    """The finest unit down to which every digit is stated."""
    if "X" in year:
        return "decade" if year[:3].isdigit() else "century"
    if not month or "X" in month:
        return "year"
    return "month" if not day or "X" in day else "day"


def _bounds(text: str, year: str, month: str, day: str) -> tuple[float | None, float | None]:
    first = _edge(text, (year, month, day), 1)
    last = first if day.isdigit() and year.isdigit() and month.isdigit() else _edge(text, (year, month, day), -1)
    return (None, None) if year == "XXXX" else (jd_of(first), jd_of(last) + 1)


def _edge(text: str, masks: tuple[str, str, str], step: Literal[1, -1]) -> date:
    """The first (or, with step -1, the last) day that fits the masks."""
    years, months, days = (_numbers(mask, most)[::step] for mask, most in zip(masks, (9999, 12, 31), strict=True))
    if not years:
        raise BadDate(text, "year-range")
    if not months:
        raise BadDate(text, "no-such-month")
    for year, month, day in product(years, months, days):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise BadDate(text, "no-such-day")


def _numbers(mask: str, most: int) -> Sequence[int]:
    """The numbers from 1 to `most` that a mask of digits and X allows, in order."""
    if mask.strip("X") == "":
        return range(1, most + 1)
    choices = product(*("0123456789" if sign == "X" else sign for sign in mask))
    return [number for choice in choices if 1 <= (number := int("".join(choice))) <= most]


def _grouping_bounds(text: str, year: str, grouping: int) -> tuple[float | None, float | None]:
    first = _edge(text, (year, "XX", "XX"), 1).year
    last = _edge(text, (year, "XX", "XX"), -1).year
    month, count = _GROUPINGS[grouping]
    bounds = (_midnight(first, month), _midnight(last, month + count))
    return (None, None) if year == "XXXX" else bounds


def _estimate(text: str, found: re.Match[str]) -> When:
    """1950S2: some year whose first two digits are these; the guess at the others is not relied upon."""
    kept = int(found["digits"])
    masked = found["year"][:kept].ljust(4, "X")
    bounds = _bounds(text, masked, "XX", "XX")
    return When(text, *bounds, _precision(masked, None, None), unspecified=kept < 4)


def _moment(text: str, found: re.Match[str]) -> When:
    day = _single(found["day"]).earliest_jd
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    seconds_in = hour * 3600 + minute * 60 + second
    if day is None or minute > 59 or second > 59 or seconds_in > _SECONDS:
        raise BadDate(text, "no-such-time")
    precision: Precision = "second" if found["second"] else "minute" if found["minute"] else "hour"
    length = {"second": 1, "minute": 60, "hour": 3600}[precision]
    marks = found["doubt"]
    return When(
        text, day + seconds_in / _SECONDS, day + (seconds_in + length) / _SECONDS, precision,
        _is_about(marks), _is_unsure(marks), sure_start=not marks, sure_end=not marks,
        zone=_zone(text, found["zone"]),
    )  # fmt: skip


def _zone(text: str, stated: str | None) -> int | None:
    if stated is None or stated == "Z":
        return None if stated is None else 0
    digits = stated[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    signed = -minutes if stated[0] == "-" else minutes
    if not -720 <= signed <= 840 or int(digits[2:]) > 59 or (stated[0] == "-" and not minutes):
        raise BadDate(text, "no-such-time")
    return signed


def _interval(text: str) -> When:
    first, _, last = text.partition("/")
    return _span(text, first, last)


def _span(text: str, first: str, last: str) -> When:
    start = None if first in ("", "..") else _single(first)
    end = None if last in ("", "..") else _single(last)
    earliest = start.earliest_jd if start else None
    latest = end.latest_jd if end else None
    if earliest is not None and latest is not None and earliest >= latest:
        raise BadDate(text, "reversed")
    ends = [part for part in (start, end) if part]
    return When(
        text, earliest, latest, "interval",
        approximate=any(part.approximate for part in ends),
        uncertain=any(part.uncertain for part in ends),
        unspecified=any(part.unspecified for part in ends),
        sure_start=start is not None and start.sure_start,
        sure_end=end is not None and end.sure_end,
        start=start, end=end, start_open=first == "..", end_open=last == "..",
    )  # fmt: skip


def _set(text: str) -> When:
    members = tuple(_member(text, part.strip(" ")) for part in text[1:-1].split(","))
    every = text[0] == "{"
    starts = [member.earliest_jd for member in members if member.earliest_jd is not None]
    ends = [member.latest_jd for member in members if member.latest_jd is not None]
    earliest = min(starts) if len(starts) == len(members) else None
    latest = max(ends) if len(ends) == len(members) else None
    return When(
        text, earliest, latest, "set",
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        unspecified=any(member.unspecified for member in members),
        sure_start=every and _sure_at(members, earliest, "sure_start"),
        sure_end=every and _sure_at(members, latest, "sure_end"),
        members=members, every=every,
    )  # fmt: skip


def _sure_at(members: Sequence[When], bound: float | None, side: Literal["sure_start", "sure_end"]) -> bool:
    """Whether a member that reaches this bound is sure there."""
    if side == "sure_start":
        return bound is not None and any(m.sure_start for m in members if m.earliest_jd == bound)
    return bound is not None and any(m.sure_end for m in members if m.latest_jd == bound)


def _member(text: str, part: str) -> When:
    first, dots, last = part.partition("..")
    if not dots:
        return _single(part)
    if not first and not last:
        raise BadDate(text, "not-edtf")
    return _span(part, first or "..", last or "..")


def slash_readings(text: str) -> tuple[str, str] | None:
    """03/04/2022 (or 3.4.2022) as EDTF: day first, month first; the same twice if only one is a day."""
    found = re.fullmatch(_SLASHED, text)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[3]), found[4]
    readings = [f"{year}-{month:02d}-{day:02d}" for day, month in ((one, two), (two, one))]
    possible = [reading for reading in readings if _is_date(reading)]
    return (possible[0], possible[-1]) if possible else None


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except BadDate:
        return False
    return True


# Comparing


def overlap(one: When, other: When) -> bool:
    """Whether both can be the same time; a doubted one reaches one step of its precision further."""
    return any(_meet(a, b) for a, b in product(one.members or (one,), other.members or (other,)))


def _meet(one: When, other: When) -> bool:
    (a, b), (c, d) = _widened(one), _widened(other)
    return (b is None or c is None or c < b) and (d is None or a is None or a < d)


def _widened(when: When) -> tuple[float | None, float | None]:
    start, end = when.start or when, when.end or when
    earliest = when.earliest_jd if when.earliest_jd is None else when.earliest_jd - _reach(start)
    latest = when.latest_jd if when.latest_jd is None else when.latest_jd + _reach(end)
    return earliest, latest


def _reach(when: When) -> float:
    return _REACH[when.precision] if when.doubted else 0


# Counting


def jd_of(day: date) -> float:
    """The julian day at midnight, when this day begins."""
    return day.toordinal() + _DAY_ZERO


def civil(jd: float) -> tuple[int, int, int]:
    """Year, month and day in which this julian day lies, Gregorian at all times; year 0 is 1 BC."""
    cycles, days = divmod(int((jd - _DAY_ZERO - 1) // 1), _CYCLE)
    day = date.fromordinal(days + 1)
    return day.year + 400 * cycles, day.month, day.day


def _midnight(year: int, month: int, day: int = 1) -> float:
    """Julian day at which this day begins; months above 12 run on into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    cycles = year // 400 - 1
    return jd_of(date(year - 400 * cycles, month, day)) + _CYCLE * cycles


def clock(jd: float) -> tuple[int, int, int]:
    """Hour, minute and second of the day, to the nearest second."""
    minutes, second = divmod(seconds(jd) % _SECONDS, 60)
    return minutes // 60, minutes % 60, second


def seconds(jd: float) -> int:
    """Seconds of the local wall clock since 1970-01-01T00:00, which is the unit of the index."""
    return round((jd - _EPOCH) * _SECONDS)


def jd_at(second: int) -> float:
    """The julian day at this second of the local wall clock since 1970-01-01T00:00."""
    return _EPOCH + second / _SECONDS
