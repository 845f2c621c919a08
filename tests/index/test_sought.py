"""Words that are asked for are marked where they stand, in the text as it is written."""

from __future__ import annotations

import pytest

from viewer.index.sought import sought_words


def marked(text: str, asked: str, typed: str = "") -> list[str]:
    found = sought_words(asked, typed)
    return [text[start:end] for start, end in found.marks(text)] if found else []


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("Camps, a camp and a campsite.", "camp", ["camp"]),
        ("Camps, a camp and a campsite.", "camp*", ["Camps", "camp", "campsite"]),
        ("The camp of Ashraf; Camp  Ashraf.", '"camp ashraf"', ["Camp  Ashraf"]),
        ("mid-2003 and 2003", "mid-2003", ["mid-2003"]),
        ("34 dead, none hurt", "34 OR hurt -dead", ["34", "hurt"]),
        ("place Mosul", "place:mosul", []),
        ("قُتِلَ 34 شخصا في مدينة", "قتل مدينه ۳۴", ["قُتِلَ", "34", "مدينة"]),
        ("آنها می‌روند و کتاب یکی", "ميروند كتاب يكي", ["می‌روند", "کتاب", "یکی"]),
        ("𐎠𐎡 Straße 🕊 strasse", "STRASSE", ["Straße", "strasse"]),
        ("a b a b a", '"a b a"', ["a b a b a"]),
    ],
)
def test_marks_fall_on_the_words_that_were_asked_for(text: str, asked: str, found: list[str]) -> None:
    assert marked(text, asked) == found


def test_the_last_word_that_is_typed_may_be_unfinished() -> None:
    assert marked("camp campsite strike striking", "", "camp strik") == ["camp", "strike", "striking"]
    assert marked("striking strik", "", "strik ") == ["strik"]
    assert marked("A first strike", "first", "strik") == ["first", "strike"]


def test_what_makes_no_sense_is_taken_word_by_word() -> None:
    assert marked("open words", '"open wor') == ["open"]
    assert marked("open words", "", 'nowhere:x "open wor') == ["open", "words"]


def test_without_words_nothing_is_marked() -> None:
    assert sought_words("") is None
    assert sought_words("kind:force", " – ") is None
