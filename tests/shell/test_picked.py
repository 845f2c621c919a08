"""Events picked in the window: their accounts beside each other, their address, the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.shell.conftest import Opener
from tests.shell.test_comparing import accounts_of
from viewer.case.errors import UnknownFocus
from viewer.index.query import Query
from viewer.panes.table.pane import TablePane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def picked_in(navigator: Navigator) -> tuple[str, ...]:
    """Asked anew each time, which a checker of types does not expect of an attribute."""
    return navigator.picked


def test_accounts_of_the_events_picked_follow_what_is_picked(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    navigator = window.session.navigator
    navigator.pick(("E31", "E16"))
    pane = accounts_of(qtbot, window)
    assert pane._title.text() == "Accounts of 2 events"
    scope = next(box for box in pane.findChildren(QComboBox) if "events" in box.accessibleName())
    assert scope.currentText() == "The events picked"
    assert "picked=E31&picked=E16" in pane.text_of_selection()
    navigator.pick(("E31", "E16", "E11"))
    qtbot.waitUntil(lambda: pane._title.text() == "Accounts of 3 events")


def test_the_event_in_focus_is_picked_by_command(open_window: Opener) -> None:
    window = open_window()
    navigator = window.session.navigator
    navigator.go(Focus(event="E16"))
    window.parts.actions["pick_event"].trigger()
    navigator.go(Focus(event="E31"))
    window.parts.actions["pick_event"].trigger()
    assert picked_in(navigator) == ("E16", "E31")
    window.parts.actions["pick_event"].trigger()
    assert picked_in(navigator) == ("E16",)
    window.parts.actions["clear_picked"].trigger()
    assert picked_in(navigator) == ()


def test_those_that_a_filter_hides_are_counted(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    navigator = window.session.navigator
    navigator.pick(("E16", "E31", "E01"))
    bar = window.panes.listing._bar
    assert bar is not None
    navigator.ask(Query(kind=("use-of-force",)))
    qtbot.waitUntil(lambda: "not among those shown" in bar._words.text())
    assert bar._words.text() == "3 events picked. 1 of them not among those shown."
    navigator.ask(Query())
    qtbot.waitUntil(lambda: bar._words.text() == "3 events picked.")


def test_an_address_brings_the_events_picked(open_window: Opener) -> None:
    window = open_window()
    session = window.session
    session.go_to(session.address(Focus(event="E16"), None, ("E31", "E16")))
    assert picked_in(session.navigator) == ("E31", "E16") and session.navigator.focus.event == "E16"
    with pytest.raises(UnknownFocus):
        session.go_to(session.address(Focus(event="E16"), None, ("E31", "nobody")))
    assert picked_in(session.navigator) == ("E31", "E16")


def test_the_table_picks_too_and_marks_what_is_picked(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    navigator = window.session.navigator
    window.parts.actions["timeline_table"].trigger()
    table = window.findChild(TablePane)
    assert table is not None
    qtbot.waitUntil(lambda: table.model.rowCount() == 40)
    first, third = (table.model.index(row, 1) for row in (0, 2))
    uids = [table.model.index(row, 0).data(Qt.ItemDataRole.UserRole).uid for row in range(3)]
    where = table.view.visualRect(first).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert navigator.focus.event == uids[0]
    where = table.view.visualRect(third).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, SHIFT, where)
    assert picked_in(navigator) == tuple(uids) and navigator.focus.event == uids[0]
    cell = table.model.index(1, 0)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith("picked, ")
    assert cell.data(Qt.ItemDataRole.DecorationRole) is not None
    assert table.model.index(5, 0).data(Qt.ItemDataRole.DecorationRole) is None
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_A, CTRL)
    assert len(picked_in(navigator)) == 40
    QTest.keyClick(table.view, Qt.Key.Key_Escape)
    assert picked_in(navigator) == ()
