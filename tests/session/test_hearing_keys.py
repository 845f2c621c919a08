"""Keys of a hearing: every clicker, every layout."""

from __future__ import annotations

import pytest

from viewer.session.hearing_keys import LETTERS, PLACES, Key, Machine, is_digit, verb_of


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("PageDown", "next"), ("PageUp", "previous"), ("F5", "live"), ("Escape", "black"), ("Space", "next"),
        ("Left", "previous"), ("Home", "first"), ("Tab", "overview"), ("Backspace", "previous"),
    ],
)  # fmt: skip
def test_named_keys_and_clickers(name: str, verb: str) -> None:
    assert verb_of(Key(name), "linux") == verb


@pytest.mark.parametrize("typed", ["b", "B", "ذ", "и", "ذ"])
def test_a_letter_counts_by_its_place_whatever_it_types(typed: str) -> None:
    assert verb_of(Key(text=typed, code=56), "linux") == "blank"
    assert verb_of(Key(text=typed, code=0x30), "windows") == "blank"
    assert verb_of(Key(text=typed, code=0x0B), "macos") == "blank"


def test_a_letter_counts_by_what_it_types_only_where_its_place_is_not_known() -> None:
    assert verb_of(Key(text="b"), "linux") == "blank"
    assert verb_of(Key(text="b", code=999), "linux") is None


@pytest.mark.parametrize("machine", ["linux", "windows", "macos"])
def test_no_two_letters_lie_in_one_place(machine: Machine) -> None:
    places = [getattr(place, "evdev" if machine == "linux" else machine) for _, place in PLACES]
    assert len(set(places)) == len(places)
    assert {letter for letter, _ in LETTERS} <= {letter for letter, _ in PLACES}


def test_a_point_of_a_clicker_blanks() -> None:
    assert verb_of(Key(text="."), "linux") == "blank"
    assert verb_of(Key(text=".", code=60), "linux") == "blank"


@pytest.mark.parametrize("digit", ["3", "٣", "۳"])
def test_a_digit_of_any_script_opens_the_jump_box(digit: str) -> None:
    assert is_digit(digit)
    assert verb_of(Key(text=digit, code=12), "linux") == "jump-type"


def test_in_the_open_box_letters_are_text_and_page_keys_win() -> None:
    assert verb_of(Key(text="b", code=56), "linux", box_open=True) == "jump-type"
    assert verb_of(Key("PageDown"), "linux", box_open=True) == "next"
    assert verb_of(Key("Return"), "linux", box_open=True) == "jump-go"
    assert verb_of(Key("Escape"), "linux", box_open=True) == "black"


def test_pages_of_an_item_and_the_end() -> None:
    assert verb_of(Key("PageDown", shift=True), "linux") == "next-page"
    assert verb_of(Key(text="q", code=24, ctrl=True), "linux") == "end"
    assert verb_of(Key(text="b", code=56, ctrl=True), "linux") is None
    assert verb_of(Key(text="q", code=24), "linux") is None


def test_where_stages_read_from_the_right_the_left_arrow_goes_on() -> None:
    assert verb_of(Key("Left"), "linux", rtl=True) == "next"
    assert verb_of(Key("Right"), "linux", rtl=True) == "previous"
