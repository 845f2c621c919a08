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
