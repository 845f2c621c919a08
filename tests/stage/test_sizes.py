"""Type for a room, and pages that lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from viewer.look.wrapped import wrapped_height
from viewer.stage.asking import Asking
from viewer.stage.canvas import type_of
from viewer.stage.sizes import LEAST, Room, Sizes, height, paged
from viewer.stage.words import parted


@pytest.mark.parametrize(
    ("room", "needed"), [(Room(1.5, 10), 60), (Room(0.93, 10), 96.8), (Room(3.0, 10), 30), (Room(1.5, 8), 48)]
)
def test_a_room_asks_for_the_type_that_is_read_from_its_last_row(room: Room, needed: float) -> None:
    assert room.needed == pytest.approx(needed, abs=0.1)
    assert round(LEAST * room.scale) >= min(needed, LEAST * 1.6) - 0.5


def test_no_room_makes_type_smaller_than_the_least_and_one_too_deep_says_so() -> None:
    assert Room(6, 3).scale == 1.0
    assert not Room(0.7, 20).legible
    assert Room(1.5, 10).legible
    assert min(Sizes(1.0).small, Sizes(1.0).body, Sizes(1.0).quote, Sizes(1.0).title) == LEAST
    with pytest.raises(ValueError):
        _ = Room(0, 3).scale


@given(st.lists(st.floats(20, 900), max_size=40), st.floats(200, 800))
@settings(max_examples=200, deadline=None)
def test_every_row_has_a_page_and_no_page_is_too_full(heights: list[float], room: float) -> None:
    pages = paged(heights, room)
    assert sum(pages) == len(heights)
    start = 0
    for count in pages:
        assert count >= 1
        assert count == 1 or sum(heights[start : start + count]) <= room
        start += count


@given(st.text(alphabet="ab cde f", min_size=1, max_size=200), st.integers(1, 6))
def test_parting_words_loses_and_adds_nothing(text: str, count: int) -> None:
    assert " ".join(parted(text, count)).split() == text.split()


def test_words_of_the_case_never_take_more_lines_than_was_reckoned(ask: Asking, qapp: QApplication) -> None:
    found = ask.connection.execute(
        "SELECT text FROM claim WHERE text <> '' UNION SELECT title FROM event UNION SELECT text FROM quote"
        " UNION SELECT text FROM translation"
    ).fetchall()
    assert len(found) > 200
    for (text,) in found:
        for width in (410, 800, 1720):
            for weight in (400, 600):
                tall = wrapped_height(text, type_of(52, weight), width)
                assert tall <= height(text, 52, width) + 2, (text, width)
