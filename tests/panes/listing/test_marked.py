"""Words that are looked for are marked in the titles of the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from tests.panes.ground import grounds
from viewer.index.ask.events import EventRow, KindGroup
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.panes.listing.pane import ListingPane
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

LONG = "An operation begins in the northern part of the camp and is ended after a long operation in its south"


def event(uid: str, title: str) -> EventRow:
    return EventRow(uid, title, None, None, 0, None, False, (True,), "undated")


@pytest.fixture
def pane(navigator: Navigator, look: Look, qtbot: QtBot) -> ListingPane:
    pane = ListingPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(320, 400)
    titles = ("First operation", LONG, "Supplies held back", "بدأت العَمليّة في الصباح")
    pane.show_groups([KindGroup("force", "Use of force", 0, None, tuple(map(event, "abcd", titles)))])
    pane.show()
    return pane


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_titles_are_marked_whatever_their_script(
    pane: ListingPane, navigator: Navigator, look: Look, direction: Qt.LayoutDirection
) -> None:
    pane.setLayoutDirection(direction)
    assert not grounds(pane.view.viewport(), look.theme.highlight)
    navigator.ask(Query(words="operation OR العملیه"))
    found = grounds(pane.view.viewport(), look.theme.highlight)
    rows = [pane.view.indexAt(box.center()).row() for box in found]
    assert rows == [0, 1, 3]  # the second one of a long title is cut off with its end
    navigator.ask(Query())
    assert not grounds(pane.view.viewport(), look.theme.highlight)


def test_a_word_on_the_second_line_is_marked_there(pane: ListingPane, navigator: Navigator, look: Look) -> None:
    navigator.ask(Query(words="camp OR part"))
    found = grounds(pane.view.viewport(), look.theme.highlight)
    row = pane.view.visualRect(pane.view.indexAt(found[0].center()))
    assert found and all(box.center().y() > row.top() + look.space.px(26) for box in found)


def test_marks_stay_when_the_look_changes_and_are_not_spoken(
    pane: ListingPane, navigator: Navigator, look: Look
) -> None:
    navigator.search("operat")
    model = pane.view.model()
    index = model.index(0, 0, model.index(0, 0, QModelIndex()))
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    look.scale_text(1.25)
    assert grounds(pane.view.viewport(), look.theme.highlight)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said and "First operation" in str(said)
