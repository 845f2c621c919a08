"""Filters of system calls on Linux: laid on a process for good, inherited by what it starts, without privilege."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterable
from functools import cache

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000  # to REFUSE belongs an error number
NUMBER, ARCHITECTURE, FIRST_ARGUMENT, THIRD_ARGUMENT = 0, 4, 16, 32  # offsets in struct seccomp_data
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_X32 = 0x40000000
_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2

Step = tuple[int, int, int, int]
"""Operation, steps to jump if so, steps to jump if not, operand."""


@cache
def machine_name() -> str:
    """The processor as Linux names it; '' on other systems. Kept: behind a filter it cannot be asked again."""
    return os.uname().machine if sys.platform == "linux" else ""


def opening(architecture: int, refusal: int) -> list[Step]:
    """Refuse the calls of other architectures, whose numbers mean something else; then load the number."""
    return [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, refusal),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, _X32),
        (RETURN, 0, 0, refusal),
    ]


def packed(steps: Iterable[Step]) -> bytes:
    """The steps as instructions of eight bytes each."""
    return b"".join(
        code.to_bytes(2, sys.byteorder) + bytes((so, not_so)) + operand.to_bytes(4, sys.byteorder)
        for code, so, not_so, operand in steps
    )


def lay(instructions: bytes) -> bool:
    """Lay the filter on this thread and all that come of it; False where the system will not have it."""
    if ask_process(_SET_NO_NEW_PRIVILEGES, 1):
        return False
    held = array("B", instructions)
    whole = (len(instructions) // 8).to_bytes(8, sys.byteorder) + held.buffer_info()[0].to_bytes(8, sys.byteorder)
    return not ask_process(_SET_SECCOMP, _FILTER_MODE, whole)


def ask_process(what: int, *arguments: int | bytes) -> int:
    """The system call prctl of Linux; bytes are handed over as a pointer to them. Negative: refused."""
    import _ctypes  # what ctypes is made of: that itself takes 1.3 ms to load, before the first window

    if sys.platform == "win32":
        return -1
    prctl = _ctypes.dlsym(_ctypes.dlopen(None, 0), "prctl")  # type: ignore[arg-type]
    given = (what, *arguments, 0, 0, 0, 0)[:5]
    return int(_ctypes.call_function(prctl, given))
