"""How many events are indexed in a second and what memory that needs, at 100,000 and at a million events.

    python tests/bench/index.py [--runs 1] [--small 100000] [--large 1000000]

The cases are made beforehand and kept in build/bench/, never timed. Each index is written in a process of its own
from the kept case; the time is that of the writer with the reading of the records, memory is VmHWM. Beside them
stands the floor: the same process when it only reads the records. Best of the runs; the last line is one JSON
object.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tests.bench.cases.fixtures import FOLDER, kept  # noqa: E402
from tests.bench.cases.kept import Kept  # noqa: E402
from viewer.case import store  # noqa: E402
from viewer.index.writer import Digests, write  # noqa: E402

NO_DIGEST = "0" * 64


@dataclass(frozen=True, slots=True)
class Work:
    """One process: seconds of work, and MiB at the most."""

    seconds: float
    mb: float


def in_a_process(task: str, folder: Path, runs: int) -> Work:
    """The best of so many processes, each number by itself."""
    told = []
    for _ in range(runs):
        command = [sys.executable, __file__, "--task", task, "--folder", str(folder)]
        told.append(json.loads(subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT).stdout))
    return Work(min(one["seconds"] for one in told), min(one["mb"] for one in told))


def work(task: str, folder: Path) -> None:
    """What such a process does; it prints one JSON object."""
    target = FOLDER / "measured.index"
    with Kept(folder) as case:
        began = time.perf_counter()
        if task == "read":
            for record in store.TABLES:
                for _ in case.records(record):
                    pass
        else:
            for _ in write(case.records, case.document, target, Digests(NO_DIGEST, NO_DIGEST)):
                pass
        seconds = time.perf_counter() - began
    target.unlink(missing_ok=True)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(json.dumps({"seconds": seconds, "mb": int(status.split("VmHWM:")[1].split()[0]) / 1024}))


def report(small: int, large: int, works: dict[tuple[str, int], Work]) -> dict[str, float]:
    """The numbers of the closing line; growth is what each further event adds to the peak."""
    less, more = works["write", small], works["write", large]
    numbers: dict[str, float] = {}
    for events, done in ((small, less), (large, more)):
        numbers[f"events_per_s_{short(events)}"] = round(events / done.seconds)
        numbers[f"mb_{short(events)}"] = round(done.mb, 1)
    numbers["growth_bytes_per_event"] = round((more.mb - less.mb) * 2**20 / (large - small), 1)
    for events in (small, large):
        floor = works["read", events]
        numbers[f"floor_events_per_s_{short(events)}"] = round(events / floor.seconds)
        numbers[f"floor_mb_{short(events)}"] = round(floor.mb, 1)
    return numbers


def short(events: int) -> str:
    """100k, 1m."""
    return f"{events // 1_000_000}m" if events % 1_000_000 == 0 else f"{events / 1000:g}k"


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1, help="how often each is done; the best counts")
    parser.add_argument("--small", type=int, default=100_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--task", choices=("read", "write"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.task:
        work(told.task, told.folder)
        return
    works = {}
    for events in (told.small, told.large):
        folder = kept("synthetic", events)
        for task in ("read", "write"):
            done = works[task, events] = in_a_process(task, folder, told.runs)
            print(f"{task:5} {events:9,} events  {done.seconds:7.1f} s  {done.mb:6.1f} MiB", flush=True)
    print(json.dumps(report(told.small, told.large, works)))


if __name__ == "__main__":
    main()
