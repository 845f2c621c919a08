"""Pipes on Linux and macOS: read and written without ever waiting longer than a step."""

from __future__ import annotations

import os
import select
import sys

_PIPE_BYTES = 1 << 20


def prepare(process: int, inward: int, outward: int) -> int:
    """Make the pipes wide and unblocking; the child bounds itself here."""
    for descriptor in (inward, outward):
        os.set_blocking(descriptor, False)
        if sys.platform == "linux":
            import fcntl

            try:
                fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
            except OSError:
                continue  # a narrow pipe is slower, that is all
    return 0


def write(descriptor: int, data: memoryview, seconds: float) -> int:
    """How many bytes went in within the time. Raises OSError where nobody reads any more."""
    if not _waits(descriptor, select.POLLOUT, seconds):
        return 0
    try:
        return os.write(descriptor, data[:_PIPE_BYTES])
    except BlockingIOError:
        return 0


def read(descriptor: int, room: memoryview, seconds: float) -> int:
    """How many bytes came within the time: 0 = the pipe has ended, -1 = none yet."""
    if not _waits(descriptor, select.POLLIN, seconds):
        return -1
    try:
        return os.readv(descriptor, [room])
    except BlockingIOError:
        return -1


def _waits(descriptor: int, event: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(descriptor, event)
    return bool(poll.poll(seconds * 1000))


def let_go(bounds: int) -> None:
    """Nothing is held here."""
