"""A hearing under a real window manager: a projector that is pulled out and put in again, keys as one types."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtGui import QImage

from tests.screens import CHECKOUT
from viewer import paths

NEEDED = ("Xvfb", "openbox", "xdotool", "xrandr", "import", "setxkbmap")
LAPTOP, PROJECTOR = "1440/380x900/240+0+0", "1920/500x1080/280+1440+0"
SMALLER, MIRRORED = "1280/350x720/200+1440+0", "1024/300x768/200+0+0"
LAPTOP_BOX, PROJECTOR_BOX = [0, 0, 1440, 900], [1440, 0, 1920, 1080]
PATIENCE = 20.0

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]


class Desk:
    """An X server with a window manager, two monitors and the program on it."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._stack = stack
        self._lines: queue.Queue[str] = queue.Queue()
        reading, writing = os.pipe()
        server = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3360x1080x24", "-noreset"]
        self._start(server, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        self._around = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            paths.HOME_VARIABLE: str(folder / "reader"),
            "PYTHONPATH": str(CHECKOUT),
        }
        self.monitor("LAPTOP", LAPTOP, "screen")
        self.monitor("PROJ", PROJECTOR)
        self._start(["openbox"])
        time.sleep(0.5)
        self.state: dict[str, Any] = {}

    def open(self) -> None:
        program = self._start(
            [sys.executable, str(CHECKOUT / "tests" / "presenting" / "in_a_room.py")],
            stdout=subprocess.PIPE,
            text=True,
        )
        Thread(target=self._read, args=(program,), daemon=True).start()

    def monitor(self, name: str, place: str, output: str = "none") -> None:
        self._run("xrandr", "--setmonitor", name, place, output)

    def pull_out(self, name: str) -> None:
        self._run("xrandr", "--delmonitor", name)

    def key(self, *names: str) -> None:
        for name in names:
            self._run("xdotool", "key", name)
            time.sleep(0.15)

    def wait(self, what: str, holds: Callable[[dict[str, Any]], bool]) -> None:
        """Until the program says that it stands so."""
        until = time.monotonic() + PATIENCE
        while not (self.state and holds(self.state)):
            try:
                self.state = json.loads(self._lines.get(timeout=max(0.01, until - time.monotonic())))
            except queue.Empty:
                pytest.fail(f"not within {PATIENCE} s: {what}; it stands {self.state}")

    def type_on(self, layout: str, *codes: int) -> None:
        """Keys by their place, on another layout than the one before."""
        self._run("setxkbmap", layout)
        time.sleep(0.3)
        self.key(*map(str, codes))

    def now(self, name: str) -> Any:
        """One part of what the program last said."""
        return self.state[name]

    def picture(self, out: Path) -> QImage:
        """The whole desktop."""
        self._run("import", "-window", "root", str(out))
        return QImage(str(out))

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self._around, check=True, capture_output=True, timeout=30)

    def _start(self, command: list[str], **more: Any) -> subprocess.Popen[Any]:
        more.setdefault("stdout", subprocess.DEVNULL)
        around = getattr(self, "_around", os.environ)
        process = subprocess.Popen(command, env=around, cwd=CHECKOUT, stderr=subprocess.DEVNULL, **more)
        self._stack.callback(_stop, process)
        return process

    def _read(self, program: subprocess.Popen[str]) -> None:
        assert program.stdout is not None
        for line in program.stdout:
            self._lines.put(line)


