"""A kind with more events than are listed says how many, on its heading and in a last line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.case.frozen import replace
from viewer.index.ask.events import KindGroup
from viewer.index.ask.listing import by_kind
from viewer.index.query import Query
from viewer.index.reader import open_index
from viewer.look.current import Look
from viewer.panes.listing.model import ListingModel
from viewer.panes.listing.pane import ListingPane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English


@pytest.fixture
def groups(ashraf_index: Path) -> tuple[KindGroup, ...]:
    connection = open_index(ashraf_index)
    groups = by_kind(connection, Query()).groups
    connection.close()
    return groups


@pytest.fixture
def pane(qapp: QApplication, built_resources: Path, qtbot: QtBot) -> Iterator[ListingPane]:
    pane = ListingPane(Navigator(), Look(built_resources, "light"), English())
    qtbot.addWidget(pane)
    pane.resize(268, 600)
    pane.show()
    yield pane
    qapp.setStyleSheet("")


def test_the_last_line_counts_what_is_not_listed(groups: tuple[KindGroup, ...], qapp: QApplication) -> None:
    model = ListingModel(English())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    first = groups[0]
    model.show_groups(groups, {first.code: 48_210})
    kind = model.index(0, 0)
    assert tester.model() is model
    assert model.rowCount(kind) == len(first.events) + 1
    assert model.index(len(first.events), 0, kind).data().startswith(f"{48_210 - len(first.events):,} more")
    assert kind.data(Qt.ItemDataRole.AccessibleTextRole) == f"{first.label}, 48,210 events"
    assert model.rowCount(model.index(1, 0)) == len(groups[1].events)


def test_what_is_left_out_before_the_first_line_is_not_counted_again(groups: tuple[KindGroup, ...]) -> None:
    model = ListingModel(English())
    first = max(groups, key=lambda group: len(group.events))
    late = replace(first, events=first.events[2:4], skipped=2)
    model.show_groups([late], {first.code: 100})
    kind = model.index(0, 0)
    assert [model.index(row, 0, kind).data() for row in range(2)] == [row.title for row in late.events]
    assert model.index(2, 0, kind).data().startswith("96 more")
    model.show_groups([late], {first.code: 4})
    assert model.rowCount(kind) == len(late.events) == 2


def test_the_last_line_asks_for_the_rest_by_mouse_and_by_key(
    pane: ListingPane, groups: tuple[KindGroup, ...], qtbot: QtBot
) -> None:
    pane.show_groups(groups, {groups[0].code: 1000})
    kind = pane.view.model().index(0, 0)
    rest = pane.view.model().index(len(groups[0].events), 0, kind)
    with qtbot.waitSignal(pane.rest_opened) as asked:
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=pane.view.visualRect(rest).center())
    assert asked.args == [groups[0].code]
    pane.view.setCurrentIndex(rest)
    with qtbot.waitSignal(pane.rest_opened):
        QTest.keyClick(pane.view, Qt.Key.Key_Return)


def test_a_shorter_list_keeps_the_event_in_focus_or_begins_at_its_top(
    pane: ListingPane, groups: tuple[KindGroup, ...]
) -> None:
    pane.show_groups(groups)
    last = groups[-1].events[-1].uid
    pane._navigator.go(Focus(event=last))
    pane.show_groups(groups[-1:])
    assert pane.view.currentIndex().data() == groups[-1].events[-1].title
    pane.show_groups(groups[:-1])
    assert pane.view.verticalScrollBar().value() == 0
