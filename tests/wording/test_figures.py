"""Figures in words."""

from __future__ import annotations

import pytest

from viewer.case.figure import Figure
from viewer.index.ask.chips import Headline
from viewer.index.ask.events import Band
from viewer.wording.figures import (
    as_heading,
    band_legend,
    figure_words,
    headline_measure,
    headline_sentence,
    headline_short,
    headline_words,
)
from viewer.wording.voice import English

VOICE = English()


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(8, 8, 8, "exact"), "8"),
        (Figure(best=0), "0"),
        (Figure(34, 34, None, "at-least"), "at least 34"),
        (Figure(70, None, None, "more-than"), "more than 70"),
        (Figure(None, None, 40, "up-to"), "up to 40"),
        (Figure(None, None, 40, "fewer-than"), "fewer than 40"),
        (Figure(4000, None, 5000, "about"), "about 4,000 to 5,000"),
        (Figure(2, None, 3, "range"), "2 to 3"),
        (Figure(30, 34, 40), "30 to 40, best 34"),
        (Figure(8, 8, 8, "reported"), "8 reported"),
        (Figure(qualifier="dozens"), "dozens"),
        (Figure(best=30, qualifier="dozens"), "dozens (30)"),
        (Figure(), "no number given"),
        (Figure(8, 5, 3), "low 8, best 5, high 3 (as stated)"),
        (Figure(low=9, high=7, qualifier="about"), "about low 9, high 7 (as stated)"),
    ],
)
def test_a_figure_is_said_as_it_is_stated(figure: Figure, words: str) -> None:
    assert figure_words(VOICE, figure) == words


def test_a_headline_is_a_range_and_says_how_many_claims_it_covers() -> None:
    headline = Headline("killed", "killed", 0, 37, 11, open_high=False)
    assert headline_short(VOICE, headline) == "0 to 37 killed"
    assert headline_words(VOICE, headline) == "0 to 37 killed, by 11 claims"
    assert headline_measure(VOICE, headline) == "killed, by 11 claims"
    assert "No claim is preferred" in headline_sentence(VOICE, headline)


def test_a_headline_of_one_number_is_no_range_and_one_claim_is_singular() -> None:
    assert headline_words(VOICE, Headline("k", "killed", 3, 3, 1, open_high=False)) == "3 killed, by 1 claim"


def test_a_headline_admits_that_some_figure_is_open_upward() -> None:
    closed = headline_sentence(VOICE, Headline("k", "killed", 3, 9, 2, open_high=False))
    opened = headline_sentence(VOICE, Headline("k", "killed", 3, 9, 2, open_high=True))
    assert opened.startswith(closed) and opened != closed


def test_every_shaded_band_is_named_in_the_legend() -> None:
    assert band_legend(VOICE, (Band(11, 11), Band(13, 15))).endswith("(11, 13 to 15)")
    assert band_legend(VOICE, ()) == ""


def test_a_label_begins_a_line_with_a_capital_and_keeps_its_names() -> None:
    assert [as_heading(label) for label in ("killed", "Iraqi police injured", "")] == [
        "Killed",
        "Iraqi police injured",
        "",
    ]
