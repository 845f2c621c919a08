"""Every code of what makes no sense has a sentence."""

from __future__ import annotations

import pytest

from viewer.index.wanted import BadWords, parse
from viewer.wording.voice import English
from viewer.wording.wanted import say_bad_words


def said(text: str) -> str:
    with pytest.raises(BadWords) as refused:
        parse(text)
    return say_bad_words(English(), refused.value)


@pytest.mark.parametrize(
    "text",
    [
        'a "b',
        "(a",
        "a)",
        "()",
        "a AND",
        "NOT a",
        "kin:a",
        "zzzz:a",
        "kind:",
        "before:last",
        "(" * 30 + "a",
        "a" * 1001,
    ],
)
def test_every_mistake_has_a_sentence_without_gaps(text: str) -> None:
    sentence = said(text)
    assert sentence[0].isupper() or sentence[0] == "“"
    assert "%" not in sentence


def test_a_field_that_is_none_is_answered_with_the_one_meant_or_with_all() -> None:
    assert said("plase:here") == "There is no field “plase”. Did you mean place:?"
    assert said("zzzz:a").endswith("kind:, place:, person:, source:, before:, after:, during:")
