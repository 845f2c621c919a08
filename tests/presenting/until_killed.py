"""Run in a process of its own that is killed in the middle of a hearing: says `shown` after each step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.presenting.hearing_room import HearingRoom


def main() -> None:
    room = HearingRoom()
    hearing = room.begin(room.case_list())
    for number in range(10_000):
        QTest.keyClick(hearing.windows[0], Qt.Key.Key_PageDown if number % 60 < 59 else Qt.Key.Key_Home)
        view = hearing.conductor.show.public
        assert view is not None
        print("shown", hearing.conductor.show.stops[view.stop].exhibit, view.page + 1, flush=True)


if __name__ == "__main__":
    main()
