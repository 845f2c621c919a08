"""Which sign lies under a point, in both reading directions, and which boxes a range covers."""

from __future__ import annotations

from array import array

from viewer.locked.messages import PageText
from viewer.panes.source.glyphs import Glyphs, Spot, ordered, parts
from viewer.panes.source.leaves import Box

LEFT_TO_RIGHT = "abc\nde"
BOXES = [(0.1, 0.1, 0.2, 0.15), (0.2, 0.1, 0.3, 0.15), (0.3, 0.1, 0.4, 0.15), (0, 0, 0, 0),
         (0.1, 0.2, 0.2, 0.25), (0.2, 0.2, 0.3, 0.25)]  # fmt: skip


def glyphs(text: str, boxes: list[Box]) -> Glyphs:
    return Glyphs(PageText(text, array("f", (edge for box in boxes for edge in box)).tobytes()))


def test_the_place_is_before_or_after_a_sign_by_its_middle() -> None:
    page = glyphs(LEFT_TO_RIGHT, list(BOXES))
    assert page.at(0.22, 0.12) == 1 and page.at(0.28, 0.12) == 2


def test_the_line_under_the_pointer_wins_over_a_nearer_sign_of_another_line() -> None:
    page = glyphs(LEFT_TO_RIGHT, list(BOXES))
    assert page.at(0.39, 0.22) == 6


def test_in_arabic_the_left_half_of_a_letter_is_its_end() -> None:
    page = glyphs("با", [(0.6, 0.1, 0.7, 0.15), (0.5, 0.1, 0.6, 0.15)])
    assert page.at(0.68, 0.12) == 0 and page.at(0.62, 0.12) == 1 and page.at(0.52, 0.12) == 2


def test_a_range_is_one_box_a_line() -> None:
    page = glyphs(LEFT_TO_RIGHT, list(BOXES))
    found = page.rects(1, 6)
    assert [(round(box[0], 3), round(box[2], 3)) for box in found] == [(0.2, 0.4), (0.1, 0.3)]


def test_a_page_without_signs_has_no_place() -> None:
    assert glyphs("", []).at(0.5, 0.5) is None


def test_a_word_ends_at_white_space() -> None:
    assert glyphs(LEFT_TO_RIGHT, list(BOXES)).word(1) == (0, 3)


def test_a_selection_runs_over_pages_in_either_direction() -> None:
    late, early = Spot(2, 3), Spot(0, 5)
    assert ordered(late, early) == (early, late)
    assert list(parts(late, early, {0: 9, 1: 4, 2: 10})) == [(0, 5, 9), (1, 0, 4), (2, 0, 3)]
