"""Quit now: in the window, in dialogs, while the program is busy; at once, and with our clipboard emptied."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from tests.watching import CHECKOUT, tool
from viewer.shell.commands import COMMANDS
from viewer.shell.qt_log import QtLog, without_telling

KEY = COMMANDS["quit_now"].keys[0]
SHORTEST = 0.5  # seconds
PROGRAM = """
import os, sys, time
sys.path.insert(0, {checkout!r})
from viewer import app, arguments
told = arguments.read(["--case", "harbour", "--keep-nothing"])
app._guard(told)
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from viewer.shell.start import Start
from viewer.shell.window import CaseWindow

start = Start(told, None)

def windows():
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, CaseWindow)]

def press():
    print("pressed", time.time(), flush=True)
    QTest.keyClick(QApplication.focusWindow(), Qt.Key.Key_Q, {modifiers})
    print("still here", flush=True)

def busy():
    {busy}

QTimer.singleShot(600, busy)
sys.exit(start.run())
"""
WITH_BOTH = "Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier"
PLACES = {
    "in the window": "press()",
    "in a dialog that blocks it": "QTimer.singleShot(300, press); windows()[0].acts.go_to_address()",
    "in a file dialog": "QTimer.singleShot(500, press); windows()[0].acts.save_picture()",
    "after a dialog that was closed": (
        "QTimer.singleShot(300, lambda: QApplication.activeModalWidget().reject());"
        " windows()[0].acts.go_to_address(); windows()[0].activateWindow(); QTimer.singleShot(200, press)"
    ),
    "in the settings": "windows()[0].acts.privacy.choose_settings(); QTimer.singleShot(300, press)",
    "in an open menu": (
        "menu = QMenu(windows()[0]); menu.addAction('x'); menu.popup(windows()[0].pos());"
        " QTimer.singleShot(300, press)"
    ),
    "while a worker hashes": (
        "import hashlib; desk = windows()[0].session.desk;"
        " desk.ask('hash', lambda _: [hashlib.sha256(bytes(1 << 24)).digest() for _ in range(1000)], print);"
        " QTimer.singleShot(300, press)"
    ),
    "while an index lies on the disk": (
        "from viewer.intake.own_index import OwnIndex; start.index = OwnIndex(small=False);"
        " start.index.location.write_bytes(bytes(1 << 28)); QTimer.singleShot(100, press)"
    ),
    "while the child draws": (
        "from viewer.session.focus import Focus; windows()[0].session.navigator.go(Focus(claim='C28'));"
        " QTimer.singleShot(300, press)"
    ),
}


def started(step: str, modifiers: str = WITH_BOTH, around: tuple[str, ...] = ()) -> tuple[str, float, int]:
    """What the program said, seconds from the key to its end, and its status."""
    program = PROGRAM.format(checkout=str(CHECKOUT), modifiers=modifiers, busy=step)
    platform = "xcb" if around else "offscreen"
    ended = subprocess.run(
        [*around, sys.executable, "-c", program],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    now = time.time()
    pressed = [line.split()[1] for line in ended.stdout.splitlines() if line.startswith("pressed")]
    assert pressed, ended.stdout + ended.stderr
    return ended.stdout, now - float(pressed[0]), ended.returncode


@pytest.mark.parametrize("step", PLACES.values(), ids=PLACES.keys())
def test_the_program_ends_at_once_and_leaves_nothing(
    step: str, ashraf_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    said, seconds, status = started(step)
    assert "still here" not in said and status == 0
    assert seconds < SHORTEST
    assert [path.name for path in tmp_path.iterdir()] == []


def test_another_key_does_not_end_it(ashraf_index: Path) -> None:
    said, _seconds, _status = started(
        "press(); QTimer.singleShot(100, lambda: os._exit(7))", "Qt.KeyboardModifier.ShiftModifier"
    )
    assert "still here" in said


@pytest.mark.skipif(sys.platform != "linux", reason="a clipboard that outlives its program needs a screen")
@pytest.mark.parametrize("ours", [True, False])
def test_only_what_we_put_on_the_clipboard_is_taken_away(ashraf_index: Path, ours: bool) -> None:
    """Another program's text, held by it on the same screen, is still there afterwards."""
    put = "QGuiApplication.clipboard().setText('ours');" if ours else ""
    step = (
        f"{put} from viewer.shell import quitting; quitting.empty_clipboard();"
        " print('pressed', time.time(), 'left:', QGuiApplication.clipboard().text() or 'nothing', flush=True);"
        " os._exit(0)"
    )
    keeper = (
        "import subprocess, sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "app.clipboard().setText('theirs'); import threading;"
        "work = lambda: (subprocess.run(sys.argv[1:]), app.exit(0));"
        "threading.Thread(target=work, daemon=True).start(); app.exec()"
    )
    around = (tool("xvfb-run"), "-a", tool("dbus-run-session"), "--", sys.executable, "-c", keeper)
    said, _seconds, _status = started(step, around=around)
    assert ("left: nothing" if ours else "left: theirs") in said


def test_the_key_is_one_that_neither_layouts_nor_clickers_send() -> None:
    keys = QKeySequence(KEY).toString().split("+")
    assert "Alt" not in keys  # with Ctrl it is AltGr, which writes signs
    assert not {"PgUp", "PgDown", "F5", "Esc", "B", "."} & set(keys)


def test_a_report_has_what_qt_said_and_nothing_of_a_case() -> None:
    log = QtLog()

    class Context:
        category = "qt.gui"

    from PySide6.QtCore import QtMsgType

    log.hear(QtMsgType.QtWarningMsg, Context(), 'cannot open "Ashraf list.pdf" in /home/reader/case')  # type: ignore[arg-type]
    assert log.text() == "Warning qt.gui: cannot open … in …"


@pytest.mark.parametrize("text", ["see ‘أشرف’", "C:\\cases\\x.pdf failed", "say 'a name'", "“quoted” words"])
def test_words_that_may_tell_are_left_out(text: str) -> None:
    left = without_telling(text)
    assert "…" in left and not {"أشرف", "cases", "name", "quoted"} & set(left.replace("…", " ").split())


def test_the_log_forgets_what_is_old() -> None:
    from PySide6.QtCore import QtMsgType

    class Context:
        category = "x"

    log = QtLog()
    for number in range(500):
        log.hear(QtMsgType.QtDebugMsg, Context(), str(number))  # type: ignore[arg-type]
    assert len(log.text().splitlines()) == 100 and log.text().endswith("499")
