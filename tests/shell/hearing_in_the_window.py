"""Run in a process with two virtual screens: each check prints `ok NAME` or `FAILED NAME` with its trace.

The real window of the case, its commands, its notebook. argv: the names of the checks.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.screens import say_each
from viewer import paths
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.notebook.log import HearingLog, hearings
from viewer.presenting.door import Hearing
from viewer.presenting.preparing import Preparing
from viewer.session.focus import Focus
from viewer.settings import Settings
from viewer.shell.house import session_of
from viewer.shell.list_choice import ListChoice
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow


def until(there: Callable[[], object], why: str = "") -> None:
    for _ in range(250):
        if there():
            return
        QTest.qWait(20)
    raise AssertionError(f"waited in vain {why}")


class Checks:
    """One window after another in one application."""

    def __init__(self) -> None:
        self.app = QApplication([sys.argv[0], "-style", "fusion"])
        self.service = Service(Look(paths.resources(), "light"), QtVoice(QLocale("en")), Settings())

    def window(self, case: str = "ashraf") -> CaseWindow:
        window = CaseWindow(session_of(case), self.service)
        window.show()
        window.open_at(None)
        QTest.qWait(50)
        return window

    def begun(self, window: CaseWindow, act: str = "present") -> Hearing:
        """A hearing by the command; whatever is asked before is answered as it stands."""
        window.parts.actions[act].trigger()
        QTest.qWait(50)
        for choice in window.findChildren(ListChoice):
            choice.accept()
        for _ in range(250):
            for asking in window.findChildren(Preparing):
                if asking.isVisible() and asking._begin_button.isEnabled():
                    asking.accept()
            if self.service.podium.hearing is not None:
                break
            QTest.qWait(20)
        hearing = self.service.podium.hearing
        assert hearing is not None, window.panes.listing.window().windowTitle()
        QTest.qWait(100)
        return hearing

    # The checks

    def f5_presents_the_list_of_the_case_on_the_second_screen(self) -> None:
        window = self.window()
        hearing = self.begun(window)
        console, audience = hearing.windows
        assert (console.screen().name(), audience.screen().name()) == ("LAPTOP", "PROJ")
        assert audience.seen is None, "it starts black"
        assert len(hearing.conductor.show.stops) == 10
        assert hearing.conductor.show.stops[0].exhibit == "A-1"
        hearing.end()
        window.close()

    def a_file_found_altered_changes_nothing_before_the_room(self) -> None:
        window = self.window()
        hearing = self.begun(window)
        console, audience = hearing.windows
        hearing.conductor.do("next")
        until(lambda: audience.seen is not None)
        before = audience.seen
        window.session.alterations_found.emit()
        QTest.qWait(50)
        assert audience.seen == before
        assert len(hearing.conductor.show.stops) == 10
        assert any("not as it was listed" in label.text() for label in console.findChildren(QLabel))
        hearing.end()
        window.session.alterations_found.emit()
        window.close()

    def the_second_time_the_same_copy_is_presented(self) -> None:
        window = self.window()
        first = self.begun(window)
        uid = first.list_uid
        first.end()
        QTest.qWait(50)
        second = self.begun(window)
        assert second.list_uid == uid
        assert len(self.service.podium.lists(window.session).all()) == 1
        second.end()
        window.close()

    def f5_during_a_hearing_brings_up_the_console_and_begins_no_other(self) -> None:
        window = self.window()
        hearing = self.begun(window)
        window.raise_()
        window.activateWindow()
        QTest.qWait(50)
        window.parts.actions["present"].trigger()
        until(hearing.windows[0].isActiveWindow, "for the console")
        assert self.service.podium.hearing is hearing
        other = self.window("harbour")
        other.parts.actions["present"].trigger()
        QTest.qWait(100)
        assert self.service.podium.hearing is hearing
        other.parts.actions["send_to_room"].trigger()
        assert hearing.windows[1].seen is None, "the other case reached the room"
        hearing.end()
        other.close()
        window.close()

    def what_is_in_focus_is_sent_to_the_room_and_logged(self) -> None:
        window = self.window()
        hearing = self.begun(window)
        window.session.navigator.go(Focus(event="E16"))
        window.parts.actions["send_to_room"].trigger()
        seen = hearing.windows[1].seen
        assert seen is not None and "Ashraf" in seen.spoken
        hearing.end()
        notebook = self.service.podium.notebook
        last = hearings(notebook, window.session.case_uid)[-1]
        assert [row.what for row in HearingLog(notebook, last).rows()] == ["shown", "black"]
        window.close()

    def without_a_hearing_nothing_is_sent(self) -> None:
        window = self.window()
        window.parts.actions["send_to_room"].trigger()
        assert self.service.podium.hearing is None
        window.close()

    def a_rehearsal_has_the_console_only(self) -> None:
        window = self.window()
        hearing = self.begun(window, "rehearse")
        console, audience = hearing.windows
        assert hearing.rehearsal and console.isVisible() and not audience.isVisible()
        hearing.end()
        window.close()

    def closing_the_window_of_the_case_ends_its_hearing(self) -> None:
        window = self.window()
        hearing = self.begun(window)
        window.close()
        assert not hearing.is_on
        assert self.service.podium.hearing is None
        QTest.qWait(50)
        assert not any(one.isVisible() for one in self.app.topLevelWidgets())

    def an_item_added_during_a_hearing_is_in_the_show(self) -> None:
        window = self.window()
        hearing = self.begun(window)
        count = len(hearing.conductor.show.stops)
        window.session.navigator.go(Focus(event="E11"))
        window.parts.actions["add_to_list"].trigger()
        assert len(hearing.conductor.show.stops) == count + 1
        assert hearing.windows[1].seen is None, "added is not shown"
        QTest.keyClick(hearing.windows[0], Qt.Key.Key_End)
        until(lambda: hearing.windows[1].seen is not None, "for the last item")
        hearing.end()
        window.close()

    def with_several_lists_the_reader_is_asked(self) -> None:
        window = self.window()
        window.acts.hearings.desk.pane.asked.emit("new_list")
        window.parts.actions["add_to_list"].trigger()
        window.parts.actions["present"].trigger()
        (choice,) = window.findChildren(ListChoice)
        assert choice.box.count() == 2
        choice.reject()
        QTest.qWait(50)
        assert self.service.podium.hearing is None
        window.close()


def main() -> int:
    checks = Checks()
    status = say_each(checks, sys.argv[1:])
    checks.service.podium.close_notebook()
    return status


if __name__ == "__main__":
    sys.exit(main())
