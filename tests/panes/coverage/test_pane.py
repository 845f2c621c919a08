"""The list as a reader works it: fold, go, copy, follow the query."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panes.coverage.made import ALL, FOUND, NOTHING, SOME
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.panes.coverage.pane import CoveragePane
from viewer.panes.coverage.tree import CoverageTree
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference
from viewer.wording.digests import digest_groups
from viewer.wording.voice import English

REFERENCE = Reference("A case", "case:x/focus?event=E1", "c" * 64)


@pytest.fixture
def pane(qtbot: QtBot, look: Look, navigator: Navigator) -> CoveragePane:
    pane = CoveragePane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    pane.show_coverage(FOUND, SOME, REFERENCE)
    return pane


def at(tree: CoverageTree, *rows: int) -> QModelIndex:
    """The entry at a way of rows from the top."""
    index = QModelIndex()
    for row in rows:
        index = tree.model().index(row, 0, index)
    return index


def test_it_says_of_how_many_events_it_speaks_and_what_a_gap_means(pane: CoveragePane) -> None:
    assert pane._scope.text() == "Of the 12 events shown; the case has 40."
    assert pane._meaning.text().startswith(
        "A gap says that this case has nothing there, not that nothing happened."
    )
    pane.show_coverage(FOUND, ALL, REFERENCE)
    assert pane._scope.text() == "Of all 40 events of this case."


def test_enter_goes_to_an_entry_and_folds_a_section(pane: CoveragePane, navigator: Navigator) -> None:
    tree = pane.tree
    tree.setCurrentIndex(at(tree, 3))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(at(tree, 3))
    assert not navigator.focus
    tree.setCurrentIndex(at(tree, 3, 1))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert navigator.focus == Focus(claim="C2")


def test_a_click_goes_to_an_entry(pane: CoveragePane, navigator: Navigator) -> None:
    tree = pane.tree
    where = tree.visualRect(at(tree, 1, 0)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert navigator.focus == Focus(event="E1")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_sections_fold_along_the_reading_direction(pane: CoveragePane, direction: Qt.LayoutDirection) -> None:
    pane.setLayoutDirection(direction)
    QApplication.processEvents()
    tree, ltr = pane.tree, direction == Qt.LayoutDirection.LeftToRight
    tree.setCurrentIndex(at(tree, 0))
    QTest.keyClick(tree, Qt.Key.Key_Right if ltr else Qt.Key.Key_Left)
    assert tree.isExpanded(at(tree, 0))
    QTest.keyClick(tree, Qt.Key.Key_Left if ltr else Qt.Key.Key_Right)
    assert not tree.isExpanded(at(tree, 0))


def test_sections_stay_unfolded_when_other_events_are_shown(pane: CoveragePane) -> None:
    pane.tree.expand(at(pane.tree, 5))
    pane.show_coverage(FOUND, ALL, REFERENCE)
    assert pane.tree.isExpanded(at(pane.tree, 5))
    pane.show_coverage(NOTHING, ALL, REFERENCE)
    assert pane.tree.model().rowCount() == 8


def test_all_is_copied_with_its_case_or_what_is_selected(pane: CoveragePane) -> None:
    tree = pane.tree
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "1 gap in time" in copied
    assert copied.endswith(f"{REFERENCE.address}\nDigest of the case (SHA-256): {digest_groups(REFERENCE.digest)}")
    select = QItemSelectionModel.SelectionFlag.Select
    tree.clearSelection()
    for index in (at(tree, 1), at(tree, 1, 0), at(tree, 2)):
        tree.selectionModel().select(index, select)
    text = pane.text_of_selection()
    assert text.count("13 + 36 + 52") == 1
    assert "gap in time" not in text


def test_it_asks_again_when_other_events_are_asked_for(
    qtbot: QtBot, pane: CoveragePane, navigator: Navigator
) -> None:
    with qtbot.waitSignal(pane.coverage_wanted) as asked:
        navigator.ask(Query(disputed=True))
    assert asked.args == [Query(disputed=True)]


def test_a_screen_reader_hears_title_and_lines(pane: CoveragePane) -> None:
    heard = at(pane.tree, 1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "13 + 36 + 52\n101\nThe article states 116."


def test_lines_grow_with_the_text(pane: CoveragePane, look: Look) -> None:
    tree = pane.tree
    before = tree.visualRect(at(tree, 1, 0)).height()
    look.scale_text(2.0)
    assert tree.visualRect(at(tree, 1, 0)).height() > 1.7 * before
