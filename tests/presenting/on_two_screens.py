"""Run in a process with two virtual screens: each check prints `ok NAME` or `FAILED NAME` with its trace.

argv: a folder for its files, and the names of the checks.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.presenting.hearing_room import HearingRoom
from tests.screens import say_each
from viewer.case.hearing import Noted, Step, Target
from viewer.notebook.log import HearingLog, hearings
from viewer.presenting.door import Hearing
from viewer.presenting.seen import Seen
from viewer.presenting.stage_view import StageView
from viewer.session.focus import Focus

Key = Qt.Key
NOTE = "NOTE-THAT-NOBODY-MAY-SEE"
CAUTION = "CAUTION-THAT-NOBODY-MAY-SEE"
STEPS = (
    Step("event", "", (Target("event", "E31"),)),
    Step("figures", "", (Target("event", "E16", "killed"),)),
    Step("quotes", "", (Target("quote", "Q3"),)),
    Step("event", "Graphic item", (Target("event", "E11"),), graphic=True),
    Step("passage", "", (Target("passage", "P-E11-C11"),)),
    Step("text", "A card", body="Its words"),
)
BLACK = QColor(0, 0, 0).rgb()


class Checks:
    """One hearing after another in one application."""

    def __init__(self, folder: Path) -> None:
        self.room = HearingRoom()
        self.folder = folder
        noted = tuple(Noted(step, f"{NOTE} {n}", f"{CAUTION} {n}", 60) for n, step in enumerate(STEPS))
        self.list = self.room.list_of(noted)

    def begin(self, *, log: bool = True) -> Hearing:
        return self.room.begin(self.list, log=log)

    def rows(self) -> list[tuple[str, str]]:
        last = hearings(self.room.notebook, self.room.session.case_uid)[-1]
        return [(row.what, row.exhibit) for row in HearingLog(self.room.notebook, last).rows()]

    # The checks

    def each_window_has_its_screen(self) -> None:
        hearing = self.begin()
        console, audience = hearing.windows
        assert (console.screen().name(), audience.screen().name()) == ("LAPTOP", "PROJ")
        assert audience.geometry() == audience.screen().geometry()
        assert audience.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
        assert audience.windowFlags() & Qt.WindowType.FramelessWindowHint
        assert audience.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        assert audience.cursor().shape() is Qt.CursorShape.BlankCursor
        assert self.room.app.activeWindow() is console
        hearing.end()
        assert not console.isVisible() and not audience.isVisible() and not hearing.is_on

    def it_starts_black(self) -> None:
        hearing = self.begin()
        QTest.qWait(2200)  # until the screens have said their names
        assert _colours(hearing.windows[1]) == {BLACK}
        assert _seen(hearing) is None
        for key in (Key.Key_Escape, Key.Key_C, Key.Key_X, Key.Key_X, Key.Key_Tab, Key.Key_Tab, Key.Key_T):
            _press(hearing, key)
            assert _seen(hearing) is None, key
        hearing.end()
        assert self.rows() == []

    def every_key_does_what_the_table_says(self) -> None:
        hearing = self.begin()
        self._moving(hearing)
        self._light(hearing)
        self._mark_up(hearing)
        hearing.end()

    def _moving(self, hearing: Hearing) -> None:
        show = hearing.conductor
        for key, stop, page in (
            (Key.Key_PageDown, 0, 0),
            (Key.Key_Right, 0, 1),
            (Key.Key_Left, 0, 0),
            (Key.Key_Space, 0, 1),
            (Key.Key_Backspace, 0, 0),
            (Key.Key_Down, 0, 1),
            (Key.Key_Up, 0, 0),
            (Key.Key_N, 0, 1),
            (Key.Key_P, 0, 0),
            (Key.Key_End, 5, 0),
            (Key.Key_Home, 0, 0),
        ):
            _press(hearing, key)
            assert (show.show.at.stop, show.show.at.page) == (stop, page), key
        _press(hearing, Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
        assert show.show.at.page == 1
        _press(hearing, Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
        assert show.show.at.page == 0
        _type(hearing, "2")
        _press(hearing, Key.Key_Return)
        assert show.show.at.stop == 1
        _press(hearing, Key.Key_G)
        _type(hearing, "a-6")
        _press(hearing, Key.Key_Return)
        assert show.show.at.stop == 5
        _type(hearing, "۲")
        _press(hearing, Key.Key_Enter)
        assert show.show.at.stop == 1
        _type(hearing, "9")
        _press(hearing, Key.Key_PageDown)  # a clicker wins even over the open box
        assert show.show.jump is None and (show.show.at.stop, show.show.at.page) == (1, 1)
        _press(hearing, Key.Key_Home)

    def _light(self, hearing: Hearing) -> None:
        audience = hearing.windows[1]
        for key in (Key.Key_B, Key.Key_Period, Key.Key_W, Key.Key_Comma):
            _press(hearing, key)
            assert _seen(hearing) is None and _colours(audience) == {BLACK}, key
            _press(hearing, key)
            assert _seen(hearing) is not None, key
        _press(hearing, Key.Key_Escape)
        _press(hearing, Key.Key_Escape)
        assert _seen(hearing) is None, "harmless, however often a clicker sends it"
        _press(hearing, Key.Key_F5)
        assert _seen(hearing) is not None
        held = _seen(hearing)
        _press(hearing, Key.Key_F)
        _press(hearing, Key.Key_End)
        assert _seen(hearing) == held and hearing.conductor.show.at.stop == 5
        _press(hearing, Key.Key_F)
        assert _seen(hearing) is not None and _seen(hearing) != held
        _type(hearing, "4")
        _press(hearing, Key.Key_Return)
        seen = _seen(hearing)
        assert seen is not None and "Graphic" not in seen.spoken
        covered = audience.grab().toImage()
        _press(hearing, Key.Key_U)
        assert audience.grab().toImage() != covered
        _press(hearing, Key.Key_Home)

    def _mark_up(self, hearing: Hearing) -> None:
        show, audience = hearing.conductor, hearing.windows[1]
        view = hearing.windows[0].findChild(StageView, "in hand")
        assert view is not None
        bare = audience.grab().toImage()
        _drag(view)
        assert show.show.at.callout is not None and audience.grab().toImage() != bare
        _press(hearing, Key.Key_C)
        assert audience.grab().toImage() == bare
        _press(hearing, Key.Key_H)
        _drag(view)
        assert len(show.show.at.boxes) == 1 and audience.grab().toImage() != bare
        _press(hearing, Key.Key_V)
        saved = self.room.lists.get(self.list.uid).items[1]
        assert saved.step.exhibit == "A-1/1" and saved.step.markup is not None and saved.noted.note == ""
        _press(hearing, Key.Key_C)
        _press(hearing, Key.Key_L)
        QTest.mouseMove(view, view.place.center().toPoint())
        QTest.qWait(50)
        assert _pointer(hearing) is not None and audience.grab().toImage() != bare
        _press(hearing, Key.Key_L)
        assert _pointer(hearing) is None
        for stands in (True, False):
            _press(hearing, Key.Key_S)
            seen = _seen(hearing)
            assert seen is not None and (seen.beside is not None) == stands
        self.room.lists.remove(self.list.uid, saved.uid)

    def the_overview_is_the_presenters_alone(self) -> None:
        hearing = self.begin()
        _press(hearing, Key.Key_PageDown)
        seen = _seen(hearing)
        for key in (Key.Key_Tab, Key.Key_Right, Key.Key_Right):
            _press(hearing, key)
            assert _seen(hearing) == seen and hearing.conductor.show.overview
        _press(hearing, Key.Key_Return)
        assert hearing.conductor.show.at.stop == 2 and not hearing.conductor.show.overview
        hearing.end()

    def the_screens_change_places_and_it_is_remembered(self) -> None:
        hearing = self.begin()
        console, audience = hearing.windows
        _press(hearing, Key.Key_PageDown)
        seen = _seen(hearing)
        _press(hearing, Key.Key_X)
        QTest.qWait(50)
        assert (console.screen().name(), audience.screen().name()) == ("PROJ", "LAPTOP")
        assert _seen(hearing) == seen and audience.geometry() == audience.screen().geometry()
        hearing.end()
        again = self.begin()
        assert again.windows[1].screen().name() == "LAPTOP"
        _press(again, Key.Key_X)
        again.end()

    def no_note_reaches_the_public_screen(self) -> None:
        hearing = self.begin()
        audience = hearing.windows[1]
        assert any(NOTE in words for words in _words(hearing.windows[0])), "the console has them"
        for _ in range(40):
            _press(hearing, Key.Key_PageDown)
            _press(hearing, Key.Key_U)
            told = "\n".join(_words(audience))
            assert NOTE not in told and CAUTION not in told
            if _seen(hearing):
                said = repr(_seen(hearing))
                assert NOTE not in said and CAUTION not in said, "what the pixels are made of"
        assert hearing.conductor.show.at.stop == 5
        hearing.end()

    def only_ctrl_q_ends_it(self) -> None:
        hearing = self.begin()
        for key in (Key.Key_Q, Key.Key_Escape, Key.Key_Delete, Key.Key_F4):
            _press(hearing, key)
            assert hearing.is_on
        _press(hearing, Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        assert not hearing.is_on

    def the_log_holds_what_was_shown_and_can_be_switched_off(self) -> None:
        hearing = self.begin()
        for key in (Key.Key_PageDown, Key.Key_F, Key.Key_End, Key.Key_F, Key.Key_B):
            _press(hearing, key)
        hearing.end()
        told = [("shown", "A-1"), ("frozen", ""), ("released", ""), ("shown", "A-6"), ("black", "")]
        assert self.rows() == told
        count = len(hearings(self.room.notebook, self.room.session.case_uid))
        silent = self.begin(log=False)
        _press(silent, Key.Key_PageDown)
        assert any("keeps no log" in words for words in _words(silent.windows[0]))
        silent.end()
        assert len(hearings(self.room.notebook, self.room.session.case_uid)) == count

    def a_spot_of_the_case_is_sent_and_can_be_kept(self) -> None:
        hearing = self.begin()
        _press(hearing, Key.Key_PageDown)
        assert hearing.send(Focus(event="E40"))
        seen = _seen(hearing)
        assert seen is not None and seen.scene.stamp == ""
        assert len(self.room.lists.get(self.list.uid).items) == len(STEPS), "nothing is written into the list"
        assert not hearing.send(Focus(source="S1"))
        assert hearing.send(Focus(event="E40")) and len(hearing.conductor.show.stops) == len(STEPS) + 1
        changed: list[bool] = []
        hearing.list_changed.connect(lambda: changed.append(True))
        _press(hearing, Key.Key_V)
        assert changed == [True]
        items = self.room.lists.get(self.list.uid).items
        assert len(items) == len(STEPS) + 1 and items[-1].step.exhibit
        self.room.lists.remove(self.list.uid, items[-1].uid)
        hearing.end()

    def an_edit_of_the_list_changes_nothing_before_the_room(self) -> None:
        hearing = self.begin()
        _press(hearing, Key.Key_PageDown)
        seen = _seen(hearing)
        first = self.room.lists.get(self.list.uid).items[0]
        self.room.lists.put(
            self.list.uid, first.with_step(kind="text", title="Another").with_note(note="New words")
        )
        self.room.lists.move(self.list.uid, first.uid, 3)
        hearing.renew()
        assert _seen(hearing) == seen and hearing.conductor.show.at.stop == 3
        assert any("New words" in words for words in _words(hearing.windows[0])), "notes are renewed at once"
        self.room.lists.remove(self.list.uid, first.uid)
        hearing.renew()
        assert _seen(hearing) == seen, "what was removed stays as long as it is shown"
        for _ in range(3):
            self.room.lists.undo(self.list.uid)
        hearing.renew()
        assert _seen(hearing) == seen and hearing.conductor.show.at.stop == 0
        self.room.lists.put(self.list.uid, first.with_step(kind="text", title="Another"))
        hearing.renew()
        assert _seen(hearing) == seen
        _press(hearing, Key.Key_End)
        _press(hearing, Key.Key_Home)
        seen = _seen(hearing)
        assert seen is not None and seen.scene.title == "Another", "renewed once it was left"
        self.room.lists.undo(self.list.uid)
        hearing.end()

    def the_console_is_never_larger_than_its_screen(self) -> None:
        for scale in (2.0, 1.0):
            self.room.service.look.scale_text(scale)
            hearing = self.begin()
            console = hearing.windows[0]
            _press(hearing, Key.Key_PageDown)
            QTest.qWait(50)
            assert console.geometry() == console.screen().geometry(), scale
            hearing.end()

    def the_windows_go_with_the_window_of_the_case(self) -> None:
        window = QWidget()
        window.show()
        hearing = self.room.begin(self.list, parent=window)
        console, audience = hearing.windows
        _press(hearing, Key.Key_PageDown)
        ended: list[bool] = []
        hearing.ended.connect(lambda: ended.append(True))
        window.close()
        assert ended == [True] and not console.isVisible() and not audience.isVisible()
        assert self.rows()[-1] == ("black", "")

    def a_rehearsal_has_no_public_screen_and_no_log(self) -> None:
        count = len(hearings(self.room.notebook, self.room.session.case_uid))
        hearing = self.room.begin(self.list, rehearse=True)
        console, audience = hearing.windows
        for key in (Key.Key_PageDown, Key.Key_PageDown):
            _press(hearing, key)
        assert console.isVisible() and not audience.isVisible()
        assert hearing.conductor.show.at.page == 1
        assert any("everyone who sees this screen sees the notes" in words for words in _words(console))
        hearing.end()
        assert len(hearings(self.room.notebook, self.room.session.case_uid)) == count


def _press(hearing: Hearing, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(hearing.windows[0], key, held)


def _type(hearing: Hearing, text: str) -> None:
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(hearing.windows[0], event)


def _seen(hearing: Hearing) -> Seen | None:
    return hearing.windows[1].seen


def _pointer(hearing: Hearing) -> tuple[float, float] | None:
    return hearing.conductor.show.at.pointer


def _drag(view: StageView) -> None:
    end = view.place.center()
    start = (view.place.topLeft() + end) / 2
    for act, at in ((QTest.mousePress, start), (QTest.mouseRelease, end)):
        act(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(at.x()), round(at.y())))


def _colours(window: QWidget) -> set[int]:
    image: QImage = window.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)}


def _words(window: QWidget) -> list[str]:
    """Everything a screen reader finds in a window."""
    found: list[str] = []
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        one = waiting.pop()
        if not one.isValid():
            continue
        found += [one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
        found.append(one.text(QAccessible.Text.Value))
        waiting += [one.child(place) for place in range(one.childCount())]
    return [words for words in found if words]


def main() -> int:
    checks = Checks(Path(sys.argv[1]))
    status = say_each(checks, sys.argv[2:])
    checks.room.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
