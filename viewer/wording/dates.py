"""Dates in words, with all their doubt; nobody else makes a date readable."""

from __future__ import annotations

from viewer.binding.typed import Literal
from viewer.case.when import When, civil, clock
from viewer.wording.voice import Voice, fill

Form = Literal["long", "plain", "short", "spoken"]
Unit = Literal["century", "decade", "year", "quarter", "month", "day", "hour", "minute"]

_SECOND = 1 / 86_400


def say_when(voice: Voice, when: When, form: Form = "long") -> str:
    """The date in words.

    "long" names the weekday of a day without doubt, "plain" does not, "short" abbreviates months,
    "spoken" has no dash and no bracket.
    """
    if when.precision == "set":
        return _set(voice, when, form)
    if when.precision == "interval":
        return _span(voice, when, form)
    return _doubted(voice, when, _bare(voice, when, form), form)


def say_bounds(voice: Voice, when: When) -> str:
    """For a tooltip: the date as stated, the earliest and latest day (or second) it allows, and its doubt."""
    words = fill(voice.translate("Dates", "EDTF %1 · %2"), when.edtf, _limits(voice, when))
    for doubt in _doubts(voice, when):
        words = fill(voice.translate("Dates", "%1 · %2"), words, doubt)
    return words


def say_precision(voice: Voice, when: When) -> str:
    """How exactly the date is given."""
    words = {
        "second": voice.translate("Dates", "to the second"),
        "minute": voice.translate("Dates", "to the minute"),
        "hour": voice.translate("Dates", "to the hour"),
        "day": voice.translate("Dates", "to the day"),
        "month": voice.translate("Dates", "to the month"),
        "season": voice.translate("Dates", "to a part of the year"),
        "year": voice.translate("Dates", "to the year"),
        "decade": voice.translate("Dates", "to the decade"),
        "century": voice.translate("Dates", "to the century or less exactly"),
        "interval": voice.translate("Dates", "from one date to another"),
        "set": voice.translate("Dates", "one of several dates"),
    }
    return voice.translate("Dates", "several dates") if when.every else words[when.precision]


def axis_label(voice: Voice, jd: float, unit: Unit) -> str:
    """What stands at a tick of a time axis whose steps are of this unit: 2010, Apr 2011, 8 Apr, 05:30."""
    year, month, day = civil(jd)
    if unit in ("century", "decade", "year"):
        return voice.digits(year)
    if unit in ("quarter", "month"):
        return _month(voice, year, month, "short")
    if unit == "day":
        return fill(voice.translate("Dates", "%1 %2", "day, month"), voice.digits(day), voice.short_month(month))
    return _clock(voice, jd, to_the_second=False)


def axis_context(voice: Voice, jd: float, unit: Unit) -> str:
    """What labels of this unit leave unsaid: the year of days, the day of hours; else nothing."""
    if unit == "day":
        return voice.digits(civil(jd)[0])
    return _day(voice, jd, "plain") if unit in ("hour", "minute") else ""


def say_span(voice: Voice, start_jd: float, end_jd: float) -> str:
    """From one moment to another, half open: "March 2011", "March to May 2011", "3 March 2011 to 8 May 2012"."""
    first, last = civil(start_jd), civil(end_jd)
    if clock(start_jd) != (0, 0, 0) or clock(end_jd) != (0, 0, 0):
        return _hours(voice, start_jd, end_jd)
    whole_years = first[1:] == last[1:] == (1, 1)
    whole_months = first[2] == last[2] == 1
    months = (last[0] - first[0]) * 12 + last[1] - first[1]
    if whole_years or whole_months:
        year, month, _ = civil(end_jd - 1)
        if months > 1 and year == first[0] and not whole_years:
            names = voice.month(first[1]), voice.month(month)
            return fill(voice.translate("Dates", "%1 to %2 %3", "month, month, year"), *names, voice.digits(year))
        ends = [
            voice.digits(each[0]) if whole_years else _month(voice, each[0], each[1], "plain")
            for each in (first, (year, month))
        ]
    else:
        ends = [_day(voice, start_jd, "plain"), _day(voice, end_jd - 1, "plain")]
    return ends[0] if ends[0] == ends[1] else fill(voice.translate("Dates", "%1 to %2"), *ends)


