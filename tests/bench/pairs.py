"""Starts children one after the other, ours and a floor by turns, and times what they tell through a probe.

The probe: a child finds in EVIDENCE_VIEWER_PROBE either the number of an inherited file descriptor
(digits only) or the path of a file to append to, and writes lines of ASCII:

    alive             once, when a window of ours has painted for the first time: the first sign of life
    painted KB        once, in the first turn of the event loop after every pane has painted loaded data and
                      no question is pending; KB is VmHWM of the process plus the PSS of its children, in kB

Each line is flushed as it is written, and after `painted` the child leaves with exit status 0. Without the
variable nothing is written, watched or slowed. A child that leaves without `painted` has failed.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROBE = "EVIDENCE_VIEWER_PROBE"
PATIENCE = 120.0
"""Seconds after which a child that has not painted is given up."""

RUN, STAND = 0.010, 0.030
"""Seconds a slowed child runs and stands still by turns: a quarter of its speed."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: milliseconds from the spawn, and MiB at the full paint."""

    alive_ms: float
    painted_ms: float
    mb: float


@dataclass(frozen=True, slots=True)
class Child:
    """A command and the environment it is started with; `slow` holds it to a quarter of one core."""

    command: Sequence[str]
    environment: Mapping[str, str]
    slow: bool = False


class Failed(Exception):
    """A child that did not paint: its exit status and what it said."""


def best(starts: Sequence[Start]) -> Start:
    """The least of each number."""
    return Start(
        min(start.alive_ms for start in starts),
        min(start.painted_ms for start in starts),
        min(start.mb for start in starts),
    )


def interleaved(
    floor: Child, ours: Child, pairs: int, before_each: Callable[[], None] = lambda: None
) -> tuple[list[Start], list[Start]]:
    """Start both by turns, first one first and then the other, `pairs` times each."""
    floors: list[Start] = []
    others: list[Start] = []
    for number in range(pairs):
        turn = [(floor, floors), (ours, others)]
        for child, starts in turn if number % 2 == 0 else reversed(turn):
            before_each()
            starts.append(start(child))
    return floors, others


def start(child: Child) -> Start:
    """Start `child`, wait for its full paint and its end; raises Failed."""
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as said, os.fdopen(reading, "rb", buffering=0) as probe:
        # One core for all its threads; the duty cycle below then makes it a quarter of that core.
        command = ["taskset", "-c", "0", *child.command] if child.slow else list(child.command)
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            env={**child.environment, PROBE: str(writing)},
            pass_fds=(writing,),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        os.close(writing)
        try:
            times = _listen(process, probe.fileno(), began, child.slow)
            process.wait(10)
        finally:
            process.kill()
            process.wait()
        said.seek(0)
        if "painted" not in times or process.returncode:
            raise Failed(process.returncode, said.read().decode(errors="replace"))
    painted, kilobytes = times["painted"]
    alive = times.get("alive", times["painted"])[0]
    return Start(alive * 1000, painted * 1000, int(kilobytes) / 1024)


def _listen(
    process: subprocess.Popen[bytes], probe: int, began: float, slow: bool
) -> dict[str, tuple[float, str]]:
    """What the child told and when, in seconds from the spawn, until it closes the probe."""
    told: dict[str, tuple[float, str]] = {}
    rest = b""
    for wait in _turns(process) if slow else _patience():
        if time.perf_counter() - began > PATIENCE:
            break
        if not select.select([probe], [], [], wait)[0]:
            continue
        part = os.read(probe, 4096)
        now = time.perf_counter() - began
        if not part:
            break
        *lines, rest = (rest + part).split(b"\n")
        for word, _, value in (line.decode("ascii").partition(" ") for line in lines):
            told.setdefault(word, (now, value))
    process.send_signal(signal.SIGCONT)
    return told


def _patience() -> Iterator[float]:
    while True:
        yield 1.0


def _turns(process: subprocess.Popen[bytes]) -> Iterator[float]:
    """Let the child run and stand still by turns; yields how long each turn lasts.

    A turn ended early by a line from the child shortens that one turn; there are two such lines a start.
    """
    while True:
        process.send_signal(signal.SIGCONT)
        yield RUN
        process.send_signal(signal.SIGSTOP)
        yield STAND


def forget(folders: Sequence[Path]) -> None:
    """Ask the system to drop the files of `folders` from its cache; pages in use elsewhere stay."""
    os.sync()
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