def _stop(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


@pytest.fixture
def desk(tmp_path: Path, built_resources: Path) -> Iterator[Desk]:
    with ExitStack() as stack:
        found = Desk(tmp_path, stack)
        found.open()
        found.wait("both windows on their screens", _on_both)
        yield found


def _on_both(now: dict[str, Any]) -> bool:
    return bool(now["console"] == LAPTOP_BOX and now["audience"] == PROJECTOR_BOX)


def _at(stop: int, page: int) -> Callable[[dict[str, Any]], bool]:
    return lambda now: now["at"] == [stop, page] and now["public"] is not None


def test_a_hearing_from_the_black_start_to_its_end(desk: Desk, tmp_path: Path) -> None:
    assert desk.now("public") is None
    desk.key("Next")
    desk.wait("the first item", _at(0, 0))
    desk.key("Next", "Prior", "Right", "Left", "space", "BackSpace")
    desk.wait("the first item again", _at(0, 0))
    desk.key("2", "Return")
    desk.wait("jumped", _at(1, 0))
    desk.key("b")
    desk.wait("black", lambda now: now["public"] is None)
    desk.key("period")
    desk.wait("live", _at(1, 0))
    desk.key("Escape", "Escape")
    desk.wait("black, however often", lambda now: now["public"] is None)
    desk.key("F5")
    desk.wait("live by the clicker", _at(1, 0))
    desk.key("f", "End")
    desk.wait("frozen", lambda now: now["frozen"] and now["at"] == [4, 0] and now["public"] != "A card")
    _pull_and_put(desk)
    desk.key("f")
    desk.wait("the room sees what is in hand", lambda now: now["public"] == "A card" and not now["frozen"])
    _mirror(desk)
    desk.key("x")
    desk.wait("swapped", lambda now: now["console"] == PROJECTOR_BOX and now["audience"] == LAPTOP_BOX)
    desk.key("x")
    desk.wait("back", _on_both)
    desk.key("3", "Return")
    desk.wait("a quotation", _at(2, 0))
    _look(desk, tmp_path)
    desk.key("ctrl+q")
    desk.wait("the end", lambda now: not now["on"])


PLACES = {"n": 57, "p": 33, "b": 56, "2": 11, "3": 12, "Return": 36, "period": 60}
"""Codes of the X server for places of a keyboard."""


@pytest.mark.parametrize("layout", ["ara", "ir", "ru", "fr", "us"])
def test_letters_go_by_their_place_and_digits_by_what_they_say(desk: Desk, layout: str) -> None:
    desk.type_on(layout, PLACES["n"])
    desk.wait("the first item", _at(0, 0))
    desk.type_on(layout, PLACES["b"])
    desk.wait("black", lambda now: now["public"] is None)
    desk.type_on(layout, PLACES["b"], PLACES["n"], PLACES["n"], PLACES["p"])
    desk.wait("two on and one back", _at(0, 1))
    if layout != "fr":  # where digits are typed with Shift
        desk.type_on(layout, PLACES["3"], PLACES["Return"])
        desk.wait("jumped", _at(2, 0))


def _pull_and_put(desk: Desk) -> None:
    """Nothing is thrown on the laptop's screen; the same state comes back on a screen of another size."""
    desk.pull_out("PROJ")
    desk.wait("lost", lambda now: now["audience"] is None and now["covered"] and now["console"] is not None)
    assert desk.now("public") is None and desk.now("frozen")
    time.sleep(0.4)
    desk.monitor("PROJ", SMALLER)
    desk.wait("found", lambda now: now["audience"] == [1440, 0, 1280, 720] and not now["covered"])
    assert desk.now("frozen") and desk.now("public") not in (None, "A card")
    assert desk.now("console") == LAPTOP_BOX
    time.sleep(0.4)
    desk.pull_out("PROJ")
    desk.wait("lost again", lambda now: now["audience"] is None and now["covered"])
    desk.key("Next")
    desk.wait("uncovered by a key that does nothing else", lambda now: not now["covered"] and now["at"] == [4, 0])
    time.sleep(0.4)
    desk.monitor("PROJ", PROJECTOR)
    desk.wait("found again", _on_both)
    desk.key("Shift_L")


def _mirror(desk: Desk) -> None:
    """A desktop that is switched to mirroring in the middle: the notes are gone, the room goes on."""
    desk.pull_out("PROJ")
    desk.wait("lost", lambda now: now["audience"] is None)
    time.sleep(0.4)
    desk.monitor("PROJ", MIRRORED)
    desk.wait("one", lambda now: now["console"] is None and now["audience"] is not None and now["keys"])
    assert desk.now("public") == "A card"
    time.sleep(0.4)
    desk.key("Home")
    desk.wait("keys reach the public screen", _at(0, 0))
    desk.pull_out("PROJ")
    time.sleep(0.4)
    desk.monitor("PROJ", PROJECTOR)
    desk.wait("two again", lambda now: _on_both(now) and not now["keys"])
    time.sleep(0.4)


def _look(desk: Desk, folder: Path) -> None:
    """Both screens as a person sees them: the stage fills the one, the console the other."""
    time.sleep(0.5)
    whole = desk.picture(folder / "both.png")
    kept = CHECKOUT / "build" / "presenting"
    kept.mkdir(parents=True, exist_ok=True)
    whole.save(str(kept / "both-screens.png"))
    assert (whole.width(), whole.height()) == (3360, 1080)
    ground = whole.pixel(1440 + 6, 6)
    corners = {whole.pixel(x, y) for x in (1446, 3354) for y in (6, 1074)}
    assert corners == {ground}, "the stage reaches every corner of the projector"
    laptop = {whole.pixel(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)}
    stage = {whole.pixel(x, y) for x in range(1440, 3360, 7) for y in range(0, 1080, 7)}
    assert len(laptop) > 5 and len(stage) > 5
