"""The child tries what it must not be able to do, and reports what it found; harmless where it would succeed."""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import sys
from pathlib import Path

from viewer.locked.lock import MEMORY
from viewer.locked.messages import Protections
from viewer.locked.seccomp import Machine, machine

_HERE = -100  # AT_FDCWD
_CHILD_ENDED = 17  # SIGCHLD
_GET_SECCOMP, _FILTERED = 21, 2
_REFUSALS = (errno.EPERM, errno.EACCES, errno.EMFILE)


def try_lock() -> Protections:
    """What this process cannot do, tried now."""
    numbers = machine() if sys.platform == "linux" else None
    return Protections(
        no_files=_no_files(),
        no_sockets=_no_sockets(),
        no_programs=numbers is not None and _refused(numbers.running, b"/nonexistent", None, None),
        no_children=numbers is not None and _no_children(numbers),
        no_signals=numbers is not None and _refused(numbers.signalling, os.getppid(), 0),
        memory_bounded=_memory_bounded(),
        filtered=sys.platform == "linux" and _is_filtered(),
    )


def _no_files() -> bool:
    try:
        with Path(sys.executable).open("rb"):
            return False
    except OSError as error:
        return error.errno in _REFUSALS


def _no_sockets() -> bool:
    if sys.platform == "win32":
        return False  # not tried there, so not claimed
    libc = ctypes.CDLL(None, use_errno=True)
    found = [libc.socket(family, 1, 0) for family in (1, 2)]
    for descriptor in found:
        if descriptor >= 0:
            os.close(descriptor)
    return bool(max(found) < 0)


def _refused(number: int, *arguments: object) -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.syscall(number, *arguments) < 0 and ctypes.get_errno() in _REFUSALS)


def _no_children(numbers: Machine) -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    child = libc.syscall(numbers.forking, _CHILD_ENDED, None, None, None, None)
    if child == 0:
        os._exit(0)
    if child > 0:
        os.waitpid(child, 0)
    return bool(child < 0)


def _is_filtered() -> bool:
    """Asked of the system; that the question itself is refused is an answer too."""
    libc = ctypes.CDLL(None, use_errno=True)
    found = libc.prctl(_GET_SECCOMP, 0, 0, 0, 0)
    return bool(found == _FILTERED or (found < 0 and ctypes.get_errno() == errno.EPERM))


def _memory_bounded() -> bool:
    """More than the limit is asked for, without touching it."""
    if sys.platform == "win32":
        return False  # the host knows: it made the job object
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)
    try:
        mmap.mmap(-1, MEMORY + mmap.PAGESIZE, flags=flags).close()
    except (OSError, MemoryError):
        return True
    return False
