"""The timeline follows the query; its table, lanes, zone, calendar and direction are commands and are kept."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.shell.conftest import Opener
from viewer.index.query import Query
from viewer.panes.table.pane import TablePane
from viewer.settings import Settings
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow


def test_the_table_comes_in_the_timelines_place_and_goes(open_window: Opener) -> None:
    window = open_window()
    window.parts.actions["timeline_table"].trigger()
    table = window.panes.time.currentWidget()
    assert isinstance(table, TablePane) and not window.panes.timeline.isVisible()
    assert table.model.rowCount() == window.session.heading.events
    assert table.model.index(table.view.currentIndex().row(), 0).data(Qt.ItemDataRole.UserRole).uid == (
        window.session.navigator.focus.event
    )
    window.parts.actions["timeline_table"].trigger()
    assert window.panes.timeline.isVisible()


def test_timeline_and_table_follow_the_query(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    window.parts.actions["timeline_table"].trigger()
    table = window.panes.time.currentWidget()
    assert isinstance(table, TablePane)
    window.session.navigator.ask(Query(kind=("statement",)))
    qtbot.waitUntil(lambda: 0 < table.model.rowCount() < 40)
    assert [lane.label for lane in window.panes.timeline.board.lanes] == ["Statement"]
    window.session.navigator.ask(Query())
    assert table.model.rowCount() == window.session.heading.events


def test_choices_of_the_corner_are_kept_and_worn_by_the_next_window(open_window: Opener, service: Service) -> None:
    window = open_window()
    for what, value in (("lanes", "place"), ("zone", "UTC"), ("calendar", "jalali")):
        window.panes.timeline.choice_made.emit(what, value)
    assert window.panes.timeline.board.ask.by == "place"
    kept = Settings(service.settings.path).choices
    assert (kept.lanes, kept.zone, kept.calendar) == ("place", "UTC", "jalali")
    other = open_window()
    assert other.panes.timeline.board.ask.by == "place"
    assert other.panes.timeline.board.told.calendar == "jalali"
    assert other.panes.timeline.foot.corner.text() == "By place · UTC"


def test_time_can_run_left_to_right_in_a_mirrored_window(open_window: Opener, service: Service) -> None:
    window = open_window()
    board, actions = window.panes.timeline.board, window.parts.actions
    seen = []
    for name in ("turn_layout", "time_left_to_right", "time_left_to_right"):
        actions[name].trigger()
        QApplication.processEvents()
        seen.append((board.scale.mirrored, service.settings.choices.time_direction))
    assert seen == [(True, "layout"), (False, "ltr"), (True, "layout")]
    actions["turn_layout"].trigger()


def test_events_follow_each_other_by_question(open_window: Opener) -> None:
    window = open_window()
    first = window.session.navigator.focus.event
    window.parts.actions["next_event"].trigger()
    second = window.session.navigator.focus.event
    assert second != first
    window.parts.actions["previous_event"].trigger()
    assert window.session.navigator.focus.event == first


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_corner_opens_a_menu_of_lanes_zone_and_calendar(open_window: Opener) -> None:
    window = open_window()
    window.parts.actions["timeline_choices"].trigger()
    QApplication.processEvents()
    (menu,) = [each for each in window.panes.timeline.foot.corner.findChildren(QMenu) if each.isVisible()]
    chapters = [action.text() for action in menu.actions()]
    assert chapters == ["Lanes", "Time of day", "Calendar"]
    lanes = menu.findChildren(QMenu)[0]
    by_place = next(action for action in lanes.actions() if action.text() == "By place")
    by_place.trigger()
    assert window.panes.timeline.board.ask.by == "place"
    menu.close()


def busy(window: CaseWindow) -> Event:
    """Keeps the desk from answering until the event is set."""
    free = Event()
    window.session.desk.ask("busy", lambda _connection: free.wait(10), lambda _answer: None)
    return free


def test_the_last_picture_stays_until_the_new_one_is_there(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    board = window.panes.timeline.board
    before, listed = board.lanes, window.panes.listing.view.model().rowCount()
    free = busy(window)
    window.session.navigator.ask(Query(kind=("statement",)))
    qtbot.wait(30)
    assert board.lanes == before and window.panes.listing.view.model().rowCount() == listed
    free.set()
    qtbot.waitUntil(lambda: [lane.label for lane in board.lanes] == ["Statement"])
    qtbot.waitUntil(lambda: window.panes.listing.view.model().rowCount() == 1)


def test_an_answer_to_an_older_query_never_shows(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    board, navigator = window.panes.timeline.board, window.session.navigator
    everything = board.lanes
    shown: list[int] = []
    window.panes.listing.view.model().modelReset.connect(
        lambda: shown.append(window.panes.listing.view.model().rowCount())
    )
    free = busy(window)
    for query in (Query(kind=("statement",)), Query(words="rocket"), Query()):
        navigator.ask(query)
    free.set()
    qtbot.waitUntil(lambda: window.session.idle and bool(shown))
    qtbot.wait(20)
    assert board.lanes == everything and shown == [len(everything)]


def test_the_window_asks_again_only_what_the_desk_has_answered(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    board, connection = window.panes.timeline.board, window.session.connection
    heavy: list[str] = []
    connection.set_trace_callback(
        lambda said: heavy.append(said) if "_words" in said or "packed" in said else None
    )
    window.session.navigator.ask(Query(words="rocket"))
    qtbot.waitUntil(lambda: len(board.lanes) == 1)
    QApplication.processEvents()
    connection.set_trace_callback(None)
    assert heavy == []
