"""How long the first window takes and what memory it needs, against an empty window of the same Qt.

    python tests/bench/start.py [--pairs 7] [--cold] [--slow] [--case 1M]

Best of interleaved pairs; the last line is one JSON object. Linux only: memory is read from /proc.
--case 1M (or 100k) opens a made-up case of so many events, its index ready, instead of the bundled one;
--cold drops the program's, the libraries' and Python's files from the page cache before each start;
--slow holds each start to a quarter of one core, and also tells the first sign of life. Both may be given.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tests.bench.pairs import Child, Start, best, forget, interleaved  # noqa: E402

PROGRAM = Path(sysconfig.get_path("scripts")) / "evidence-viewer"
"""What `packaging/dev run` starts."""
FEWEST_PAIRS = 7
MADE_UP = {"100k": 100_000, "1M": 1_000_000}
"""Events of a made-up case, by its name."""
# Offscreen's own screen is 800 by 800; a window that minds its screen would be smaller than the floor's.
SCREEN = {"screens": [{"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96}]}


def environment(folder: Path) -> dict[str, str]:
    """No screen, no traces of an earlier run, modules compiled as in an installed program."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps(SCREEN), encoding="utf-8")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON"))},
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "EVIDENCE_VIEWER_HOME": str(folder / "reader"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }


def measure(
    command: Sequence[str], pairs: int, slow: bool, before_each: Callable[[], None]
) -> tuple[Start, Start]:
    """The best start of the floor and of the program, which `command` starts."""
    with tempfile.TemporaryDirectory(prefix="evidence-viewer-bench-") as folder:
        around = environment(Path(folder))
        floor = Child([sys.executable, str(CHECKOUT / "tests" / "bench" / "floor.py")], around, slow)
        ours = Child(command, around, slow)
        os.chdir(CHECKOUT)
        interleaved(floor, ours, 1)  # compiles modules and fills the cache; not counted
        floors, others = interleaved(floor, ours, pairs, before_each)
    return best(floors), best(others)


def on_events(count: int) -> list[str]:
    """What starts the program on so many made-up events; their index is made once."""
    from tests.bench.cases.fixtures import fixture, kept

    index, folder = fixture("synthetic", count), kept("synthetic", count)
    return [sys.executable, str(CHECKOUT / "tests" / "bench" / "elsewhere.py"), str(index), str(folder)]


def forget_the_program() -> None:
    """Drop what a start reads from the page cache, as far as no running process holds it."""
    paths = sysconfig.get_paths()
    forget([Path(paths["purelib"]), Path(paths["stdlib"]), CHECKOUT / "viewer", CHECKOUT / "build"])


def report(floor: Start, ours: Start, pairs: int, kind: str) -> dict[str, float | str | int]:
    """The numbers of the closing line."""
    return {
        "first_paint_ratio": round(ours.painted_ms / floor.painted_ms, 3),
        "extra_mb": round(ours.mb - floor.mb, 1),
        "floor_ms": round(floor.painted_ms, 1),
        "floor_mb": round(floor.mb, 1),
        "first_paint_ms": round(ours.painted_ms, 1),
        "first_sign_of_life_ms": round(ours.alive_ms, 1),
        "pairs": pairs,
        "kind": kind,
    }


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=FEWEST_PAIRS, help="how many starts of each (7 or more)")
    parser.add_argument("--cold", action="store_true", help="with a cold page cache")
    parser.add_argument("--slow", action="store_true", help="on a quarter of one core")
    parser.add_argument("--case", choices=("ashraf", *MADE_UP), default="ashraf", help="the case that is opened")
    told = parser.parse_args()
    kind = " ".join(name for name in ("cold", "slow") if getattr(told, name)) or "warm"
    events = MADE_UP.get(told.case)
    command = on_events(events) if events else [str(PROGRAM), "--case", told.case]
    floor, ours = measure(command, told.pairs, told.slow, forget_the_program if told.cold else lambda: None)
    print(f"empty window  {floor.painted_ms:7.1f} ms  {floor.mb:6.1f} MiB")
    print(
        f"first paint   {ours.painted_ms:7.1f} ms  {ours.mb:6.1f} MiB, first sign of life {ours.alive_ms:.1f} ms"
    )
    print(json.dumps({**report(floor, ours, told.pairs, kind), "case": told.case}))


if __name__ == "__main__":
    main()
