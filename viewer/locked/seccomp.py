"""The wall on Linux: a list of the few system calls that decoding needs; every other call answers EPERM."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from dataclasses import dataclass

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | errno.EPERM
_NUMBER, _ARCHITECTURE, _THIRD_ARGUMENT = 0, 4, 32  # offsets in struct seccomp_data
_EXECUTABLE = 4  # PROT_EXEC
_X32 = 0x40000000
_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2

# read write close fstat lseek brk, memory, signals of our own, waiting on ourselves, clocks, leaving
_X86_64 = (
    0, 1, 3, 5, 8, 11, 12, 13, 14, 15, 20, 24, 25, 28, 35, 39, 60, 96, 131, 186, 201, 202, 228, 229, 230, 231, 318,
    334,
)  # fmt: skip
_AARCH64 = (
    62, 63, 64, 66, 57, 80, 93, 94, 98, 99, 101, 113, 114, 115, 124, 132, 134, 135, 139, 169, 172, 178, 214, 215,
    216, 233, 278, 293,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """Numbers of one processor architecture: those allowed, those that map memory, those a trial asks for."""

    architecture: int
    allowed: tuple[int, ...]
    mapping: tuple[int, int]  # mmap, mprotect: allowed unless the memory would be executable
    running: int  # of the calls that a trial makes: execve, clone, kill
    forking: int
    signalling: int


_MACHINES = {
    "x86_64": Machine(0xC000003E, _X86_64, (9, 10), running=59, forking=56, signalling=62),
    "aarch64": Machine(0xC00000B7, _AARCH64, (222, 226), running=221, forking=220, signalling=129),
}


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def machine() -> Machine | None:
    """The numbers of this machine; None where we know none."""
    return _MACHINES.get(platform.machine())


def program(numbers: Machine) -> bytes:
    """The filter as BPF instructions of eight bytes each: denied is what is not allowed."""
    steps: list[tuple[int, int, int, int]] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, numbers.architecture),
        (_RETURN, 0, 0, _DENY),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _DENY),
    ]
    for number in numbers.allowed:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    first, second = numbers.mapping
    steps += [
        (_EQUAL, 2, 0, first),
        (_EQUAL, 1, 0, second),
        (_RETURN, 0, 0, _DENY),
        (_LOAD, 0, 0, _THIRD_ARGUMENT),
        (_ANY_BIT, 0, 1, _EXECUTABLE),
        (_RETURN, 0, 0, _DENY),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def filter_calls() -> bool:
    """Lay the filter on this process for good; False where the machine has none. Needs no privilege."""
    numbers = machine()
    if numbers is None:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    instructions = program(numbers)
    held = ctypes.create_string_buffer(instructions, len(instructions))
    whole = _Program(len(instructions) // 8, ctypes.cast(held, ctypes.c_void_p))
    return not libc.prctl(_SET_SECCOMP, _FILTER_MODE, ctypes.byref(whole), 0, 0)
