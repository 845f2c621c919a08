"""Times of day in another zone."""

from __future__ import annotations

import pytest

from viewer.case.when import parse
from viewer.wording.dates import say_when
from viewer.wording.voice import English
from viewer.wording.zones import known_zones, moved, offset, zone_name


@pytest.mark.parametrize(
    ("edtf", "zone", "said"),
    [
        ("2011-04-08T02:30+04:30", "UTC", "7 April 2011, 22:00 UTC"),
        ("2011-04-08T05:30+03:00", "Asia/Tehran", "8 April 2011, 07:00 UTC+04:30"),
        ("2011-04-08T05:30Z", "Asia/Baghdad", "8 April 2011, 08:30 UTC+03:00"),
        ("2011-04-08T05:30Z", "local", "8 April 2011, 05:30 UTC"),
    ],
)
def test_a_time_of_day_moves(edtf: str, zone: str, said: str) -> None:
    assert say_when(English(), moved(parse(edtf), zone), "plain") == said


@pytest.mark.parametrize(
    "edtf", ["2011-04-08", "2011-04", "2011-04-08T05:30", "2011-04-08/2011-04-09", "2011-04-08/.."]
)
def test_days_and_times_without_a_zone_stay(edtf: str) -> None:
    when = parse(edtf)
    assert moved(when, "UTC") is when


def test_both_ends_of_a_span_move() -> None:
    span = moved(parse("2011-04-08T23:00+03:00/2011-04-09T01:00+03:00"), "UTC")
    said = say_when(English(), span, "plain")
    assert "20:00" in said and "22:00" in said
    assert span.latest_jd is not None and span.earliest_jd is not None
    assert (span.latest_jd - span.earliest_jd) * 24 == pytest.approx(2, abs=0.05)


def test_a_zone_nobody_knows_is_taken_for_utc() -> None:
    assert offset("Nowhere/At_All", 0) == 0


def test_zones_have_names_to_choose_from() -> None:
    assert "Asia/Baghdad" in known_zones()
    assert zone_name(English(), "local") == "local at the place"
