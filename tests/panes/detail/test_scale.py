"""The axis begins at nothing, and equal statements get equal marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.case.figure import Figure
from viewer.panes.detail.scale import axis, marks


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=30), st.integers(2, 8))
def test_every_number_stands_on_the_axis_and_ticks_are_few(numbers: list[int], most: int) -> None:
    scale = axis([Figure(best=number) for number in numbers], most)
    assert max(numbers) <= scale.high
    assert scale.ticks[0] == 0
    assert 1 <= len(scale.ticks) <= most + 2
    assert scale.ticks[-1] <= scale.high


def test_the_axis_begins_at_zero_so_that_lengths_can_be_compared() -> None:
    scale = axis([Figure(best=3400), Figure(best=3800)], 5)
    assert scale.share(0) == 0 and scale.share(1900) == pytest.approx(scale.share(3800) / 2)


def test_an_open_figure_has_room_above_it() -> None:
    assert axis([Figure(low=100, qualifier="at-least")], 2).share(100) < 0.97


def test_without_numbers_there_is_still_an_axis() -> None:
    assert axis([Figure(qualifier="dozens")], 4).ticks == (0, 1)


@pytest.mark.parametrize(
    ("figure", "points", "bar", "up", "down", "about"),
    [
        (Figure(3, 3, 3, "exact"), (3,), None, None, None, False),
        (Figure(34, 34, None, "at-least"), (34,), None, 34, None, False),
        (Figure(low=70, qualifier="more-than"), (70,), None, 70, None, False),
        (Figure(high=9, qualifier="up-to"), (9,), None, None, 9, False),
        (Figure(4000, None, 5000, "about"), (), (4000, 5000), None, None, True),
        (Figure(30, 34, 40), (34,), (30, 40), None, None, False),
        (Figure(8, 5, 3), (5,), (3, 8), None, None, False),
        (Figure(qualifier="dozens"), (), None, None, None, False),
    ],
)
def test_marks_say_how_exact_a_statement_is(
    figure: Figure,
    points: tuple[int, ...],
    bar: tuple[int, int] | None,
    up: int | None,
    down: int | None,
    about: bool,
) -> None:
    drawn = marks(figure)
    assert (drawn.points, drawn.bar, drawn.fades_up, drawn.fades_down, drawn.about) == (
        points,
        bar,
        up,
        down,
        about,
    )
