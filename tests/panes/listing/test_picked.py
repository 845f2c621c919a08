"""Events are picked in the list by clicks and keys, marked, spoken, counted, and put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.panes.listing.test_measured import group
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.panes.listing.pane import ListingPane
from viewer.session.focus import Focus
from viewer.session.navigator import MOST_PICKED, Navigator
from viewer.wording.voice import English

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(navigator: Navigator, look: Look, qtbot: QtBot) -> ListingPane:
    pane = ListingPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(320, 500)
    pane.show_groups([group("a", 4), group("b", 70)])
    pane.show()
    navigator.go(Focus(event="a0"))
    return pane


def picked_in(navigator: Navigator) -> tuple[str, ...]:
    """Asked anew each time, which a checker of types does not expect of an attribute."""
    return navigator.picked


def at(pane: ListingPane, uid: str) -> QModelIndex:
    index = pane._model.find(uid)
    assert index.isValid()
    return index


def click(pane: ListingPane, uid: str, held: Qt.KeyboardModifier) -> None:
    pane.view.scrollTo(at(pane, uid))
    where = pane.view.visualRect(at(pane, uid)).center()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, held, where)


def bar_words(pane: ListingPane) -> str:
    said = [label.text() for label in pane.findChildren(Paragraph) if label.isVisible()]
    return said[0] if said else ""


def test_ctrl_and_a_click_pick_and_put_back_and_open_nothing(pane: ListingPane, navigator: Navigator) -> None:
    click(pane, "a2", CTRL)
    assert picked_in(navigator) == ("a0", "a2") and navigator.focus == Focus(event="a0")
    assert bar_words(pane) == "2 events picked."
    click(pane, "a0", CTRL)
    assert picked_in(navigator) == ("a2",)
    click(pane, "a2", CTRL)
    assert picked_in(navigator) == () and bar_words(pane) == ""
    click(pane, "a2", Qt.KeyboardModifier.NoModifier)
    assert navigator.focus == Focus(event="a2")


def test_shift_picks_a_stretch_over_kinds_too(pane: ListingPane, navigator: Navigator) -> None:
    click(pane, "b1", SHIFT)
    assert picked_in(navigator) == ("a0", "a1", "a2", "a3", "b0", "b1")


def test_keys_pick_as_clicks_do(pane: ListingPane, navigator: Navigator) -> None:
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(pane.view, Qt.Key.Key_Down, SHIFT)
    assert picked_in(navigator) == ("a0", "a1", "a2")
    QTest.keyClick(pane.view, Qt.Key.Key_Up, SHIFT)
    assert picked_in(navigator) == ("a0", "a1")
    QTest.keyClick(pane.view, Qt.Key.Key_Space, CTRL)
    assert picked_in(navigator) == ("a0",)
    QTest.keyClick(pane.view, Qt.Key.Key_A, CTRL)
    assert len(picked_in(navigator)) == MOST_PICKED
    assert bar_words(pane) == "50 events picked. For 24 more there is no room."
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert picked_in(navigator) == () and navigator.focus == Focus(event="a0")


@pytest.mark.parametrize("rtl", [False, True])
def test_what_is_picked_is_marked_and_spoken(pane: ListingPane, navigator: Navigator, rtl: bool) -> None:
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)

    def picture() -> QImage:
        return pane.view.viewport().grab(pane.view.visualRect(at(pane, "a2"))).toImage()

    before = picture()
    navigator.pick(("a2",))
    after = picture()
    changed = [
        x
        for x in range(before.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(before.height()))
    ]
    assert changed and all((x > before.width() / 2) == rtl for x in changed)
    assert at(pane, "a2").data(Qt.ItemDataRole.AccessibleTextRole).startswith("picked, ")
    assert not at(pane, "a1").data(Qt.ItemDataRole.AccessibleTextRole).startswith("picked")


def test_the_bar_leads_on_clears_and_counts_what_is_hidden(
    pane: ListingPane, navigator: Navigator, qtbot: QtBot
) -> None:
    navigator.pick(("a1", "b3", "b4"))
    pane.show_hidden(2)
    assert bar_words(pane) == "3 events picked. 2 of them not among those shown."
    compare, clear = (button for button in pane.findChildren(QPushButton) if button.isVisible())
    with qtbot.waitSignal(pane.comparison_asked):
        compare.click()
    clear.click()
    assert picked_in(navigator) == ()
