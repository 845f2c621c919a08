"""Pages below each other, turned and in tiles: numbers, not pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.panes.source.leaves import rolled, tiles, turned, turned_back

SHARES = st.tuples(st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0.5, 1), st.floats(0.5, 1))
SIZES = st.lists(st.tuples(st.floats(1, 2000), st.floats(1, 2000)), min_size=1, max_size=30)


def test_pages_stand_below_each_other_with_a_gap_between() -> None:
    leaves = rolled([(100, 200), (50, 100)], 2.0, 0, 10)
    assert list(leaves.tops) == [10, 420, 630] and leaves.height == 630 and leaves.width == 200
    assert (leaves.leaf(1).left, leaves.leaf(1).width) == (-50, 100)


def test_turned_pages_change_their_sides() -> None:
    assert rolled([(100, 200)], 1.0, 90, 0).sizes == ((200, 100),)


@given(SIZES, st.floats(0.1, 5), st.floats(0, 1))
def test_every_height_belongs_to_one_page(sizes: list[tuple[float, float]], factor: float, share: float) -> None:
    leaves = rolled(sizes, factor, 0, 8)
    y = leaves.height * share
    number = leaves.at(y)
    assert leaves.tops[number] <= max(y, 8) and (y < leaves.tops[number + 1] or number == len(sizes) - 1)
    assert number in leaves.between(y, y + 1)


@given(SHARES, st.sampled_from([0, 90, 180, 270]))
def test_a_box_turned_and_turned_back_is_the_same_box(box: tuple[float, float, float, float], turn: int) -> None:
    assert turned_back(turned(box, turn), turn) == pytest.approx(box)
    left, top, right, bottom = turned(box, turn)
    assert 0 <= left <= right <= 1 and 0 <= top <= bottom <= 1


def test_the_upper_left_corner_stands_at_the_upper_right_after_a_quarter_turn() -> None:
    assert turned((0, 0, 0.1, 0.2), 90) == pytest.approx((0.8, 0, 1, 0.1))


@given(st.integers(1, 9000), st.integers(1, 9000))
def test_tiles_cover_the_whole_page_without_overlap(width: int, height: int) -> None:
    grid = tiles(width, height, 768, (0.0, 0.0, 1.0, 1.0))
    covered = sum((right - left) * (bottom - top) for left, top, right, bottom in grid)
    assert covered == pytest.approx(1)


def test_only_tiles_that_show_are_asked_for() -> None:
    assert len(tiles(7680, 7680, 768, (0.5, 0.5, 0.55, 0.55))) == 1
