"""The jump box finds exhibits, places, pages and titles, in the digits of any script."""

from __future__ import annotations

import pytest

from viewer.session import jump as box
from viewer.session.show import Stop, View, begin, go_to

STOPS = (
    Stop("i1", "A-1", "Opening"),
    Stop("i2", "A-2", "The visit of 2011", pages=4, names=("E16",)),
    Stop("i3", "A-2/1", "A saved view"),
    Stop("i4", "B-12", "Rockets on the camp"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("A-2", (1, 0)), ("a2", (1, 0)), ("A 2", (1, 0)), ("A-2/1", (2, 0)), ("b12", (3, 0)), ("ب", None),
        ("3", (2, 0)), ("٣", (2, 0)), ("۳", (2, 0)), ("b-۱۲", (3, 0)), ("e16", (1, 0)), ("A-2:3", (1, 2)),
        ("2:99", (1, 3)), ("roc", (3, 0)), ("camp", (3, 0)), ("2011", (1, 0)), ("99", None), ("", None),
    ],
)  # fmt: skip
def test_what_is_typed_is_found(typed: str, found: tuple[int, int] | None) -> None:
    assert box.found_by(begin(STOPS), typed) == found


def test_a_page_alone_is_one_of_the_item_in_hand() -> None:
    assert box.found_by(go_to(begin(STOPS), 1), ":3") == (1, 2)


def test_the_box_opens_takes_letters_and_goes() -> None:
    show = box.type_in(box.open_box(begin(STOPS)), "b")
    show = box.jump(box.type_in(box.take_back(box.type_in(show, "x")), "12"))
    assert (show.public, show.jump) == (View(3), None)


def test_what_is_not_found_leaves_the_box_open_and_the_screen_as_it_is() -> None:
    show = box.type_in(go_to(begin(STOPS), 0), "zz")
    assert box.jump(show) is show
    assert show.public == View(0)


def test_an_empty_box_closes_when_more_is_taken_back() -> None:
    assert box.take_back(box.open_box(begin(STOPS))).jump is None
