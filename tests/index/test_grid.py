"""Buckets stand still, and each level holds two of the level below."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.case import when
from viewer.index import grid

SECONDS = st.integers(-62_000_000_000, 253_000_000_000)  # years 1 to 9999
LEVELS = st.integers(0, grid.LEVELS - 1)


@given(SECONDS, LEVELS)
def test_a_second_lies_in_its_bucket(second: int, level: int) -> None:
    begins = grid.begins(grid.bucket(second, level), level)
    assert begins <= second < begins + grid.width(level)


@given(SECONDS, st.integers(1, grid.LEVELS - 1))
def test_a_bucket_holds_two_of_the_level_below(second: int, level: int) -> None:
    assert grid.bucket(second, level) == grid.bucket(second, level - 1) // 2


def test_a_day_is_a_bucket_and_begins_at_midnight() -> None:
    day = when.parse("2011-04-08").earliest_jd
    assert day is not None
    second = when.seconds(day)
    level = grid.level_of(86_400)
    assert grid.width(level) == 86_400
    assert grid.begins(grid.bucket(second + 5000, level), level) == second


@given(st.integers(0, 10_000_000_000))
def test_a_level_is_no_finer_than_it_should_be(seconds: int) -> None:
    level = grid.level_of(seconds)
    assert grid.width(level) >= seconds
    assert level == 0 or grid.width(level - 1) < seconds
