"""Accounts and coverage beside the case's window: opened by key and button, leading back into the case."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import CHECKOUT
from tests.shell.conftest import Opener
from viewer.index.query import Query
from viewer.panes.accounts.pane import AccountsPane
from viewer.panes.coverage.pane import CoveragePane
from viewer.session.focus import Focus
from viewer.shell.companion import Companion
from viewer.shell.notice import Notice
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow


def accounts_of(qtbot: QtBot, window: CaseWindow) -> AccountsPane:
    """Open the accounts view and wait until it stands."""
    window.parts.actions["compare_accounts"].trigger()
    qtbot.waitUntil(lambda: any(pane.isVisible() for pane in window.findChildren(AccountsPane)))
    return window.findChildren(AccountsPane)[0]


def coverage_of(qtbot: QtBot, window: CaseWindow) -> CoveragePane:
    """Open the coverage view and wait until it stands."""
    window.parts.actions["show_coverage"].trigger()
    qtbot.waitUntil(lambda: any(pane.isVisible() for pane in window.findChildren(CoveragePane)))
    return window.findChildren(CoveragePane)[0]


def test_nothing_of_both_is_loaded_before_it_is_asked_for() -> None:
    script = (
        "import sys, viewer.shell.window\n"
        "sys.exit(any('panes.accounts' in name or 'panes.coverage' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, cwd=CHECKOUT).returncode == 0


def test_accounts_of_the_event_in_focus_lead_to_the_passage(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.go(Focus(event="E16"))
    pane = accounts_of(qtbot, window)
    assert "Iraqi army operation" in pane._title.text()
    assert pane.table.accounts.columnCount() >= 12
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    focus = window.session.navigator.focus
    assert (focus.event, focus.claim, bool(focus.passage)) == ("E16", pane.table.cells.chosen, True)


def test_the_button_of_an_event_opens_its_accounts(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.go(Focus(event="E11"))
    button = next(b for b in window.panes.detail.findChildren(QPushButton) if b.text() == "Compare accounts")
    button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(AccountsPane)))
    assert "Iraqi forces enter" in window.findChildren(AccountsPane)[0]._title.text()


def test_it_stays_with_its_event_until_it_is_asked_again(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    navigator = window.session.navigator
    navigator.go(Focus(event="E16"))
    pane = accounts_of(qtbot, window)
    navigator.go(Focus(event="E31"))
    assert "Iraqi army operation" in pane._title.text()
    accounts_of(qtbot, window)
    qtbot.waitUntil(lambda: "Killings at Camp Ashraf" in pane._title.text())
    assert len(window.findChildren(AccountsPane)) == 1


def test_the_events_shown_can_be_compared(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.ask(Query(kind=("use-of-force",)))
    pane = accounts_of(qtbot, window)
    pane.scope_asked.emit("shown")
    qtbot.waitUntil(lambda: pane._title.text() == "Accounts of 3 events")
    assert "kind=use-of-force" in pane.text_of_selection()


def test_at_most_twenty_events_are_compared(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    pane = accounts_of(qtbot, window)
    pane.scope_asked.emit("shown")
    qtbot.waitUntil(lambda: pane._title.text() == "Accounts of 20 events")


def test_coverage_follows_the_query_while_it_is_open(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    pane = coverage_of(qtbot, window)
    assert pane._scope.text() == "Of all 40 events of this case."
    window.session.navigator.ask(Query(kind=("use-of-force",)))
    qtbot.waitUntil(lambda: pane._scope.text() == "Of the 3 events shown; the case has 40.")
    text = pane.text_of_selection()
    assert "13 + 36 + 52 = 101, but P4 states 116" in text


def test_a_source_that_no_claim_rests_on_is_one_step_away(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    pane = coverage_of(qtbot, window)
    section = next(s for s in pane._sections if "source" in s.title)
    assert section.title.startswith(f"{len(section.within)} sources that no claim")
    pane.tree.spot_chosen.emit(section.within[0].focus)
    chosen = section.within[0].focus
    assert chosen is not None
    assert window.session.navigator.focus.source == chosen.source


@pytest.mark.parametrize("command", ["compare_accounts", "show_coverage"])
def test_esc_closes_it_and_its_size_is_kept(
    qtbot: QtBot, open_window: Opener, service: Service, command: str
) -> None:
    window = open_window()
    (accounts_of if command == "compare_accounts" else coverage_of)(qtbot, window)
    companion = window.findChildren(Companion)[0]
    companion.resize(777, 555)
    QTest.keyClick(companion, Qt.Key.Key_Escape)
    assert not companion.isVisible()
    kept = service.settings.choices
    assert (kept.accounts_size if command == "compare_accounts" else kept.coverage_size) == [777, 555]


def test_it_goes_with_its_window(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    coverage_of(qtbot, window)
    companion = window.findChildren(Companion)[0]
    with qtbot.waitSignal(companion.destroyed):
        window.close()
        QApplication.processEvents()


def test_the_title_of_the_window_names_no_case(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    coverage_of(qtbot, window)
    assert window.findChildren(Companion)[0].windowTitle() == "Coverage"


def test_words_that_make_no_sense_are_said(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.ask(Query(words="(army"))
    window.parts.actions["show_coverage"].trigger()
    notice = window.findChildren(Notice)[0]
    qtbot.waitUntil(notice.isVisible)
    assert not window.findChildren(CoveragePane)
