"""How long the timeline takes to its first paint and from frame to frame, and what memory it needs, at any size.

    python tests/bench/timeline.py --events 1000000 [--pairs 7] [--runs 3]

First paint: a window with nothing but the timeline, spawned by turns with an empty one; best of each. Frames: a
timeline of 1200 by 400 is panned by 13 pixels and zoomed by 3 % a step, 100 steps each, at five zooms; every step
is followed by a blit of a pixmap of that size, which is the floor. p95 is the best of the runs at the worst zoom;
the median is that of all steps at all zooms, and by kind of step. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tests.bench.pairs import PROBE, Child, best, interleaved  # noqa: E402
from tests.bench.start import FEWEST_PAIRS, environment  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.panes.timeline.pane import TimelinePane

YEAR = 31_556_952.0
ZOOMS = {"full extent": 0.0, "year": YEAR, "month": YEAR / 12, "week": 604_800.0, "day": 86_400.0}
STEPS = 100


@dataclass(frozen=True, slots=True)
class Frames:
    """Milliseconds of the steps at one zoom, and of the blits between them."""

    pan: list[float]
    zoom: list[float]
    blit: list[float]

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.pan + self.zoom, n=20)[-1]


def window_only(index: Path) -> None:
    """What a child of the first part does: the timeline alone, told through the probe, then the end."""
    import gc

    from viewer import paths
    from viewer.binding import loading

    # As the program starts.
    gc.disable()
    loading.load()

    from PySide6.QtCore import QLocale, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from viewer.look.current import Look
    from viewer.look.voice import QtVoice
    from viewer.panes.timeline.pane import TimelinePane
    from viewer.session.session import Session
    from viewer.shell.times import Times

    application = QApplication(sys.argv[:1])
    session = Session(index)
    window = QMainWindow()
    pane = TimelinePane(session.navigator, Look(paths.resources()), QtVoice(QLocale(QLocale.Language.English)))
    window.setCentralWidget(pane)
    window.resize(1440, 900)
    window.show()
    pane.show_case(Times(session.connection))

    def leave() -> None:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        os.write(int(os.environ[PROBE]), f"painted {status.split('VmHWM:')[1].split()[0]}\n".encode("ascii"))
        application.quit()

    QTimer.singleShot(0, leave)
    application.exec()
    session.close()


def frames(index: Path) -> dict[str, Frames]:
    """One run over all zooms, in this process."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from viewer import paths
    from viewer.look.current import Look
    from viewer.look.voice import QtVoice
    from viewer.panes.timeline.pane import TimelinePane
    from viewer.session.session import Session
    from viewer.shell.times import Times

    application = QApplication(sys.argv[:1])
    session = Session(index)
    pane = TimelinePane(session.navigator, Look(paths.resources()), QtVoice(QLocale(QLocale.Language.English)))
    pane.resize(1200, 400)
    pane.show()
    pane.show_case(Times(session.connection))
    application.processEvents()
    floor = blitting(pane)
    extent = pane.board.extent
    assert extent
    busy = session.connection.execute('SELECT "start" FROM moment WHERE id = ?', (extent.on_axis * 2 // 3,))
    middle = float(busy.fetchone()[0])
    found = {name: at_zoom(pane, floor, middle, span) for name, span in ZOOMS.items()}
    session.close()
    return found


def blitting(pane: TimelinePane) -> QWidget:
    """A widget of the same size that copies a picture of it."""
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    picture = pane.grab()

    class Blit(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, picture)
            painter.end()

    floor = Blit()
    floor.resize(1200, 400)
    floor.show()
    return floor


def at_zoom(pane: TimelinePane, floor: QWidget, middle: float, span: float) -> Frames:
    """All steps at one zoom; a span of 0 is the full extent."""
    from PySide6.QtCore import QPointF

    made = Frames([], [], [])
    for steps, act in (
        (made.pan, lambda step: pane.dragged.emit(-13.0 if step % 50 < 25 else 13.0, 0.0)),
        (made.zoom, lambda step: pane.zoomed.emit(1.03 if step % 50 < 25 else 1 / 1.03, QPointF(700, 100))),
    ):
        if span:
            pane.show_moments(middle - span / 2, middle + span / 2)
        else:
            pane.show_all()
        settle()
        for step in range(STEPS):
            steps.append(timed(lambda act=act, step=step: act(step), pane.repaint))  # type: ignore[misc]
            made.blit.append(timed(lambda: None, floor.repaint))
    return made


def settle() -> None:
    """Let the view come to rest, as it does under a hand that pauses."""
    from PySide6.QtWidgets import QApplication

    until = time.perf_counter() + 0.3
    while time.perf_counter() < until:
        QApplication.processEvents()


def timed(*acts: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    for act in acts:
        act()
    return (time.perf_counter() - began) * 1000


def report(runs: list[dict[str, Frames]]) -> dict[str, float]:
    """The numbers of the closing line about frames."""
    numbers: dict[str, float] = {}
    blit = min(statistics.median(step for each in run.values() for step in each.blit) for run in runs)
    pan = min(statistics.median(step for each in run.values() for step in each.pan) for run in runs)
    zoom = min(statistics.median(step for each in run.values() for step in each.zoom) for run in runs)
    every = min(statistics.median(step for each in run.values() for step in each.pan + each.zoom) for run in runs)
    for name in ZOOMS:
        p95 = min(run[name].p95 for run in runs)
        medians = [min(statistics.median(getattr(run[name], kind)) for run in runs) for kind in ("pan", "zoom")]
        print(f"{name:12} pan {medians[0]:6.2f} ms  zoom {medians[1]:6.2f} ms  p95 {p95:6.2f} ms")
        numbers["p95_ms"] = max(numbers.get("p95_ms", 0.0), round(p95, 2))
    numbers |= {
        "median_blit_ratio": round(every / blit, 1),
        "pan_blit_ratio": round(pan / blit, 1),
        "zoom_blit_ratio": round(zoom / blit, 1),
        "blit_ms": round(blit, 3),
    }
    return numbers


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--index", type=Path, help="an index that is there already, instead of a made-up one")
    parser.add_argument("--pairs", type=int, default=FEWEST_PAIRS, help="how many starts of each (7 or more)")
    parser.add_argument("--runs", type=int, default=3, help="how often frames are measured; the best counts")
    parser.add_argument("--child", choices=("window", "frames"), help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.child == "window":
        window_only(told.index)
        return
    if told.child == "frames":
        run = frames(told.index)
        print(json.dumps({name: [each.pan, each.zoom, each.blit] for name, each in run.items()}))
        return
    index = told.index
    if index is None:
        from tests.bench.cases.fixtures import fixture

        index = fixture("synthetic", told.events)
    print(json.dumps({**starts(index, told.pairs), **report(all_frames(index, told.runs)), "events": told.events}))


def starts(index: Path, pairs: int) -> dict[str, float]:
    """First paint and memory against the empty window."""
    with tempfile.TemporaryDirectory(prefix="evidence-viewer-bench-") as folder:
        around = environment(Path(folder))
        os.chdir(CHECKOUT)
        floor = Child([sys.executable, str(CHECKOUT / "tests" / "bench" / "floor.py")], around)
        ours = Child([sys.executable, __file__, "--child", "window", "--index", str(index)], around)
        interleaved(floor, ours, 1)  # compiles modules and fills the cache; not counted
        floors, others = interleaved(floor, ours, pairs)
    least, own = best(floors), best(others)
    print(f"empty window  {least.painted_ms:7.1f} ms  {least.mb:6.1f} MiB")
    print(f"first paint   {own.painted_ms:7.1f} ms  {own.mb:6.1f} MiB")
    return {
        "first_paint_ratio": round(own.painted_ms / least.painted_ms, 3),
        "extra_mb": round(own.mb - least.mb, 1),
        "floor_ms": round(least.painted_ms, 1),
    }


def all_frames(index: Path, runs: int) -> list[dict[str, Frames]]:
    """Each run in a process of its own."""
    made = []
    for _ in range(runs):
        command = [sys.executable, __file__, "--child", "frames", "--index", str(index)]
        around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        answer = subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT, env=around)
        told = json.loads(answer.stdout.splitlines()[-1])
        made.append({name: Frames(*steps) for name, steps in told.items()})
    return made


if __name__ == "__main__":
    main()