def _hours(voice: Voice, start_jd: float, end_jd: float) -> str:
    """Times where both lie within a few days; else days."""
    if end_jd - start_jd > 4:
        days = _day(voice, start_jd, "plain"), _day(voice, end_jd, "plain")
        return fill(voice.translate("Dates", "%1 to %2"), *days)
    day = voice.translate("Dates", "%1, %2", "day, time of day")
    ends = [
        fill(day, _day(voice, jd, "plain"), _clock(voice, jd, to_the_second=False)) for jd in (start_jd, end_jd)
    ]
    if civil(start_jd) == civil(end_jd):
        ends[1] = _clock(voice, end_jd, to_the_second=False)
    return fill(voice.translate("Dates", "%1 to %2"), *ends)


def _quiet(form: Form) -> Form:
    """The form that leaves the weekday out."""
    return "short" if form == "short" else "plain"


# One date


def _bare(voice: Voice, when: When, form: Form) -> str:
    """The words without the doubt."""
    if when.earliest_jd is None or when.latest_jd is None:
        return voice.translate("Dates", "year not stated")
    if when.precision in ("second", "minute", "hour"):
        return _moment(voice, when, when.earliest_jd, form)
    if when.unspecified:
        return _unspecified(voice, when, when.earliest_jd, when.latest_jd, form)
    year, month, _ = civil(when.earliest_jd)
    if when.grouping is not None:
        return _part_of_year(voice, when.grouping, year)
    if when.precision == "day":
        return _day(voice, when.earliest_jd, _quiet(form) if when.doubted else form)
    return _month(voice, year, month, form) if when.precision == "month" else voice.digits(year)


def _day(voice: Voice, jd: float, form: Form) -> str:
    year, month, day = civil(jd)
    name = voice.short_month(month) if form == "short" else voice.month(month)
    words = fill(
        voice.translate("Dates", "%1 %2 %3", "day, month, year"), voice.digits(day), name, voice.digits(year)
    )
    if form in ("short", "plain"):
        return words
    weekday = voice.weekday(int(jd + 0.5) % 7)
    return fill(voice.translate("Dates", "%1 %2", "weekday, date"), weekday, words)


def _month(voice: Voice, year: int, month: int, form: Form) -> str:
    name = voice.short_month(month) if form == "short" else voice.month(month)
    return fill(voice.translate("Dates", "%1 %2", "month, year"), name, voice.digits(year))


def _part_of_year(voice: Voice, grouping: int, year: int) -> str:
    words = (
        voice.translate("Dates", "spring %1"),
        voice.translate("Dates", "summer %1"),
        voice.translate("Dates", "autumn %1"),
        voice.translate("Dates", "winter %1 to %2"),
        voice.translate("Dates", "spring %1 in the northern hemisphere"),
        voice.translate("Dates", "summer %1 in the northern hemisphere"),
        voice.translate("Dates", "autumn %1 in the northern hemisphere"),
        voice.translate("Dates", "winter %1 to %2 in the northern hemisphere"),
        voice.translate("Dates", "spring %1 in the southern hemisphere"),
        voice.translate("Dates", "summer %1 to %2 in the southern hemisphere"),
        voice.translate("Dates", "autumn %1 in the southern hemisphere"),
        voice.translate("Dates", "winter %1 in the southern hemisphere"),
        voice.translate("Dates", "first quarter of %1"),
        voice.translate("Dates", "second quarter of %1"),
        voice.translate("Dates", "third quarter of %1"),
        voice.translate("Dates", "fourth quarter of %1"),
        voice.translate("Dates", "first third of %1", "January to April"),
        voice.translate("Dates", "second third of %1", "May to August"),
        voice.translate("Dates", "last third of %1", "September to December"),
        voice.translate("Dates", "first half of %1"),
        voice.translate("Dates", "second half of %1"),
    )
    return fill(words[grouping - 21], voice.digits(year), voice.digits(year + 1))


def _moment(voice: Voice, when: When, jd: float, form: Form) -> str:
    words = fill(
        voice.translate("Dates", "%1, %2", "day, time of day"),
        _day(voice, jd, _quiet(form) if when.doubted else form),
        _time(voice, when, jd),
    )
    return words if when.zone is None else _zoned(voice, words, when.zone)


def _time(voice: Voice, when: When, jd: float) -> str:
    time = _clock(voice, jd, to_the_second=when.precision == "second")
    if when.precision == "hour":
        return fill(voice.translate("Dates", "in the hour from %1"), time)
    return time


def _clock(voice: Voice, jd: float, to_the_second: bool) -> str:
    hour, minute, second = (voice.digits(number, 2) for number in clock(jd))
    if to_the_second:
        return fill(voice.translate("Dates", "%1:%2:%3", "hour, minute, second"), hour, minute, second)
    return fill(voice.translate("Dates", "%1:%2", "hour, minute"), hour, minute)


