"""Words of the axis."""

from __future__ import annotations

from viewer.panes.timeline.axis import divide
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.scale import Scale
from viewer.panes.timeline.ticks import second_of
from viewer.wording.voice import English


def words(scale: Scale, ruler: Ruler) -> list[str]:
    return [tick.words for tick in divide(scale, English(), ruler, 6).ticks]


def test_years_over_a_decade(ruler: Ruler) -> None:
    scale = Scale(second_of(2003, 6), second_of(2012, 6), 1000)
    assert words(scale, ruler) == [str(year) for year in range(2004, 2013)]


def test_hours_say_the_day_where_it_begins(ruler: Ruler) -> None:
    scale = Scale(second_of(2011, 4, 7) + 6 * 3600, second_of(2011, 4, 8) + 14 * 3600, 1400)
    axis = divide(scale, English(), ruler, 6)
    assert axis.context == "7 April 2011"
    assert [tick.words for tick in axis.ticks if tick.strong] == ["8 April 2011"]
    assert "12:00" in [tick.words for tick in axis.ticks]


def test_days_say_the_year_where_it_begins(ruler: Ruler) -> None:
    scale = Scale(second_of(2011, 12, 29), second_of(2012, 1, 4), 900)
    assert words(scale, ruler)[:4] == ["29 Dec", "30 Dec", "31 Dec", "2012"]


def test_finer_lines_leave_out_those_with_words(ruler: Ruler) -> None:
    axis = divide(Scale(second_of(2003, 1), second_of(2012, 1), 1000), English(), ruler, 6)
    assert axis.finer
    assert not {tick.x for tick in axis.ticks} & set(axis.finer)
