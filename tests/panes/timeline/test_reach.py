"""The range on the overview."""

from __future__ import annotations

import pytest

from viewer.panes.timeline.reach import NARROWEST, Reach
from viewer.panes.timeline.scale import Scale

WHOLE = Scale(0, 1_000_000, 1000)


def test_edges_and_the_middle_are_taken_hold_of() -> None:
    reach = Reach(WHOLE, 200_000, 400_000)
    assert reach.sides() == (200, 400)
    assert [reach.grip(x) for x in (100, 197, 203, 300, 398, 404, 500)] == [
        "", "start", "start", "range", "end", "end", "",
    ]  # fmt: skip


def test_a_range_too_short_to_be_seen_is_drawn_and_held_all_the_same() -> None:
    reach = Reach(WHOLE, 500_000, 500_100)
    left, right = reach.sides()
    assert right - left == pytest.approx(NARROWEST)
    assert reach.grip(500) == "range"
    left, right = Reach(WHOLE, 999_990, 1_000_000).sides()
    assert right == 1000 and right - left == pytest.approx(NARROWEST)


@pytest.mark.parametrize(("mirrored", "later"), [(False, 50), (True, -50)])
def test_it_moves_with_the_hand_in_both_directions(mirrored: bool, later: float) -> None:
    scale = Scale(0, 1_000_000, 1000, mirrored)
    reach = Reach(scale, 200_000, 400_000)
    assert reach.dragged("range", later) == (250_000, 450_000)
    assert reach.dragged("end", later) == (200_000, 450_000)
    edge = scale.x(200_000)
    assert reach.grip(edge) == "start"


def test_an_edge_does_not_pass_the_other() -> None:
    start, end = Reach(WHOLE, 200_000, 400_000).dragged("start", 900)
    assert start < end == 400_000


def test_keys_move_and_stretch_around_the_middle() -> None:
    reach = Reach(WHOLE, 200_000, 400_000)
    assert reach.stepped(1) == (400_000, 600_000)
    assert reach.stretched(2) == (100_000, 500_000)
    assert reach.around(700) == (600_000, 800_000)