def _zoned(voice: Voice, words: str, zone: int) -> str:
    if not zone:
        return fill(voice.translate("Dates", "%1 UTC", "a time in Coordinated Universal Time"), words)
    hours, minutes = (voice.digits(number, 2) for number in divmod(abs(zone), 60))
    if zone > 0:
        return fill(voice.translate("Dates", "%1 UTC+%2:%3", "time, hours, minutes"), words, hours, minutes)
    return fill(voice.translate("Dates", "%1 UTC−%2:%3", "time, hours, minutes"), words, hours, minutes)


def _unspecified(voice: Voice, when: When, earliest: float, latest: float, form: Form) -> str:
    """A date with an X in it."""
    first, last = civil(earliest), civil(latest)
    years, months = last[0] - first[0], last[1] - first[1]
    whole_years = first[1:] == last[1:] == (1, 1)
    if when.precision == "year" and whole_years and years == 1:
        return fill(voice.translate("Dates", "some time in %1"), voice.digits(first[0]))
    if when.precision == "month" and first[2] == last[2] == 1 and years * 12 + months == 1:
        return fill(voice.translate("Dates", "some day in %1"), _month(voice, first[0], first[1], form))
    if when.precision == "decade" and whole_years and first[0] % 10 == 0 and years == 10:
        return fill(voice.translate("Dates", "the %1s", "a decade: the 1980s"), voice.digits(first[0]))
    if whole_years:
        ends = (voice.digits(first[0]), voice.digits(last[0] - 1))
    else:
        ends = (_day(voice, earliest, _quiet(form)), _day(voice, latest - 1, _quiet(form)))
    return fill(voice.translate("Dates", "between %1 and %2"), *ends)


def _doubted(voice: Voice, when: When, words: str, form: Form) -> str:
    if when.approximate and when.unspecified:
        words = fill(voice.translate("Dates", "approximately %1"), words)
    elif when.approximate:
        words = fill(voice.translate("Dates", "about %1"), words)
    if not when.uncertain:
        return words
    if form == "spoken":
        return fill(voice.translate("Dates", "%1, uncertain"), words)
    return fill(voice.translate("Dates", "%1 (uncertain)"), words)


# From one date to another


def _span(voice: Voice, when: When, form: Form) -> str:
    if when.start and when.end:
        return _drawn_together(voice, when.start, when.end, form) or _from_to(voice, when.start, when.end, form)
    if when.start:
        return _without_end(voice, when, _end(voice, when.start, form), form)
    if when.end:
        return _without_start(voice, when, _end(voice, when.end, form))
    return _without_either(voice, when)


def _end(voice: Voice, when: When, form: Form) -> str:
    """One end of a span: the weekday is left out."""
    return _doubted(voice, when, _bare(voice, when, _quiet(form)), form)


def _from_to(voice: Voice, start: When, end: When, form: Form) -> str:
    ends = _end(voice, start, form), _end(voice, end, form)
    if form == "spoken":
        return fill(voice.translate("Dates", "from %1 to %2"), *ends)
    return fill(voice.translate("Dates", "%1 to %2"), *ends)


def _drawn_together(voice: Voice, start: When, end: When, form: Form) -> str:
    """Two like dates without doubt say what they share once; "" where they share nothing."""
    plain = not any(part.doubted or part.unspecified or part.zone is not None for part in (start, end))
    if not plain or start.precision != end.precision or start.earliest_jd is None or end.earliest_jd is None:
        return ""
    first, last = civil(start.earliest_jd), civil(end.earliest_jd)
    if start.earliest_jd == end.earliest_jd:
        return _bare(voice, start, form)
    if start.precision == "day" and first[0] == last[0]:
        return _days_of_a_year(voice, first, last, form)
    if start.precision == "month" and first[0] == last[0]:
        names = (_month_name(voice, first[1], form), _month_name(voice, last[1], form))
        return fill(voice.translate("Dates", "%1 to %2 %3", "month, month, year"), *names, voice.digits(last[0]))
    if start.precision in ("minute", "second") and first == last:
        times = (_time(voice, start, start.earliest_jd), _time(voice, end, end.earliest_jd))
        day = _day(voice, start.earliest_jd, form)
        return fill(voice.translate("Dates", "%1, %2 to %3", "day, time, time"), day, *times)
    return ""


def _days_of_a_year(voice: Voice, first: tuple[int, int, int], last: tuple[int, int, int], form: Form) -> str:
    days, year = (voice.digits(first[2]), voice.digits(last[2])), voice.digits(last[0])
    start_month, end_month = _month_name(voice, first[1], form), _month_name(voice, last[1], form)
    if first[1] != last[1]:
        words = voice.translate("Dates", "%1 %2 to %3 %4 %5", "day, month, day, month, year")
        return fill(words, days[0], start_month, days[1], end_month, year)
    if form == "spoken":
        return fill(voice.translate("Dates", "%1 to %2 %3 %4", "day, day, month, year"), *days, end_month, year)
    return fill(voice.translate("Dates", "%1–%2 %3 %4", "day, day, month, year"), *days, end_month, year)


