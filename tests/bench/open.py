"""How long it takes to open a case that was sent, and what the worst of the hostile ones costs.

    python tests/bench/open.py [--runs 3] [--mb 128]

small_case_ms: the bundled case of 40 events and 185 sources, as a stranger's file: hashed, checked in the locked
child, indexed, asked once. mb128_case_s: a synthetic case of 128 MiB, database and text documents, with its index.
kept_ms: the same case opened another time, with the index that was kept: all files and the index hashed.
hostile_max_s and hostile_max_mb: every hostile file of tests/hostile, each in a process of its own; memory is the
peak of that process and its child together. Best of the runs for the first two, one run for the others; the floor
is what it takes to start the locked child and read nothing. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tests.bench.cases.fixtures import FOLDER, kept  # noqa: E402
from tests.hostile.databases import DATABASES  # noqa: E402
from tests.hostile.zips import ZIPS  # noqa: E402
from viewer import paths  # noqa: E402
from viewer.case.bag import Bag, write  # noqa: E402
from viewer.case.errors import CaseError  # noqa: E402
from viewer.index.ask import about  # noqa: E402
from viewer.index.reader import open_index  # noqa: E402
from viewer.intake import kept_index  # noqa: E402
from viewer.intake.opening import open_case  # noqa: E402
from viewer.locked.case_reader import CaseReader  # noqa: E402

Marks = dict[str, float]


def work(path: Path, keeps: bool = False) -> Marks:
    """Open, ask, close: seconds for each step, and MiB of this process and its child at the most.

    keeps: its index is kept as well, which is not timed by anybody.
    """
    began = time.perf_counter()
    marks: Marks = {"began": began}
    steps = open_case(path)
    try:
        while True:
            marks.setdefault(next(steps).step, time.perf_counter())
    except CaseError:
        return _told(marks)
    except StopIteration as last:
        with closing(open_index(last.value.index)) as connection:
            about.heading(connection)
        if keeps:
            for _ in kept_index.keep(last.value.index, last.value.digests, ""):
                pass
        last.value.close()
    return _told(marks)


def _told(marks: Marks) -> Marks:
    end = time.perf_counter()
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    index = marks.get("index", end)
    return {"seconds": end - marks["began"], "index": end - index, "mb": sum(peaks) / 1024}


def in_a_process(path: Path, runs: int, home: str = os.devnull, keeps: bool = False) -> Marks:
    """The quickest of so many. home: the reader's folder, where indexes are kept."""
    command = [sys.executable, __file__, "--task", str(path), *(["--keep"] if keeps else [])]
    around = os.environ | {paths.HOME_VARIABLE: home}
    told = [
        json.loads(subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT, env=around).stdout)
        for _ in range(runs)
    ]
    best: Marks = min(told, key=lambda one: float(one["seconds"]))
    return best


def large(mb: int) -> Path:
    """A sent case of about so many MiB, as one file: as many synthetic events as that needs."""
    events = round(mb * 2**20 / 1779)  # bytes an event, with its claims and its share of the documents
    folder = kept("synthetic", events)
    target = FOLDER / f"open-{events}.evcase"
    if not target.exists():
        files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        write(target, files, {})
    return target


def with_kept_index(path: Path, runs: int) -> tuple[Marks, float]:
    """Opened with the index that an earlier opening kept, and MiB of that index."""
    with tempfile.TemporaryDirectory() as home:
        in_a_process(path, 1, home, keeps=True)
        size = sum(file.stat().st_size for file in Path(home).rglob("*.sqlite"))
        return in_a_process(path, max(runs, 5), home), size / 2**20


def hostile(folder: Path) -> dict[str, Marks]:
    """Every one of them."""
    with Bag.open(paths.bundled_case("harbour")) as bag:
        good = bag.database()
    marks = {}
    for ending, makers in (("sqlite", DATABASES), ("evcase", ZIPS)):
        for name, (make, _) in makers.items():
            path = folder / f"case.{ending}"
            path.write_bytes(make(good))
            marks[name] = in_a_process(path, 1)
    return marks


def floor() -> float:
    """Seconds for a locked child that reads nothing."""
    began = time.perf_counter()
    with closing(CaseReader("", lambda: False)) as reader:
        reader.protections()
    return time.perf_counter() - began


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how often the sound ones are opened; the best counts")
    parser.add_argument("--mb", type=int, default=128, help="size of the large one")
    parser.add_argument("--task", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--keep", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.task:
        print(json.dumps(work(told.task, told.keep)))
        return
    small = in_a_process(paths.bundled_case("ashraf"), max(told.runs, 5))
    print(f"small      {small['seconds'] * 1000:8.0f} ms  {small['mb']:7.1f} MiB", flush=True)
    path = large(told.mb)
    big = in_a_process(path, told.runs)
    size = path.stat().st_size / 2**20
    print(
        f"{size:6.1f} MiB {big['seconds']:8.1f} s  of which index {big['index']:.1f} s  {big['mb']:7.1f} MiB",
        flush=True,
    )
    again, index_mb = with_kept_index(path, told.runs)
    print(
        f"kept index {again['seconds'] * 1000:8.0f} ms  {again['mb']:7.1f} MiB, of {index_mb:.0f} MiB", flush=True
    )
    with tempfile.TemporaryDirectory() as folder:
        worst = hostile(Path(folder))
    for name in sorted(worst, key=lambda name: -worst[name]["seconds"])[:5]:
        print(f"{name:40} {worst[name]['seconds']:6.2f} s  {worst[name]['mb']:7.1f} MiB")
    numbers = {
        "small_case_ms": round(small["seconds"] * 1000),
        f"mb{told.mb}_case_s": round(big["seconds"], 1),
        f"mb{told.mb}_index_s": round(big["index"], 1),
        f"mb{told.mb}_mb": round(big["mb"]),
        "kept_ms": round(again["seconds"] * 1000),
        "kept_mb": round(index_mb),
        "hostile_max_s": round(max(one["seconds"] for one in worst.values()), 2),
        "hostile_max_mb": round(max(one["mb"] for one in worst.values())),
        "floor_child_ms": round(min(floor() for _ in range(5)) * 1000),
    }
    print(json.dumps(numbers))


if __name__ == "__main__":
    main()
