"""Run under a window manager: holds a hearing and tells, one line of JSON a change, how everything stands."""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QTimer

from tests.presenting.hearing_room import HearingRoom
from viewer.case.hearing import Noted, Step, Target
from viewer.presenting.door import Hearing

STEPS = (
    Step("event", "", (Target("event", "E31"),)),
    Step("figures", "", (Target("event", "E16", "killed"),)),
    Step("quotes", "", (Target("quote", "Q3"),)),
    Step("event", "Graphic item", (Target("event", "E11"),), graphic=True),
    Step("text", "A card", body="Its words"),
)


def standing(hearing: Hearing) -> dict[str, Any]:
    """What a person in the room and one at the laptop would see."""
    console, audience = hearing.windows
    show = hearing.conductor.show
    places = {}
    for name, window in (("console", console), ("audience", audience)):
        place = window.frameGeometry()
        box = [place.left(), place.top(), place.width(), place.height()]
        places[name] = box if window.isVisible() else None
    return {
        **places,
        "at": [show.at.stop, show.at.page],
        "public": audience.seen.scene.title if audience.seen and audience.isVisible() else None,
        "frozen": show.frozen,
        "covered": console.is_covered,
        "keys": audience.takes_keys,
        "jump": show.jump,
        "on": hearing.is_on,
    }


def main() -> int:
    room = HearingRoom()
    noted = tuple(Noted(step, f"Private words {number}") for number, step in enumerate(STEPS))
    hearing = room.begin(room.list_of(noted))
    told: list[dict[str, Any]] = []

    def tell() -> None:
        now = standing(hearing)
        if not told or told[-1] != now:
            told[:] = [now]
            print(json.dumps(now), flush=True)

    def leave() -> None:
        clock.stop()
        print(json.dumps({"on": False}), flush=True)
        room.app.quit()

    clock = QTimer(interval=50)
    clock.timeout.connect(tell)
    clock.start()
    hearing.ended.connect(leave)
    status = room.app.exec()
    room.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
