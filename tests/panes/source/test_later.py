"""What is not seen at once follows a moment later, and nothing is asked of a case that is closed by then."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.panes.source.conftest import Show, placed
from tests.panes.source.made import FILLING, claim_of, document_of, long_document, marks_of, view_of
from viewer.index.ask.chips import ClaimView
from viewer.panes.source import foot
from viewer.panes.source import mark as marking
from viewer.panes.source.pane import SourcePane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English


def test_a_mark_says_what_its_passage_carries_a_moment_after_it_shows(show: Show, qtbot: QtBot) -> None:
    marks = marks_of(show(long_document()))
    assert [one.accessibleName() for one in marks] == [f"Passage {n} of 3" for n in (1, 2, 3)]
    qtbot.waitUntil(lambda: all(one.accessibleDescription() for one in marks))
    assert marks[0].accessibleDescription() == "This passage carries:\nKilled: at least 34, by OHCHR"
    assert marks[2].toolTip()


def test_a_mark_says_it_at_once_to_whoever_asks(show: Show) -> None:
    last = marks_of(show(long_document()))[2]
    assert not last.accessibleDescription()
    assert last.tip() == "No claim rests on this passage." == last.accessibleDescription()


def test_nothing_is_asked_of_a_case_that_is_about_to_be_closed(
    show: Show, navigator: Navigator, qtbot: QtBot
) -> None:
    """Neither for the marks nor for the links that are not made yet."""
    asked: list[int] = []

    class Claims(tuple[ClaimView, ...]):
        def __getitem__(self, at: Any) -> Any:
            asked.append(1)
            return super().__getitem__(at)

    many = Claims(claim_of(f"C{number}") for number in range(1, 101))
    pane = show(document_of("All of it.", {"All of it": many}))
    navigator.go(Focus(event="E1", claim="C1", source="s1", document="n1", passage="p1"))
    pane.put_beside(placed(qtbot, SourcePane(Navigator(), pane._look, English())), "Beside it")
    before = len(asked)
    pane.forget_case()
    qtbot.wait(2 * max(foot.SOON, marking.SOON))
    assert before == len(asked) > 0
    assert pane._beside is None
    assert any(
        label.isVisible() and label.text().startswith("Choose a claim") for label in pane.findChildren(QLabel)
    )


def test_marks_stand_at_their_words_whatever_is_done_to_the_pane(show: Show, qtbot: QtBot) -> None:
    """Where lines stand is worked out anew only for another width; a view made afresh has the last word."""
    pane = show(long_document())
    view = view_of(pane)
    for width, height in ((460, 700), (460, 300), (300, 300), (300, 760), (520, 760), (460, 700)):
        pane.resize(width, height)
        qtbot.waitUntil(lambda: not view._stands.any_ahead())
        found = [[(box.rect, box.baseline) for box in some] for some in view._stands.boxes]
        assert all(found)
        view._settled = None
        view._settle()
        assert found == [[(box.rect, box.baseline) for box in some] for some in view._stands.boxes]


def test_a_passage_far_down_a_long_text_is_brought_into_view_at_once(
    show: Show, navigator: Navigator, qtbot: QtBot
) -> None:
    """Qt lays a long text out bit by bit, and has not come so far when it is shown."""
    text = FILLING * 20 + "Here it is."
    pane = show(document_of(f"# Note\n\n{text}\n\n{FILLING}And this.", {"Here it is": (), "And this": ()}))
    view = view_of(pane)
    assert view._stands.any_ahead()
    navigator.go(Focus(source="s1", document="n1", passage="p1"))
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[1] == "here"
    mark_of_it = marks_of(pane)[0]
    assert mark_of_it.isVisible() and view.viewport().rect().contains(mark_of_it.geometry())
    qtbot.waitUntil(marks_of(pane)[1].isVisible)
    assert marks_of(pane)[1].y() > mark_of_it.y()
    assert view.viewport().rect().contains(mark_of_it.geometry())


def test_a_passage_that_is_laid_out_only_in_part_gets_the_rest_of_its_place(show: Show, qtbot: QtBot) -> None:
    """Wherever Qt stops: each passage runs over two paragraphs, so that one of them lies across that place."""
    words = [f"Paragraph {number} has words of its own to say." for number in range(240)]
    pairs = ["\n\n".join(words[at : at + 2]) for at in range(0, 240, 2)]
    pane = show(document_of("\n\n".join(pairs), dict.fromkeys(pairs, ())))
    view = view_of(pane)
    assert view._stands.any_ahead()
    qtbot.waitUntil(lambda: not view._stands.any_ahead())
    counts = [len(found) for found in view._stands.boxes]
    view._settled = None
    view._settle()
    assert counts == [len(found) for found in view._stands.boxes]
    assert min(counts) >= 2
