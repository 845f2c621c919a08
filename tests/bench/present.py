"""How long a key takes to reach the public screen, and whether memory stays flat over a long hearing.

    python tests/bench/present.py [--runs 3]

A list of 300 items of the case Harbour: 100 pages of one PDF of 150 pages, other PDFs and pictures, events,
quotations and passages. Each run is a process of its own with two virtual screens, offscreen; the public one is
1920 by 1080. `key_to_stage_p95_ms` is from the key event to the end of the public screen's paint that shows the
item whole, its page included where it is one, over 300 keys of which a fifth are jumps to anywhere, 80 ms apart;
the log is on; `key_to_stage_uhd_p95_ms` is the same on a screen of 3840 by 2160. `floor_ms` is the same for an
empty window of 1920 by 1080 that paints itself black.
`memory_growth_mb` is what window and locked process together (RSS) grow by over 1,200 steps: the median while the
list is gone through for the sixth time, less that of the second time, for at any moment a page of 11 MB may be on
its way. Best of the runs, of one for memory; the last line is one JSON object.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.presenting.hearing_room import HearingRoom
    from viewer.case.hearing import Step
    from viewer.presenting.door import Hearing

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
ITEMS, PAGES, KEYS, LAPS, EACH = 300, 150, 300, 6, 10
REST = 0.08
"""Seconds between two keys: as fast as anyone presses."""


def case_with_pages(folder: Path) -> tuple[Path, Path]:
    """The case Harbour with its log exchanged for a PDF of many pages: index and bag."""
    from tests.bench.source import pdf
    from viewer import paths
    from viewer.case import bag

    content = pdf(PAGES)
    payload: dict[str, Path] = {}
    with zipfile.ZipFile(paths.bundled_case("harbour")) as whole:
        for name in whole.namelist():
            if "/data/documents/" in name:
                payload["documents/" + Path(name).name] = Path(whole.extract(name, folder))
    payload["documents/D-LOG.pdf"].write_bytes(content)
    bag.write(folder / "harbour.evcase", payload, {})
    index = folder / "harbour.index.sqlite"
    shutil.copyfile(paths.bundled_index("harbour"), index)
    with sqlite3.connect(index) as connection:
        changed = (PAGES, len(content), hashlib.sha256(content).hexdigest())
        connection.execute(
            "UPDATE document SET page_count = ?, byte_size = ?, sha256 = ? WHERE uid = 'D-LOG'", changed
        )
    connection.close()
    return index, folder / "harbour.evcase"


def steps(connection: sqlite3.Connection) -> Iterator[Step]:
    """Pages first, then everything else of the case again and again."""
    from viewer.case.hearing import Step, Target

    for page in range(1, 101):
        yield Step("document", f"Log, page {page}", (Target("document", "D-LOG", str(page)),))
    held = "SELECT uid FROM document WHERE path IS NOT NULL AND NOT graphic AND media_type NOT LIKE 'audio/%'"
    others = [
        Step(kind, "", (Target(entity, uid),))
        for kind, entity, question in (
            ("document", "document", held),
            ("event", "event", "SELECT uid FROM event"),
            ("quotes", "quote", "SELECT uid FROM quote"),
            ("passage", "passage", "SELECT uid FROM passage"),
        )
        for (uid,) in connection.execute(question).fetchall()
    ]
    for number in range(ITEMS - 100):
        yield others[number % len(others)]


class Hall:
    """A hearing on the list, a clock, and somebody who presses keys."""

    def __init__(self, folder: Path) -> None:
        from tests.presenting.hearing_room import HearingRoom
        from viewer.case.hearing import Noted

        index, case = case_with_pages(folder)
        self.room: HearingRoom = HearingRoom("harbour", index=index, bag=case)
        noted = tuple(Noted(step, "A note") for step in steps(self.room.session.connection))
        self.hearing: Hearing = self.room.begin(self.room.list_of(noted))
        self.chance = random.Random(6)
        self.painted = 0.0
        self.hearing.windows[1].painted.connect(self._note)

    def press(self, *, far: bool) -> float:
        """Milliseconds from a key to the whole item on the public screen."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        console = self.hearing.windows[0]
        key = Qt.Key.Key_PageDown
        show = self.hearing.conductor.show
        if far or show.at.stop + 1 == len(show.stops):
            elsewhere = [number for number in range(1, ITEMS + 1) if number != show.at.stop + 1]
            QTest.keyClicks(console, str(self.chance.choice(elsewhere)))
            key = Qt.Key.Key_Return
        began = time.perf_counter()
        QTest.keyClick(console, key)
        while not self._whole() or self.painted < began:
            self.room.app.processEvents()
        return (self.painted - began) * 1000

    def go_first(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self.hearing.windows[0], Qt.Key.Key_Home)

    def rest(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.room.app.processEvents()
            time.sleep(0.002)

    def close(self) -> None:
        self.hearing.end()
        self.room.close()

    def _note(self) -> None:
        self.painted = time.perf_counter()

    def _whole(self) -> bool:
        seen = self.hearing.windows[1].seen
        return seen is not None and all(map(self.hearing.conductor.pictures.knows, seen.pages))


def keys(folder: Path) -> dict[str, float]:
    """Next, next, and now and then anywhere."""
    hall = Hall(folder)
    hall.rest(3)
    times = []
    for _ in range(KEYS):
        times.append(hall.press(far=hall.chance.random() < 0.2))
        hall.rest(REST)
    hall.close()
    times.sort()
    return {
        "key_to_stage_p95_ms": times[int(KEYS * 0.95)],
        "key_to_stage_median_ms": times[KEYS // 2],
        "key_to_stage_worst_ms": times[-1],
    }


def keys_uhd(folder: Path) -> dict[str, float]:
    """The same on a screen of four times as many pixels."""
    return {"key_to_stage_uhd_p95_ms": keys(folder)["key_to_stage_p95_ms"]}


def memory(folder: Path) -> dict[str, float]:
    """What more than a thousand steps leave behind: the list gone through again and again."""
    hall = Hall(folder)
    hall.rest(8)  # all items have been looked at once
    laps: list[list[float]] = []
    for _lap in range(LAPS):
        hall.go_first()
        laps.append([])
        for step in range(ITEMS - 1):
            hall.press(far=False)
            if step % EACH == 0:
                hall.rest(0.1)
                laps[-1].append(held(os.getpid()) + held(hall.room.session.child_pid or 0))
    hall.close()
    growth = statistics.median(laps[-1]) - statistics.median(laps[1])
    return {"memory_growth_mb": growth, "memory_mb": max(map(max, laps))}


def floor(_folder: Path) -> dict[str, float]:
    """An empty window of the same size."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    class Empty(QWidget):
        """Paints itself black."""

        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(0, 0, 0))
            painter.end()

        def keyPressEvent(self, _event: QKeyEvent) -> None:
            self.repaint()

    QApplication([])
    window = Empty()
    window.resize(1920, 1080)
    window.show()
    QTest.qWait(200)
    times = []
    for _ in range(50):
        began = time.perf_counter()
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        times.append((time.perf_counter() - began) * 1000)
    return {"floor_ms": sorted(times)[25]}


def held(pid: int) -> float:
    """VmRSS in MiB."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


TASKS = {"keys": keys, "keys_uhd": keys_uhd, "memory": memory, "floor": floor}


def best(runs: int) -> dict[str, float]:
    """The least of each number over the runs."""
    told: dict[str, float] = {}
    for task in TASKS:
        for _ in range(runs if task != "memory" else 1):
            for name, value in _run(task).items():
                told[name] = min(value, told.get(name, value))
    return told


def _run(task: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="evidence-viewer-bench-") as name:
        folder = Path(name)
        around = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={_screens(folder, task)}",
            "EVIDENCE_VIEWER_HOME": str(folder / "reader"),
        }
        command = [sys.executable, __file__, "--task", task, "--folder", name]
        ended = subprocess.run(command, capture_output=True, cwd=CHECKOUT, env=around, check=False, text=True)
        if ended.returncode:
            raise SystemExit(ended.stderr)
        found: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
        return found


def _screens(folder: Path, task: str) -> Path:
    from tests.screens import screen

    share = 2 if task == "keys_uhd" else 1
    both = [screen("LAPTOP", 0, 1440, 900), screen("PROJ", 1440, 1920 * share, 1080 * share)]
    config = folder / "screens.json"
    config.write_text(
        json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": both})
    )
    return config


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how many processes for the keys")
    parser.add_argument("--task", choices=sorted(TASKS), help="do this one, here")
    parser.add_argument("--folder", type=Path, help="for the files of --task")
    asked = parser.parse_args()
    if asked.task:
        print(json.dumps(TASKS[asked.task](asked.folder)))
        return
    told = best(asked.runs)
    for name, value in told.items():
        print(f"{name:24} {value:8.1f}")
    print(json.dumps({name: round(value, 1) for name, value in told.items()}))


if __name__ == "__main__":
    main()
