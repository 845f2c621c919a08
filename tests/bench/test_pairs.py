"""The measuring rod is measured: a child that paints is timed, one that does not is an error."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench.pairs import Child, Failed, Start, best, start

FLOOR = Path(__file__).with_name("floor.py")
TELLING = "import os; os.write(int(os.environ['EVIDENCE_VIEWER_PROBE']), b'alive\\npainted 2048\\n')"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


def child(*command: str, slow: bool = False) -> Child:
    return Child([sys.executable, *command], {**os.environ, "QT_QPA_PLATFORM": "offscreen"}, slow)


def test_the_empty_window_tells_when_it_has_painted_and_what_it_needs() -> None:
    told = start(child(str(FLOOR)))
    assert 0 < told.alive_ms <= told.painted_ms
    assert 20 < told.mb < 500


def test_kilobytes_become_mebibytes() -> None:
    assert start(child("-c", TELLING)).mb == 2


def test_a_child_that_leaves_without_painting_is_an_error() -> None:
    with pytest.raises(Failed, match="not today"):
        start(child("-c", "raise SystemExit('not today')"))


def test_a_child_that_fails_after_painting_is_an_error() -> None:
    with pytest.raises(Failed):
        start(child("-c", TELLING + "; raise SystemExit(3)"))


def test_a_slowed_child_takes_about_four_times_as_long() -> None:
    work = "import time\nwhile time.process_time() < 0.3: pass\n" + TELLING
    quick, slowed = start(child("-c", work)), start(child("-c", work, slow=True))
    assert slowed.painted_ms > 2.5 * quick.painted_ms


def test_the_best_start_has_the_least_of_each_number() -> None:
    assert best([Start(1, 9, 5), Start(2, 8, 4)]) == Start(1, 8, 4)
