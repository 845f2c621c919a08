"""Run in a process with screens that all show the same: the room sees the stage, and the notes are nowhere.

argv: a folder for its files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.presenting.hearing_room import HearingRoom
from viewer.case.hearing import Noted, Step, Target


def main() -> None:
    room = HearingRoom()
    step = Step("event", "", (Target("event", "E31"),))
    hearing = room.begin(room.list_of((Noted(step, "A note"), Noted(step, "Another"))))
    console, audience = hearing.windows
    QTest.qWait(2200)
    print("screens", len(QGuiApplication.screens()))
    print("console", console.isVisible())
    print("audience", audience.isVisible(), audience.geometry() == audience.screen().geometry())
    print("black", {audience.grab().toImage().pixel(x, 200) & 0xFFFFFF for x in range(0, 1400, 100)} == {0})
    QTest.keyClick(audience, Qt.Key.Key_PageDown)
    print("shown", audience.seen is not None)
    for key in (Qt.Key.Key_X, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_F5):
        QTest.keyClick(audience, key)
        QTest.qWait(20)
        print("console", console.isVisible())
    audience.grab().save(str(Path(sys.argv[1]) / "audience.png"))
    QTest.keyClick(audience, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    print("on", hearing.is_on)
    room.close()


if __name__ == "__main__":
    main()
