"""Steps that suit the zoom."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from viewer.panes.timeline.scale import LONGEST, YEAR, Scale
from viewer.panes.timeline.ticks import DAY, STEPS, Step, between, labelled, moments, second_of

SPANS = {
    "minute": 600, "hour": 12 * 3600, "day": 9 * DAY, "month": 0.8 * YEAR, "quarter": 2 * YEAR, "year": 9 * YEAR,
    "decade": 90 * YEAR, "century": LONGEST,
}  # fmt: skip


def day(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).date().isoformat()


@pytest.mark.parametrize("unit", SPANS)
def test_labels_go_from_minutes_to_centuries(unit: str) -> None:
    scale = Scale(0, SPANS[unit], 1000)
    assert labelled(scale, lambda _: 80).unit == unit


def test_labels_never_come_closer_than_they_are_wide() -> None:
    for power in range(3, 11):
        scale = Scale(0, 10.0**power, 700)
        step = labelled(scale, lambda _: 75)
        xs = [scale.x(moment) for moment in moments(scale, step)]
        assert all(b - a > 75 * 0.9 for a, b in pairwise(xs)), step


def test_years_begin_on_the_first_of_january_across_leap_years() -> None:
    scale = Scale(second_of(1999, 6), second_of(2005, 6), 500)
    assert [day(m) for m in moments(scale, Step("year"))] == [f"{y}-01-01" for y in range(2000, 2006)]


def test_quarters_and_months_begin_with_the_first_day() -> None:
    scale = Scale(second_of(2011, 2, 10), second_of(2012, 2), 500)
    assert [day(m) for m in moments(scale, Step("quarter"))] == [
        "2011-04-01", "2011-07-01", "2011-10-01", "2012-01-01",
    ]  # fmt: skip
    assert len(list(moments(scale, Step("month")))) == 12


def test_weeks_begin_anew_with_each_month() -> None:
    scale = Scale(second_of(2011, 2, 20), second_of(2011, 3, 9), 500)
    assert [day(m) for m in moments(scale, Step("day", 7))] == ["2011-02-22", "2011-03-01", "2011-03-08"]


def test_years_before_our_era_have_ticks() -> None:
    scale = Scale(second_of(-250, 1), second_of(120, 1), 500)
    assert list(moments(scale, Step("century"))) == [second_of(y, 1) for y in (-200, -100, 0, 100)]


def test_finer_lines_divide_the_labelled_ones() -> None:
    assert between(Scale(0, 9 * YEAR, 1000), Step("year"), 10) == Step("quarter")
    assert between(Scale(0, 60 * YEAR, 1000), Step("year", 5), 10) == Step("year")
    assert between(Scale(0, 600, 1000), STEPS[0], 10) is None
