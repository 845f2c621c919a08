"""The second line of the axis."""

from __future__ import annotations

from itertools import pairwise

import pytest

from viewer.panes.timeline.beside import divide_beside
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.scale import YEAR, Scale
from viewer.panes.timeline.ticks import DAY, second_of
from viewer.wording.calendars import Calendar
from viewer.wording.voice import English


def test_years_of_the_solar_calendar_begin_in_march(ruler: Ruler) -> None:
    scale = Scale(second_of(2008, 1), second_of(2014, 1), 1000)
    ticks = divide_beside(scale, "jalali", English(), ruler, 6)
    assert [tick.words for tick in ticks] == ["1387", "1388", "1389", "1390", "1391", "1392"]
    assert ticks[3].x == pytest.approx(scale.x(second_of(2011, 3, 21)))


def test_days_say_day_and_month(ruler: Ruler) -> None:
    scale = Scale(second_of(2011, 4, 7), second_of(2011, 4, 12), 1000)
    ticks = divide_beside(scale, "hijri", English(), ruler, 6)
    assert [tick.words for tick in ticks][:2] == ["3 Jumada I", "4 Jumada I"]


@pytest.mark.parametrize("calendar", ["jalali", "hijri"])
@pytest.mark.parametrize("span", [5 * DAY, 60 * DAY, YEAR, 9 * YEAR, 90 * YEAR, 900 * YEAR])
def test_words_never_come_closer_than_they_are_wide(calendar: Calendar, span: float, ruler: Ruler) -> None:
    scale = Scale(0, span, 1000)
    ticks = divide_beside(scale, calendar, English(), ruler, 6)
    assert ticks
    for one, other in pairwise(ticks):
        assert one.x + 6 + ruler.width(one.words, True) <= other.x + 6


def test_the_gregorian_calendar_has_no_second_line(ruler: Ruler) -> None:
    assert divide_beside(Scale(0, YEAR, 1000), "gregorian", English(), ruler, 6) == ()
