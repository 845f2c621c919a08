"""A passage is found where its very words stand, or said to be moved, missing or ambiguous."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.case.anchor import Found, document_text, find

TEXT = "One fish, two fish.\nRed fish, blue fish.\n"


def test_words_that_stand_once_are_found() -> None:
    assert find(TEXT, "two fish") == Found("exact", 10, 18, 1)


def test_words_that_stand_at_the_stated_start_are_exact_however_often_they_stand() -> None:
    assert find(TEXT, "fish", start=14) == Found("exact", 14, 18, 1)


def test_words_that_stand_elsewhere_once_have_moved() -> None:
    assert find(TEXT, "Red fish", start=0) == Found("moved", 20, 28, 1)


def test_words_that_stand_often_are_ambiguous_and_counted() -> None:
    assert find(TEXT, "fish") == Found("ambiguous", count=4)


@pytest.mark.parametrize(("prefix", "suffix", "start"), [("two ", "", 14), ("", ".\nRed", 14), ("Red ", ",", 24)])
def test_what_stands_around_tells_which_is_meant(prefix: str, suffix: str, start: int) -> None:
    assert find(TEXT, "fish", prefix, suffix) == Found("exact", start, start + 4, 1)


@pytest.mark.parametrize("words", ["Two fish", "two  fish", "two fish!", "", "two\nfish"])
def test_words_that_differ_in_one_sign_are_missing(words: str) -> None:
    assert find(TEXT, words).state == "missing"


@pytest.mark.parametrize("start", [-4, 1000])
def test_a_start_outside_the_text_is_no_place(start: int) -> None:
    assert find(TEXT, "two fish", start=start) == Found("moved", 10, 18, 1)


def test_a_prefix_longer_than_what_stands_before_does_not_fit() -> None:
    assert find("fish", "fish", prefix="a") == Found("missing")


def test_overlapping_places_are_all_counted() -> None:
    assert find("aaa", "aa") == Found("ambiguous", count=2)


def test_offsets_count_code_points() -> None:
    assert find("𝔸𝔸 قُتِلوا", "قُتِلوا") == Found("exact", 3, 10, 1)


def test_a_document_text_has_no_byte_order_mark_and_one_sign_for_a_line_end() -> None:
    assert document_text("\ufeffone\r\ntwo\rthree\n".encode()) == "one\ntwo\nthree\n"


@given(st.text("ab ", max_size=40), st.text("ab ", min_size=1, max_size=4))
def test_a_found_range_holds_the_words(text: str, words: str) -> None:
    found = find(text, words)
    places = [place for place in range(len(text)) if text.startswith(words, place)]
    assert found.count == len(places)
    if found.start is not None:
        assert text[found.start : found.end] == words
        assert places == [found.start]
