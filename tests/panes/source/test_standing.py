"""Passages of a text are compared with what is shown, and found again in the document's own text."""

from __future__ import annotations

from tests.panes.source.made import document_of
from viewer.case.frozen import replace
from viewer.index.ask.sources import PassageView
from viewer.panes.source.layout import Places
from viewer.panes.source.standing import anchored, stands

TEXT = "# Note\n\nOne **two** three.\n\nAgain: three."


def passage(words: str) -> PassageView:
    return document_of(TEXT, {words: ()}).passages[0]


def test_words_across_markup_stand_where_they_are_stated() -> None:
    document = document_of(TEXT, {"One **two** three": ()})
    assert stands(Places(document.blocks), document.passages[0])


def test_words_that_are_one_sign_off_do_not_stand() -> None:
    document = document_of(TEXT, {"three.": ()})
    first = document.passages[0]
    assert not stands(
        Places(document.blocks), replace(first, start=(first.start or 0) + 1, end=(first.end or 0) + 1)
    )
    assert not stands(Places(document.blocks), replace(first, start=None, end=None))


def test_states_are_told_from_the_text_itself() -> None:
    document = document_of(TEXT, {"Again": ()})
    here = document.passages[0]
    moved = replace(here, start=0, end=5)
    missing = replace(here, exact="Never", start=0, end=5)
    ambiguous = replace(here, exact="three.", start=0, end=6)
    found, states = anchored(TEXT, replace(document, passages=(here, moved, missing, ambiguous)))
    assert states == (("exact", 1), ("moved", 1), ("missing", 0), ("ambiguous", 2))
    assert found.passages[1].start == here.start
    assert found.passages[2].start is None and found.passages[3].start is None
