"""Dates that admit doubt: bounds, doubts, refusals, and arithmetic of days and seconds."""

from __future__ import annotations

import json
import pickle
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.case.when import (
    BadDate,
    civil,
    clock,
    jd_at,
    jd_of,
    overlap,
    parse,
    seconds,
    slash_readings,
)

days = st.dates()


def dates_of(node: Any, key: str = "") -> Iterator[str]:
    """Every date of the fact base."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from dates_of(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from dates_of(value, key)
    elif isinstance(node, str) and (key.endswith("edtf") or key == "as_of"):
        yield node


def test_every_date_of_the_bundled_case_is_read(shared_data: Callable[[str], Path]) -> None:
    facts = json.loads((shared_data("../case") / "ashraf.json").read_text("utf-8"))
    found = list(dates_of(facts))
    assert len(found) > 400
    for text in found:
        when = parse(text)
        assert when.edtf == text
        assert when.earliest_jd or when.latest_jd or text == "/.."


@given(days)
def test_a_day_has_the_bounds_of_itself(day: date) -> None:
    when = parse(day.isoformat())
    assert (when.earliest_jd, when.latest_jd) == (jd_of(day), jd_of(day) + 1)
    assert (when.precision, when.sure_start, when.sure_end) == ("day", True, True)


@given(days)
def test_days_are_counted_and_found_again(day: date) -> None:
    assert civil(jd_of(day)) == (day.year, day.month, day.day)
    assert civil(jd_of(day) + 0.999) == (day.year, day.month, day.day)


@given(st.integers(-62_135_596_800, 253_402_300_799))
def test_seconds_survive_the_way_through_julian_days(second: int) -> None:
    assert seconds(jd_at(second)) == second


def test_days_and_seconds_are_those_sqlite_counts() -> None:
    connection = sqlite3.connect(":memory:")
    asked = "select julianday(:day), strftime('%s', :day), date(julianday(:day))"
    answered = connection.execute(asked, {"day": "2011-04-08"}).fetchone()
    connection.close()
    when = parse("2011-04-08")
    assert when.earliest_jd is not None
    assert answered == (when.earliest_jd, str(seconds(when.earliest_jd)), "2011-04-08")


def test_the_calendar_goes_on_beyond_the_years_a_date_may_have() -> None:
    first = parse("0001-01-01").earliest_jd
    last = parse("9999-12-31").latest_jd
    assert first is not None and last is not None
    assert (civil(first - 1), civil(last)) == ((0, 12, 31), (10000, 1, 1))


def test_an_interval_is_sure_at_the_end_that_is_given_to_the_day() -> None:
    when = parse("2009-03-12/2009-03~")
    assert (when.sure_start, when.sure_end, when.approximate) == (True, False, True)
    assert when.start is not None and not when.start.approximate
    assert when.end is not None and when.end.approximate


@pytest.mark.parametrize("text", ["2009-07", "2009-07-28~", "2009-07-28?", "2009-07-2X", "2009", "../2009-07-28"])
def test_a_start_is_not_sure_when_anything_about_it_is_open(text: str) -> None:
    assert not parse(text).sure_start


def test_open_and_unknown_ends_are_told_apart() -> None:
    unknown, opened = parse("/2009-07"), parse("../2009-07")
    assert unknown.earliest_jd is opened.earliest_jd is None
    assert (unknown.start_open, opened.start_open) == (False, True)
    assert unknown.latest_jd == opened.latest_jd == jd_of(date(2009, 8, 1))


def test_a_set_keeps_its_members_and_whether_all_are_meant() -> None:
    one, every = parse("[1667, 1668, 1670..1672]"), parse("{1960,1961-12}")
    assert (one.every, every.every) == (False, True)
    assert [member.edtf for member in one.members] == ["1667", "1668", "1670..1672"]
    assert one.members[2].start == parse("1670") and one.members[2].end == parse("1672")


def test_all_of_several_days_begin_and_end_surely_but_one_of_them_does_not() -> None:
    every, one = parse("{2011-04-08,2011-04-10}"), parse("[2011-04-08,2011-04-10]")
    assert (every.sure_start, every.sure_end) == (True, True)
    assert (one.sure_start, one.sure_end) == (False, False)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2011-04-08T05:30:10", "second"), ("2011-04-08T05:30", "minute"), ("2011-04-08T05", "hour"),
        ("2011-04-08", "day"), ("2011-04-XX", "month"), ("2011-04", "month"), ("2011-21", "season"),
        ("2011-XX-08", "year"), ("201X", "decade"), ("201X-04-08", "decade"), ("20XX", "century"),
        ("2011/2012", "interval"), ("[2011,2012]", "set"),
    ],
)  # fmt: skip
def test_precision_is_the_finest_unit_down_to_which_all_is_stated(text: str, precision: str) -> None:
    assert parse(text).precision == precision


@pytest.mark.parametrize(
    ("stated", "minutes"), [("", None), ("Z", 0), ("+03:00", 180), ("+0330", 210), ("-04", -240), ("-11:59", -719)]
)
def test_a_stated_zone_is_kept_and_does_not_move_the_local_time(stated: str, minutes: int | None) -> None:
    when = parse(f"2011-04-08T05:30{stated}")
    assert when.zone == minutes
    assert when.earliest_jd is not None and when.latest_jd is not None
    assert (clock(when.earliest_jd), clock(when.latest_jd)) == ((5, 30, 0), (5, 31, 0))


def test_a_year_whose_february_is_long_enough_is_looked_for() -> None:
    when = parse("201X-02-29")
    assert (when.earliest_jd, when.latest_jd) == (jd_of(date(2012, 2, 29)), jd_of(date(2016, 3, 1)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1" * 65, "too-long"), ("", "not-edtf"), ("12/03/2023", "not-edtf"), ("2023-1-5", "not-edtf"),
        ("2011 ", "not-edtf"), ("2011\n", "not-edtf"), ("٢٠١١", "not-edtf"), ("[]", "not-edtf"),
        ("[2011}", "not-edtf"), ("[..]", "not-edtf"), ("2011/2012/2013", "not-edtf"), ("[2011/2012]", "not-edtf"),
        ("2011-06-31", "no-such-day"), ("2023-02-29", "no-such-day"), ("2020-02-3X", "no-such-day"),
        ("2011-00", "no-such-month"), ("2011-13", "no-such-month"), ("2011-42", "no-such-month"),
        ("2011-04-08T24:01", "no-such-time"), ("2011-04-08T12:60", "no-such-time"),
        ("2011-04-08T12:00-00:00", "no-such-time"), ("2011-04-08T12:00+14:01", "no-such-time"),
        ("0000", "year-range"), ("-0500", "year-range"), ("Y12011", "year-range"), ("Y9E99999", "exponent"),
        ("2023/2022", "reversed"), ("2011-04-08/2011-04-07", "reversed"), ("[1672..1670]", "reversed"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(BadDate) as refusal:
        parse(text)
    assert refusal.value.reason == reason
    assert pickle.loads(pickle.dumps(refusal.value)).reason == reason


@given(st.text(alphabet="0129X-/.?~%[]{},TZ:+ES Y", max_size=64))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = parse(text)
    except BadDate:
        return
    assert when.edtf == text
    assert when.earliest_jd is None or when.latest_jd is None or when.earliest_jd < when.latest_jd


@pytest.mark.parametrize("text", ["1XXX-02-3X/1XXX-02-3X", "[" + "XXX1-02-29," * 5 + "2000]", "X" * 4 + "-XX-XX"])
def test_no_short_text_takes_long(text: str) -> None:
    began = time.process_time()
    try:
        parse(text)
    except BadDate as refusal:
        assert refusal.reason == "no-such-day"
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2022", ("2022-04-03", "2022-03-04")),
        ("3.4.2022", ("2022-04-03", "2022-03-04")),
        ("13/04/2022", ("2022-04-13", "2022-04-13")),
        ("04/13/2022", ("2022-04-13", "2022-04-13")),
        ("31/31/2022", None),
        ("03/04/22", None),
        ("03/04-2022", None),
        ("2022/04/03", None),
    ],
)
def test_a_date_with_slashes_has_both_its_readings(text: str, readings: tuple[str, str] | None) -> None:
    assert slash_readings(text) == readings


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        ("2011-04-08", "2011-04", True),
        ("2011-04-08", "2011-04-09", False),
        ("2011-04-08~", "2011-04-09", True),
        ("2011-04-08?", "2011-04-10", False),
        ("2009-09~", "2009-10-07", True),
        ("2009-07-28/2009-07-29", "2009-07-29/2009-10-07", True),
        ("2009/..", "2016-09-09", True),
        ("2009/..", "2008", False),
        ("/2009-07", "2003", True),
        ("[1667,1670]", "1668", False),
        ("[1667,1670..1672]", "1671-05", True),
        ("/..", "2011", True),
    ],
)
def test_two_dates_overlap_when_they_can_be_the_same_time(one: str, other: str, possible: bool) -> None:
    assert overlap(parse(one), parse(other)) is overlap(parse(other), parse(one)) is possible


@given(days, st.integers(0, 40))
def test_a_span_overlaps_each_day_in_it(day: date, length: int) -> None:
    if day.toordinal() + length > date.max.toordinal():
        return
    last = day + timedelta(days=length)
    span = parse(f"{day.isoformat()}/{last.isoformat()}")
    assert overlap(span, parse(day.isoformat())) and overlap(span, parse(last.isoformat()))
