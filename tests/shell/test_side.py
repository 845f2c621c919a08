"""The filters in the window: made when they are opened, and one query for all."""

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from viewer.index.query import Query
from viewer.panes.filters.pane import FiltersPane
from viewer.session.views import Views
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow

Opener = Callable[..., CaseWindow]
FORCE = Query(kind=("use-of-force",))


def panel(window: CaseWindow) -> FiltersPane | None:
    return window.panes.side.filters


def keyboard_within(pane: QWidget | None) -> bool:
    focused = QApplication.focusWidget()
    return pane is not None and focused is not None and pane.isAncestorOf(focused)


def test_nothing_of_the_filters_is_imported_with_the_window() -> None:
    asked = "import sys, viewer.shell.window; print([m for m in sys.modules if m.startswith('viewer.panes.f')])"
    modules = run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert "viewer.panes.finder.field" in modules
    assert "viewer.panes.filters" not in modules
    assert "viewer.panes.finder.popup" not in modules


def test_the_filters_take_the_place_of_the_list_and_give_it_back(open_window: Opener) -> None:
    window = open_window()
    assert panel(window) is None
    window.activateWindow()
    window.parts.actions["filters"].trigger()
    opened = panel(window)
    assert opened is not None
    assert opened.isVisible()
    assert keyboard_within(opened)
    assert window.parts.actions["filters"].isChecked()
    window.parts.actions["filters"].trigger()
    assert window.panes.listing.isVisible()
    assert window.panes.listing.view.hasFocus()
    assert not window.parts.actions["filters"].isChecked()


def test_in_a_small_window_the_filters_come_up_in_their_tab(open_window: Opener) -> None:
    window = open_window(700, 500)
    window.parts.actions["filters"].trigger()
    assert window.parts.arrangement.tabs.currentWidget() is window.panes.side
    assert window.panes.side.filters
    assert window.panes.side.filters.isVisible()


def test_the_button_says_how_many_filters_are_on(open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.ask(Query(kind=("use-of-force", "statement"), since="2009", until="2011"))
    assert window.parts.topbar.filters.text() == "3"
    assert window.parts.topbar.filters.accessibleName() == "Filters, 3 on"
    window.parts.actions["clear_filters"].trigger()
    assert window.session.navigator.query == Query()
    assert window.parts.topbar.filters.accessibleName() == "Filters"


def test_the_list_follows_the_query_and_says_how_many_are_hidden(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    model = window.panes.listing.view.model()
    assert model.rowCount() > 5
    window.session.navigator.ask(FORCE)
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=3000)
    kind = model.index(0, 0)
    qtbot.waitUntil(lambda: window.session.desk.idle)
    line = window.panes.side.line
    assert line is not None
    assert line.isVisible()
    assert line.count.text() == f"{model.rowCount(kind)} of 40 shown"
    window.session.navigator.ask(Query())
    qtbot.waitUntil(lambda: model.rowCount() > 5, timeout=3000)
    assert not line.isVisible()


def test_an_address_carries_the_query_and_history_restores_it(open_window: Opener) -> None:
    window = open_window()
    focus = window.session.navigator.focus
    window.session.navigator.ask(FORCE)
    window.parts.actions["copy_address"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "kind=use-of-force" in copied
    window.session.navigator.ask(Query(disputed=True))
    window.parts.actions["back"].trigger()
    assert window.session.navigator.query == FORCE
    window.parts.actions["clear_filters"].trigger()
    window.acts.go_to(copied)
    assert (window.session.navigator.focus, window.session.navigator.query) == (focus, FORCE)


def test_a_saved_view_stands_in_the_menu(open_window: Opener, readers_folder: Path) -> None:
    window = open_window()
    menu = window.parts.topbar.views
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()
    assert not (readers_folder / "views.toml").exists()
    Views(window.session.case_uid).save("Force & more", FORCE)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert window.session.navigator.query == FORCE


def test_save_this_view_asks_for_a_name_in_the_panel(open_window: Opener) -> None:
    window = open_window()
    window.parts.actions["save_view"].trigger()
    assert panel(window) is None
    window.session.navigator.ask(FORCE)
    window.parts.actions["save_view"].trigger()
    opened = panel(window)
    assert opened
    name = opened.saved.name
    assert name.isVisible()
    name.setText("Force")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert [view.name for view in Views(window.session.case_uid).all()] == ["Force"]


def test_f6_goes_to_the_filters_where_they_stand_in_place_of_the_list(open_window: Opener) -> None:
    window = open_window()
    window.activateWindow()
    window.parts.actions["filters"].trigger()
    for _ in range(4):
        window.parts.actions["next_pane"].trigger()
        QApplication.processEvents()
    assert keyboard_within(panel(window))


def test_the_filters_are_made_anew_in_another_text_size(open_window: Opener, service: Service) -> None:
    window = open_window()
    window.parts.actions["filters"].trigger()
    before = window.panes.side.filters
    window.parts.actions["text_larger"].trigger()
    assert window.panes.side.filters is not before
    assert window.panes.side.shows_filters
