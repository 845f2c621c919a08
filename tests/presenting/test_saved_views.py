"""Two exhibits side by side, saved as one item."""

from __future__ import annotations

import pytest

from tests.presenting.conftest import DIGEST, Conducting
from viewer.case.hearing import Noted, Step, Target
from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists
from viewer.presenting.saved_views import CannotSave, save_view
from viewer.session.session import Session
from viewer.session.show import go_live, set_beside

QUOTE = Step("quotes", "Said", (Target("quote", "Q3"),))
PASSAGE = Step("passage", "Written", (Target("passage", "P-E11-C11"),))
CARD = Step("text", "A card", body="Words")


def test_a_quotation_beside_a_passage_becomes_an_item_under_the_first(
    session: Session, notebook: Notebook, conducting: Conducting
) -> None:
    lists = Lists(notebook, session.case_uid, DIGEST)
    made = lists.make("Two", [Noted(QUOTE, "a note"), Noted(PASSAGE), Noted(CARD)])
    conductor = conducting(session, made)
    conductor.apply(go_live)
    conductor.apply(lambda show: set_beside(show, 1))
    saved = save_view(lists, made.uid, conductor, ())
    assert (saved.step.kind, saved.step.exhibit) == ("two-up", "A-1/1")
    assert saved.step.targets == (*QUOTE.targets, *PASSAGE.targets)
    assert saved.noted.note == "", "a note belongs to its item"
    assert lists.get(made.uid).items[1] == saved


def test_a_card_beside_a_quotation_cannot_be_one_item(
    session: Session, notebook: Notebook, conducting: Conducting
) -> None:
    lists = Lists(notebook, session.case_uid, DIGEST)
    made = lists.make("Two", [Noted(QUOTE), Noted(CARD)])
    conductor = conducting(session, made)
    conductor.apply(go_live)
    conductor.apply(lambda show: set_beside(show, 1))
    with pytest.raises(CannotSave, match="beside"):
        save_view(lists, made.uid, conductor, ())
    assert lists.get(made.uid) == made
