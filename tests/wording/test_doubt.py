"""Disputes, origins and what is not known, in words."""

from __future__ import annotations

from dataclasses import replace

from viewer.index.ask.chips import ClaimView, SourceChip
from viewer.wording.doubt import (
    disputed_claim,
    disputed_sentence,
    event_origins,
    loose_words,
    origins_sentence,
    status_words,
    translation_words,
)
from viewer.wording.voice import English

VOICE = English()
SOURCE = SourceChip("s1", "Reuters", "A report", None, "news", "no", "neither", "pointer", "", "B")
CLAIM = ClaimView(
    "c1", "e1", "figure", "killed", "killed", None, None, "A paraphrase.", "en", None, SOURCE, None,
    "2", None, None, (), 1, (), (),
)  # fmt: skip


def test_a_dispute_names_its_points_and_blames_nobody() -> None:
    words = disputed_sentence(VOICE, ("killed", "date"))
    assert words.endswith("Points: killed, date.")
    assert disputed_sentence(VOICE, ()) == ""


def test_both_sides_of_a_dispute_are_told_the_same() -> None:
    one = replace(CLAIM, uid="c1", disputed_by=("c2",))
    other = replace(CLAIM, uid="c2", disputed_by=("c1",))
    assert disputed_claim(VOICE, one) == disputed_claim(VOICE, other) != ""
    assert "1 claim by" in disputed_claim(VOICE, one)
    assert disputed_claim(VOICE, CLAIM) == ""


def test_origins_are_counted_and_a_lone_one_is_called_so() -> None:
    assert origins_sentence(VOICE, 3).startswith("3 origins state something that agrees")
    assert "no other claimant" in origins_sentence(VOICE, 1)
    assert event_origins(VOICE, (True, True, False)).startswith("3 origins speak to this event; 2 of them")


def test_a_draft_translation_says_that_nobody_checked_it() -> None:
    assert translation_words(VOICE, "draft") == "draft, no native reader has checked it"
    assert translation_words(VOICE, "own-word") == "own-word"


def test_what_stands_off_the_time_axis_says_why() -> None:
    assert all(loose_words(VOICE, loose) for loose in ("undated", "order", "total"))
    assert loose_words(VOICE, "") == ""


def test_the_compilers_view_of_a_difference_is_marked_as_theirs() -> None:
    assert status_words(VOICE, "open") == "Compilers' note: open"
    assert status_words(VOICE, None) == ""
