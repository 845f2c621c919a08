"""Locks this process: limits of memory and time, no new files, and the list of allowed system calls."""

from __future__ import annotations

import sys

MEMORY = 2 << 30  # bytes of address space
PROCESSOR_SECONDS = 3600  # of a whole life: the host's clock ends single requests
_SET_DUMPABLE = 4


def lock() -> None:
    """For good: everything that will be needed must be loaded by now."""
    if sys.platform == "win32":
        return  # the host's job object bounds the process
    _limit_resources()
    if sys.platform == "linux":
        import ctypes

        from viewer.locked.seccomp import filter_calls

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
        filter_calls()


def _limit_resources() -> None:
    if sys.platform == "win32":
        return
    import resource

    bounds = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: 0,  # what is open stays open; nothing new is opened
    }
    for bound, most in bounds.items():
        try:
            resource.setrlimit(bound, (most, most))
        except (ValueError, OSError):
            continue  # the trial of the lock reports what does not hold: never a start refused for it
