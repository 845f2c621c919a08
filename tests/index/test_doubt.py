"""A date comes out of the index as it went in."""

from __future__ import annotations

import pytest

from viewer.case.when import parse
from viewer.index import doubt

DATES = [
    "2011-04-08", "2011-04~", "2011?", "201X", "2011-21", "2011-04-07/2011-04-08", "2009/..", "/2011-05",
    "[2011-01, 2012-02~]", "{2011-01..2011-03}", "2011-05-06T10:20:00+03:00",
]  # fmt: skip


@pytest.mark.parametrize("edtf", DATES)
def test_a_date_is_the_same_after_packing(edtf: str) -> None:
    assert doubt.unpack(doubt.pack(parse(edtf))) == parse(edtf)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2011-04-08", True),
        ("2011-04-08?", True),
        ("2011-04", False),
        ("2011-04-07/2011-04-08", True),
        ("2011-04-07/2011-05", False),
        ("2013-09-01/..", True),
        ("[2011-01-01,2012]", False),
        ("2011-05-06T10:20:00", True),
    ],
)
def test_to_the_day_asks_every_end_that_is_stated(edtf: str, expected: bool) -> None:
    assert doubt.to_the_day(parse(edtf)) is expected


DAY = 86_400


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2011-04-08", (DAY, DAY)),
        ("2011-04-08~", (DAY, 2 * DAY)),
        ("2011-04", (30 * DAY, 30 * DAY)),
        ("2011-04-07/2012", (DAY, DAY)),
        ("2011-04~/2012", (30 * DAY, 60 * DAY)),
        ("[2011-04-01,2011-04-08]", (8 * DAY, 8 * DAY)),
        ("{2011-04-01,2011-05}", (DAY, DAY)),
        ("2011-05-06T10:20", (60, 60)),
        ("../2011", None),
    ],
)
def test_a_beginning_is_known_as_finely_as_it_is_stated(edtf: str, expected: tuple[int, int] | None) -> None:
    assert doubt.grain(parse(edtf)) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2011-04-08", False),
        ("2011", False),
        ("2011/2012", True),
        ("2011/..", True),
        ("2011/", False),
        ("/2011", False),
    ],
)
def test_only_a_stated_interval_lasts(edtf: str, expected: bool) -> None:
    assert doubt.lasts(parse(edtf)) is expected


def test_what_is_about_or_doubted_may_lie_one_step_further_out() -> None:
    assert doubt.reach(parse("2011-04-08")) == (0, 0)
    assert doubt.reach(parse("2011-04-08?")) == (DAY, DAY)
    assert doubt.reach(parse("2011-04-08/2011-04~")) == (0, 30 * DAY)
