"""Screens that show the same, a program that is killed, a desktop that is asked to stay awake."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.screens import CHECKOUT, on_screens, screen
from viewer import paths
from viewer.index.ask.storyboards import storyboards
from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists
from viewer.notebook.log import HearingLog, hearings, verified
from viewer.session.session import Session

SAME = [screen("LAPTOP", 0, 1440, 900), screen("PROJ", 0, 1440, 900)]
SMALLER = [screen("LAPTOP", 0, 1440, 900), screen("PROJ", 0, 1024, 768)]


@pytest.mark.parametrize("screens", [SAME[:1], SAME, SMALLER], ids=["one", "mirrored", "mirrored-smaller"])
def test_where_all_screens_show_the_same_the_notes_are_nowhere(
    tmp_path: Path, built_resources: Path, screens: list[dict[str, Any]]
) -> None:
    ended = on_screens(tmp_path, screens, "presenting/on_one_screen.py", str(tmp_path))
    told = ended.stdout.splitlines()
    assert told[0] == f"screens {len(screens)}", ended.stderr
    assert [line for line in told if line.startswith("console")] == ["console False"] * 5
    assert told[2:5] == ["audience True True", "black True", "shown True"]
    assert told[-1] == "on False"


def test_a_program_that_is_killed_loses_nothing_that_was_shown(tmp_path: Path, session: Session) -> None:
    around = os.environ | {paths.HOME_VARIABLE: str(tmp_path / "reader"), "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, str(CHECKOUT / "tests" / "presenting" / "until_killed.py")]
    running = subprocess.Popen(
        command, env=around, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    with running:
        assert running.stdout is not None
        shown = [running.stdout.readline().split() for _ in range(75)]
        running.kill()
    (board,) = storyboards(session.connection)
    with closing(Notebook(tmp_path / "reader" / "notes.sqlite")) as book:
        (kept,) = Lists(book, session.case_uid, "").all()
        assert [item.noted.note for item in kept.items] == [one.note for one in board.steps]
        (hearing,) = hearings(book, session.case_uid)
        rows = HearingLog(book, hearing).rows()
        assert verified(hearing, rows) == len(rows)
        told = [["shown", row.exhibit, str(row.page)] for row in rows]
        assert told[: len(shown)] == shown


DESKTOP = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, ClassInfo, Slot
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

@ClassInfo(**{"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, name, why):
        print("inhibited", name, why, flush=True)
        return 7

app = QCoreApplication(sys.argv)
bus = QDBusConnection.sessionBus()
saver = Saver()
assert bus.registerService("org.freedesktop.ScreenSaver")
assert bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
print("ready", flush=True)
QTimer.singleShot(60000, app.quit)
app.exec()
"""
ASKER = """
import sys, time
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from viewer.presenting.awake import Awake
app = QCoreApplication(sys.argv)

def names():
    call = QDBusMessage.createMethodCall("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames")
    return set(QDBusConnection.sessionBus().call(call).arguments()[0])

before = names()
awake = Awake()
print("begun", awake.begin("A hearing is on"), awake.trouble)
during = names()
print("connections", len(during - before))
awake.end()
patience = time.monotonic() + 10  # the bus hears of the end on its own, a moment later on a busy machine
while names() & (during - before) and time.monotonic() < patience:
    time.sleep(0.02)
print("left", len(names() & (during - before)), awake.holds)
"""
ON_THE_BUS = f"""
import subprocess, sys
saver = subprocess.Popen([sys.executable, "-c", {DESKTOP!r}], stdout=subprocess.PIPE, text=True)
assert saver.stdout.readline() == "ready\\n"
print(subprocess.run([sys.executable, "-c", {ASKER!r}], capture_output=True, text=True).stdout)
print(saver.stdout.readline())
saver.kill()
print(subprocess.run([sys.executable, "-c", {ASKER!r}], capture_output=True, text=True).stdout)
"""


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("dbus-run-session"), reason="needs a session bus")
def test_the_screensaver_is_kept_off_and_let_go_and_a_desktop_without_one_is_no_trouble(tmp_path: Path) -> None:
    around = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    command = ["dbus-run-session", "--", sys.executable, "-c", ON_THE_BUS]
    ended = subprocess.run(
        command, env=around, cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=False
    )
    told = [line for line in ended.stdout.splitlines() if line]
    assert told[0].strip() == "begun True", ended.stderr
    assert told[1:4] == ["connections 1", "left 0 False", "inhibited evidence-viewer A hearing is on"]
    assert told[4].startswith("begun False ")
    assert told[5:] == ["connections 0", "left 0 False"]


def test_without_a_session_bus_none_is_started(tmp_path: Path) -> None:
    around = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    around |= {"PYTHONPATH": str(CHECKOUT), "XDG_RUNTIME_DIR": str(tmp_path)}
    script = (
        "import sys\nfrom viewer.presenting.awake import Awake\nawake = Awake()\n"
        "print(awake.begin('why'), awake.trouble, 'PySide6.QtDBus' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], env=around, capture_output=True, text=True, check=True)
    assert told.stdout == "False no session bus False\n"
