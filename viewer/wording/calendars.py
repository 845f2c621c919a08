"""Days in the Solar Hijri (Jalali) and the civil Hijri calendar, beside the Gregorian one, and their words."""

from __future__ import annotations

from typing import Final, Literal

from viewer.case.when import When
from viewer.wording.voice import Voice, fill

Calendar = Literal["gregorian", "jalali", "hijri"]
CALENDARS: Final[tuple[Calendar, ...]] = ("gregorian", "jalali", "hijri")
BesideUnit = Literal["year", "month", "day"]

_EPOCH: Final = {"jalali": 1948320.5, "hijri": 1948439.5}  # julian days of the first day of year 1
_MEAN_YEAR: Final = {"jalali": 1029983 / 2820, "hijri": 10631 / 30}
_SHIFT = 2346  # years by which the leap years of the Solar Hijri calendar lie in their cycle


def day_in(calendar: Calendar, jd: float) -> tuple[int, int, int]:
    """Year, month and day of a julian day; `calendar` is not the Gregorian one."""
    year = int((jd - _EPOCH[calendar]) // _MEAN_YEAR[calendar]) + 1
    while jd_in(calendar, year + 1) <= jd:
        year += 1
    while jd_in(calendar, year) > jd:
        year -= 1
    month = 12
    while jd_in(calendar, year, month) > jd:
        month -= 1
    return year, month, int(jd - jd_in(calendar, year, month)) + 1


def jd_in(calendar: Calendar, year: int, month: int = 1, day: int = 1) -> float:
    """The julian day at which a day begins; months above 12 run on into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    before = _solar_days(year, month) if calendar == "jalali" else _lunar_days(year, month)
    return _EPOCH[calendar] + before + day - 1


def _solar_days(year: int, month: int) -> int:
    """Days before a month of the Solar Hijri calendar: 683 leap years, evenly spread over 2820."""
    leap_years = ((year - 1 + _SHIFT) * 683) // 2820 - _SHIFT * 683 // 2820
    months = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return months + leap_years + (year - 1) * 365


def _lunar_days(year: int, month: int) -> int:
    """Days before a month of the civil Hijri calendar: months of 30 and 29 days, 11 leap years in 30."""
    return (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (11 * year + 3) // 30


# Words


def calendar_name(voice: Voice, calendar: Calendar) -> str:
    """How the calendar is called; the civil Hijri one can differ by a day from what is seen of the moon."""
    return {
        "gregorian": voice.translate("Calendars", "Gregorian"),
        "jalali": voice.translate("Calendars", "Solar Hijri (Jalali)"),
        "hijri": voice.translate("Calendars", "Hijri, civil"),
    }[calendar]


def label_in(voice: Voice, calendar: Calendar, jd: float, unit: BesideUnit) -> str:
    """What stands at a tick: 1390, Farvardin 1390, 19 Farvardin."""
    year, month, day = day_in(calendar, jd)
    if unit == "year":
        return voice.digits(year)
    name = month_in(voice, calendar, month)
    if unit == "month":
        return fill(voice.translate("Calendars", "%1 %2", "month, year"), name, voice.digits(year))
    return fill(voice.translate("Calendars", "%1 %2", "day, month"), voice.digits(day), name)


def say_beside(voice: Voice, when: When, calendar: Calendar) -> str:
    """The days of a date in another calendar, with its name; "" for the Gregorian one or without a bound."""
    if calendar == "gregorian" or when.earliest_jd is None or when.latest_jd is None:
        return ""
    first, last = when.earliest_jd // 1 + 0.5, (when.latest_jd - 1e-6 - 0.5) // 1 + 0.5
    first = first if first <= when.earliest_jd else first - 1
    words = _whole(voice, calendar, first)
    if last > first:
        span = voice.translate("Calendars", "%1 to %2", "date, date")
        words = fill(span, words, _whole(voice, calendar, last))
    named = voice.translate("Calendars", "%1 · %2", "date, name of a calendar")
    return fill(named, words, calendar_name(voice, calendar))


def _whole(voice: Voice, calendar: Calendar, jd: float) -> str:
    year, month, day = day_in(calendar, jd)
    words = voice.translate("Calendars", "%1 %2 %3", "day, month, year")
    return fill(words, voice.digits(day), month_in(voice, calendar, month), voice.digits(year))


def month_in(voice: Voice, calendar: Calendar, month: int) -> str:
    """Name of month 1-12."""
    return (_solar_months(voice) if calendar == "jalali" else _lunar_months(voice))[month - 1]


def _solar_months(voice: Voice) -> tuple[str, ...]:
    return (
        voice.translate("Calendars", "Farvardin"),
        voice.translate("Calendars", "Ordibehesht"),
        voice.translate("Calendars", "Khordad"),
        voice.translate("Calendars", "Tir"),
        voice.translate("Calendars", "Mordad"),
        voice.translate("Calendars", "Shahrivar"),
        voice.translate("Calendars", "Mehr"),
        voice.translate("Calendars", "Aban"),
        voice.translate("Calendars", "Azar"),
        voice.translate("Calendars", "Dey"),
        voice.translate("Calendars", "Bahman"),
        voice.translate("Calendars", "Esfand"),
    )


def _lunar_months(voice: Voice) -> tuple[str, ...]:
    return (
        voice.translate("Calendars", "Muharram"),
        voice.translate("Calendars", "Safar"),
        voice.translate("Calendars", "Rabi I"),
        voice.translate("Calendars", "Rabi II"),
        voice.translate("Calendars", "Jumada I"),
        voice.translate("Calendars", "Jumada II"),
        voice.translate("Calendars", "Rajab"),
        voice.translate("Calendars", "Shaban"),
        voice.translate("Calendars", "Ramadan"),
        voice.translate("Calendars", "Shawwal"),
        voice.translate("Calendars", "Dhu al-Qadah"),
        voice.translate("Calendars", "Dhu al-Hijjah"),
    )