def _month_name(voice: Voice, month: int, form: Form) -> str:
    return voice.short_month(month) if form == "short" else voice.month(month)


def _without_end(voice: Voice, when: When, start: str, form: Form) -> str:
    if form == "spoken":
        start = fill(voice.translate("Dates", "from %1"), start)
    if when.end_open:
        return fill(voice.translate("Dates", "%1, end open"), start)
    return fill(voice.translate("Dates", "%1 to an unknown date"), start)


def _without_start(voice: Voice, when: When, end: str) -> str:
    if when.start_open:
        return fill(voice.translate("Dates", "up to %1, start open"), end)
    return fill(voice.translate("Dates", "up to %1, start unknown"), end)


def _without_either(voice: Voice, when: When) -> str:
    if when.start_open and when.end_open:
        return voice.translate("Dates", "start and end open")
    if when.start_open:
        return voice.translate("Dates", "start open, end unknown")
    if when.end_open:
        return voice.translate("Dates", "start unknown, end open")
    return voice.translate("Dates", "start and end unknown")


# Several dates


def _set(voice: Voice, when: When, form: Form) -> str:
    items = [_member(voice, member, when.every, form) for member in when.members]
    if len(items) == 1:
        return items[0]
    first, last = items[0], items[-1]
    for item in items[1:-1]:
        first = fill(voice.translate("Dates", "%1, %2", "a list"), first, item)
    if when.every:
        return fill(voice.translate("Dates", "all of: %1 and %2"), first, last)
    return fill(voice.translate("Dates", "one of: %1 or %2"), first, last)


def _member(voice: Voice, member: When, every: bool, form: Form) -> str:
    if member.precision != "interval":
        return _end(voice, member, form)
    if member.start and member.end:
        together = _drawn_together(voice, member.start, member.end, "plain" if form == "long" else form)
        ends = _end(voice, member.start, form), _end(voice, member.end, form)
        return together or fill(voice.translate("Dates", "%1 to %2"), *ends)
    if member.start:
        words = voice.translate("Dates", "%1 and later") if every else voice.translate("Dates", "%1 or later")
        return fill(words, _end(voice, member.start, form))
    words = voice.translate("Dates", "%1 and earlier") if every else voice.translate("Dates", "%1 or earlier")
    return fill(words, _end(voice, member.end, form)) if member.end else ""


# Bounds and doubts


def _limits(voice: Voice, when: When) -> str:
    earliest, latest = when.earliest_jd, when.latest_jd
    if earliest is not None and latest is not None and when.precision == "day":
        return _day(voice, earliest, "plain")
    parts = when.members or (when,)
    if earliest is None:
        first = _missing(voice, any(part.start_open for part in parts))
    else:
        first = _limit(voice, earliest, earliest)
    if latest is None:
        last = _missing(voice, any(part.end_open for part in parts))
    else:
        last = _limit(voice, latest, latest - _SECOND)
    return fill(voice.translate("Dates", "earliest %1, latest %2"), first, last)


def _missing(voice: Voice, is_open: bool) -> str:
    return voice.translate("Dates", "open") if is_open else voice.translate("Dates", "unknown")


def _limit(voice: Voice, bound: float, inside: float) -> str:
    """The last moment inside a half-open bound: the day, with the time of day if the bound is no midnight."""
    day = _day(voice, inside, "plain")
    if clock(bound) == (0, 0, 0):
        return day
    time = _clock(voice, inside, to_the_second=True)
    return fill(voice.translate("Dates", "%1, %2", "day, time of day"), day, time)


def _doubts(voice: Voice, when: When) -> list[str]:
    doubts = []
    if when.start and when.start.approximate:
        doubts.append(voice.translate("Dates", "start approximate"))
    if when.start and when.start.uncertain:
        doubts.append(voice.translate("Dates", "start uncertain"))
    if when.end and when.end.approximate:
        doubts.append(voice.translate("Dates", "end approximate"))
    if when.end and when.end.uncertain:
        doubts.append(voice.translate("Dates", "end uncertain"))
    if when.approximate and when.precision != "interval":
        doubts.append(voice.translate("Dates", "approximate"))
    if when.uncertain and when.precision != "interval":
        doubts.append(voice.translate("Dates", "uncertain"))
    return doubts
