"""The table's rows and cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panes.ground import grounds
from viewer.case.when import parse
from viewer.index.ask.events import EventRow
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.panes.table.model import COLUMNS, FOUND, ROW, TableModel
from viewer.panes.table.pane import TablePane
from viewer.panes.table.rows import KEPT, PAGE, Rows
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Many:
    """A million events that are made when they are asked for."""

    def __init__(self, size: int = 1_000_000) -> None:
        self._size = size
        self.pages: list[tuple[str, bool, int]] = []

    def size(self) -> int:
        return self._size

    def page(self, sort: str, descending: bool, offset: int, limit: int) -> Sequence[EventRow]:
        self.pages.append((sort, descending, offset))
        last = min(offset + limit, self._size)
        return [self._row(self._size - 1 - at if descending else at) for at in range(offset, last)]

    def position(self, uid: str, _sort: str, descending: bool) -> int | None:
        if not uid.startswith("E"):
            return None
        return self._size - 1 - int(uid[1:]) if descending else int(uid[1:])

    def kinds(self) -> Mapping[int, str]:
        return {0: "Statement", 1: "Use of force"}

    def _row(self, number: int) -> EventRow:
        when = parse("2011-04-08?") if number % 2 else parse("2011-04")
        return EventRow(
            f"E{number}", f"Event {number}", when, "Ashraf", number % 2, None, number % 3 == 0, (True, False), ""
        )


@pytest.fixture
def look(qapp: QApplication, built_resources: Path) -> Look:
    return Look(built_resources, "light")


@pytest.fixture
def model(look: Look) -> TableModel:
    model = TableModel(look, English())
    model.show_events(Many())
    return model


def cell(model: TableModel, row: int, name: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    column = [sort for sort, _ in COLUMNS].index(name)
    return model.index(row, column).data(role)


def test_only_pages_that_are_looked_at_are_fetched_and_few_are_kept() -> None:
    ask = Many()
    rows = Rows(ask)
    assert rows.size == 1_000_000 and not ask.pages
    for number in (0, 5, PAGE - 1, 500_000, 500_001):
        row = rows.row(number)
        assert row and row.uid == f"E{number}"
    assert [offset for _, _, offset in ask.pages] == [0, 500_000]
    for page in range(KEPT + 5):
        rows.row(page * PAGE)
    ask.pages.clear()
    rows.row(0)
    assert ask.pages == [("time", False, 0)]


def test_a_row_beyond_the_last_is_none() -> None:
    rows = Rows(Many(5))
    assert rows.row(4) and rows.row(5) is None


def test_cells_say_date_with_its_doubt_and_the_first_one_the_whole_line(model: TableModel) -> None:
    assert cell(model, 3, "time") == "8 Apr 2011 (uncertain)"
    assert cell(model, 3, "kind") == "Use of force"
    assert cell(model, 3, "disputed") == "disputed"
    assert cell(model, 3, "time", SPOKEN) == "8 April 2011, uncertain: Event 3, 2 origins, disputed"
    assert cell(model, 1, "disputed", SPOKEN) == "Disputed: none"
    assert cell(model, 1, "place", SPOKEN) == "Place: Ashraf"


def test_sorting_begins_anew_from_the_other_end(model: TableModel) -> None:
    model.sort(0, Qt.SortOrder.DescendingOrder)
    row = model.index(0, 0).data(ROW)
    assert isinstance(row, EventRow) and row.uid == "E999999"
    assert model.find("E999990") == 9
    assert model.find("nobody") == -1


@pytest.fixture
def navigator(qapp: QApplication) -> Navigator:
    return Navigator()


@pytest.fixture
def pane(qapp: QApplication, look: Look, navigator: Navigator) -> TablePane:
    pane = TablePane(navigator, look, English())
    pane.resize(1100, 300)
    pane.show()
    pane.show_events(Many())
    qapp.processEvents()
    return pane


def test_a_focus_from_elsewhere_is_chosen_and_in_view(pane: TablePane, navigator: Navigator) -> None:
    navigator.go(Focus(event="E700000"))
    index = pane.view.currentIndex()
    assert index.row() == 700_000
    assert pane.view.viewport().rect().contains(pane.view.visualRect(index).center())
    assert [chosen.row() for chosen in pane.view.selectionModel().selectedRows()] == [700_000]


def test_enter_opens_and_arrows_only_walk(pane: TablePane, navigator: Navigator) -> None:
    navigator.go(Focus(event="E10"))
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert navigator.focus == Focus(event="E10")
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert navigator.focus == Focus(event="E11")
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.currentIndex().row() == 999_999


def test_a_heading_sorts_and_the_event_in_focus_stays_chosen(pane: TablePane, navigator: Navigator) -> None:
    navigator.go(Focus(event="E10"))
    pane.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert pane.view.currentIndex().row() == 999_989


def test_the_date_stands_at_the_leading_side(pane: TablePane) -> None:
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert pane.view.columnViewportPosition(0) > pane.view.columnViewportPosition(1)
    picture = pane.grab().toImage()
    y = pane.view.visualRect(pane.model.index(2, 0)).center().y() + pane.view.viewport().y()
    assert len({picture.pixel(x, y) for x in range(picture.width())}) > 3


def test_words_that_are_looked_for_are_marked_in_titles_only(
    qtbot: QtBot, look: Look, navigator: Navigator
) -> None:
    pane = TablePane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(1000, 120)
    pane.show_events(Many(3))
    pane.show()
    title = pane.model.index(1, 1)
    words = str(title.data())
    navigator.ask(Query(words="2 OR event OR statement"))
    found = grounds(pane.view.viewport(), look.theme.highlight)
    assert {pane.view.indexAt(box.center()).column() for box in found} == {1}
    assert [words[start:end] for start, end in title.data(FOUND)] == ["Event"]
    assert pane.model.index(1, 3).data() == "Use of force" and not pane.model.index(1, 3).data(FOUND)
    navigator.ask(Query())
    assert not grounds(pane.view.viewport(), look.theme.highlight)
