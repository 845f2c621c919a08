"""Moments over pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.panes.timeline.scale import LONGEST, SHORTEST, Scale, around

SPANS = st.tuples(st.floats(-1e11, 1e11), st.floats(SHORTEST, LONGEST), st.floats(1, 5000), st.booleans())


@given(SPANS, st.floats(0, 1))
def test_a_pixel_goes_to_its_moment_and_back(span: tuple[float, float, float, bool], share: float) -> None:
    start, length, width, mirrored = span
    scale = Scale(start, start + length, width, mirrored)
    assert scale.x(scale.moment(share * width)) == pytest.approx(share * width, abs=0.01)


def test_later_is_left_when_mirrored() -> None:
    assert Scale(0, 100, 500).x(75) == 375
    assert Scale(0, 100, 500, mirrored=True).x(75) == 125


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("factor", [1.25, 0.4])
def test_the_moment_under_the_pointer_stays_while_zooming(factor: float, mirrored: bool) -> None:
    scale = Scale(0, 1e6, 800, mirrored)
    held = scale.moment(200)
    zoomed = scale.zoomed(factor, 200)
    assert zoomed.moment(200) == pytest.approx(held)
    assert zoomed.span == pytest.approx(1e6 / factor)


def test_zoom_ends_at_minutes_and_at_centuries() -> None:
    assert Scale(0, 1000, 800).zoomed(1e9, 400).span == SHORTEST
    assert Scale(0, 1000, 800).zoomed(1e-12, 400).span == LONGEST


@pytest.mark.parametrize(("mirrored", "start"), [(False, 10), (True, -10)])
def test_panning_follows_the_hand_in_both_directions(mirrored: bool, start: float) -> None:
    assert Scale(0, 100, 500, mirrored).panned(50).start == start


def test_the_view_cannot_leave_the_case_behind() -> None:
    far = Scale(10_000, 11_000, 500).kept_near(0, 500)
    assert far.start == 300  # a fifth of the view, 200 seconds, still holds something
    assert Scale(-9000, -8000, 500).kept_near(0, 500).end == 200
    assert Scale(100, 300, 500).kept_near(0, 500).start == 100


def test_showing_moves_no_more_than_needed() -> None:
    scale = Scale(0, 1000, 500)
    assert scale.showing(200, 300, 10) == scale
    assert scale.showing(1100, 1200, 10).end == 1220
    assert scale.showing(-100, -50, 10).start == -120
    assert scale.showing(500, 9000, 10).start == 480  # too long to be shown whole: its beginning


def test_all_of_time_has_a_margin_on_both_sides() -> None:
    scale = around(0, 1e6, 1000, 50)
    assert scale.x(0) == pytest.approx(50)
    assert scale.x(1e6) == pytest.approx(950)


def test_a_case_of_one_moment_has_a_view() -> None:
    assert around(5, 5, 1000, 50).span == SHORTEST
