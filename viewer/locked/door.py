"""The door to the locked child: alone knows how it is started; bytes go in and out by the clock."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from viewer.locked.frames import HEADER_SIZE, Limits, header, lengths
from viewer.locked.messages import LARGEST_PIXELS

if sys.platform == "win32":
    from viewer.locked import windows as system
else:
    from viewer.locked import posix as system

FROZEN_NAME = "evidence-viewer-locked"
TASK = "EVIDENCE_VIEWER_TASK"
ANSWERS = Limits(record=128 << 20, payload=LARGEST_PIXELS)
START_SECONDS = 30.0
PATIENCE = 0.2  # seconds a cancelled request may still take before the child is ended
_STEP = 0.05  # seconds between two looks at the clock


class Ended(Exception):
    """The child is gone."""


class TimeUp(Exception):
    """The time is up and there is no answer."""


class Cancelled(Exception):
    """Nobody waits for the answer any more."""


def command() -> list[str]:
    """What starts the child: in source and wheel our interpreter, frozen the program beside the main one."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name(FROZEN_NAME + Path(sys.executable).suffix))]
    # By its path, since an isolated interpreter does not look in the working folder or in PYTHONPATH.
    return [sys.executable, "-I", str(Path(__file__).with_name("__main__.py"))]


def _surroundings(task: str) -> dict[str, str]:
    """The child's environment: nothing of the reader's, and its task, so that all have the same command."""
    needed = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR") if sys.platform == "win32" else ()
    kept = {name: os.environ[name] for name in needed if name in os.environ}
    return kept | {"MALLOC_ARENA_MAX": "1"} | ({TASK: task} if task else {})


def _started(task: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_surroundings(task),
        bufsize=0,
        start_new_session=True,  # an interrupt typed at our terminal is not meant for it
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class Door:
    """One running child. Everything here is used by one thread at a time."""

    def __init__(self, task: str = "") -> None:
        """Start it; '' decodes documents, 'case' reads a case that was sent. Raises OSError."""
        self._process = _started(task)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._inward, self._outward = self._process.stdin.fileno(), self._process.stdout.fileno()
        self.ready = False  # it has loaded everything and locked itself
        handle = int(getattr(self._process, "_handle", 0))
        try:
            self._bounds = system.prepare(handle, self._inward, self._outward)
        except OSError:
            self._bounds = 0
            self.close()
            raise

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def exchange(
        self, record: bytes, payload: bytes, seconds: float, cancelled: Callable[[], bool]
    ) -> tuple[bytes, bytes]:
        """One message in, one out. Raises Ended, TimeUp, Cancelled, BadFrame: after each of them, close."""
        clock = self._hand_in(record, payload, seconds, cancelled)
        return self._receive(clock)

    def hand_in(self, record: bytes, payload: bytes, seconds: float, cancelled: Callable[[], bool]) -> None:
        """One message in; its answer is fetched later. Raises as `exchange` does."""
        self._hand_in(record, payload, seconds, cancelled)

    def fetch(self, seconds: float, cancelled: Callable[[], bool]) -> tuple[bytes, bytes]:
        """The answer to what was handed in. Raises as `exchange` does."""
        return self._receive(_Clock(seconds, cancelled))

    def _hand_in(self, record: bytes, payload: bytes, seconds: float, cancelled: Callable[[], bool]) -> _Clock:
        if not self.ready:
            self._receive(_Clock(START_SECONDS, cancelled))
            self.ready = True
        clock = _Clock(seconds, cancelled)
        for part in (header(record, payload) + record, payload):
            self._send(memoryview(part), clock)
        return clock

    def _send(self, rest: memoryview, clock: _Clock) -> None:
        while rest:
            clock.look()
            try:
                written = system.write(self._inward, rest, _STEP)
            except OSError as error:
                raise Ended(self._how_it_ended()) from error
            rest = rest[written:]

    def _receive(self, clock: _Clock) -> tuple[bytes, bytes]:
        sizes = lengths(bytes(self._read(HEADER_SIZE, clock)), ANSWERS)
        record, payload = (self._read(size, clock) for size in sizes)
        return bytes(record), bytes(payload)

    def _read(self, size: int, clock: _Clock) -> bytearray:
        gathered = bytearray(size)
        rest = memoryview(gathered)
        while rest:
            clock.look()
            try:
                got = system.read(self._outward, rest, _STEP)
            except OSError as error:
                raise Ended(self._how_it_ended()) from error
            if got == 0:
                raise Ended(self._how_it_ended())
            rest = rest[max(got, 0) :]
        return gathered

    def _how_it_ended(self) -> str:
        try:
            status = self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return "pipe closed"
        if status >= 0:
            return f"exit {status}"
        return signal.Signals(-status).name

    def close(self) -> None:
        """End the child, at once."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()
        system.let_go(self._bounds)


class _Clock:
    """Until when one exchange may last."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool]) -> None:
        self._end = time.monotonic() + seconds
        self._cancelled = cancelled
        self._cancelled_at: float | None = None

    def look(self) -> None:
        """Raises TimeUp, Cancelled."""
        now = time.monotonic()
        if self._cancelled_at is None and self._cancelled():
            self._cancelled_at = now
        if self._cancelled_at is not None and now > self._cancelled_at + PATIENCE:
            raise Cancelled
        if now > self._end:
            raise TimeUp
