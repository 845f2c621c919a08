"""Folding keeps track of where every sign came from, and never makes two different words one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.locked.folding import BROKEN, folded, pattern, skeleton


@given(st.text())
def test_every_folded_sign_comes_from_a_place_of_the_text_in_order(text: str) -> None:
    told = folded(text)
    assert len(told.text) == len(told.origins)
    assert list(told.origins) == sorted(told.origins)
    assert all(0 <= origin < len(text) for origin in told.origins)


@given(st.text(), st.text(min_size=1), st.text())
def test_words_are_found_in_any_text_around_them(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    sought = folded(words).text.strip()
    assert pattern(sought).search(folded(text).text)


@given(st.text(), st.text(min_size=1), st.text())
def test_the_skeleton_never_hides_what_the_folding_would_find(before: str, words: str, after: str) -> None:
    assert skeleton(words) in skeleton(f"{before} {words} {after}")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a \n\t b", "a b"),
        ("ﬁve", "five"),
        ("ﻻ", "لا"),
        ("نمی\u200cشود", "نمیشود"),
        ("إ ّن", "إن"),
        ("inter-\nnational", f"inter{BROKEN}national"),
        ("1990-\n1995", "1990- 1995"),
        ("co\u00adop", "coop"),
        (")١٢(", "(١٢)"),
    ],
)
def test_what_only_looks_different_is_folded(text: str, result: str) -> None:
    assert folded(text).text == folded(result).text or folded(text).text == result
