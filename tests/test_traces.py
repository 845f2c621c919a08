"""What remains on the reader's computer after a whole journey: as little as was agreed, or nothing at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.watching import CHECKOUT, a_home, journey, run, traced, tree
from viewer import paths
from viewer.settings import Settings

OWN = ".local/share/evidence-viewer"
WRITING = re.compile(r"\b(?:O_WRONLY|O_RDWR|O_CREAT)\b|\b(?:creat|mkdir|mkdirat|rename|renameat2?|link|symlink)\(")
CALLS = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
NAMED = re.compile(r'"([^"]*)"')
# Devices and the kernel's own; nothing of it is on a disk.
NO_DISK = ("/dev/", "/proc/", "/sys/")
linux = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's, and so are the paths")
ASK_FOR_A_FOLDER = """
import sys
sys.path.insert(0, {checkout!r})
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from viewer.shell.start import NOWHERE
if {redirected}:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, NOWHERE)
app = QApplication([])
dialog = QFileDialog()
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setFileMode(QFileDialog.FileMode.Directory)
dialog.setDirectory({checkout!r})
QTimer.singleShot(200, dialog.accept)
dialog.exec()
"""


def written(lines: list[str]) -> set[str]:
    """The files a traced program made, opened to write, or moved; refused attempts included."""
    return {
        name
        for line in lines
        if WRITING.search(line)
        for name in NAMED.findall(line)
        if not name.startswith(NO_DISK) and name != "/dev"
    }


@linux
def test_a_journey_that_keeps_nothing_leaves_the_home_as_it_was(tmp_path: Path, ashraf_index: Path) -> None:
    around = a_home(tmp_path / "home")
    before = tree(tmp_path / "home")
    ended = run(journey(tmp_path / "out", "--keep-nothing"), around=around)
    assert ended.returncode == 0 and "arrived" in ended.stdout, ended.stdout
    assert tree(tmp_path / "home") == before
    assert set(tree(tmp_path / "out")) == {"picture.png"}


@linux
@pytest.mark.parametrize("platform", ["offscreen", pytest.param("xcb", marks=pytest.mark.long)])
def test_a_journey_that_keeps_nothing_opens_no_file_to_write(
    tmp_path: Path, ashraf_index: Path, platform: str
) -> None:
    around = a_home(tmp_path / "home")
    command = journey(tmp_path / "out", "--keep-nothing")
    lines = traced(command, tmp_path / "trace", platform, CALLS, around)
    assert written(lines) == {str(tmp_path / "out" / "picture.png")}


@linux
def test_otherwise_only_choices_and_what_was_saved_are_kept(tmp_path: Path, ashraf_index: Path) -> None:
    around = a_home(tmp_path / "home")
    ended = run(journey(tmp_path / "out"), around=around)
    assert ended.returncode == 0 and "arrived" in ended.stdout, ended.stdout
    files = {name for name, digest in tree(tmp_path / "home").items() if digest}
    assert files == {f"{OWN}/settings.toml", f"{OWN}/views.toml"}
    kept = (tmp_path / "home" / OWN / "settings.toml").read_text("utf-8").lower()
    assert "ashraf" not in kept and "harbour" not in kept


@linux
def test_a_switch_that_was_turned_holds_at_the_next_start(tmp_path: Path, ashraf_index: Path) -> None:
    around = a_home(tmp_path / "home")
    own = tmp_path / "home" / OWN
    Settings(own / "settings.toml").keep("nothing")
    assert (own / "settings.toml").read_text("utf-8") == 'keeping = "nothing"\n'
    before = tree(tmp_path / "home")
    ended = run(journey(tmp_path / "out"), around=around)
    assert ended.returncode == 0 and "arrived" in ended.stdout, ended.stdout
    assert tree(tmp_path / "home") == before


@linux
def test_what_a_journey_writes_would_be_seen(tmp_path: Path, ashraf_index: Path) -> None:
    around = a_home(tmp_path / "home")
    lines = traced(journey(tmp_path / "out"), tmp_path / "trace", calls=CALLS, around=around)
    assert str(tmp_path / "home" / OWN / "settings.toml") in written(lines)


@pytest.fixture
def carried(tmp_path: Path, ashraf_index: Path) -> Path:
    """The program on a stick."""
    stick = tmp_path / "stick"
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CHECKOUT / "viewer", stick / "viewer", ignore=leave)
    shutil.copytree(paths.resources(), stick / "build" / "resources")
    (stick / "tests").mkdir()
    shutil.copy(CHECKOUT / "tests" / "journey.py", stick / "tests")
    return stick


@linux
@pytest.mark.parametrize("how", ["argument", "file"])
def test_a_portable_program_keeps_nothing_unless_it_is_told_to(tmp_path: Path, carried: Path, how: str) -> None:
    arguments = ["--portable"] if how == "argument" else []
    if how == "file":
        (carried / paths.PORTABLE_MARK).touch()
    around, before = a_home(tmp_path / "home"), tree(carried)
    (tmp_path / "out").mkdir()
    command = [sys.executable, str(carried / "tests" / "journey.py"), str(tmp_path / "out"), *arguments]
    ended = run(command, around=around)
    assert ended.returncode == 0 and "arrived" in ended.stdout, ended.stdout
    assert tree(carried) == before and tree(tmp_path / "home") == {}
    (tmp_path / "out" / "picture.png").unlink()  # else the dialog asks whether to write over it
    ended = run(command, around={**around, paths.KEEPING_VARIABLE: "choices"})
    assert ended.returncode == 0, ended.stdout
    made = {name for name, digest in tree(carried).items() if digest} - set(before)
    folder = paths.PORTABLE_FOLDER
    assert made == {f"{folder}/settings.toml", f"{folder}/views.toml"}
    assert tree(tmp_path / "home") == {}


@linux
@pytest.mark.parametrize("redirected", [True, False])
def test_the_file_dialog_would_keep_the_folder_were_its_settings_not_sent_nowhere(
    tmp_path: Path, redirected: bool
) -> None:
    around = a_home(tmp_path / "home")
    program = ASK_FOR_A_FOLDER.format(checkout=str(CHECKOUT), redirected=redirected)
    ended = run([sys.executable, "-c", program], around=around)
    assert ended.returncode == 0, ended.stdout
    kept = "".join(path.read_text("utf-8") for path in (tmp_path / "home").rglob("*.conf"))
    assert (CHECKOUT.name in kept) is not redirected


def test_every_file_dialog_is_our_own() -> None:
    """The desktop's keep lists of what was opened."""
    found = subprocess.run(
        ["git", "-C", str(CHECKOUT), "grep", "-l", "--untracked", "QFileDialog(", "--", "viewer"],
        capture_output=True,
        text=True,
        check=False,
    )
    files = [CHECKOUT / name for name in found.stdout.split()]
    assert len(files) >= 3
    for file in files:
        text = file.read_text("utf-8")
        assert text.count("QFileDialog(") - text.count("(QFileDialog(") == text.count("DontUseNativeDialog"), file
    everything = "".join(path.read_text("utf-8") for path in (CHECKOUT / "viewer").rglob("*.py"))
    assert not re.search(r"QFileDialog\.(?:get|save)\w+\(", everything)


@linux
def test_a_sent_case_is_read_without_a_file_opened_to_write(tmp_path: Path, ashraf_case: Path) -> None:
    around = a_home(tmp_path / "home") | {"PYTHONPATH": str(CHECKOUT)}
    sent = tmp_path / "sent.evcase"
    shutil.copy(ashraf_case, sent)
    stood = (sent.read_bytes(), sent.stat().st_mtime_ns)
    picture = tmp_path / "picture.png"
    command = [sys.executable, "-m", "viewer", "--keep-nothing", str(sent), "--screenshot", str(picture)]
    lines = traced(command, tmp_path / "trace", calls=CALLS, around=around)
    assert written(lines) == {str(picture), f"{picture}.part"}
    assert (sent.read_bytes(), sent.stat().st_mtime_ns) == stood
