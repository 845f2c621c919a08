"""How long documents take to show: pages of a PDF, the turn of a page, the jump to a passage in a large text.

    python tests/bench/source.py [--runs 3]

Each run is a process of its own on a shown source pane, 700 by 900, offscreen. `pdf_first_page_ms` is from handing
over a 300-page PDF, the locked process not started yet, to the end of the paint that shows its first page whole;
`pdf_first_page_warm_ms` the same with the process running. `page_turn_p95_ms` is from the key to the end of such
a paint, over 60 turns with a tenth of a second between them. `text_jump_ms` is from the change of focus to the end
of the paint that shows a passage at 4 MB of a 5 MB text. `extra_mb` is what the peak memory of window and locked
process together grows by from page 40 to page 1,000 of 1,000 leafed through. Best of the runs; the last line is
one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.panes.source.page_view import PageView

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
TURNS = 60


def pdf(pages: int) -> bytes:
    """Pages full of lines, each page different."""
    from tests.locked.specimens import line, pages_of

    def page(number: int) -> bytes:
        rows = (f"Page {number}, line {row}: what was seen from the harbour wall on that day" for row in range(55))
        return b"".join(line(text, 40, 800 - 14 * row, 9) for row, text in enumerate(rows))

    return pages_of([page(number) for number in range(pages)], b"0 0 595 842")


def text() -> str:
    """Five million signs in paragraphs."""
    paragraph = "It is noted in the log of the harbour that the boats came in late and left before dawn. "
    return "".join(f"Entry {number}. {paragraph * 6}\n\n" for number in range(9_300))


class Desk:
    """A pane on a case with one document, and a clock."""

    def __init__(self, name: str, content: bytes) -> None:
        from PySide6.QtWidgets import QApplication

        from tests.panes.source.held import Case
        from viewer import paths
        from viewer.look.current import Look
        from viewer.panes.source.pane import SourcePane
        from viewer.session.navigator import Navigator
        from viewer.wording.voice import English

        self.app = QApplication.instance() or QApplication([])
        self.folder = tempfile.TemporaryDirectory(prefix="evidence-viewer-bench-")
        self.case = Case(Path(self.folder.name), {name: content})
        self.navigator = Navigator()
        self.pane = SourcePane(self.navigator, Look(paths.resources(), "light"), English())
        self.pane.area.lend(self.case.seat)
        self.pane.resize(700, 900)
        self.pane.show()
        self.app.processEvents()

    def hand_over(self, media_type: str, *passages: object) -> None:
        from tests.panes.source.made import source_of

        (name,) = self.case._holdings
        document = self.case.document(name, media_type, *passages)  # type: ignore[arg-type]
        self.pane.show_source(source_of(document.head))
        self.pane.show_document(document)

    def until_whole(self) -> None:
        """Run until every page in view shows at its full size, painted."""
        while True:
            self.app.processEvents()
            view = self.view()
            if view is not None and all(view.shots.whole(number) for number in view.roll.showing()):
                view.viewport().repaint()
                return

    def view(self) -> PageView | None:
        """The pages of the document that shows."""
        from viewer.panes.source.opening import OpeningSheet
        from viewer.panes.source.page_sheet import PageSheet

        sheet = self.pane.area.sheet
        inner = sheet.sheet if isinstance(sheet, OpeningSheet) else None
        return inner._view if isinstance(inner, PageSheet) else None

    def rest(self, seconds: float) -> None:
        """Let the event loop run."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.002)

    def close(self) -> None:
        self.pane.show_nothing()
        self.case.lens.close()
        self.folder.cleanup()


def first_page() -> dict[str, float]:
    """Cold and warm, then turns of pages."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    desk = Desk("d", pdf(300))
    told = {}
    for kind in ("pdf_first_page_ms", "pdf_first_page_warm_ms"):
        began = time.perf_counter()
        desk.hand_over("application/pdf")
        desk.until_whole()
        told[kind] = (time.perf_counter() - began) * 1000
        if kind == "pdf_first_page_ms":
            desk.pane.show_nothing()
            desk.case.lens.renew(desk.case.holding("d"))
    view = desk.view()
    assert view is not None
    desk.rest(1.0)
    times = []
    for _ in range(TURNS):
        began = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        desk.until_whole()
        times.append((time.perf_counter() - began) * 1000)
        desk.rest(0.1)
    told["page_turn_p95_ms"] = sorted(times)[int(TURNS * 0.95)]
    told["page_turn_median_ms"] = sorted(times)[TURNS // 2]
    desk.close()
    return told


def jump() -> dict[str, float]:
    """From the focus to the painted passage."""
    from tests.panes.source.held import passage
    from viewer.session.focus import Focus

    whole = text()
    starts = [whole.index("Entry 7600. "), whole.index("Entry 300. ")]
    desk = Desk("d", whole.encode())
    desk.hand_over(
        "text/plain", *(passage(f"p{n}", whole[s : s + 60], start=s, end=s + 60) for n, s in enumerate(starts))
    )
    while not desk.case.lens.idle:
        desk.rest(0.02)
    desk.rest(0.5)
    times = []
    for number in (0, 1, 0, 1, 0):
        began = time.perf_counter()
        desk.navigator.go(Focus(source="s1", document="d", passage=f"p{number}"))
        desk.pane.repaint()
        anchor = desk.pane.connector_anchor()
        assert anchor is not None and anchor[1] == "here"
        times.append((time.perf_counter() - began) * 1000)
        desk.rest(0.1)
    desk.close()
    return {"text_jump_ms": times[0], "text_jump_back_ms": max(times[1:])}


def leafing() -> dict[str, float]:
    """Peak memory after ten pages, and after a thousand."""
    desk = Desk("d", pdf(1000))
    desk.hand_over("application/pdf")
    desk.until_whole()
    view = desk.view()
    assert view is not None
    sizes = {}
    for page in range(1000):
        view.go_to_page(page)
        desk.until_whole()
        if page in (40, 999):
            sizes[page] = peak(os.getpid()), peak(desk.case.lens.pid or 0)
    desk.close()
    grown = [last - first for first, last in zip(sizes[40], sizes[999], strict=True)]
    return {"extra_mb": sum(grown), "extra_locked_mb": grown[1], "peak_mb": sum(sizes[999])}


def peak(pid: int) -> float:
    """VmHWM in MiB."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


TASKS = {"first_page": first_page, "jump": jump, "leafing": leafing}


def best(runs: int) -> dict[str, float]:
    """The least of each number over the runs."""
    told: dict[str, float] = {}
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for task in TASKS:
        for _ in range(runs):
            command = [sys.executable, __file__, "--task", task]
            said = subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT, env=around).stdout
            for name, value in json.loads(said.splitlines()[-1]).items():
                told[name] = min(value, told.get(name, value))
    return told


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how many processes for each task")
    parser.add_argument("--task", choices=sorted(TASKS), help="do this one, here")
    asked = parser.parse_args()
    if asked.task:
        print(json.dumps(TASKS[asked.task]()))
        return
    told = best(asked.runs)
    for name, value in told.items():
        print(f"{name:24} {value:8.1f}")
    print(json.dumps({name: round(value, 1) for name, value in told.items()}))


if __name__ == "__main__":
    main()
