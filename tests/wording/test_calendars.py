"""Days in other calendars, compared with another reckoning of the same rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCalendar, QDate

from viewer.case.when import jd_of, parse
from viewer.wording.calendars import Calendar, calendar_name, day_in, jd_in, label_in, say_beside
from viewer.wording.voice import English

SYSTEMS = {"jalali": QCalendar.System.Jalali, "hijri": QCalendar.System.IslamicCivil}


@pytest.mark.parametrize("calendar", ["jalali", "hijri"])
def test_days_agree_with_qt_over_three_centuries(calendar: Calendar) -> None:
    system = QCalendar(SYSTEMS[calendar])
    day = date(1850, 1, 1)
    while day < date(2150, 1, 1):
        parts = system.partsFromDate(QDate(day.year, day.month, day.day))
        found = day_in(calendar, jd_of(day))
        assert found == (parts.year, parts.month, parts.day), day
        assert jd_in(calendar, *found) == jd_of(day)
        day += timedelta(days=5)


@pytest.mark.parametrize(
    ("edtf", "solar", "lunar"),
    [
        ("2011-04-08", "19 Farvardin 1390", "4 Jumada I 1432"),
        ("2009-03-20", "30 Esfand 1387", "23 Rabi I 1430"),
        ("2011-04", "12 Farvardin 1390 to 10 Ordibehesht 1390", "26 Rabi II 1432 to 26 Jumada I 1432"),
        ("2011-04-08T23:30", "19 Farvardin 1390", "4 Jumada I 1432"),
    ],
)
def test_a_date_is_said_with_the_name_of_the_calendar(edtf: str, solar: str, lunar: str) -> None:
    voice, when = English(), parse(edtf)
    assert say_beside(voice, when, "jalali") == f"{solar} · Solar Hijri (Jalali)"
    assert say_beside(voice, when, "hijri") == f"{lunar} · Hijri, civil"
    assert say_beside(voice, when, "gregorian") == ""


def test_an_open_date_has_no_days_beside() -> None:
    assert say_beside(English(), parse("2011-04-08/.."), "jalali") == ""


def test_labels_by_unit() -> None:
    jd, voice = jd_of(date(2011, 4, 8)), English()
    assert label_in(voice, "jalali", jd, "year") == "1390"
    assert label_in(voice, "jalali", jd, "month") == "Farvardin 1390"
    assert label_in(voice, "hijri", jd, "day") == "4 Jumada I"
    assert "civil" in calendar_name(voice, "hijri")
